// Fires on two anonymous reads of cluster-info by one kubeadm, milliseconds apart: one join with a CA hash, unverified and then verified.

import { type EventFact } from '../kubernetes/audit-event.ts';
import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { millisecondsBetween, sourceOf } from '../kubernetes/audit-requests.ts';
import { parseMicroseconds } from '../kubernetes/timestamp.ts';
import { allowedByBinding, auditLine, clusterInfoURI } from './event-examples.ts';
import { requestsOf } from './event-hits.ts';
import { defineFinding } from './finding.ts';

type Args = {
  readonly pairs: number;
  /** From arrival to arrival, of the first pair. */
  readonly milliseconds: number;
  readonly source: string;
};

/** A retry comes five seconds later; the two reads of one join were 4 to 14 ms apart on a quiet network. */
const closeMilliseconds = 1000;

interface Pair {
  readonly second: EventFact;
  readonly milliseconds: number;
}

function pairsOf(reads: readonly EventFact[]): readonly Pair[] {
  const pairs: Pair[] = [];
  const sorted = [...reads].sort(
    (a, b) => (parseMicroseconds(a.receivedAt) ?? 0) - (parseMicroseconds(b.receivedAt) ?? 0),
  );
  const waiting = new Map<string, EventFact>();
  for (const read of sorted) {
    const key = `${sourceOf(read)} ${read.userAgent}`;
    const first = waiting.get(key);
    const milliseconds = first ? millisecondsBetween(first, read) : undefined;
    if (milliseconds !== undefined && milliseconds < closeMilliseconds) {
      pairs.push({ second: read, milliseconds });
      waiting.delete(key);
    } else {
      waiting.set(key, read);
    }
  }
  return pairs;
}

export const ka502 = defineFinding<Args>({
  code: 'KA502',
  slug: 'two-reads-of-one-join',
  severity: 'note',
  *check(facts) {
    const reads = requestsOf(
      facts,
      ({ identity, path, code, client }) =>
        identity === 'anonymous' && path === clusterInfoPath && code === 200 && client.program === 'kubeadm',
    );
    const pairs = pairsOf(reads);
    const [first] = pairs;
    if (!first) return;
    yield {
      at: { object: first.second.object, path: ['requestReceivedTimestamp'] },
      args: {
        pairs: pairs.length,
        milliseconds: Number(first.milliseconds.toFixed(1)),
        source: sourceOf(first.second),
      },
    };
  },
  text: {
    en: {
      title: 'Two reads of cluster-info belong to one join',
      message: (a) =>
        `This read came ${a.milliseconds} ms after another one by the same kubeadm at \`${a.source}\`. Together they look like one \`kubeadm join\` with a CA hash: the first read does not check the server’s certificate, the second checks it against the CA that the first one brought and the hash confirmed.${a.pairs > 1 ? ` This is the first of ${a.pairs} such pairs.` : ''}`,
      why: 'A new node has no CA, so its first read cannot check the certificate. kubeadm checks the signature in cluster-info with the token, and the CA in it with the hash (`--discovery-token-ca-cert-hash`). Then it reads once more over a connection that this CA verifies, still without credentials, and compares both texts.\n\nIn our runs the two came 4 to 9 ms apart. A retry looks different: it comes five seconds later or more. With `--discovery-token-unsafe-skip-ca-verification`, or if the hash does not fit, there is only one read.',
      fix: [
        {
          do: 'Count pairs, not events, when you count joins.',
          cost: 'None. A policy that keeps the stage `RequestReceived` writes two events per read, so four per join; omitting that stage loses no refusals.',
          code: 'omitStages:\n- RequestReceived',
        },
      ],
    },
    ja: {
      title: 'cluster-infoの2回の読み取りは、1回のjoinです',
      message: (a) =>
        `この読み取りは、\`${a.source}\`の同じkubeadmによる読み取りの${a.milliseconds}ミリ秒後に届いています。2つ合わせて、CAハッシュ付きの\`kubeadm join\` 1回分と見られます。1回目はサーバー証明書を検証せず、2回目は、1回目で得てハッシュで確かめたCAを使って検証します。${a.pairs > 1 ? `このような組が${a.pairs}組あり、これは最初の1組です。` : ''}`,
      why: '新しいノードはCAを持っていないため、1回目の読み取りでは証明書を検証できません。kubeadmは、cluster-infoの署名をトークンで、中のCAをハッシュ(`--discovery-token-ca-cert-hash`)で確かめます。その後、このCAで検証した接続で、やはり認証情報なしでもう一度読み、2つの内容を比べます。\n\n実測では、2つの間隔は4〜9ミリ秒でした。再試行なら間隔は5秒以上になります。`--discovery-token-unsafe-skip-ca-verification`を付けた場合や、ハッシュが合わない場合は、読み取りは1回だけです。',
      fix: [
        {
          do: 'joinの回数を数えるときは、イベントではなく組で数えてください。',
          cost: 'ありません。ステージ`RequestReceived`を残すポリシーでは、1回の読み取りで2つ、1回のjoinで4つのイベントになります。このステージを省いても、拒否の記録は失われません。',
          code: 'omitStages:\n- RequestReceived',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a join of kubeadm 1.20.2 with a CA hash',
      text:
        auditLine({ uri: clusterInfoURI, code: 200, annotations: allowedByBinding }) +
        auditLine({
          uri: clusterInfoURI,
          code: 200,
          annotations: allowedByBinding,
          received: '«"2026-11-23T23:20:48.485924Z"»',
        }),
    },
  ],
  silent: [
    {
      name: 'a retry, five seconds later',
      text:
        auditLine({ uri: clusterInfoURI, code: 200, annotations: allowedByBinding }) +
        auditLine({
          uri: clusterInfoURI,
          code: 200,
          annotations: allowedByBinding,
          received: '"2026-11-23T23:20:53.601012Z"',
        }),
    },
  ],
  see: [
    { source: 'v1.20.2/K4-article-true (9.3 ms), v1.20.2/S1 (J1, J2)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (J1, J2)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', confidence: 'source' },
  ],
});
