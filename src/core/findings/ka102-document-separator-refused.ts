// Fires where text stands behind a document separator: kubeadm from 1.22 on refuses the file.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka102 = defineFinding<KubeadmArgs>({
  code: 'KA102',
  slug: 'document-separator-refused',
  severity: 'error',
  check: (facts) => kubeadmHits(facts, 'separator'),
  text: {
    en: {
      title: 'Text behind `---` refuses the file',
      message: kubeadmSays.en,
      why: 'From 1.22 on only blanks and a comment may follow `---` in its line. Up to 1.21 such a line does not separate at all, and what follows it is silently dropped.',
      fix: [{ do: 'Put the text on a line of its own, or behind a `#`.', cost: 'None.', code: '--- # comment' }],
    },
    ja: {
      title: '`---`の後ろに文字があるため、ファイルが拒否されます',
      message: kubeadmSays.ja,
      why: '1.22以降、`---`の行の残りに書けるのは空白とコメントだけです。1.21まではこの行が区切りとして扱われず、後ろのドキュメントは何の表示もなく捨てられます。',
      fix: [{ do: '文字を次の行に移すか、`#`の後ろに書きます。', cost: 'ありません。', code: '--- # comment' }],
    },
  },
  fires: [
    {
      name: 'a title behind the dashes',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n«--- init»\napiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\n',
    },
  ],
  silent: [
    {
      name: 'a comment is allowed from 1.22 on',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n--- # init\napiVersion: kubeadm.k8s.io/v1beta3\nkind: InitConfiguration\n',
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/config/common.go', since: 22, confidence: 'source' },
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 28, until: 28, confidence: 'run' },
  ],
});
