// Fires on the output of a `kubeadm join` that an HTTP proxy answered: the word Forbidden is the proxy's, not the API server's.

import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';

export const ka311 = defineFinding<JoinArgs>({
  code: 'KA311',
  slug: 'proxy-answered-the-join',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ cause }) => cause === 'proxy'),
  text: {
    en: {
      title: 'An HTTP proxy answered kubeadm join, not the API server',
      message: (a) =>
        `\`kubeadm join\` ${a.finished ? 'stopped' : 'is still trying'}: something between this node and the API server refused to connect it. It says: \`${a.text}\`. A 403 of the API server would name a user and a resource (\`… is forbidden: User "system:anonymous" …\`); a bare word behind the address is what Go’s HTTP client prints when a proxy refuses the tunnel. So this says nothing about anonymous access, the token or RBAC.${attemptsEn(a)}`,
      why: 'kubeadm takes the proxy from the environment (`HTTPS_PROXY`, `https_proxy`) like every Go program, unless `NO_PROXY` names the address. The request for cluster-info then goes to the proxy first.',
      fix: [
        {
          do: 'Take the API server out of the proxy’s way: add its address (and the Pod and Service networks) to `NO_PROXY` in the shell that runs kubeadm.',
          cost: 'This node then talks to these addresses directly, so the network has to allow it. With `sudo`, the variable has to reach root: `sudo -E`, or write it behind `sudo`.',
          code: 'sudo NO_PROXY=HOST kubeadm join …',
        },
      ],
    },
    ja: {
      title: 'kubeadm joinに応答したのは、APIサーバーではなくHTTPプロキシです',
      message: (a) =>
        `\`kubeadm join\`が${a.finished ? '止まりました' : '再試行を続けています'}。このノードとAPIサーバーの間にあるものが接続を拒否しています。メッセージ: \`${a.text}\`。APIサーバーの403なら、ユーザーとリソースの名前が入ります(\`… is forbidden: User "system:anonymous" …\`)。アドレスの後に単語だけが付くのは、プロキシがトンネルを拒否したときのGoのHTTPクライアントの表示です。匿名アクセス、トークン、RBACについては何もわかりません。${attemptsJa(a)}`,
      why: 'kubeadmは、ほかのGoのプログラムと同じように環境変数(`HTTPS_PROXY`、`https_proxy`)のプロキシを使います。`NO_PROXY`にアドレスがなければ、cluster-infoのリクエストはまずプロキシに届きます。',
      fix: [
        {
          do: 'APIサーバーへの通信がプロキシを通らないようにします。kubeadmを実行するシェルの`NO_PROXY`に、そのアドレス(とPodとServiceのネットワーク)を加えます。',
          cost: 'このノードから直接通信するため、ネットワークでの許可が必要です。`sudo`を使う場合は変数がrootに渡るように、`sudo -E`とするか、`sudo`の後に書きます。',
          code: 'sudo NO_PROXY=HOST kubeadm join …',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a proxy that does not allow the address',
      text: `[preflight] Running pre-flight checks
«[discovery] Failed to request cluster info, will try again: [Get https://10.146.0.4:6443/api/v1/namespaces/kube-public/configmaps/cluster-info: Forbidden]»
`,
    },
  ],
  silent: [
    {
      name: 'a 403 of the API server',
      text: `[preflight] Running pre-flight checks
error execution phase preflight: couldn't validate the identity of the API Server: configmaps "cluster-info" is forbidden: User "system:anonymous" cannot get resource "configmaps" in API group "" in the namespace "kube-public"
`,
    },
  ],
  see: [
    { source: 'https://pkg.go.dev/net/http#ProxyFromEnvironment', confidence: 'source' },
    {
      source: 'golang/go src/net/http/transport.go (dialConn: the status text of a refused CONNECT)',
      confidence: 'inferred',
    },
  ],
});
