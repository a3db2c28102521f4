// Fires where a policy is named and no place to write to: the server loads it and records nothing.

import { auditWiring } from '../kubernetes/audit-wiring.ts';
import { defineFinding } from './finding.ts';

type Args = { readonly path: string };

export const ka407 = defineFinding<Args>({
  code: 'KA407',
  slug: 'audit-policy-without-log',
  severity: 'warning',
  *check({ server }) {
    if (!server) return;
    const { policy, log, standardOutput, webhook } = auditWiring(server);
    if (!policy || log || standardOutput || webhook) return;
    yield { at: policy.flag.at, args: { path: policy.flag.value } };
  },
  text: {
    en: {
      title: 'An audit policy without a log records nothing',
      message: (a) =>
        `The server reads the policy \`${a.path}\`, but neither \`audit-log-path\` nor \`audit-webhook-config-file\` says where events go. It starts, says nothing about it, and writes nothing.`,
      why: 'The policy decides what is recorded, a backend takes it. Without a backend kube-apiserver goes on as if there were no audit at all. Run with 1.20.2 and 1.28.4: both started without a word.',
      fix: [
        {
          do: 'Give it a path on a mounted folder.',
          cost: 'The log fills the host’s disk. Up to 1.35 old files are kept for ever unless `audit-log-maxage` or `audit-log-maxbackup` is set.',
          code: 'audit-log-path: /var/log/kubernetes/audit/audit.log',
        },
      ],
    },
    ja: {
      title: '書き込み先のない監査ポリシーでは何も記録されません',
      message: (a) =>
        `サーバーはポリシー\`${a.path}\`を読みますが、イベントの行き先(\`audit-log-path\`または\`audit-webhook-config-file\`)がありません。何も言わずに起動し、何も書きません。`,
      why: '何を記録するかはポリシーが決め、バックエンドがそれを受け取ります。バックエンドがなければ、kube-apiserverは監査がないものとして動きます。1.20.2と1.28.4で実測したところ、どちらも何も表示せずに起動しました。',
      fix: [
        {
          do: 'マウントしたフォルダーのパスを指定します。',
          cost: 'ログがホストのディスクを消費します。1.35までは、`audit-log-maxage`か`audit-log-maxbackup`を指定しなければ古いファイルがいつまでも残ります。',
          code: 'audit-log-path: /var/log/kubernetes/audit/audit.log',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a policy and nothing else',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-policy-file: «/etc/kubernetes/audit-policy.yaml»
  extraVolumes:
  - name: audit-policy
    hostPath: /etc/kubernetes/audit-policy.yaml
    mountPath: /etc/kubernetes/audit-policy.yaml
    readOnly: true
`,
    },
  ],
  silent: [
    {
      name: 'a webhook takes the events',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-policy-file: /etc/kubernetes/pki/audit-policy.yaml
    audit-webhook-config-file: /etc/kubernetes/pki/audit-webhook.conf
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5 (audit-policy-without-log)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5 (audit-policy-without-log)', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/server/options/audit.go', confidence: 'source' },
  ],
});
