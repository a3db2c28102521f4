// Fires where the last audit event is cut off: the copy ended in its middle, or the file is still being written.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka006 = defineFinding({
  code: 'KA006',
  slug: 'last-entry-cut-off',
  severity: 'warning',
  check: (facts) => readingHits(facts, 'json-truncated'),
  text: {
    en: {
      title: 'The last entry is cut off',
      message: ({ kept }) =>
        `The text ends in the middle of an event, which was not read. ${kept} complete ${kept === 1 ? 'event was' : 'events were'} read.`,
      why: 'The copy ended too early, or the log was read while kube-apiserver was writing the line.',
      fix: [{ do: 'Copy once more, down to the closing brace.', cost: 'None.' }],
    },
    ja: {
      title: '最後の項目が途中で切れています',
      message: ({ kept }) =>
        `テキストがイベントの途中で終わっているため、そのイベントは読み取っていません。完全なイベントは${kept}件読み取りました。`,
      why: 'コピーが途中で終わったか、kube-apiserverが行を書いている最中にログを読んだものです。',
      fix: [{ do: '閉じ波かっこまで、もう一度コピーしてください。', cost: 'ありません。' }],
    },
  },
  fires: [
    {
      name: 'one event and a half',
      text: `{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a1","stage":"ResponseComplete","verb":"get","requestURI":"/livez"}
«{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a2","stage":"Respons»`,
    },
  ],
  silent: [
    {
      name: 'one whole event',
      text: '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a1","stage":"ResponseComplete","verb":"get","requestURI":"/livez"}\n',
    },
  ],
  see: [{ source: 'k8s.io/apiserver plugin/pkg/audit/log/backend.go', confidence: 'source' }],
});
