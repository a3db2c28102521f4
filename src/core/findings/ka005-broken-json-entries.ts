// Fires where entries between good audit events are no JSON: they were skipped, and the reader must know how many.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka005 = defineFinding({
  code: 'KA005',
  slug: 'broken-json-entries',
  severity: 'warning',
  check: (facts) => readingHits(facts, 'json-syntax'),
  text: {
    en: {
      title: 'Some entries are not valid JSON and were skipped',
      message: ({ broken, kept, lines }) =>
        `${broken} ${broken === 1 ? 'entry' : 'entries'} could not be read and ${broken === 1 ? 'was' : 'were'} skipped, the first one here${lines ? ` (${String(lines).includes(',') ? 'lines' : 'line'} ${lines})` : ''}; ${kept} ${kept === 1 ? 'event was' : 'events were'} read.`,
      why: 'kube-apiserver writes one complete JSON object per event. An entry that is none was changed on its way: a terminal broke the line, a viewer cut it, or other text was mixed in.',
      fix: [
        {
          do: 'Copy from the file instead of the screen.',
          cost: 'None.',
          code: 'tail -n 200 /var/log/kubernetes/audit/audit.log',
        },
      ],
    },
    ja: {
      title: 'JSONとして読めない項目があり、飛ばしました',
      message: ({ broken, kept, lines }) =>
        `${broken}件を読み取れずに飛ばしました(最初の1件がここです${lines ? `。行: ${lines}` : ''})。${kept}件のイベントは読み取っています。`,
      why: 'kube-apiserverは1つのイベントを1つの完全なJSONオブジェクトとして書きます。そうなっていない項目は、端末での折り返し、ビューアーによる切り詰め、ほかのテキストの混入などで途中で変わったものです。',
      fix: [
        {
          do: '画面からではなく、ファイルからコピーしてください。',
          cost: 'ありません。',
          code: 'tail -n 200 /var/log/kubernetes/audit/audit.log',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a line broken by the terminal between two good ones',
      text: `{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a1","stage":"ResponseComplete","verb":"get","requestURI":"/livez"}
«{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a2","stage":"Respo nseComplete,"verb":"get"}»
{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a3","stage":"ResponseComplete","verb":"get","requestURI":"/livez"}
`,
    },
  ],
  silent: [
    {
      name: 'one event in one line',
      text: '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a1","stage":"ResponseComplete","verb":"get","requestURI":"/livez"}\n',
    },
  ],
  see: [{ source: 'k8s.io/apiserver plugin/pkg/audit/log/backend.go', confidence: 'source' }],
});
