// Fires on the output of a `kubeadm join` that passed discovery and got 401 for its token: the same word as with anonymous off, another cause.

import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';
import { newJoinCommand } from './known-fixes.ts';

export const ka306 = defineFinding<JoinArgs>({
  code: 'KA306',
  slug: 'join-token-refused-after-discovery',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ cause }) => cause === 'credentials-refused'),
  text: {
    en: {
      title: 'The API server does not accept the token as a credential',
      message: (a) =>
        `Discovery succeeded; then \`kubeadm join\` read \`kubeadm-config\` with its credentials for the first time, and they were refused with 401. This is not about anonymous access. The token is expired, deleted, has a wrong secret, or lacks the usage \`authentication\`; or the server runs without \`--enable-bootstrap-token-auth\`, which kubeadm sets.${attemptsEn(a)}`,
      why: 'Discovery only needs a signature in cluster-info, made with the token. Logging in needs the token’s Secret in `kube-system` and its usage `authentication`. A token can have one without the other: the signature may outlive the Secret by a little, and `--tls-bootstrap-token` may name another token than `--discovery-token`.\n\nkubeadm tries a few times at once and gives up; there is no wait of five minutes. In our runs an expired token whose signature was still there, a token for signing only, and a wrong `--tls-bootstrap-token` all gave this text.',
      fix: [newJoinCommand.en],
    },
    ja: {
      title: 'APIサーバーが、トークンを認証情報として受け付けていません',
      message: (a) =>
        `ディスカバリーは成功しています。その後\`kubeadm join\`が初めて認証情報を使って\`kubeadm-config\`を読み、401で拒否されました。匿名アクセスとは関係ありません。トークンが期限切れか削除済みか、シークレット部分が誤っているか、用途に\`authentication\`がありません。または、kubeadmが付ける\`--enable-bootstrap-token-auth\`なしでサーバーが動いています。${attemptsJa(a)}`,
      why: 'ディスカバリーに必要なのは、トークンで作られたcluster-infoの署名だけです。ログインには、`kube-system`にあるトークンのSecretと、用途`authentication`が必要です。片方だけが揃うことはあります。署名はSecretより少し長く残ることがあり、`--tls-bootstrap-token`に`--discovery-token`とは別のトークンを指定することもできます。\n\nkubeadmはすぐに数回試してあきらめるため、5分待つことはありません。実測では、期限切れで署名だけ残ったトークン、署名専用のトークン、誤った`--tls-bootstrap-token`が、どれもこの文面になりました。',
      fix: [newJoinCommand.ja],
    },
  },
  fires: [
    {
      name: 'a token for signing only (1.20.2)',
      text: `[preflight] Running pre-flight checks
[preflight] Reading configuration from the cluster...
[preflight] FYI: You can look at this config file with 'kubectl -n kube-system get cm kubeadm-config -o yaml'
«error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: Unauthorized»
`,
    },
  ],
  silent: [
    {
      name: 'refused in discovery',
      text: `[preflight] Running pre-flight checks
error execution phase preflight: couldn't validate the identity of the API Server: Unauthorized
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S1 (J9b, J11c, J14, J14b, J14c)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (J14, J14b)', since: 28, until: 28, confidence: 'run' },
  ],
});
