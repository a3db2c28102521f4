// Fires where the text holds bytes that no text file has: a compressed log or a certificate in DER was pasted.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka003 = defineFinding({
  code: 'KA003',
  slug: 'binary-content',
  severity: 'error',
  check: (facts) => readingHits(facts, 'binary'),
  text: {
    en: {
      title: 'This is not text',
      message: ({ count }) =>
        `${count} characters here never stand in a text file (NUL or undecodable bytes); nothing was read.`,
      why: 'A rotated audit log is often compressed (`.gz`), and a certificate may be in DER form. Such bytes survive a copy and paste only as rubbish.',
      fix: [
        {
          do: 'Unpack it first, and paste or drop the text.',
          cost: 'None.',
          code: 'zcat audit-2026-01-01.log.gz | head -n 200',
        },
      ],
    },
    ja: {
      title: 'テキストではありません',
      message: ({ count }) =>
        `テキストファイルには現れない文字(NULや、デコードできないバイト)が${count}個あるため、何も読み取っていません。`,
      why: 'ローテートされた監査ログは圧縮(`.gz`)されていることが多く、証明書はDER形式のことがあります。こうしたバイト列は、コピーして貼り付けると壊れてしまいます。',
      fix: [
        {
          do: '先に展開してから、テキストを貼り付けるかドロップしてください。',
          cost: 'ありません。',
          code: 'zcat audit-2026-01-01.log.gz | head -n 200',
        },
      ],
    },
  },
  fires: [{ name: 'the head of a compressed file', text: '«\u001f\ufffd\u0008\u0000\u0000\u0000\u0000\u0000\u0003»' }],
  silent: [{ name: 'a kubeadm file', text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n' }],
  see: [{ source: 'src/core/formats/unwrap.ts', confidence: 'source' }],
});
