// Fires where --oidc-* flags stand beside --authentication-config: kube-apiserver refuses both together.

import { defineFinding } from './finding.ts';

export const ka216 = defineFinding({
  code: 'KA216',
  slug: 'oidc-flags-beside-file',
  severity: 'error',
  *check({ server, version }) {
    for (const { kind, name, text, at } of server?.failures ?? []) {
      if (kind === 'authentication-oidc') yield { at, args: { name, text, version: version.text } };
    }
  },
  text: {
    en: {
      title: 'kube-apiserver does not start: OIDC flags stand beside the authentication file',
      message: ({ name, text, version }) =>
        `kube-apiserver ${version} exits at its start with \`${text}\`: \`${name}\` stands beside \`authentication-config\`.${version === '1.32' ? ' (1.32.0 to 1.32.2 missed it: a regression that pull 129996 mended.)' : ''}`,
      why: 'The file takes the place of all `--oidc-*` flags: an issuer becomes an entry of its list `jwt`. To add only the section `anonymous` to a server that uses OIDC flags, the issuer has to move into the file as well.',
      fix: [
        {
          do: 'Move the issuer into the file and remove the `oidc-*` flags.',
          cost: 'All flags of the issuer have to be carried over: audiences, claims, prefixes, the CA.',
          code: `jwt:
- issuer:
    url: https://issuer.example.com   # oidc-issuer-url
    audiences: [kubernetes]           # oidc-client-id
  claimMappings:
    username:
      claim: sub                      # oidc-username-claim
      prefix: "oidc:"                 # oidc-username-prefix`,
          since: 29,
        },
      ],
    },
    ja: {
      title: 'OIDCのフラグと認証設定ファイルが併存しているため、kube-apiserverが起動しません',
      message: ({ name, text, version }) =>
        `\`authentication-config\`と\`${name}\`が両方あるため、kube-apiserver ${version}は起動時に\`${text}\`で終了します。${version === '1.32' ? '(1.32.0〜1.32.2はこれを見逃します。プルリクエスト129996で直った不具合です。)' : ''}`,
      why: 'このファイルはすべての`--oidc-*`フラグに取って代わり、発行者は`jwt`の一覧の1項目になります。OIDCのフラグを使っているサーバーに`anonymous`セクションだけを足したい場合も、発行者をファイルへ移す必要があります。',
      fix: [
        {
          do: '発行者をファイルへ移し、`oidc-*`フラグを消します。',
          cost: 'audience、クレーム、プレフィックス、CAなど、発行者のフラグをすべて移す必要があります。',
          code: `jwt:
- issuer:
    url: https://issuer.example.com   # oidc-issuer-url
    audiences: [kubernetes]           # oidc-client-id
  claimMappings:
    username:
      claim: sub                      # oidc-username-claim
      prefix: "oidc:"                 # oidc-username-prefix`,
          since: 29,
        },
      ],
    },
  },
  fires: [
    {
      name: 'an issuer in flags, anonymous in the file',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: authentication-config
    value: /etc/kubernetes/pki/authn.yaml
  - name: oidc-issuer-url
    value: «https://issuer.example.com»
`,
    },
  ],
  silent: [
    {
      name: 'OIDC flags alone',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: oidc-issuer-url
    value: https://issuer.example.com
  - name: oidc-client-id
    value: kubernetes
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go', since: 29, confidence: 'source' },
    { source: 'https://github.com/kubernetes/kubernetes/pull/130332', since: 32, until: 32, confidence: 'reported' },
  ],
});
