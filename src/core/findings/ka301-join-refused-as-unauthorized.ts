// Fires on the output of a `kubeadm join` whose discovery was answered with 401: whoever answered takes no requests without credentials.

import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';
import {
  allowAnonymousAgain,
  askWithoutCredentials,
  joinWithDiscoveryFile,
  limitAnonymousToPaths,
} from './known-fixes.ts';

const serverEn: Readonly<Record<string, string>> = {
  off: ' The API server configuration in the same text turns them off: that is the cause.',
  paths: ' The API server configuration in the same text lets them through for listed paths only.',
  on: ' The API server configuration in the same text leaves them on: then the server does not run with it, or something else answers at this address.',
};

const serverJa: Readonly<Record<string, string>> = {
  off: '同じテキストにあるAPIサーバーの設定が匿名リクエストを無効にしており、これが原因です。',
  paths: '同じテキストにあるAPIサーバーの設定は、匿名リクエストを列挙したパスにだけ許しています。',
  on: '同じテキストにあるAPIサーバーの設定では匿名リクエストは有効です。サーバーがその設定で動いていないか、このアドレスで別のものが応答しています。',
};

export const ka301 = defineFinding<JoinArgs>({
  code: 'KA301',
  slug: 'join-refused-as-unauthorized',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ step, cause }) => step === 'discovery' && cause === 'unauthorized'),
  text: {
    en: {
      title: 'kubeadm join was refused as Unauthorized before it showed its token',
      message: (a) =>
        `\`kubeadm join\` ${a.finished ? 'stopped' : 'is still trying'} in the discovery step of its phase \`${a.phase === '' || a.phase === 'discovery' ? 'preflight' : a.phase}\`: its read of the ConfigMap \`kube-public/cluster-info\`${a.endpoint ? ` at \`${a.endpoint}\`` : ''} was answered with 401. This read carries no credentials, so neither the token nor the CA hash is at fault: what answers there refuses requests without credentials.${serverEn[a.server] ?? ''}${attemptsEn(a)}`,
      why: 'With a token, discovery begins with a read of cluster-info without credentials. 403 would mean that anonymous requests are on and RBAC says no; 401 means that the request was refused before it had a name. On a kube-apiserver there are three ways to get there: `--anonymous-auth=false`; AlwaysAllow among the authorization modes, which switches anonymous requests off; and, from 1.31, an AuthenticationConfiguration whose `anonymous.conditions` do not list this path. A proxy or another server at the address can answer 401 too.\n\nkubeadm asks again about every five seconds and prints the last answer only after its discovery timeout (5 minutes by default; 300 to 302 s in our runs). A new token, a right hash or `--discovery-token-unsafe-skip-ca-verification` changes nothing: with anonymous requests off, all of them ended in this same line.',
      fix: [askWithoutCredentials.en, limitAnonymousToPaths.en, joinWithDiscoveryFile.en, allowAnonymousAgain.en],
    },
    ja: {
      title: 'kubeadm joinが、トークンを見せる前にUnauthorizedで拒否されています',
      message: (a) =>
        `\`kubeadm join\`は、\`${a.phase === '' || a.phase === 'discovery' ? 'preflight' : a.phase}\`フェーズのディスカバリーで${a.finished ? '止まりました' : '再試行を続けています'}。ConfigMap \`kube-public/cluster-info\`の読み取り${a.endpoint ? `(\`${a.endpoint}\`宛て)` : ''}に401が返っています。この読み取りには認証情報が付かないので、トークンやCAハッシュの誤りではありません。応答した相手が、認証情報のないリクエストを拒否しています。${serverJa[a.server] ?? ''}${attemptsJa(a)}`,
      why: 'トークンを使うディスカバリーは、まずcluster-infoを認証情報なしで読みます。403なら、匿名リクエストは有効でRBACが許していないという意味です。401は、名前が付く前に拒否されたという意味です。kube-apiserverがこう答えるのは、`--anonymous-auth=false`の場合、認可モードにAlwaysAllowが含まれている場合(匿名リクエストが無効になります)、1.31以降のAuthenticationConfigurationで`anonymous.conditions`にこのパスがない場合の3つです。プロキシなど、同じアドレスの別のサーバーが401を返すこともあります。\n\nkubeadmは約5秒ごとに読み直し、ディスカバリーのタイムアウト(既定で5分、実測で300〜302秒)の後に、最後の応答だけを表示します。トークンを作り直しても、ハッシュが正しくても、`--discovery-token-unsafe-skip-ca-verification`を付けても変わりません。匿名リクエストが無効なら、どれも同じ行で終わりました。',
      fix: [askWithoutCredentials.ja, limitAnonymousToPaths.ja, joinWithDiscoveryFile.ja, allowAnonymousAgain.ja],
    },
  },
  fires: [
    {
      name: 'kubeadm 1.20.2, terminal output',
      kubernetesVersion: '1.20',
      text: `node01:~# kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef \\
>     --discovery-token-ca-cert-hash sha256:ac0f8c9fe9954416584c4dbb9df4fc404c226ee1d7a364173ce78139696d3fc4
[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: Unauthorized»
To see the stack trace of this error execute with --v=5 or higher
`,
    },
    {
      name: 'the longer text of newer versions',
      kubernetesVersion: '1.34',
      text: `[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: failed to request the cluster-info ConfigMap: Unauthorized»
`,
    },
    {
      name: 'still trying, at -v=1',
      kubernetesVersion: '1.28',
      text: `[preflight] Running pre-flight checks
I1123 23:58:01.204011    4711 token.go:80] [discovery] Created cluster-info discovery client, requesting info from "10.146.0.4:6443"
«I1123 23:58:01.232150    4711 token.go:217] [discovery] Failed to request cluster-info, will try again: Unauthorized»
`,
    },
  ],
  silent: [
    {
      name: 'Unauthorized after discovery: there the token was used as a credential',
      text: `[preflight] Running pre-flight checks
[preflight] Reading configuration from the cluster...
error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: Unauthorized
`,
    },
  ],
  see: [
    { source: 'v1.20.2/K2-init-false, v1.20.2/S2 (J1, J2, J6–J9: one text)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', since: 18, confidence: 'source' },
    { source: 'https://github.com/kubernetes/kubeadm/issues/1105', confidence: 'reported' },
  ],
});
