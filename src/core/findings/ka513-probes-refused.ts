// Fires on probes that got 401: the kubelet takes the API server for dead and restarts it, again and again.

import { isHealthPath } from '../kubernetes/audit-event.ts';
import { auditLine } from './event-examples.ts';
import { eventHits, requestsOf, type EventArgs } from './event-hits.ts';
import { defineFinding } from './finding.ts';
import { allowAnonymousAgain, limitAnonymousToPaths, probeByTcp } from './known-fixes.ts';

export const ka513 = defineFinding<EventArgs>({
  code: 'KA513',
  slug: 'probes-refused',
  severity: 'error',
  check: (facts) =>
    eventHits(
      requestsOf(
        facts,
        ({ identity, looksLike, path }) => identity === 'rejected' && looksLike === 'probe' && isHealthPath(path),
      ),
      ['user'],
    ),
  text: {
    en: {
      title: 'Health checks are refused with 401',
      message: (a) =>
        `${a.requests === 1 ? 'One health check' : `${a.requests} health checks`} got 401 (from \`${a.sources}\`, client \`${a.clients}\`, path \`${a.paths}\`). If they are the probes of the API server’s own Pod, the kubelet takes it for dead and restarts it again and again; a load balancer takes it out of service.`,
      why: 'The probes that kubeadm writes carry no credentials, so they need anonymous requests (from 1.31: at least for their paths). In our runs with 1.20.2 the startup probe’s 24th failure came 241 s after the start of each container, and the kill 10 to 65 s later: container lives of 264 to 320 s, 5 restarts in 24 minutes, and the API unreachable for 12 to 20 s each time.\n\nThat these 401s stand in a log at all is luck: they have no user, so only a rule without `users` and `userGroups` writes them.',
      fix: [limitAnonymousToPaths.en, probeByTcp.en, allowAnonymousAgain.en],
    },
    ja: {
      title: 'ヘルスチェックが401で拒否されています',
      message: (a) =>
        `${a.requests}件のヘルスチェックが401になっています(送信元\`${a.sources}\`、クライアント\`${a.clients}\`、パス\`${a.paths}\`)。APIサーバー自身のPodのプローブなら、kubeletはサーバーが死んでいるとみなして繰り返し再起動します。ロードバランサーなら、振り分け先から外します。`,
      why: 'kubeadmが書くプローブには認証情報がないため、匿名リクエストが(1.31以降なら少なくともそのパスについて)必要です。1.20.2での実測では、コンテナの起動から241秒後にstartupプローブの24回目の失敗があり、その10〜65秒後に終了させられました。コンテナの寿命は264〜320秒、24分間で5回再起動し、そのたびに12〜20秒間APIに届かなくなりました。\n\nこの401がログに残っているのは幸運です。ユーザーがないため、`users`と`userGroups`のないルールでなければ記録されません。',
      fix: [limitAnonymousToPaths.ja, probeByTcp.ja, allowAnonymousAgain.ja],
    },
  },
  fires: [
    {
      name: 'the startup probe against --anonymous-auth=false',
      text: auditLine({
        uri: '"/livez"',
        user: '«{}»',
        agent: 'kube-probe/1.20',
        stage: 'ResponseStarted',
        code: 401,
      }),
    },
  ],
  silent: [
    {
      name: 'a probe that was answered',
      text: auditLine({ uri: '"/livez"', agent: 'kube-probe/1.20', code: 200 }),
    },
  ],
  see: [
    { source: 'v1.20.2/K2-init-false', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2m (http-probes)', since: 28, until: 28, confidence: 'run' },
    { source: 'https://github.com/kubernetes/kubernetes/issues/100581', confidence: 'reported' },
  ],
});
