// Fires where an AuthenticationConfiguration alone says nothing about anonymous requests: the flag decides.

import { defineFinding } from './finding.ts';

export const ka231 = defineFinding({
  code: 'KA231',
  slug: 'authentication-file-without-anonymous',
  severity: 'note',
  *check({ server }) {
    if (server?.from !== 'authentication-configuration' || server.authentication?.anonymous) return;
    if (server.access.mode === 'unknown') yield { at: server.at, args: {} };
  },
  text: {
    en: {
      title: 'This AuthenticationConfiguration leaves anonymous requests to the flag',
      message: () =>
        'The file has no section `anonymous`. The flag `--anonymous-auth` stays in force: on by default, off where somebody wrote `false`. Paste the kubeadm file or the manifest too, to see which.',
      why: 'The file takes the place of the `--oidc-*` flags. Only if it has a section `anonymous` (from 1.31 on) does it take the place of `--anonymous-auth` as well.',
      fix: [
        {
          do: 'Look at the running server.',
          cost: 'None; it only reads. 200 or 403 means on, 401 means off.',
          code: "curl -sk -o /dev/null -w '%{http_code}\\n' https://127.0.0.1:6443/livez",
          since: 16,
        },
      ],
    },
    ja: {
      title: 'このAuthenticationConfigurationは、匿名リクエストの扱いをフラグに任せています',
      message: () =>
        'このファイルには`anonymous`セクションがありません。フラグ`--anonymous-auth`がそのまま有効です(既定では有効、`false`と書かれていれば無効)。kubeadmのファイルやマニフェストも貼り付けると、どちらなのかがわかります。',
      why: 'このファイルは`--oidc-*`フラグに取って代わります。`--anonymous-auth`にも取って代わるのは、`anonymous`セクションがある場合だけです(1.31から)。',
      fix: [
        {
          do: '動いているサーバーで確かめます。',
          cost: '読み取るだけなので、代償はありません。200か403なら有効、401なら無効です。',
          code: "curl -sk -o /dev/null -w '%{http_code}\\n' https://127.0.0.1:6443/livez",
          since: 16,
        },
      ],
    },
  },
  fires: [
    {
      name: 'an issuer and nothing else',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: «AuthenticationConfiguration»
jwt: []
`,
    },
  ],
  silent: [
    {
      name: 'with the section',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: false
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go', since: 29, confidence: 'source' },
    { source: 'v1.28.4/S5/static-failures.jsonl', since: 28, until: 28, confidence: 'run' },
  ],
});
