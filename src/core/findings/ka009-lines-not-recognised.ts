// Fires where only some lines of a paste can be read: the rest must not pass for checked, and must not hide what was found.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka009 = defineFinding({
  code: 'KA009',
  slug: 'lines-not-recognised',
  severity: 'note',
  check: (facts) => readingHits(facts, 'lines-not-recognised'),
  text: {
    en: {
      title: 'Some lines were not recognised',
      message: ({ lines, places, triedEn }) =>
        `Nothing was checked in ${lines === 1 ? '1 line' : `${lines} lines`}${places === 1 ? '' : `, in ${places} places; this is the first`}. Tried: ${triedEn}.`,
      why: 'A part of the paste is read only if it looks like one of the formats that were tried. Prompts, comments and other output between them are left as they are, and nothing is claimed about them.',
      fix: [
        {
          do: 'If one of these lines matters, paste what it belongs to as a whole: a Kubernetes file with `apiVersion` and `kind`, audit events with their braces, terminal output from the first line that kubeadm printed.',
          cost: 'None; the text stays in the box.',
        },
      ],
    },
    ja: {
      title: '認識できない行があります',
      message: ({ lines, places, triedJa }) =>
        `${lines}行${places === 1 ? '' : `(${places}か所。ここは最初の1か所)`}は何も確認していません。試した形式: ${triedJa}。`,
      why: '貼り付けたテキストのうち、試した形式のどれかに見える部分だけを読みます。その間にあるプロンプト、コメント、ほかの出力はそのまま残し、何も判断しません。',
      fix: [
        {
          do: 'その行が関係する場合は、まとまり全体を貼り付けてください。Kubernetesのファイルなら`apiVersion`と`kind`、監査イベントなら波かっこ、端末の出力ならkubeadmが表示した最初の行から必要です。',
          cost: 'ありません。テキストは入力欄に残ります。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a note behind the output',
      text: `error execution phase preflight: couldn't validate the identity of the API Server: Unauthorized

«ask Sato about this tomorrow»
`,
    },
    {
      name: 'prompts before an event',
      text: `«# cd /var/log/kubernetes/audit
# tail -1 audit.log»
{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"8f2c1a52-9a51-4a8e-9a39-0b4c1f6d2e11","stage":"ResponseComplete","verb":"get","requestURI":"/version","user":{"username":"jane"}}
`,
    },
  ],
  silent: [{ name: 'nothing is recognised at all', text: 'call Sato about the new rack on Monday' }],
  see: [{ source: 'src/core/formats/unwrap.ts', confidence: 'source' }],
});
