// Fires on reads of cluster-info by kubeadm that got 401: a join is failing, or failed, at its first step.

import type { EventFact } from '../kubernetes/audit-event.ts';
import { millisecondsBetween } from '../kubernetes/audit-requests.ts';
import { auditLine, clusterInfoURI } from './event-examples.ts';
import { argsOf, requestsOf, timesEn, type EventArgs } from './event-hits.ts';
import { defineFinding } from './finding.ts';
import { allowAnonymousAgain, joinWithDiscoveryFile, limitAnonymousToPaths } from './known-fixes.ts';

type Args = EventArgs & {
  /** From the first to the last, rounded. */
  readonly seconds: number;
  /** The same log has requests that were let through as system:anonymous. */
  readonly anonymousSeen: boolean;
};

function secondsOf(reads: readonly EventFact[]): number {
  const [first, last] = [reads[0], reads.at(-1)];
  const milliseconds = first && last ? millisecondsBetween(first, last) : undefined;
  return Math.round(Math.abs(milliseconds ?? 0) / 1000);
}

export const ka504 = defineFinding<Args>({
  code: 'KA504',
  slug: 'discovery-refused',
  severity: 'error',
  *check(facts) {
    const refused = requestsOf(
      facts,
      ({ identity, looksLike }) => identity === 'rejected' && looksLike === 'kubeadm-discovery',
    );
    const [first] = refused;
    if (!first) return;
    const anonymousSeen = requestsOf(facts, ({ identity }) => identity === 'anonymous').length > 0;
    yield {
      at: { object: first.object, path: ['user'] },
      args: { ...argsOf(refused), seconds: secondsOf(refused), anonymousSeen },
    };
  },
  text: {
    en: {
      title: 'kubeadm’s discovery is refused with 401',
      message: (a) =>
        `\`${a.sources}\` (\`${a.clients}\`) asked for \`kube-public/cluster-info\` ${timesEn(a.requests)}${a.seconds > 0 ? ` within ${a.seconds} s` : ''} and got 401 before it had a name (\`user: {}\`). ${
          a.anonymousSeen
            ? 'Other requests in this log were let through as `system:anonymous`. If the server’s settings did not change in between, these 401s come from a discovery file with wrong credentials.'
            : 'With discovery by token no credentials are sent, so this server refuses anonymous requests; with a discovery file the credentials in it may be wrong instead.'
        } Either way the join does not go on.`,
      why: "kubeadm repeats this read about every five seconds until its discovery timeout (5 minutes by default: about 50 to 60 requests), so one failed join writes many such events. It ends with `couldn't validate the identity of the API Server`.\n\nThe event cannot tell why it was 401: no credentials with anonymous requests off, no credentials for a path that `anonymous.conditions` does not list, a wrong or expired token, and a certificate of another CA look the same, in 1.20.2 and 1.28.4.",
      fix: [limitAnonymousToPaths.en, joinWithDiscoveryFile.en, allowAnonymousAgain.en],
    },
    ja: {
      title: 'kubeadmのディスカバリーが401で拒否されています',
      message: (a) =>
        `\`${a.sources}\`(\`${a.clients}\`)が\`kube-public/cluster-info\`を${a.seconds > 0 ? `${a.seconds}秒間に` : ''}${a.requests}回要求し、名前が付く前に401で拒否されました(\`user: {}\`)。${
          a.anonymousSeen
            ? '同じログに、`system:anonymous`として通されたリクエストもあります。その間にサーバーの設定が変わっていないなら、この401は、ディスカバリーファイルの誤った認証情報によるものです。'
            : 'トークンによるディスカバリーは認証情報を送らないので、このサーバーは匿名リクエストを拒否しています。ディスカバリーファイルを使っている場合は、その認証情報が誤っている可能性もあります。'
        }いずれにしても、joinは先へ進みません。`,
      why: "kubeadmはディスカバリーのタイムアウト(既定で5分、約50〜60回)まで約5秒ごとに読み直すため、1回のjoinの失敗でこのイベントが何件も残ります。最後は`couldn't validate the identity of the API Server`で終わります。\n\nなぜ401なのかはイベントからはわかりません。匿名リクエストが無効で認証情報がない場合、`anonymous.conditions`にないパスで認証情報がない場合、トークンが誤りか期限切れの場合、証明書が別のCAのものである場合は、1.20.2でも1.28.4でも同じ形になります。",
      fix: [limitAnonymousToPaths.ja, joinWithDiscoveryFile.ja, allowAnonymousAgain.ja],
    },
  },
  fires: [
    {
      name: 'a join against --anonymous-auth=false (1.20.2)',
      kubernetesVersion: '1.20',
      text: auditLine({ uri: clusterInfoURI, user: '«{}»', stage: 'ResponseStarted', code: 401 }),
    },
  ],
  silent: [
    {
      name: 'curl, not kubeadm',
      text: auditLine({
        uri: clusterInfoURI,
        user: '{}',
        agent: 'curl/7.88.1',
        stage: 'ResponseStarted',
        code: 401,
      }),
    },
  ],
  see: [
    { source: 'v1.20.2/S2m, v1.20.2/S1m (J5b)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S2m, v1.28.4/S1m (J5b)', since: 28, until: 28, confidence: 'run' },
    { source: 'k8s.io/apiserver pkg/endpoints/filters/authn_audit.go', confidence: 'source' },
  ],
});
