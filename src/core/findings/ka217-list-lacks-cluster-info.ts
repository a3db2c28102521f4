// Fires where the list of anonymous paths has no cluster-info: nodes that join with a token get 401.

import { rowFor } from '../kubernetes/version.ts';
import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { tokenJoinUnauthorized } from '../simulator/texts.ts';
import { defineFinding } from './finding.ts';
import { listPaths } from './path-changes.ts';
import { joinWithDiscoveryFile } from './known-fixes.ts';

export const ka217 = defineFinding({
  code: 'KA217',
  slug: 'list-lacks-cluster-info',
  severity: 'warning',
  *check({ server, version }) {
    if (server?.access.mode !== 'paths' || !server.access.at) return;
    if (server.access.paths.some(({ path }) => path === clusterInfoPath)) return;
    const text = rowFor(tokenJoinUnauthorized, version.minor)?.text ?? '';
    const repair = listPaths(server, [clusterInfoPath]);
    yield { at: server.access.at, args: { version: version.text, text, path: clusterInfoPath }, repair };
  },
  text: {
    en: {
      title: 'The list of anonymous paths lacks cluster-info: nodes cannot join with a token',
      message: ({ version, text, path }) =>
        `\`kubeadm join\` with a token reads \`${path}\` without credentials. The path is not listed, so the server answers 401, and kubeadm ${version} prints after its discovery timeout: \`${text}\``,
      why: 'With `conditions`, only requests for a listed path become `system:anonymous`; every other request without credentials is refused at the first gate, before RBAC is asked. The match is exact and leaves the query out, so `?timeout=10s`, which kubeadm appends, does no harm. If no node will ever join with a token, the path is rightly missing.',
      repair:
        'Lists the path. Anyone who reaches the port can then read the API server’s address and its CA certificate.',
      fix: [
        {
          do: 'List the path.',
          cost: 'Anyone who reaches the port can read the API server’s address and its CA certificate. The change takes effect with the next restart of kube-apiserver.',
          code: `  - path: ${clusterInfoPath}`,
          since: 31,
        },
        joinWithDiscoveryFile.en,
      ],
    },
    ja: {
      title: '匿名で読めるパスの一覧にcluster-infoがないため、トークンではノードを追加できません',
      message: ({ version, text, path }) =>
        `トークンを使う\`kubeadm join\`は、認証情報なしで\`${path}\`を読みます。このパスが一覧にないためサーバーは401を返し、kubeadm ${version}はディスカバリーのタイムアウト後に次のように表示します: \`${text}\``,
      why: '`conditions`があると、一覧にあるパスへのリクエストだけが`system:anonymous`になります。認証情報のないそれ以外のリクエストは、RBACに問い合わせる前に1つ目の門で拒否されます。パスは完全一致で比べられ、クエリは見ないので、kubeadmが付ける`?timeout=10s`は問題になりません。トークンで参加するノードがもうないのなら、このパスはなくてかまいません。',
      repair: 'パスを一覧に加えます。ポートに届く人なら誰でも、APIサーバーのアドレスとCA証明書を読めるようになります。',
      fix: [
        {
          do: 'パスを一覧に加えます。',
          cost: 'ポートに届く人なら誰でも、APIサーバーのアドレスとCA証明書を読めます。変更は次にkube-apiserverを再起動したときに反映されます。',
          code: `  - path: ${clusterInfoPath}`,
          since: 31,
        },
        joinWithDiscoveryFile.ja,
      ],
    },
  },
  fires: [
    {
      name: 'health paths only',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
«anonymous»:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: /healthz
`,
    },
  ],
  silent: [
    {
      name: 'listed',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: ${clusterInfoPath}
`,
    },
  ],
  see: [
    {
      source: 'k8s.io/apiserver pkg/authentication/request/anonymous/anonymous.go v0.31–v0.37.0-beta.0',
      since: 31,
      confidence: 'source',
    },
    {
      source:
        'https://github.com/kubernetes/enhancements/tree/master/keps/sig-auth/4633-anonymous-auth-configurable-endpoints',
      since: 31,
      confidence: 'source',
    },
  ],
});
