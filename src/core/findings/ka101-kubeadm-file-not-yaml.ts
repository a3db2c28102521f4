// Fires where kubeadm cannot read the file as YAML: it stops before it looks at any setting.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka101 = defineFinding<KubeadmArgs>({
  code: 'KA101',
  slug: 'kubeadm-file-not-yaml',
  severity: 'error',
  check: (facts) => kubeadmHits(facts, 'syntax'),
  text: {
    en: {
      title: 'kubeadm cannot read this as YAML',
      message: (args) =>
        `${kubeadmSays.en(args)}${args.text.endsWith('…') ? ' (Go’s own wording for this fault is not in our tables.)' : ''} The line counts from the start of this document, not of the file.`,
      why: 'kubeadm splits the file at lines that start with `---` and gives each part to Go’s YAML reader (go-yaml v2). One mistake refuses the part, and with it the file; line numbers start anew in each part. Frequent causes: a tab used for indentation, a list item or a key at the wrong indentation, a missing blank after a colon, a quote that is not closed.',
      fix: [
        {
          do: 'Mend the marked place: indent with blanks, put a blank behind each colon, close every quote and bracket.',
          cost: 'None.',
        },
      ],
    },
    ja: {
      title: 'kubeadmがこれをYAMLとして読み取れません',
      message: (args) =>
        `${kubeadmSays.ja(args)}${args.text.endsWith('…') ? '(この誤りに対するGoの正確な文面は、まだ表にありません)' : ''} 行番号はファイルではなく、このドキュメントの先頭から数えたものです。`,
      why: 'kubeadmは`---`で始まる行でファイルを区切り、それぞれをGoのYAMLリーダー(go-yaml v2)に渡します。誤りが1つでもあるとその部分が拒否され、ファイル全体も拒否されます。行番号は部分ごとに1から数え直されます。よくある原因は、タブによる字下げ、リストやキーの字下げの誤り、コロンの後の空白の不足、引用符の閉じ忘れです。',
      fix: [
        {
          do: '印の付いた箇所を直します。字下げには空白を使い、コロンの後に空白を入れ、引用符とかっこを閉じてください。',
          cost: 'ありません。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a tab as indentation',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\napiServer:\n«	extraArgs: {}»\n',
    },
    {
      name: 'a value that holds a colon',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\nclusterName: a«: b»\n',
    },
  ],
  silent: [
    {
      name: 'blanks',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\napiServer:\n  extraArgs: {}\n',
    },
  ],
  see: [
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/marshal.go', confidence: 'source' },
  ],
});
