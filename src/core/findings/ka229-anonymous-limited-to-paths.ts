// Fires where a file limits anonymous requests to listed paths: says what is open, and who else asks and gets 401.

import { defineFinding } from './finding.ts';

export const ka229 = defineFinding({
  code: 'KA229',
  slug: 'anonymous-limited-to-paths',
  severity: 'note',
  *check({ server }) {
    if (server?.access.mode !== 'paths' || !server.access.at) return;
    const paths = server.access.paths.map(({ path }) => path);
    yield { at: server.access.at, args: { count: paths.length, healthz: paths.includes('/healthz') } };
  },
  text: {
    en: {
      title: 'Requests without credentials are let in on listed paths only',
      message: ({ count, healthz }) =>
        `${count === 1 ? 'One path is' : `${count} paths are`} open to strangers as far as RBAC allows; everything else without credentials gets 401, readers of \`/.well-known/openid-configuration\` among them.${healthz ? '' : ' `/healthz` is not listed: a load balancer that asks for it by HTTP takes the server out of service.'}`,
      why: 'This is the narrow way between on and off. A listed path only gives the request its name, `system:anonymous`; RBAC still decides. A path that is not listed is answered 401, not 403. A change of the section takes effect only after a restart of kube-apiserver: at run time it is refused with `anonymous: Forbidden: changed from initial configuration file`. Read in source, not run by us.',
      fix: [
        {
          do: 'To let load balancers ask by HTTP, list what they ask for.',
          cost: 'Anyone who reaches the port gets that answer too.',
          code: '  - path: /healthz',
          since: 31,
        },
      ],
    },
    ja: {
      title: '認証情報のないリクエストは、一覧のパスに限って通ります',
      message: ({ count, healthz }) =>
        `RBACが許す範囲で、${count}個のパスが匿名に開いています。認証情報のないそれ以外のリクエストは401です。${healthz ? '' : '`/healthz`は一覧にないため、これをHTTPで確認するロードバランサーはサーバーを切り離します。'}\`/.well-known/openid-configuration\`も、一覧に加えて権限を与えない限り読めません。`,
      why: '有効と無効のあいだの、狭い設定です。一覧のパスへのリクエストには`system:anonymous`という名前が付くだけで、許可するかどうかはRBACが決めます。一覧にないパスへの応答は、403ではなく401です。このセクションの変更はkube-apiserverを再起動するまで反映されず、動作中の変更は`anonymous: Forbidden: changed from initial configuration file`として拒否されます。ソースで確認したもので、実行はしていません。',
      fix: [
        {
          do: 'ロードバランサーにHTTPで確認させるには、使うパスを一覧に加えます。',
          cost: 'ポートに届く人なら誰でも、同じ応答を得られます。',
          code: '  - path: /healthz',
          since: 31,
        },
      ],
    },
  },
  fires: [
    {
      name: 'the four paths of a kubeadm cluster',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
«anonymous»:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: /healthz
  - path: /api/v1/namespaces/kube-public/configmaps/cluster-info
`,
    },
  ],
  silent: [
    {
      name: 'open everywhere',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
`,
    },
  ],
  see: [
    {
      source: 'k8s.io/apiserver pkg/authentication/request/anonymous/anonymous.go v0.31–v0.37.0-beta.0',
      since: 31,
      confidence: 'source',
    },
    { source: 'kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go', since: 31, confidence: 'source' },
  ],
});
