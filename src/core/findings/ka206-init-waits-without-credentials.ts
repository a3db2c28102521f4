// Fires where kubeadm init itself asks the server without credentials (1.30–1.32 with a gate, 1.33 pre-releases) and gets 401.

import { answer } from '../simulator/gates.ts';
import { initWaitPath } from '../simulator/init-waiter.ts';
import { modelOf } from '../simulator/server-model.ts';
import { defineFinding } from './finding.ts';

export const ka206 = defineFinding({
  code: 'KA206',
  slug: 'init-waits-without-credentials',
  severity: 'error',
  *check({ server, version }) {
    const path = server && initWaitPath(server, version);
    if (!server || path === undefined || !server.access.at) return;
    const got = answer(modelOf(server), { path, credentials: 'none' });
    if (got === 401) yield { at: server.access.at, args: { version: version.text, path } };
  },
  text: {
    en: {
      title: 'kubeadm init fails after four minutes: its own health check carries no credentials',
      message: ({ version, path }) =>
        `In ${version}, with the feature gate \`WaitForAllControlPlaneComponents\` on, \`kubeadm init\` asks kube-apiserver for \`${path}\` as a stranger and gets 401 until it gives up after 4 minutes.`,
      why: 'The waiter that came with this gate (alpha and off by default in 1.30 to 1.32, on by default in the pre-releases of 1.33) is a plain HTTPS client without credentials. From 1.33.0 on it uses the admin client and passes. Read in source; not run by us.',
      fix: [
        {
          do: 'Leave the gate off on 1.30 to 1.32 (its default), or use 1.33.0 or newer.',
          cost: 'init then waits for kube-apiserver only, not for the other control-plane components.',
        },
        {
          do: 'Let anonymous requests through: remove `anonymous-auth: "false"`, or list the path in the AuthenticationConfiguration.',
          cost: 'Requests without credentials reach RBAC again; see KA203 for what they may read.',
        },
      ],
    },
    ja: {
      title: 'kubeadm initが4分後に失敗します(initのヘルスチェックに認証情報がないため)',
      message: ({ version, path }) =>
        `${version}でフィーチャーゲート\`WaitForAllControlPlaneComponents\`が有効だと、\`kubeadm init\`は認証情報なしでkube-apiserverの\`${path}\`を呼び、401を受け取り続けて4分後に諦めます。`,
      why: 'このゲートで導入された待機処理(1.30〜1.32ではアルファで既定は無効、1.33のプレリリースでは既定で有効)は、認証情報を持たない単純なHTTPSクライアントです。1.33.0からは管理者のクライアントを使うため成功します。ソースで確認したもので、実行はしていません。',
      fix: [
        {
          do: '1.30〜1.32ではゲートを既定どおり無効にしておくか、1.33.0以降を使います。',
          cost: 'initが待つのはkube-apiserverだけになり、ほかのコントロールプレーンのコンポーネントは待ちません。',
        },
        {
          do: '`anonymous-auth: "false"`を消すか、AuthenticationConfigurationにパスを足して、匿名リクエストを許可します。',
          cost: '認証情報のないリクエストが再びRBACまで届きます。何を読めるかはKA203を参照してください。',
        },
      ],
    },
  },
  fires: [
    {
      name: '1.31 with the gate on',
      kubernetesVersion: '1.31',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.31.0
featureGates:
  WaitForAllControlPlaneComponents: true
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: «"false"»
`,
    },
  ],
  silent: [
    {
      name: '1.34, where the waiter uses the admin client',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: "false"
`,
    },
  ],
  see: [
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/util/apiclient/wait.go',
      since: 30,
      until: 33,
      confidence: 'source',
    },
    { source: 'https://github.com/kubernetes/kubeadm/issues/3174', since: 33, until: 33, confidence: 'reported' },
    { source: 'https://github.com/kubernetes/kubernetes/pull/131036', since: 33, confidence: 'reported' },
  ],
});
