// Fires where the server has a place for audit events and no policy: it starts, says nothing and records nothing.

import { auditWiring } from '../kubernetes/audit-wiring.ts';
import { defineFinding } from './finding.ts';

type Args = { readonly backend: string; readonly value: string; readonly makesFile: boolean };

export const ka402 = defineFinding<Args>({
  code: 'KA402',
  slug: 'audit-log-without-policy',
  severity: 'warning',
  *check({ server }) {
    if (!server) return;
    const { policy, log, standardOutput, webhook } = auditWiring(server);
    const backend = log?.flag ?? standardOutput ?? webhook;
    if (policy || !backend) return;
    yield {
      at: backend.at,
      args: { backend: backend.name, value: backend.value, makesFile: log !== undefined && server.minor >= 28 },
    };
  },
  text: {
    en: {
      title: 'An audit log without a policy records nothing',
      message: (a) =>
        `\`${a.backend}: ${a.value}\` is set and \`audit-policy-file\` is not. The server starts and says nothing about it, and not one event is written${a.makesFile ? ' (the file is made and stays empty)' : ''}.`,
      why: 'The policy decides what is recorded, and without one the answer is: nothing. This is no error for kube-apiserver. It mentions it only at verbosity 2: `No audit policy file provided, no events will be recorded for log backend`.\n\nRun with 1.20.2 (no file was made) and 1.28.4 (the file was made and stayed empty).',
      fix: [
        {
          do: 'Name a policy with `audit-policy-file`, and mount the file with `extraVolumes`. This one records who did what, without any bodies.',
          cost: 'The file has to lie on every control-plane host. One line per request, probes and controllers included: easily a hundred lines a minute on an idle cluster.',
          code: 'apiVersion: audit.k8s.io/v1\nkind: Policy\nomitStages:\n- RequestReceived\nrules:\n- level: Metadata',
        },
      ],
    },
    ja: {
      title: 'ポリシーのない監査ログには何も記録されません',
      message: (a) =>
        `\`${a.backend}: ${a.value}\`はありますが、\`audit-policy-file\`がありません。サーバーは何も言わずに起動し、イベントは1つも書かれません${a.makesFile ? '(ファイルは作られますが、空のままです)' : ''}。`,
      why: '何を記録するかはポリシーが決めます。ポリシーがなければ、何も記録しません。kube-apiserverにとってこれはエラーではなく、詳細度2のログに`No audit policy file provided, no events will be recorded for log backend`と出るだけです。\n\n1.20.2(ファイルは作られない)と1.28.4(ファイルは作られ、空のまま)で実測しました。',
      fix: [
        {
          do: '`audit-policy-file`でポリシーを指定し、ファイルを`extraVolumes`でマウントします。次のポリシーは、誰が何をしたかを本文なしで記録します。',
          cost: 'ファイルはすべてのコントロールプレーンホストに必要です。プローブやコントローラーも含めて1リクエストにつき1行になり、何もしていないクラスターでも毎分100行を軽く超えます。',
          code: 'apiVersion: audit.k8s.io/v1\nkind: Policy\nomitStages:\n- RequestReceived\nrules:\n- level: Metadata',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a path and no policy',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: «/var/log/kubernetes/audit/audit.log»
  extraVolumes:
  - name: audit-log
    hostPath: /var/log/kubernetes/audit
    mountPath: /var/log/kubernetes/audit
    pathType: DirectoryOrCreate
`,
    },
  ],
  silent: [
    {
      name: 'only sizes: there is no place to write to',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-maxsize: "100"
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5 (audit-log-without-policy)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5 (audit-log-without-policy)', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/server/options/audit.go', confidence: 'source' },
  ],
});
