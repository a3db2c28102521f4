// Fires on the output of a `kubeadm join` that read cluster-info and did not believe it: wrong secret, wrong or malformed CA hash.

import { causeWords } from '../kubernetes/join-cause-words.ts';
import { joinCauses } from '../kubernetes/join-causes.ts';
import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';
import { newJoinCommand } from './known-fixes.ts';

export const ka308 = defineFinding<JoinArgs>({
  code: 'KA308',
  slug: 'join-does-not-trust-the-cluster',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ cause }) => joinCauses[cause].code === 'KA308'),
  text: {
    en: {
      title: 'kubeadm join read cluster-info and does not trust it',
      message: (a) =>
        `\`kubeadm join\` stopped in discovery. Its read of \`kube-public/cluster-info\` without credentials was let through, but ${causeWords.en[a.cause]}.${attemptsEn(a)}`,
      why: 'The first read does not check the server’s certificate, because the node has no CA yet. Two things make up for it: the signature, made with the secret half of the token, and the hash of the CA’s public key. From 1.18 kubeadm fails at once if one of them does not fit, without waiting for the timeout. Then the command is of another cluster or of an older CA, was copied wrongly, or somebody in between answers.',
      fix: [
        newJoinCommand.en,
        {
          do: 'Do not put `--discovery-token-unsafe-skip-ca-verification` in its place: the hash has just done what it is for.',
          cost: 'With the switch, anybody who knows the token and answers at this address could pass for the cluster.',
        },
      ],
    },
    ja: {
      title: 'kubeadm joinはcluster-infoを読めましたが、信頼できませんでした',
      message: (a) =>
        `\`kubeadm join\`はディスカバリーで止まりました。認証情報なしの\`kube-public/cluster-info\`の読み取りは通っています。しかし、${causeWords.ja[a.cause]}。${attemptsJa(a)}`,
      why: 'ノードはまだCAを持っていないため、最初の読み取りではサーバー証明書を検証しません。その代わりになるのが、トークンのシークレット部分で作られた署名と、CAの公開鍵のハッシュです。1.18以降のkubeadmは、どちらかが合わなければタイムアウトを待たずにすぐ失敗します。その場合、コマンドが別のクラスターや以前のCAのものか、写し間違いか、途中で誰かが応答しています。',
      fix: [
        newJoinCommand.ja,
        {
          do: '代わりに`--discovery-token-unsafe-skip-ca-verification`を付けないでください。ハッシュが役目を果たしたところです。',
          cost: '付けると、トークンを知っていてこのアドレスで応答できる人なら誰でも、クラスターになりすませます。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a hash of another cluster (1.20.2)',
      text: `[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: cluster CA found in cluster-info ConfigMap is invalid: none of the public keys "sha256:edeccd513faee9049ced4280fa0a32eb999f4535f10f277d154c02e84a80c271" are pinned»
`,
    },
    {
      name: 'a wrong secret (1.28.4)',
      text: `[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: failed to verify JWS signature of received cluster info object, can't trust this API Server»
`,
    },
  ],
  silent: [
    {
      name: 'with anonymous off kubeadm does not come so far',
      text: `[preflight] Running pre-flight checks
error execution phase preflight: couldn't validate the identity of the API Server: Unauthorized
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S1 (J6, J8)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (J6, J8)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', confidence: 'source' },
  ],
});
