// Fires where a paste is larger than this page reads at once: it says so instead of freezing.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka007 = defineFinding({
  code: 'KA007',
  slug: 'text-too-large',
  severity: 'error',
  check: (facts) => readingHits(facts, 'too-large'),
  text: {
    en: {
      title: 'The text is too large to be explained at once',
      message: ({ megabytes, limit }) =>
        `The text has about ${megabytes} million characters; up to ${limit} million are read at once. Nothing was read, and nothing was lost.`,
      why: 'Every finding is tied to a line and a column. Beyond this size that costs more time and memory than a page should take while you type.',
      fix: [
        {
          do: 'Narrow it down first: requests without a name, and requests that were refused, are the ones that matter here.',
          cost: 'What is cut away is not explained.',
          code: 'grep -E \'"system:anonymous"|"code":40[13]\' audit.log | tail -n 1000',
        },
      ],
    },
    ja: {
      title: 'テキストが大きすぎて、一度に説明できません',
      message: ({ megabytes, limit }) =>
        `テキストは約${megabytes}百万文字あり、一度に読めるのは${limit}百万文字までです。何も読み取っておらず、何も失われていません。`,
      why: '検出した内容にはすべて行と列を付けています。この大きさを超えると、入力中のページが使ってよい時間とメモリーを超えてしまいます。',
      fix: [
        {
          do: '先に絞り込んでください。ここで重要なのは、名前のないリクエストと、拒否されたリクエストです。',
          cost: '除いた部分は説明されません。',
          code: 'grep -E \'"system:anonymous"|"code":40[13]\' audit.log | tail -n 1000',
        },
      ],
    },
  },
  fires: [
    { name: 'eight million characters and more', text: '# a comment line of 40 characters ......\n', repeat: 210_000 },
  ],
  silent: [{ name: 'a kubeadm file', text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n' }],
  see: [{ source: 'src/core/formats/unwrap.ts', confidence: 'source' }],
});
