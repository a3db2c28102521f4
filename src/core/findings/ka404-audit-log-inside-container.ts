// Fires where the audit log is written to no volume: the server runs, and the log is lost with its container.

import { auditWiring } from '../kubernetes/audit-wiring.ts';
import { defineFinding } from './finding.ts';
import { addMount } from './flag-changes.ts';

type Args = { readonly path: string; readonly version: string };

/** From 1.22 to 1.24 the server does not start instead: KA408. */
const exits = (minor: number): boolean => minor >= 22 && minor <= 24;

export const ka404 = defineFinding<Args>({
  code: 'KA404',
  slug: 'audit-log-inside-container',
  severity: 'warning',
  *check({ server, version }) {
    if (!server?.showsMounts || exits(server.minor)) return;
    const { policy, log } = auditWiring(server);
    if (!policy || !log || log.mount !== undefined || !log.flag.value.startsWith('/')) return;
    const folder = log.flag.value.replace(/\/[^/]*$/, '');
    yield {
      at: log.flag.at,
      args: { path: log.flag.value, version: version.text },
      repair: addMount(server, { name: 'audit-log', path: folder, readOnly: false, pathType: 'DirectoryOrCreate' }),
    };
  },
  text: {
    en: {
      title: 'The audit log is written inside the container and lost with it',
      message: (a) =>
        `No volume brings the folder of \`${a.path}\` from the host. ${a.version} makes the folder inside the container and writes there; nothing shows on the host, and each restart of the container begins with an empty log.`,
      why: 'A container’s own files go when the container goes. Up to 1.21 the folder is made when the first event is written, from 1.25 at the start; both without a word. (From 1.22 to 1.24 a missing folder stops the server.)\n\nWith anonymous requests off this is worse than it sounds: the probes have the server restarted about every five minutes, and each restart takes the log along.',
      repair: 'Mounts the log’s folder from the host, which then fills with it.',
      fix: [
        {
          do: 'Mount the folder, not the single file: rotation renames the file, and that fails on a single-file mount.',
          cost: 'The log then fills the host’s disk. Up to 1.35 old files are kept for ever unless `audit-log-maxage` or `audit-log-maxbackup` is set.',
          code: `extraVolumes:
- name: audit-log
  hostPath: /var/log/kubernetes/audit
  mountPath: /var/log/kubernetes/audit
  pathType: DirectoryOrCreate`,
        },
      ],
    },
    ja: {
      title: '監査ログがコンテナの中に書かれ、コンテナとともに消えます',
      message: (a) =>
        `\`${a.path}\`のフォルダーをホストから持ち込むボリュームがありません。${a.version}はコンテナの中にフォルダーを作って書き込みます。ホストには何も現れず、コンテナが再起動するたびにログは空から始まります。`,
      why: 'コンテナ自身のファイルは、コンテナとともに消えます。フォルダーは、1.21までは最初のイベントを書くとき、1.25以降は起動時に、どちらも何の表示もなく作られます(1.22〜1.24では、フォルダーがないとサーバーが起動しません)。\n\n匿名リクエストが無効な場合は影響がさらに大きくなります。プローブのためにサーバーが約5分ごとに再起動し、そのたびにログが失われるためです。',
      repair: 'ログのフォルダーをホストからマウントします。ログはホストのディスクを消費します。',
      fix: [
        {
          do: 'ファイル単体ではなく、フォルダーをマウントします。ローテーションはファイル名を変えるので、ファイル単体のマウントでは失敗します。',
          cost: 'ログがホストのディスクを消費します。1.35までは、`audit-log-maxage`か`audit-log-maxbackup`を指定しなければ古いファイルがいつまでも残ります。',
          code: `extraVolumes:
- name: audit-log
  hostPath: /var/log/kubernetes/audit
  mountPath: /var/log/kubernetes/audit
  pathType: DirectoryOrCreate`,
        },
      ],
    },
  },
  fires: [
    {
      name: 'only the policy is mounted',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: «/var/log/kubernetes/audit/audit.log»
    audit-policy-file: /etc/kubernetes/audit-policy.yaml
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
      name: 'events go to the standard output',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: "-"
    audit-policy-file: /etc/kubernetes/pki/audit-policy.yaml
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5 (audit-logdir-missing)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5 (audit-logdir-missing)', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/server/options/audit.go', until: 21, confidence: 'source' },
    { source: 'k8s.io/apiserver pkg/server/options/audit.go', since: 25, confidence: 'source' },
  ],
});
