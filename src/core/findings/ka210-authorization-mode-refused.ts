// Fires where --authorization-mode holds a mode that kube-apiserver does not know: it exits at every start.

import { defineFinding } from './finding.ts';

export const ka210 = defineFinding({
  code: 'KA210',
  slug: 'authorization-mode-refused',
  severity: 'error',
  *check({ server }) {
    for (const { kind, text, hint, at } of server?.failures ?? []) {
      if (kind === 'authorization-mode') yield { at, args: { text, hint, kubeadm: server?.from === 'kubeadm' } };
    }
  },
  text: {
    en: {
      title: 'kube-apiserver does not start: it does not know this authorization mode',
      message: ({ text, hint, kubeadm }) =>
        `kube-apiserver exits at its start with \`${text}\`.${hint ? ` The mode is spelled \`${hint}\`.` : ''}${kubeadm ? ' From 1.28 on kubeadm only warns about it and writes the list as it stands.' : ''}`,
      why: 'The modes are `Node`, `RBAC`, `Webhook`, `ABAC`, `AlwaysAllow` and `AlwaysDeny`, spelled exactly so, separated by commas without blanks. Up to 1.27 kubeadm left unknown modes out of the manifest.',
      fix: [
        {
          do: 'Remove `authorization-mode` from `extraArgs`, or spell the modes out.',
          cost: 'None: kubeadm’s default is `Node,RBAC`.',
          code: 'authorization-mode: Node,RBAC',
        },
      ],
    },
    ja: {
      title: '認可モードの名前が違うため、kube-apiserverが起動しません',
      message: ({ text, hint, kubeadm }) =>
        `kube-apiserverは起動時に\`${text}\`で終了します。${hint ? `正しい綴りは\`${hint}\`です。` : ''}${kubeadm ? '1.28以降のkubeadmは警告するだけで、書かれた一覧をそのままマニフェストに書きます。' : ''}`,
      why: 'モードは`Node`、`RBAC`、`Webhook`、`ABAC`、`AlwaysAllow`、`AlwaysDeny`で、この綴りのとおりに、空白を入れずカンマで区切ります。1.27までのkubeadmは、知らないモードをマニフェストから除いていました。',
      fix: [
        {
          do: '`extraArgs`から`authorization-mode`を消すか、正しい綴りで書きます。',
          cost: 'ありません。kubeadmの既定値は`Node,RBAC`です。',
          code: 'authorization-mode: Node,RBAC',
        },
      ],
    },
  },
  fires: [
    {
      name: 'lower case',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    authorization-mode: «Node,rbac»
`,
    },
  ],
  silent: [
    {
      name: 'up to 1.27 kubeadm drops it',
      kubernetesVersion: '1.26',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.26.0
apiServer:
  extraArgs:
    authorization-mode: Node,RBAC,Foo
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5/static-failures.jsonl (authz-bad)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5/static-failures.jsonl (authz-bad)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go', confidence: 'source' },
  ],
});
