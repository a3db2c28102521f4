// Fires where AlwaysAllow stands beside a file that lets anonymous requests in: whoever reaches the port is an administrator.

import { findFlag } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';

export const ka222 = defineFinding({
  code: 'KA222',
  slug: 'always-allow-with-anonymous-file',
  severity: 'error',
  *check({ server }) {
    if (server?.access.because !== 'file' || !server.authorizationModes.includes('AlwaysAllow')) return;
    const { mode } = server.access;
    if (mode !== 'on' && mode !== 'paths') return;
    yield { at: findFlag(server, 'authorization-mode')?.at ?? server.at, args: { everywhere: mode === 'on' } };
  },
  text: {
    en: {
      title: 'AlwaysAllow together with anonymous access from a file: strangers may do anything',
      message: ({ everywhere }) =>
        `The file lets requests without credentials in${everywhere ? '' : ' on the listed paths'}, and AlwaysAllow permits whatever comes in${everywhere ? ': whoever reaches the port is an administrator' : ''}. Read in source, not run by us.`,
      why: 'With AlwaysAllow kube-apiserver resets the flag `anonymous-auth` to false, to shut the first gate where the second is open. In the code that we read (about 1.34) this touches only the flag: what an AuthenticationConfiguration says about `anonymous` is taken as it stands.',
      fix: [
        {
          do: 'Use `Node,RBAC`, and keep AlwaysAllow out of the list.',
          cost: 'Clients that lived on AlwaysAllow need RBAC bindings of their own.',
          code: 'authorization-mode: Node,RBAC',
        },
      ],
    },
    ja: {
      title: 'AlwaysAllowと、ファイルによる匿名アクセスの併用です。誰でも何でもできます',
      message: ({ everywhere }) =>
        `ファイルは${everywhere ? '' : '一覧のパスについて、'}認証情報のないリクエストを通し、AlwaysAllowは通ってきたものをすべて許可します。${everywhere ? 'ポートに届く人は誰でも管理者です。' : ''}ソースで確認したもので、実行はしていません。`,
      why: 'AlwaysAllowのとき、kube-apiserverはフラグ`anonymous-auth`をfalseに戻し、2つ目の門が開いている分、1つ目の門を閉じます。確認したコード(1.34頃)では、これが効くのはフラグだけで、AuthenticationConfigurationの`anonymous`は書かれたとおりに使われます。',
      fix: [
        {
          do: '`Node,RBAC`を使い、AlwaysAllowを一覧から外します。',
          cost: 'AlwaysAllowに頼っていたクライアントには、RBACのバインディングが必要になります。',
          code: 'authorization-mode: Node,RBAC',
        },
      ],
    },
  },
  fires: [
    {
      name: 'an open file and AlwaysAllow',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: authentication-config
    value: /etc/kubernetes/pki/authn.yaml
  - name: authorization-mode
    value: «AlwaysAllow»
---
apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
`,
    },
  ],
  silent: [
    {
      name: 'without the file the flag is reset, which is KA204',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: authorization-mode
    value: AlwaysAllow
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go', since: 31, confidence: 'inferred' },
  ],
});
