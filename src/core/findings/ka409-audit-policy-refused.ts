// Fires on a policy that kube-apiserver does not load: it exits at its start, with this text.

import { auditWiring } from '../kubernetes/audit-wiring.ts';
import type { Facts } from '../kubernetes/facts.ts';
import { formatPath } from '../source/path.ts';
import { defineFinding, type Hit } from './finding.ts';

type Args = { readonly text: string; readonly field: string; readonly file: string; readonly faults: number };

function* check({ policies, server }: Facts): Generator<Hit<Args>> {
  const file = server ? (auditWiring(server).policy?.flag.value ?? '…') : '…';
  for (const { object, problems } of policies) {
    for (const { path, text } of problems) {
      const args = { text: text.replaceAll('`', "'"), field: formatPath(path), file, faults: problems.length };
      yield { at: { object, path }, args };
    }
  }
}

export const ka409 = defineFinding<Args>({
  code: 'KA409',
  slug: 'audit-policy-refused',
  severity: 'error',
  check,
  text: {
    en: {
      title: 'kube-apiserver refuses this audit policy and does not start',
      message: (a) =>
        a.text === ''
          ? `\`${a.field}\` has a value of the wrong type. kube-apiserver exits with \`loading audit policy file: failed decoding: …\`; the words behind it differ by version.`
          : a.faults === 1
            ? `kube-apiserver exits with \`loading audit policy file: ${a.text}${a.text.startsWith('failed decoding') ? ' …' : ''}: from file ${a.file}\`.`
            : `One of ${a.faults} faults, which kube-apiserver lists in one line when it exits: \`${a.text}\`.`,
      why: 'The policy is read at the start, and a fault in it stops the server: in a kubeadm cluster the static Pod then restarts without end, and nobody can ask the API server why. The text stands in the log of the exited container.\n\nNames of levels and stages count as written: `metadata` is not `Metadata`.',
      fix: [
        {
          do: 'Mend the field, on every control-plane host, and look at the log of the newest container.',
          cost: 'None, as long as the server is down. A policy without faults takes effect at the next start.',
          code: 'crictl ps -a --name kube-apiserver; crictl logs CONTAINER-ID',
        },
      ],
    },
    ja: {
      title: 'kube-apiserverがこの監査ポリシーを受け付けず、起動しません',
      message: (a) =>
        a.text === ''
          ? `\`${a.field}\`の値の型が違います。kube-apiserverは\`loading audit policy file: failed decoding: …\`と出して終了します(後ろの文面はバージョンで異なります)。`
          : a.faults === 1
            ? `kube-apiserverは\`loading audit policy file: ${a.text}${a.text.startsWith('failed decoding') ? ' …' : ''}: from file ${a.file}\`と出して終了します。`
            : `${a.faults}件の誤りの1つです(kube-apiserverは終了時に1行にまとめて出します): \`${a.text}\``,
      why: 'ポリシーは起動時に読まれ、誤りがあるとサーバーは止まります。kubeadmのクラスターでは静的Podが再起動を繰り返し、APIサーバーに理由を尋ねることもできません。文面は、終了したコンテナのログにあります。\n\nレベルやステージの名前は、大文字と小文字まで書いたとおりに扱われます。`metadata`は`Metadata`ではありません。',
      fix: [
        {
          do: 'すべてのコントロールプレーンホストで項目を直し、最新のコンテナのログを確認します。',
          cost: 'サーバーが止まっている間は、ありません。正しいポリシーは次の起動から有効になります。',
          code: 'crictl ps -a --name kube-apiserver; crictl logs CONTAINER-ID',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a level in lower case',
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
- level: «metadata»
`,
    },
    {
      name: 'a version of the kind that is gone (1.24 and newer)',
      kubernetesVersion: '1.28',
      text: `apiVersion: «audit.k8s.io/v1beta1»
kind: Policy
rules:
- level: Metadata
`,
    },
    {
      name: 'two faults',
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages: [«RequestRecieved»]
rules:
- level: None
  nonResourceURLs: [«livez»]
`,
    },
  ],
  silent: [
    {
      name: 'the older version, where it was still taken',
      kubernetesVersion: '1.20',
      text: `apiVersion: audit.k8s.io/v1beta1
kind: Policy
rules:
- level: Metadata
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5 (policy:*)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5 (policy:*), audit-policy-load-1.28.4.jsonl', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/apis/audit/validation/validation.go', confidence: 'source' },
  ],
});
