// Fires where a key stands twice in one mapping: the last one wins and the first is lost, with a warning or an error.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka112 = defineFinding<KubeadmArgs>({
  code: 'KA112',
  slug: 'key-given-twice',
  severity: 'warning',
  check: (facts) => kubeadmHits(facts, 'duplicate-key'),
  text: {
    en: {
      title: 'A key stands twice: only the last one counts',
      message: kubeadmSays.en,
      why: 'Where kubeadm goes on, the last value wins and the earlier block is lost as a whole: a second `extraArgs:` drops everything in the first. `config validate` and, from 1.28 on, `config migrate` refuse the file.',
      fix: [{ do: 'Merge the two blocks under one key.', cost: 'None.' }],
    },
    ja: {
      title: '同じキーが2回あり、最後のものだけが有効です',
      message: kubeadmSays.ja,
      why: 'kubeadmが先へ進む場合は最後の値が使われ、前のブロックは丸ごと失われます。たとえば2つ目の`extraArgs:`は、1つ目の内容をすべて消してしまいます。`config validate`と1.28以降の`config migrate`はファイルを拒否します。',
      fix: [{ do: '2つのブロックを1つのキーにまとめます。', cost: 'ありません。' }],
    },
  },
  fires: [
    {
      name: 'two blocks of extraArgs',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\napiServer:\n  extraArgs:\n    profiling: "false"\n  «extraArgs»:\n    anonymous-auth: "true"\n',
    },
  ],
  silent: [
    {
      name: 'one block',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\napiServer:\n  extraArgs:\n    profiling: "false"\n    anonymous-auth: "true"\n',
    },
  ],
  see: [
    { source: 'v1.28.4/validate', since: 28, until: 28, confidence: 'run' },
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' },
  ],
});
