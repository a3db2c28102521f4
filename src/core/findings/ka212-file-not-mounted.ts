// Fires where a flag names a file that no volume brings into the container: kube-apiserver cannot open it and exits.

import { defineFinding } from './finding.ts';

const mount = `apiServer:
  extraVolumes:
  - name: authn-config
    hostPath: /etc/kubernetes/authn
    mountPath: /etc/kubernetes/authn
    readOnly: true
    pathType: Directory`;

export const ka212 = defineFinding({
  code: 'KA212',
  slug: 'file-not-mounted',
  severity: 'error',
  *check({ server }) {
    for (const { kind, name, text, hint, at } of server?.failures ?? []) {
      if (kind === 'file-not-mounted')
        yield { at, args: { name, path: hint, text, kubeadm: server?.from === 'kubeadm' } };
    }
  },
  text: {
    en: {
      title: 'kube-apiserver does not start: a file that a flag names is not in its container',
      message: ({ name, path, text, kubeadm }) =>
        `\`--${name}\` names \`${path}\`, and no volume${kubeadm ? ' of this file and no default mount of kubeadm' : ' mount of this manifest'} covers that path. kube-apiserver exits at its start; its message contains \`${text}\`. That the file lies on the host does not help.`,
      why: 'kube-apiserver runs in a container and sees only what is mounted. kubeadm mounts the certificates’ folder (`/etc/kubernetes/pki`), `/etc/ssl/certs`, and where the host has them `/etc/pki`, `/etc/ca-certificates`, `/usr/share/ca-certificates` and `/usr/local/share/ca-certificates`. `/etc/kubernetes` itself is not among them.',
      fix: [
        {
          do: 'Mount the file’s folder, on every control-plane host.',
          cost: 'The folder must be there on each host before kubeadm runs. Mount the folder rather than the single file: a file that an editor replaces stays the old one in a mount of its own.',
          code: mount,
        },
        {
          do: 'Or put the file below a folder that is mounted anyway, such as `/etc/kubernetes/pki`.',
          cost: 'The folder of the certificates then holds other things too.',
        },
      ],
    },
    ja: {
      title: 'フラグが指すファイルがコンテナの中にないため、kube-apiserverが起動しません',
      message: ({ name, path, text, kubeadm }) =>
        `\`--${name}\`は\`${path}\`を指していますが、${kubeadm ? 'このファイルのボリュームにもkubeadmの既定のマウントにも' : 'このマニフェストのマウントには'}、このパスを含むものがありません。kube-apiserverは起動時に終了し、そのメッセージには\`${text}\`が含まれます。ホストにファイルがあるだけでは足りません。`,
      why: 'kube-apiserverはコンテナの中で動き、マウントされたものしか見えません。kubeadmがマウントするのは、証明書のディレクトリ(`/etc/kubernetes/pki`)と`/etc/ssl/certs`、そしてホストにあれば`/etc/pki`、`/etc/ca-certificates`、`/usr/share/ca-certificates`、`/usr/local/share/ca-certificates`です。`/etc/kubernetes`自体は含まれません。',
      fix: [
        {
          do: 'すべてのコントロールプレーンホストで、ファイルのあるディレクトリをマウントします。',
          cost: 'kubeadmを実行する前に、各ホストにそのディレクトリが必要です。ファイル1つではなくディレクトリをマウントしてください。ファイル単体のマウントでは、エディターが置き換えたあとも古い内容のままになります。',
          code: mount,
        },
        {
          do: 'または、`/etc/kubernetes/pki`のように、もともとマウントされるディレクトリの下に置きます。',
          cost: '証明書のディレクトリに、証明書以外のものも入ることになります。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'an AuthenticationConfiguration without its volume',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: authentication-config
    value: «/etc/kubernetes/authn/authentication-config.yaml»
`,
    },
  ],
  silent: [
    {
      name: 'mounted, and below the certificates',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: authentication-config
    value: /etc/kubernetes/authn/authentication-config.yaml
  - name: encryption-provider-config
    value: /etc/kubernetes/pki/encryption.yaml
  extraVolumes:
  - name: authn-config
    hostPath: /etc/kubernetes/authn
    mountPath: /etc/kubernetes/authn
    readOnly: true
    pathType: Directory
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/volumes.go', confidence: 'source' },
    { source: 'v1.28.4/S2/manifest-kube-apiserver.yaml', since: 28, until: 28, confidence: 'run' },
  ],
});
