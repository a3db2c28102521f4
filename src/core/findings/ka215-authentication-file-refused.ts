// Fires where kube-apiserver of this version does not take the AuthenticationConfiguration: apiVersion, an unknown field, its rules.

import { defineFinding } from './finding.ts';

export const ka215 = defineFinding({
  code: 'KA215',
  slug: 'authentication-file-refused',
  severity: 'error',
  *check({ server, version }) {
    for (const { kind, name, text, at } of server?.failures ?? []) {
      if (kind !== 'authentication-file') continue;
      yield { at, args: { field: name, text, version: version.text } };
    }
  },
  text: {
    en: {
      title: 'kube-apiserver does not start: it does not take this AuthenticationConfiguration',
      message: ({ field, text, version }) =>
        `kube-apiserver ${version} refuses the file because of \`${field}\`${text ? `; its message contains \`${text}\`` : ''}.`,
      why: 'The file is decoded strictly: one field that the version does not know stops the server. The group is `apiserver.config.k8s.io`, with v1alpha1 from 1.29, v1beta1 from 1.30 and v1 from 1.34 on; the section `anonymous` came with 1.31. In it, `enabled` is a boolean (false if it is left out), and `conditions` need `enabled: true`. Read in source, not run by us.',
      fix: [
        {
          do: 'Write the file for your version.',
          cost: 'Before an upgrade the apiVersion may have to change on every control-plane host.',
          code: `apiVersion: apiserver.config.k8s.io/v1   # 1.31–1.33: v1beta1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz`,
          since: 31,
        },
      ],
    },
    ja: {
      title: 'このAuthenticationConfigurationは受け付けられず、kube-apiserverが起動しません',
      message: ({ field, text, version }) =>
        `kube-apiserver ${version}は\`${field}\`が原因でこのファイルを拒否します${text ? `(メッセージには\`${text}\`が含まれます)` : ''}。`,
      why: 'このファイルは厳密に読まれ、そのバージョンが知らないフィールドが1つあるだけでサーバーは起動しません。グループは`apiserver.config.k8s.io`で、v1alpha1は1.29から、v1beta1は1.30から、v1は1.34から使えます。`anonymous`セクションは1.31で加わりました。その中の`enabled`は真偽値で(省略するとfalse)、`conditions`を書くには`enabled: true`が必要です。ソースで確認したもので、実行はしていません。',
      fix: [
        {
          do: '使っているバージョンに合わせて書きます。',
          cost: 'アップグレードの前に、すべてのコントロールプレーンホストでapiVersionを書き換える必要が出ることもあります。',
          code: `apiVersion: apiserver.config.k8s.io/v1   # 1.31–1.33: v1beta1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz`,
          since: 31,
        },
      ],
    },
  },
  fires: [
    {
      name: 'conditions without enabled, and a field that does not exist',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: «false»
  «paths»: []
  conditions:
  - path: /livez
`,
    },
    {
      name: 'v1 before 1.34',
      kubernetesVersion: '1.32',
      text: `apiVersion: «apiserver.config.k8s.io/v1»
kind: AuthenticationConfiguration
anonymous:
  enabled: true
`,
    },
    {
      name: 'anonymous before 1.31',
      kubernetesVersion: '1.30',
      text: `apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthenticationConfiguration
«anonymous»:
  enabled: true
`,
    },
  ],
  silent: [
    {
      name: 'v1beta1 in 1.34',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
`,
    },
  ],
  see: [
    {
      source: 'k8s.io/apiserver pkg/apis/apiserver/validation/validation.go v0.37.0-beta.0',
      since: 31,
      confidence: 'source',
    },
    { source: 'k8s.io/apiserver pkg/apis/apiserver/v1/register.go v0.34', since: 34, confidence: 'source' },
    { source: 'https://github.com/kubernetes/kubernetes/issues/127883', since: 29, until: 30, confidence: 'reported' },
  ],
});
