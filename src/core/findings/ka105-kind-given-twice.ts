// Fires where two documents have the same kind: kubeadm refuses the file and does not merge them.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka105 = defineFinding<KubeadmArgs>({
  code: 'KA105',
  slug: 'kind-given-twice',
  severity: 'error',
  check: (facts) => kubeadmHits(facts, 'duplicate-kind'),
  text: {
    en: {
      title: 'The same kind stands twice in the file',
      message: kubeadmSays.en,
      why: 'kubeadm compares kinds by name only, so two ClusterConfigurations collide even in different apiVersions. They are never merged.',
      fix: [{ do: 'Merge the two into one document, or keep one of them in another file.', cost: 'None.' }],
    },
    ja: {
      title: '同じkindが2回書かれています',
      message: kubeadmSays.ja,
      why: 'kubeadmはkindを名前だけで比べます。apiVersionが違っていても、ClusterConfigurationが2つあれば衝突し、統合されることはありません。',
      fix: [{ do: '2つを1つのドキュメントにまとめるか、片方を別のファイルに移してください。', cost: 'ありません。' }],
    },
  },
  fires: [
    {
      name: 'two ClusterConfigurations',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n---\napiVersion: kubeadm.k8s.io/v1beta3\n«kind: ClusterConfiguration»\n',
    },
  ],
  silent: [
    {
      name: 'two different kinds',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n---\napiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\n',
    },
  ],
  see: [{ source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' }],
});
