// Fires where the policy file is not brought into the container: the server exits at its start, again and again.

import { auditWiring } from '../kubernetes/audit-wiring.ts';
import { defineFinding } from './finding.ts';
import { addMount } from './flag-changes.ts';

type Args = { readonly path: string };

export const ka403 = defineFinding<Args>({
  code: 'KA403',
  slug: 'audit-policy-not-mounted',
  severity: 'error',
  *check({ server }) {
    if (!server?.showsMounts) return;
    const { policy } = auditWiring(server);
    if (!policy || policy.mount !== undefined || !policy.flag.value.startsWith('/')) return;
    const path = policy.flag.value;
    const repair = addMount(server, { name: 'audit-policy', path, readOnly: true, pathType: 'File' });
    yield { at: policy.flag.at, args: { path }, repair };
  },
  text: {
    en: {
      title: 'The audit policy is not mounted: the API server does not start',
      message: (a) =>
        `No volume brings \`${a.path}\` into the container, so the file does not exist there, whether or not it exists on the host. kube-apiserver exits with \`loading audit policy file: failed to read file path "${a.path}": open ${a.path}: no such file or directory\`.`,
      why: 'kubeadm mounts the folder of the certificates (`/etc/kubernetes/pki`), the CA folders of the system, and the certificates of an external etcd. `/etc/kubernetes` itself is not among them. kubeadm checks neither the flag nor the file, so `kubeadm init` writes the manifest and then waits in vain for the server.\n\nThe kubelet starts the container again and again; its reason stands in the log of the exited container (`crictl ps -a`, `crictl logs`).',
      repair: 'Mounts the file from the host. It has to lie there on every control-plane host before kubeadm runs.',
      fix: [
        {
          do: 'Mount the file, and see that it exists on every control-plane host before.',
          cost: 'With `pathType: File` the Pod waits if the file is missing, and the event says so. Without a pathType a folder is made in its place, and the server fails on that.',
          code: `extraVolumes:
- name: audit-policy
  hostPath: /etc/kubernetes/audit-policy.yaml
  mountPath: /etc/kubernetes/audit-policy.yaml
  readOnly: true
  pathType: File`,
        },
      ],
    },
    ja: {
      title: '監査ポリシーがマウントされておらず、APIサーバーが起動しません',
      message: (a) =>
        `\`${a.path}\`をコンテナに持ち込むボリュームがないため、ホストにあっても、コンテナの中にはこのファイルがありません。kube-apiserverは\`loading audit policy file: failed to read file path "${a.path}": open ${a.path}: no such file or directory\`と出して終了します。`,
      why: 'kubeadmがマウントするのは、証明書のフォルダー(`/etc/kubernetes/pki`)、システムのCAフォルダー、外部etcdの証明書だけで、`/etc/kubernetes`自体は含まれません。kubeadmはフラグもファイルも確認しないため、`kubeadm init`はマニフェストを書き、サーバーを待ち続けることになります。\n\nkubeletはコンテナを何度も起動し直します。理由は、終了したコンテナのログ(`crictl ps -a`、`crictl logs`)にあります。',
      repair:
        'ホストのファイルをマウントします。kubeadmを実行する前に、すべてのコントロールプレーンホストにこのファイルが必要です。',
      fix: [
        {
          do: 'ファイルをマウントします。その前に、すべてのコントロールプレーンホストにファイルがあることを確認してください。',
          cost: '`pathType: File`なら、ファイルがないときPodは待機し、イベントに理由が出ます。pathTypeがないと、その場所にフォルダーが作られ、サーバーはそれで失敗します。',
          code: `extraVolumes:
- name: audit-policy
  hostPath: /etc/kubernetes/audit-policy.yaml
  mountPath: /etc/kubernetes/audit-policy.yaml
  readOnly: true
  pathType: File`,
        },
      ],
    },
  },
  fires: [
    {
      name: 'the flag alone',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-path: "-"
    audit-policy-file: «/etc/kubernetes/audit-policy.yaml»
`,
    },
  ],
  silent: [
    {
      name: 'below the folder of the certificates, which kubeadm mounts',
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
    { source: 'v1.20.2/S5 (audit-policy-missing)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5 (audit-policy-missing)', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/audit/policy/reader.go', confidence: 'source' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/volumes.go', confidence: 'source' },
  ],
});
