// Fires where a document in the file is not for kubeadm: it is ignored, or refuses the file, by command.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka104 = defineFinding<KubeadmArgs>({
  code: 'KA104',
  slug: 'foreign-document',
  severity: 'warning',
  check: (facts) => kubeadmHits(facts, 'foreign-kind'),
  text: {
    en: {
      title: 'A document in this file is not for kubeadm',
      message: kubeadmSays.en,
      why: '`kubeadm init` takes InitConfiguration, ClusterConfiguration, KubeletConfiguration and KubeProxyConfiguration; `kubeadm join` looks only for JoinConfiguration. Other documents are ignored with a warning. `kubeadm config validate` (1.28 and newer) and `config migrate` from 1.28 on refuse kinds that they do not know.',
      fix: [
        {
          do: 'Move the document to a file of its own; apply it with `kubectl apply` if it is meant for the cluster.',
          cost: 'None.',
        },
      ],
    },
    ja: {
      title: 'kubeadm用ではないドキュメントが含まれています',
      message: kubeadmSays.ja,
      why: '`kubeadm init`が読むのはInitConfiguration、ClusterConfiguration、KubeletConfiguration、KubeProxyConfigurationで、`kubeadm join`が探すのはJoinConfigurationだけです。それ以外は警告を出して無視されます。`kubeadm config validate`(1.28以降)と1.28以降の`config migrate`は、知らないkindを拒否します。',
      fix: [
        {
          do: 'そのドキュメントを別のファイルに移してください。クラスターに適用するものなら`kubectl apply`を使います。',
          cost: 'ありません。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a Deployment in a kubeadm file',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n---\napiVersion: apps/v1\n«kind: Deployment»\n',
    },
  ],
  silent: [
    {
      name: 'kubelet settings belong here',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n---\napiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n',
    },
  ],
  see: [
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/config/common.go', since: 28, confidence: 'source' },
  ],
});
