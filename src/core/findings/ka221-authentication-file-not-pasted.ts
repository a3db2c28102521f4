// Fires where a flag names an AuthenticationConfiguration that is not in the paste: what a stranger may do stands only there.

import { defineFinding } from './finding.ts';

export const ka221 = defineFinding({
  code: 'KA221',
  slug: 'authentication-file-not-pasted',
  severity: 'note',
  *check({ server }) {
    if (server?.access.mode !== 'unknown' || server.access.because !== 'file' || !server.access.at) return;
    yield { at: server.access.at, args: { setting: server.access.setting } };
  },
  text: {
    en: {
      title: 'What requests without credentials get is decided in a file that was not pasted',
      message: ({ setting }) =>
        `\`${setting}\` names the file. If it has a section \`anonymous\`, that section decides; if not, anonymous requests are on. Paste the file below this one, behind a line \`---\`, to see what follows.`,
      why: 'Since 1.31 an AuthenticationConfiguration can switch anonymous requests on, off, or on for single paths. The flag `anonymous-auth` may then not be given, so nothing else in this paste tells.',
      fix: [
        {
          do: 'Paste the file too.',
          cost: 'None; it stays in the page.',
          code: 'sudo cat /etc/kubernetes/authn/authentication-config.yaml',
        },
      ],
    },
    ja: {
      title: '認証情報のないリクエストの扱いを決めるファイルが貼り付けられていません',
      message: ({ setting }) =>
        `\`${setting}\`がそのファイルを指しています。\`anonymous\`セクションがあればそれに従い、なければ匿名リクエストは有効です。\`---\`の行に続けてファイルも貼り付けると、結果がわかります。`,
      why: '1.31から、AuthenticationConfigurationで匿名リクエストを有効にも、無効にも、特定のパスだけにもできます。その場合フラグ`anonymous-auth`は書けないため、このテキストのほかの部分からは判断できません。',
      fix: [
        {
          do: 'ファイルも貼り付けてください。',
          cost: 'ありません。ページの外には送られません。',
          code: 'sudo cat /etc/kubernetes/authn/authentication-config.yaml',
        },
      ],
    },
  },
  fires: [
    {
      name: 'named, mounted, not pasted',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: authentication-config
    value: «/etc/kubernetes/pki/authn.yaml»
`,
    },
  ],
  silent: [
    {
      name: 'beside the flag, which could not stand there otherwise',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: authentication-config
    value: /etc/kubernetes/pki/authn.yaml
  - name: anonymous-auth
    value: "true"
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go', since: 31, confidence: 'source' },
  ],
});
