// Fires from 1.22 to 1.24 where no volume brings the log's folder: these versions exit instead of making it.

import { auditWiring } from '../kubernetes/audit-wiring.ts';
import { defineFinding } from './finding.ts';
import { addMount } from './flag-changes.ts';

type Args = { readonly path: string; readonly version: string };

export const ka408 = defineFinding<Args>({
  code: 'KA408',
  slug: 'audit-log-folder-missing',
  severity: 'error',
  *check({ server, version }) {
    if (!server?.showsMounts || server.minor < 22 || server.minor > 24) return;
    const { log } = auditWiring(server);
    if (!log || log.mount !== undefined || !log.flag.value.startsWith('/')) return;
    const folder = log.flag.value.replace(/\/[^/]*$/, '');
    yield {
      at: log.flag.at,
      args: { path: log.flag.value, version: version.text },
      repair: addMount(server, { name: 'audit-log', path: folder, readOnly: false, pathType: 'DirectoryOrCreate' }),
    };
  },
  text: {
    en: {
      title: 'The folder of the audit log is missing: the API server does not start',
      message: (a) =>
        `No volume brings the folder of \`${a.path}\` into the container, and ${a.version} does not make it: it exits with \`ensureLogFile: open ${a.path}: no such file or directory\`, unless the folder is in the image.`,
      why: '1.22 began to open the log file at the start instead of with the first event; making the folder for it came with 1.25. Between them the folder has to be there. Read in source, not run.\n\nUp to 1.21 and from 1.25 the server makes the folder inside its container, and the log is lost with it.',
      repair: 'Mounts the log’s folder from the host, which then fills with it.',
      fix: [
        {
          do: 'Mount the folder from the host.',
          cost: 'The log then fills the host’s disk. Old files are kept for ever unless `audit-log-maxage` or `audit-log-maxbackup` is set.',
          code: `extraVolumes:
- name: audit-log
  hostPath: /var/log/kubernetes/audit
  mountPath: /var/log/kubernetes/audit
  pathType: DirectoryOrCreate`,
        },
      ],
    },
    ja: {
      title: '監査ログのフォルダーがなく、APIサーバーが起動しません',
      message: (a) =>
        `\`${a.path}\`のフォルダーをコンテナに持ち込むボリュームがなく、${a.version}は自分では作りません。フォルダーがイメージにない限り、\`ensureLogFile: open ${a.path}: no such file or directory\`と出して終了します。`,
      why: '1.22から、ログファイルは最初のイベントではなく起動時に開かれるようになりました。フォルダーも作るようになったのは1.25です。その間のバージョンでは、フォルダーが先になければなりません。ソースで確認したもので、実行はしていません。\n\n1.21までと1.25以降は、サーバーがコンテナの中にフォルダーを作り、ログはコンテナとともに消えます。',
      repair: 'ログのフォルダーをホストからマウントします。ログはホストのディスクを消費します。',
      fix: [
        {
          do: 'フォルダーをホストからマウントします。',
          cost: 'ログがホストのディスクを消費します。`audit-log-maxage`か`audit-log-maxbackup`を指定しなければ、古いファイルがいつまでも残ります。',
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
      name: '1.23 without a volume for the log',
      kubernetesVersion: '1.23',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.23.6
apiServer:
  extraArgs:
    audit-log-path: «/var/log/kubernetes/audit/audit.log»
`,
    },
  ],
  silent: [
    {
      name: '1.28 makes the folder itself',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: /var/log/kubernetes/audit/audit.log
`,
    },
  ],
  see: [{ source: 'k8s.io/apiserver pkg/server/options/audit.go', since: 22, until: 24, confidence: 'source' }],
});
