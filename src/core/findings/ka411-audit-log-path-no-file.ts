// Fires where --audit-log-path names a mounted folder itself, or a path below a mounted file: the server cannot open it.

import { auditWiring, isVolume } from '../kubernetes/audit-wiring.ts';
import { defineFinding } from './finding.ts';

export const ka411 = defineFinding({
  code: 'KA411',
  slug: 'audit-log-path-no-file',
  severity: 'error',
  *check({ server, version }) {
    const log = server && auditWiring(server).log;
    if (!log || !isVolume(log.mount)) return;
    const { pathType, mountPath } = log.mount;
    const isSame = mountPath === log.flag.value;
    const folder = isSame && pathType.startsWith('Directory');
    if (!folder && (isSame || !pathType.startsWith('File'))) return;
    const refusal = server.failures.find(({ text }) =>
      /^ensureLogFile: (?:open .*: is a|mkdir .*: not a) directory$/.test(text),
    );
    const args = { path: log.flag.value, mountPath, folder, version: version.text, text: refusal?.text ?? '' };
    yield { at: log.flag.at, args };
  },
  text: {
    en: {
      title: 'The audit log’s path is no place for a file',
      message: ({ path, mountPath, folder, version, text }) =>
        `${folder ? `\`${path}\` is the mounted folder itself, not a file in it.` : `\`${path}\` lies below \`${mountPath}\`, which is mounted as a file.`} ${
          text
            ? `kube-apiserver ${version} exits at its start with \`${text}\`.`
            : `kube-apiserver ${version} starts, and no log appears there as meant.`
        }`,
      why: 'The flag wants the path of the log file. 1.28.4 opens it at its start and exits if it is a folder (run). 1.20.2 started: with the first event it renamed the folder and put a file in its place (run outside a container; a mount point cannot be renamed like that).',
      fix: [
        {
          do: 'Name a file inside the mounted folder.',
          cost: 'None.',
          code: 'audit-log-path: /var/log/kubernetes/audit/audit.log',
        },
      ],
    },
    ja: {
      title: '監査ログのパスが、ファイルを置ける場所ではありません',
      message: ({ path, mountPath, folder, version, text }) =>
        `${folder ? `\`${path}\`はマウントしたフォルダーそのもので、その中のファイルではありません。` : `\`${path}\`は、ファイルとしてマウントされた\`${mountPath}\`の下にあります。`}${
          text
            ? `kube-apiserver ${version}は起動時に\`${text}\`で終了します。`
            : `kube-apiserver ${version}は起動しますが、ログは意図した場所に現れません。`
        }`,
      why: 'このフラグにはログファイルのパスを書きます。1.28.4は起動時にこれを開き、フォルダーなら終了しました(実行)。1.20.2は起動し、最初のイベントでフォルダーの名前を変えて、その場所にファイルを作りました(コンテナの外で実行。マウントポイントの名前はこのようには変えられません)。',
      fix: [
        {
          do: 'マウントしたフォルダーの中のファイルを指定します。',
          cost: 'ありません。',
          code: 'audit-log-path: /var/log/kubernetes/audit/audit.log',
        },
      ],
    },
  },
  fires: [
    {
      name: 'the folder instead of the file',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: «/var/log/kubernetes/audit»
    audit-policy-file: /etc/kubernetes/pki/policy.yaml
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
      name: 'a file in the folder',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: /var/log/kubernetes/audit/audit.log
    audit-policy-file: /etc/kubernetes/pki/policy.yaml
  extraVolumes:
  - name: audit-log
    hostPath: /var/log/kubernetes/audit
    mountPath: /var/log/kubernetes/audit
    pathType: DirectoryOrCreate
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5/static-failures.jsonl (audit-logpath-is-dir)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5/static-failures.jsonl (audit-logpath-is-dir)', since: 28, until: 28, confidence: 'run' },
  ],
});
