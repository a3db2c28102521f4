// Fires on the output of a `kubeadm join` that found no signature for its token in cluster-info: the token is unknown, expired or not for signing.

import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';
import { newJoinCommand } from './known-fixes.ts';

export const ka303 = defineFinding<JoinArgs>({
  code: 'KA303',
  slug: 'join-token-not-signed',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ step, cause }) => step === 'discovery' && cause === 'no-jws'),
  text: {
    en: {
      title: 'cluster-info holds no signature for this token',
      message: (a) =>
        `\`kubeadm join\` ${a.finished ? 'stopped' : 'is still trying'} in discovery: it read \`kube-public/cluster-info\` without trouble, so anonymous requests are on, but there is no signature for ${a.tokenID ? `the token ID \`${a.tokenID}\`` : 'its token ID'} in it. The token is unknown to this cluster, expired, without the usage \`signing\`, or kube-controller-manager is not signing.${attemptsEn(a)}`,
      why: 'For every bootstrap token with the usage `signing`, the controller `bootstrapsigner` in kube-controller-manager writes a key `jws-kubeconfig-<token ID>` into cluster-info, and it takes the key away when the token expires (after 24 hours by default) or is deleted. Without the key a node cannot check that the ConfigMap is genuine.\n\nFrom 1.18 kubeadm waits for the key until its discovery timeout (5 minutes by default), since the signer may be late. In our runs an unknown, an expired and a not-for-signing token, and a stopped signer, all gave this text.',
      fix: [
        newJoinCommand.en,
        {
          do: 'If a fresh token gives the same text: look whether kube-controller-manager runs, and whether the key appears.',
          cost: 'None: it only reads.',
          code: 'kubectl -n kube-public get configmap cluster-info -o yaml',
        },
      ],
    },
    ja: {
      title: 'cluster-infoに、このトークンの署名がありません',
      message: (a) =>
        `\`kubeadm join\`はディスカバリーで${a.finished ? '止まりました' : '再試行を続けています'}。\`kube-public/cluster-info\`は読めているので、匿名リクエストは有効です。ただし、${a.tokenID ? `トークンID \`${a.tokenID}\`` : 'トークンID'}の署名がありません。トークンがこのクラスターにないか、期限切れか、用途に\`signing\`がないか、kube-controller-managerが署名していません。${attemptsJa(a)}`,
      why: '用途に`signing`を含むブートストラップトークンごとに、kube-controller-managerの`bootstrapsigner`コントローラーがcluster-infoに`jws-kubeconfig-<トークンID>`というキーを書き、トークンが期限切れ(既定で24時間後)になるか削除されるとキーを消します。このキーがないと、ノードはConfigMapが本物かどうかを確かめられません。\n\n1.18以降のkubeadmは、署名が遅れている場合に備えて、ディスカバリーのタイムアウト(既定で5分)までキーを待ちます。実測では、未知のトークン、期限切れのトークン、署名用でないトークン、署名側の停止は、どれもこの文面になりました。',
      fix: [
        newJoinCommand.ja,
        {
          do: '新しいトークンでも同じ文面なら、kube-controller-managerが動いているか、キーが現れるかを確認してください。',
          cost: 'ありません(読み取りだけです)。',
          code: 'kubectl -n kube-public get configmap cluster-info -o yaml',
        },
      ],
    },
  },
  fires: [
    {
      name: 'an expired token (1.20.2)',
      kubernetesVersion: '1.20',
      text: `$ kubeadm join 10.146.0.4:6443 --token expire.0123456789abcdef --discovery-token-unsafe-skip-ca-verification
[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: could not find a JWS signature in the cluster-info ConfigMap for token ID "expire"»
`,
    },
  ],
  silent: [
    {
      name: 'a wrong secret: the signature is there and does not fit',
      text: `[preflight] Running pre-flight checks
error execution phase preflight: couldn't validate the identity of the API Server: failed to verify JWS signature of received cluster info object, can't trust this API Server
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S1 (J7, J9, J11, J11b)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (J7, J9)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', confidence: 'source' },
  ],
});
