// Fires where a YAML document cannot be read by Go's YAML library, and no kubeadm verdict says it already.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka004 = defineFinding({
  code: 'KA004',
  slug: 'yaml-syntax',
  severity: 'error',
  *check(facts) {
    const told = facts.kubeadm?.problems.some((problem) => problem.kind === 'syntax') ?? false;
    if (!told) yield* readingHits(facts, 'yaml-syntax');
  },
  text: {
    en: {
      title: 'This document is not valid YAML',
      message: ({ text }) =>
        `The document was not read: \`${text}\`. The line counts from the start of this document. Other documents in the text were still read.`,
      why: 'Kubernetes reads YAML with Go’s library, and a document with one mistake is refused as a whole. Frequent causes: a tab used for indentation, a line copied without its indentation, a missing quote, a copy that ends in the middle.',
      fix: [{ do: 'Mend the marked place, or copy the file again as a whole.', cost: 'None.' }],
    },
    ja: {
      title: 'このドキュメントはYAMLとして正しくありません',
      message: ({ text }) =>
        `このドキュメントは読み取れませんでした: \`${text}\`。行番号はこのドキュメントの先頭から数えたものです。ほかのドキュメントは読み取っています。`,
      why: 'KubernetesはGoのライブラリでYAMLを読み、1か所でも誤りがあるとドキュメント全体を拒否します。よくある原因は、タブによる字下げ、字下げが失われたコピー、引用符の閉じ忘れ、途中で切れたコピーです。',
      fix: [{ do: '印の付いた箇所を直すか、ファイル全体をコピーし直してください。', cost: 'ありません。' }],
    },
  },
  fires: [
    {
      name: 'a tab as indentation in an audit policy',
      text: 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n«\t- level: Metadata»\n',
    },
  ],
  silent: [{ name: 'two spaces', text: 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n  - level: Metadata\n' }],
  see: [{ source: 'sigs.k8s.io/yaml 1.2.0–1.6.0 (go-yaml v2)', confidence: 'run' }],
});
