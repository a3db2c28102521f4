// Fires where the text is a log of another program that is easily taken for an audit log: nothing in it is judged.

import { defineFinding } from './finding.ts';
import { readingHits } from './reading-hits.ts';

export const ka008 = defineFinding({
  code: 'KA008',
  slug: 'another-log',
  severity: 'warning',
  check: (facts) => readingHits(facts, 'other-log'),
  text: {
    en: {
      title: 'This is another log, not the audit log of kube-apiserver',
      message: ({ labelEn }) => `This is ${labelEn}; nothing in it was judged.`,
      why: 'Only the audit log of kube-apiserver says who sent a request and whether it was allowed. Its entries have an `auditID`, a `stage`, a `verb` and a `requestURI`. Other logs have similar names or fields, but other meanings.',
      fix: [
        {
          do: 'Paste entries of the audit log: the file that `--audit-log-path` names, or what the provider keeps as `kube-audit`.',
          cost: 'None. Without `--audit-policy-file` kube-apiserver writes no audit log at all.',
          code: 'tail -n 200 /var/log/kubernetes/audit/audit.log',
        },
      ],
    },
    ja: {
      title: '別のログです。kube-apiserverの監査ログではありません',
      message: ({ labelJa }) => `これは${labelJa}です。内容は何も判断していません。`,
      why: '誰がリクエストを送り、それが許可されたかどうかがわかるのは、kube-apiserverの監査ログだけです。その項目には`auditID`、`stage`、`verb`、`requestURI`があります。ほかのログは、名前やフィールドが似ていても意味が異なります。',
      fix: [
        {
          do: '監査ログの項目を貼り付けてください。`--audit-log-path`が指すファイルか、プロバイダーが`kube-audit`として保存しているものです。',
          cost: 'ありません。ただし、`--audit-policy-file`がなければkube-apiserverは監査ログを書きません。',
          code: 'tail -n 200 /var/log/kubernetes/audit/audit.log',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a line of auditd',
      text: '«type=SYSCALL msg=audit(1764000000.123:456): arch=c000003e syscall=59 success=yes exit=0 comm="kubelet"»\n',
    },
    {
      name: 'an Event about a Pod',
      text: '«apiVersion: v1\nkind: Event\nreason: Unhealthy\ninvolvedObject:\n  kind: Pod\n  name: kube-apiserver-cp-1»\n',
    },
  ],
  silent: [
    {
      name: 'an audit event',
      text: '{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a1","stage":"ResponseComplete","verb":"get","requestURI":"/livez"}\n',
    },
  ],
  see: [{ source: 'src/core/formats/other-logs.ts', confidence: 'source' }],
});
