// Fires where the file holds no document for the command: kubeadm refuses it.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka106 = defineFinding<KubeadmArgs>({
  code: 'KA106',
  slug: 'nothing-for-this-command',
  severity: 'error',
  check: (facts) => kubeadmHits(facts, 'nothing-to-read'),
  text: {
    en: {
      title: 'There is nothing for this command in the file',
      message: kubeadmSays.en,
      why: '`kubeadm init` needs an InitConfiguration or a ClusterConfiguration, `kubeadm join` a JoinConfiguration. Component configurations alone are not enough for `init`.',
      fix: [
        { do: 'Give the file to the command that it was written for, or add the missing document.', cost: 'None.' },
      ],
    },
    ja: {
      title: 'このコマンドが読むドキュメントがファイルにありません',
      message: kubeadmSays.ja,
      why: '`kubeadm init`にはInitConfigurationかClusterConfiguration、`kubeadm join`にはJoinConfigurationが必要です。コンポーネントの設定だけでは`init`は動きません。',
      fix: [{ do: 'ファイルを本来のコマンドに渡すか、足りないドキュメントを追加してください。', cost: 'ありません。' }],
    },
  },
  fires: [
    {
      name: 'a ResetConfiguration alone',
      kubernetesVersion: '1.34',
      text: 'apiVersion: kubeadm.k8s.io/v1beta4\n«kind: ResetConfiguration»\n',
    },
  ],
  silent: [
    {
      name: 'a ClusterConfiguration',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n',
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/config/common.go', confidence: 'source' },
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' },
  ],
});
