// Fires where the audit log of the server is wired from end to end: says which host files belong to it.

import { auditWiring, isVolume, type AuditFile } from '../kubernetes/audit-wiring.ts';
import { defineFinding } from './finding.ts';

type Args = {
  readonly policy: string;
  readonly policyOnHost: string;
  readonly log: string;
  readonly logOnHost: string;
  readonly standardOutput: boolean;
};

function canWrite(log: AuditFile | undefined): boolean {
  return isVolume(log?.mount) && !log.mount.readOnly;
}

export const ka401 = defineFinding<Args>({
  code: 'KA401',
  slug: 'audit-log-wired',
  severity: 'note',
  *check({ server }) {
    if (!server?.showsMounts || server.failures.some(({ kind }) => kind === 'audit')) return;
    const { policy, log, standardOutput } = auditWiring(server);
    if (!policy?.mount || (!standardOutput && !canWrite(log))) return;
    yield {
      at: policy.flag.at,
      args: {
        policy: policy.flag.value,
        policyOnHost: policy.hostPath,
        log: log?.flag.value ?? '-',
        logOnHost: log?.hostPath ?? '',
        standardOutput: standardOutput !== undefined,
      },
    };
  },
  text: {
    en: {
      title: 'The audit log is wired from end to end',
      message: (a) =>
        `kube-apiserver reads its policy from \`${a.policy}\`, which is \`${a.policyOnHost}\` on the host, and ${
          a.standardOutput
            ? 'writes events to its standard output, among its own log lines (`kubectl -n kube-system logs`).'
            : `writes events to \`${a.log}\`, which is \`${a.logOnHost}\` on the host.`
        }`,
      why: 'kube-apiserver runs in a container. A file exists for it only if a volume brings it in, and what it writes outlives the container only on a volume. kubeadm mounts the volumes, but it does not copy the policy: the file must lie on every control-plane host before the server starts there.\n\nThe policy is read once, at the start. A changed policy takes effect when the server is started again.',
      fix: [
        {
          do: 'Watch what it writes about requests without a name and about refusals.',
          cost: 'None: it only reads. A policy that picks by user names never shows a 401.',
          code: `tail -f LOG | jq -c 'select(.user.username == "system:anonymous" or .responseStatus.code == 401)'`,
        },
      ],
    },
    ja: {
      title: '監査ログは端から端までつながっています',
      message: (a) =>
        `kube-apiserverは\`${a.policy}\`(ホスト上では\`${a.policyOnHost}\`)からポリシーを読み、${
          a.standardOutput
            ? 'イベントを標準出力に書きます。自身のログの行に混ざります(`kubectl -n kube-system logs`)。'
            : `イベントを\`${a.log}\`(ホスト上では\`${a.logOnHost}\`)に書きます。`
        }`,
      why: 'kube-apiserverはコンテナで動きます。ファイルはボリュームで持ち込まなければ存在せず、書いたものもボリューム上でなければコンテナとともに消えます。kubeadmはボリュームをマウントしますが、ポリシーをコピーしません。ファイルは、サーバーを起動する前にすべてのコントロールプレーンホストに置いておく必要があります。\n\nポリシーは起動時に一度だけ読まれます。変更を反映するには再起動が必要です。',
      fix: [
        {
          do: '名前のないリクエストと、拒否されたリクエストを眺めます。',
          cost: 'ありません(読むだけです)。ユーザー名で選ぶポリシーでは、401は出てきません。',
          code: `tail -f LOG | jq -c 'select(.user.username == "system:anonymous" or .responseStatus.code == 401)'`,
        },
      ],
    },
  },
  fires: [
    {
      name: 'policy file and log folder by extraVolumes',
      kubernetesVersion: '1.20',
      text: `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.20.2
apiServer:
  extraArgs:
    audit-log-path: /var/log/kubernetes/audit/audit.log
    audit-policy-file: «/etc/kubernetes/audit-policy.yaml»
  extraVolumes:
  - name: audit-policy
    hostPath: /etc/kubernetes/audit-policy.yaml
    mountPath: /etc/kubernetes/audit-policy.yaml
    readOnly: true
    pathType: File
  - name: audit-log
    hostPath: /var/log/kubernetes/audit
    mountPath: /var/log/kubernetes/audit
    pathType: DirectoryOrCreate
`,
    },
  ],
  silent: [
    {
      name: 'no audit flags at all',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n',
    },
  ],
  see: [
    { source: 'v1.20.2/K4-article-true', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/server/options/audit.go', confidence: 'source' },
  ],
});
