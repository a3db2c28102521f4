// Fires on 401s that are neither kubeadm's discovery nor a probe: says what such an event can prove, and what it cannot.

import { auditLine } from './event-examples.ts';
import { eventHits, requestsOf, type EventArgs } from './event-hits.ts';
import { defineFinding } from './finding.ts';

export const ka510 = defineFinding<EventArgs>({
  code: 'KA510',
  slug: 'refused-before-a-name',
  severity: 'note',
  check: (facts) =>
    eventHits(
      requestsOf(facts, ({ identity, looksLike }) => identity === 'rejected' && looksLike === 'other'),
      ['user'],
    ),
  text: {
    en: {
      title: 'Requests were refused before they had a name',
      message: (a) =>
        `${a.requests === 1 ? 'One request' : `${a.requests} requests`} got 401 with \`user: {}\` (from \`${a.sources}\`, client \`${a.clients}\`, path \`${a.paths}\`). The callers had no credentials that this server takes; who they are is not in the log.`,
      why: 'A failed authentication writes one event, at the stage `ResponseStarted`, without user and without annotations; authorization was never asked. No credentials with anonymous requests off, a wrong or expired token, a deleted service account and a certificate of another CA all look like this. So a 401 alone does not prove that anonymous requests are off: wrong credentials get 401 with either setting.\n\nOnly the API server’s own log tells more: for bad credentials, not for missing ones, it says `Unable to authenticate the request`.',
      fix: [
        {
          do: 'Look into the server’s own log at that time.',
          cost: 'None: it only reads.',
          code: `kubectl -n kube-system logs -l component=kube-apiserver --tail=-1 | grep 'Unable to authenticate the request'`,
        },
      ],
    },
    ja: {
      title: '名前が付く前に拒否されたリクエストがあります',
      message: (a) =>
        `${a.requests}件のリクエストが、\`user: {}\`のまま401になっています(送信元\`${a.sources}\`、クライアント\`${a.clients}\`、パス\`${a.paths}\`)。呼び出し元は、このサーバーに通用する認証情報を持っていませんでした。誰なのかはログからはわかりません。`,
      why: '認証に失敗したときのイベントは1つだけで、ステージは`ResponseStarted`、ユーザーも注釈もなく、認可までは進んでいません。匿名リクエストが無効で認証情報がない場合も、トークンが誤りか期限切れの場合も、ServiceAccountが削除された場合も、証明書が別のCAのものである場合も、同じ形になります。誤った認証情報はどちらの設定でも401になるので、401だけでは匿名リクエストが無効だとは言えません。\n\nそれ以上は、APIサーバー自身のログにしか出ません。認証情報がない場合ではなく、誤っている場合に、`Unable to authenticate the request`と出ます。',
      fix: [
        {
          do: 'その時刻の、サーバー自身のログを確認します。',
          cost: 'ありません(読むだけです)。',
          code: `kubectl -n kube-system logs -l component=kube-apiserver --tail=-1 | grep 'Unable to authenticate the request'`,
        },
      ],
    },
  },
  fires: [
    {
      name: 'curl against --anonymous-auth=false, or with a wrong token',
      text: auditLine({ uri: '"/livez"', user: '«{}»', agent: 'curl/7.88.1', stage: 'ResponseStarted', code: 401 }),
    },
  ],
  silent: [
    {
      name: 'a 401 of kubeadm’s discovery has a finding of its own',
      text: auditLine({
        uri: '"/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s"',
        user: '{}',
        stage: 'ResponseStarted',
        code: 401,
      }),
    },
  ],
  see: [
    { source: 'v1.20.2/S2m, v1.20.2/S1m', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2m, v1.28.4/S1m', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/endpoints/filters/{authentication,authn_audit}.go', confidence: 'source' },
  ],
});
