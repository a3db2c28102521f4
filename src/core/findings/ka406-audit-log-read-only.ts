// Fires where the audit log lies on a volume that is mounted read-only: from 1.22 the server does not start, before it cannot write.

import type { Place } from '../kubernetes/facts.ts';
import { auditWiring, isVolume } from '../kubernetes/audit-wiring.ts';
import { defineFinding } from './finding.ts';
import type { Change } from './repair.ts';

function makeWritable(at: Place): readonly Change[] {
  return 'path' in at ? [{ change: 'set', at: { ...at, path: [...at.path, 'readOnly'] }, was: true, to: false }] : [];
}

type Args = { readonly path: string; readonly starts: boolean; readonly version: string };

export const ka406 = defineFinding<Args>({
  code: 'KA406',
  slug: 'audit-log-read-only',
  severity: 'error',
  *check({ server, version }) {
    if (!server) return;
    const { log } = auditWiring(server);
    if (!log) return;
    const readOnly = isVolume(log.mount) ? log.mount.readOnly : log.mount === 'kubeadm default';
    if (!readOnly) return;
    yield {
      at: isVolume(log.mount) ? log.mount.at : log.flag.at,
      args: { path: log.flag.value, starts: server.minor <= 21, version: version.text },
      repair: isVolume(log.mount) ? makeWritable(log.mount.at) : [],
    };
  },
  text: {
    en: {
      title: 'The audit log lies on a read-only mount',
      message: (a) =>
        `\`${a.path}\` is on a volume that the container may only read. ${a.starts ? `${a.version} starts, and then fails to write each event.` : `${a.version} does not start: \`ensureLogFile: open ${a.path}: read-only file system\`.`}`,
      why: 'From 1.22 kube-apiserver opens the log file at its start and exits if it cannot. Older versions open it when the first event comes, and complain in their own log from then on. Read in source, not run.\n\nkubeadm mounts its own folders (such as the certificates) read-only; a volume of `extraVolumes` may be written unless it says `readOnly: true`.',
      repair: 'Lets the container write to this volume.',
      fix: [
        { do: 'Remove `readOnly` from this volume (false is the default).', cost: 'None.', code: 'readOnly: false' },
      ],
    },
    ja: {
      title: '監査ログが読み取り専用のマウントにあります',
      message: (a) =>
        `\`${a.path}\`は、コンテナからは読み取りしかできないボリュームにあります。${a.starts ? `${a.version}は起動しますが、その後イベントを書くたびに失敗します。` : `${a.version}は起動しません: \`ensureLogFile: open ${a.path}: read-only file system\``}`,
      why: '1.22以降のkube-apiserverは起動時にログファイルを開き、開けなければ終了します。それより前は最初のイベントで開き、以後は自身のログにエラーを出します。ソースで確認したもので、実行はしていません。\n\nkubeadm自身のフォルダー(証明書など)は読み取り専用でマウントされます。`extraVolumes`のボリュームは、`readOnly: true`と書かなければ書き込めます。',
      repair: 'コンテナがこのボリュームに書き込めるようにします。',
      fix: [
        {
          do: 'このボリュームから`readOnly`を外します(既定値はfalseです)。',
          cost: 'ありません。',
          code: 'readOnly: false',
        },
      ],
    },
  },
  fires: [
    {
      name: 'the log folder with readOnly: true',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: /var/log/kubernetes/audit/audit.log
  extraVolumes:
  - «name: audit-log
    hostPath: /var/log/kubernetes/audit
    mountPath: /var/log/kubernetes/audit
    readOnly: true»
`,
    },
  ],
  silent: [
    {
      name: 'the policy may be read-only',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: "-"
    audit-policy-file: /etc/kubernetes/audit-policy.yaml
  extraVolumes:
  - name: audit-policy
    hostPath: /etc/kubernetes/audit-policy.yaml
    mountPath: /etc/kubernetes/audit-policy.yaml
    readOnly: true
`,
    },
  ],
  see: [{ source: 'k8s.io/apiserver pkg/server/options/audit.go', confidence: 'source' }],
});
