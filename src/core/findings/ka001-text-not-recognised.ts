// Fires where a stretch of text is none of the things that can be read here: the reader must not think that it was checked.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka001 = defineFinding({
  code: 'KA001',
  slug: 'text-not-recognised',
  severity: 'warning',
  check: (facts) => readingHits(facts, 'not-recognised'),
  text: {
    en: {
      title: 'This text was not recognised',
      message: ({ lines, triedEn }) =>
        `${lines} ${lines === 1 ? 'line was' : 'lines were'} not recognised, so nothing was checked there. Tried: ${triedEn}.`,
      why: 'A part of the paste is read only if it looks like one of the formats that were tried. The rest is left as it is, and nothing is claimed about it.',
      fix: [
        {
          do: 'Paste the whole file or the whole output from its first line: a Kubernetes file with `apiVersion` and `kind`, audit events with their braces, terminal output with the lines that kubeadm printed.',
          cost: 'None; the text stays in the box.',
        },
      ],
    },
    ja: {
      title: 'このテキストは認識できませんでした',
      message: ({ lines, triedJa }) =>
        `${lines}行を認識できなかったため、その部分は何も確認していません。試した形式: ${triedJa}。`,
      why: '貼り付けたテキストのうち、試した形式のどれかに見える部分だけを読みます。それ以外はそのまま残し、何も判断しません。',
      fix: [
        {
          do: 'ファイルや出力は、最初の行からすべて貼り付けてください。Kubernetesのファイルなら`apiVersion`と`kind`、監査イベントなら波かっこ、端末の出力ならkubeadmが表示した行が手がかりになります。',
          cost: 'ありません。テキストは入力欄に残ります。',
        },
      ],
    },
  },
  fires: [{ name: 'a note to oneself', text: '«call Sato about the new rack on Monday»' }],
  silent: [{ name: 'a kubeadm file', text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\n' }],
  see: [{ source: 'src/core/formats/unwrap.ts', confidence: 'source' }],
});
