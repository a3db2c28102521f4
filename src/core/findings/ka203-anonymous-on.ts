// Fires where anonymous requests are switched on in writing: joins and probes work; says what a stranger can read.

import { defineFinding } from './finding.ts';
import { limitAnonymousToPaths } from './known-fixes.ts';

export const ka203 = defineFinding({
  code: 'KA203',
  slug: 'anonymous-on',
  severity: 'note',
  *check({ server }) {
    if (!server || server.failures.length > 0) return;
    const { mode, at, setting } = server.access;
    if (mode === 'on' && at) yield { at, args: { setting } };
  },
  text: {
    en: {
      title: 'Anonymous requests are on: joins by token and probes work',
      message: ({ setting }) =>
        `\`${setting}\` is what the default is too. \`kubeadm join\` with a token can read cluster-info, and the probes get their answers. What else a request without credentials may do is for RBAC to say.`,
      why: 'A request without credentials gets the name `system:anonymous` and the group `system:unauthenticated` at the first gate. At the second, RBAC’s defaults (since 1.14) allow it GET on `/healthz`, `/livez`, `/readyz` and `/version`, and kubeadm adds one ConfigMap, `kube-public/cluster-info`. Everything else is 403. The authorizer AlwaysAllow would change that; kube-apiserver therefore switches anonymous requests off when it is used.',
      fix: [
        {
          do: 'Nothing has to change. To see who may do what without credentials, list the bindings that name `system:anonymous` or `system:unauthenticated`.',
          cost: 'None; it only reads.',
          code: 'kubectl get clusterrolebindings,rolebindings -A -o wide | grep -E "system:(anonymous|unauthenticated)"',
        },
        limitAnonymousToPaths.en,
      ],
    },
    ja: {
      title: '匿名リクエストが有効なので、トークンでの参加もプローブも動きます',
      message: ({ setting }) =>
        `\`${setting}\`は既定の動作と同じです。トークンを使う\`kubeadm join\`はcluster-infoを読めますし、プローブにも応答が返ります。認証情報のないリクエストにそれ以外の何を許すかは、RBACが決めます。`,
      why: '認証情報のないリクエストは、1つ目の門で`system:anonymous`という名前と`system:unauthenticated`というグループを与えられます。2つ目の門では、RBACの既定(1.14以降)で`/healthz`、`/livez`、`/readyz`、`/version`へのGETが許され、kubeadmがConfigMapを1つ(`kube-public/cluster-info`)足します。それ以外は403です。認可モードがAlwaysAllowだとこの前提が崩れるため、その場合kube-apiserverは匿名リクエストを無効にします。',
      fix: [
        {
          do: '変更は必要ありません。認証情報なしで何ができるかを確かめるには、`system:anonymous`と`system:unauthenticated`を指すバインディングを一覧します。',
          cost: '読み取るだけなので、代償はありません。',
          code: 'kubectl get clusterrolebindings,rolebindings -A -o wide | grep -E "system:(anonymous|unauthenticated)"',
        },
        limitAnonymousToPaths.ja,
      ],
    },
  },
  fires: [
    {
      name: 'kubeadm v1beta2',
      text: `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.20.2
apiServer:
  extraArgs:
    anonymous-auth: «"true"»
`,
    },
  ],
  silent: [
    {
      name: 'not written: the default needs no words',
      text: `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.20.2
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S1m, v1.20.2/K1-init-true', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m', since: 28, until: 28, confidence: 'run' },
    {
      source: 'kubernetes/kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go',
      since: 14,
      confidence: 'source',
    },
  ],
});
