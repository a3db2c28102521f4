// Fires where the authorizer AlwaysAllow silently switches anonymous requests off, whatever the flag says.

import { findFlag } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';
import { setFlag } from './flag-changes.ts';

/** Node and RBAC are there, AlwaysAllow is not, the others keep their order. */
function withNodeAndRbac(modes: readonly string[]): string {
  const kept = modes.filter((mode) => mode !== 'AlwaysAllow');
  return [...['Node', 'RBAC'].filter((mode) => !kept.includes(mode)), ...kept].join(',');
}

export const ka204 = defineFinding({
  code: 'KA204',
  slug: 'always-allow-resets-anonymous',
  severity: 'error',
  *check({ server }) {
    if (server?.access.because !== 'always-allow') return;
    const flag = findFlag(server, 'authorization-mode');
    const repair = flag ? setFlag(server, flag, withNodeAndRbac(server.authorizationModes)) : [];
    yield {
      at: flag?.at ?? server.at,
      args: { value: flag?.value ?? 'AlwaysAllow', written: flag !== undefined },
      repair,
    };
  },
  text: {
    en: {
      title: 'AlwaysAllow switches anonymous requests off: joins by token and probes get 401',
      message: ({ value, written }) =>
        `${written ? `With \`authorization-mode: ${value}\`` : 'Without `--authorization-mode`, whose default is `AlwaysAllow`,'} kube-apiserver resets \`anonymous-auth\` to false, even if it is written out as true, and logs only: \`AnonymousAuth is not allowed with the AlwaysAllow authorizer. Resetting AnonymousAuth to false. You should use a different authorizer\`. Token joins and the probes then fail as with the flag set to false.`,
      why: 'AlwaysAllow lets every request through the second gate. If the first gate let nameless requests in as well, anyone who reaches the port would be an administrator; so the server shuts the first one. One AlwaysAllow in a list (`RBAC,AlwaysAllow`) is enough.',
      repair:
        'Takes `AlwaysAllow` out of the list and makes sure that `Node` and `RBAC` are in it. Clients that lived on AlwaysAllow then need bindings of their own.',
      fix: [
        {
          do: 'Use `Node,RBAC`: remove `authorization-mode` from `extraArgs` (it is kubeadm’s default), or write it into the manifest.',
          cost: 'Clients that lived on AlwaysAllow need RBAC bindings of their own.',
        },
      ],
    },
    ja: {
      title: 'AlwaysAllowが匿名リクエストを無効にするため、トークンでの参加もプローブも401になります',
      message: ({ value, written }) =>
        `${written ? `\`authorization-mode: ${value}\`のとき` : '`--authorization-mode`がないとき(既定値は`AlwaysAllow`)'}、kube-apiserverは\`anonymous-auth\`を(trueと明記してあっても)falseに戻し、ログに次の1行だけを残します: \`AnonymousAuth is not allowed with the AlwaysAllow authorizer. Resetting AnonymousAuth to false. You should use a different authorizer\`。その結果、フラグをfalseにしたときと同じように、トークンでの参加もプローブも失敗します。`,
      why: 'AlwaysAllowは2つ目の門ですべてのリクエストを通します。1つ目の門まで名前のないリクエストを通すと、ポートに届く人は誰でも管理者になってしまいます。そこでサーバーは1つ目の門を閉じます。`RBAC,AlwaysAllow`のように、一覧に1つ混ざるだけでも同じです。',
      repair:
        '一覧から`AlwaysAllow`を外し、`Node`と`RBAC`が入った状態にします。AlwaysAllowに頼っていたクライアントには、RBACのバインディングが必要になります。',
      fix: [
        {
          do: '`Node,RBAC`を使います。`extraArgs`から`authorization-mode`を消すか(kubeadmの既定値になります)、マニフェストに明記してください。',
          cost: 'AlwaysAllowに頼っていたクライアントには、RBACのバインディングが必要になります。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'one AlwaysAllow in a list',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    anonymous-auth: "true"
    authorization-mode: «RBAC,AlwaysAllow»
`,
    },
  ],
  silent: [
    {
      name: 'kubeadm’s own modes',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    authorization-mode: Node,RBAC
`,
    },
  ],
  see: [
    { source: 'v1.20.2/README.md (S4, S4f)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go', confidence: 'source' },
  ],
});
