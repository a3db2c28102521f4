// Who would break: the anonymous requests of an audit log, put together by what they look like.
// A user agent is the client's own claim, and so is everything that is concluded from it here.

import { isHealthPath, type EventFact, type Identity } from '../kubernetes/audit-event.ts';
import { oneEventPerRequest, sourceOf } from '../kubernetes/audit-requests.ts';
import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { healthCheckers, readUserAgent } from '../kubernetes/user-agent.ts';

/** Requests that look alike; the groups of a streamed log and single events both fit. */
export interface RequestTally {
  readonly identity: Identity;
  readonly verb: string;
  /** Without the query. */
  readonly path: string;
  /** 0 where the event has none. */
  readonly code: number;
  readonly agent: string;
  /** The last address, the only one that is certain; empty if there is none. */
  readonly source: string;
  readonly events: number;
  /** False for stages that do not stand for a request of their own; absent = true. */
  readonly countsAsRequest?: boolean;
}

export const consumerKinds = [
  'probe',
  'load-balancer',
  'kubeadm-discovery',
  'cluster-info',
  'oidc-discovery',
  'version',
  'scanner',
  'unknown',
] as const;
/** What it looks like; `cluster-info` and `version` are readers of those that are not recognised otherwise. */
export type ConsumerKind = (typeof consumerKinds)[number];

export interface AnonymousConsumer {
  readonly kind: ConsumerKind;
  /** Requests that got what they asked for: these would get 401. */
  readonly allowed: number;
  /** Requests that were refused with 403 or not found: these would get 401 too, and lose nothing. */
  readonly refused: number;
  /** Paths that were allowed, the most frequent first. */
  readonly paths: readonly { readonly path: string; readonly requests: number }[];
  readonly agents: readonly string[];
  readonly sources: readonly string[];
}

export interface BlastRadius {
  /** In the order of `consumerKinds`; those without a request are left out. */
  readonly consumers: readonly AnonymousConsumer[];
  /** Requests of system:anonymous in all. */
  readonly requests: number;
  /** Refused with 401 already, for whatever reason: nothing changes for them. */
  readonly alreadyRefused: number;
}

const oidcPaths = ['/.well-known/openid-configuration', '/openid/v1/jwks'];
/** So many different refused paths make somebody a scanner. */
const leastRefusedPaths = 3;

/** Single events as tallies, one for each request: its last event. */
export function tallyRequests(events: readonly EventFact[]): readonly RequestTally[] {
  return oneEventPerRequest(events).map((event) => ({
    ...{ identity: event.identity, verb: event.verb, path: event.path, code: event.code ?? 0 },
    ...{ agent: event.userAgent, source: sourceOf(event), events: 1 },
  }));
}

/** Only requests that are really anonymous count; impersonation and credentials of that name do not. */
export function blastRadius(tallies: readonly RequestTally[]): BlastRadius {
  const requests = tallies.filter(({ countsAsRequest }) => countsAsRequest !== false);
  const anonymous = requests.filter(({ identity }) => identity === 'anonymous');
  const scanners = scanningSources(anonymous);
  const consumers = consumerKinds.flatMap((kind) => {
    const own = anonymous.filter((tally) => kindOf(tally, scanners) === kind);
    return own.length === 0 ? [] : [consumerOf(kind, own)];
  });
  const sum = (some: readonly RequestTally[]): number => some.reduce((all, { events }) => all + events, 0);
  return {
    consumers,
    requests: sum(anonymous),
    alreadyRefused: sum(requests.filter(({ identity }) => identity === 'rejected')),
  };
}

/** Who was refused on several different paths tries doors; one refused path may be a program with a wrong setting. */
function scanningSources(tallies: readonly RequestTally[]): ReadonlySet<string> {
  const paths = new Map<string, Set<string>>();
  for (const tally of tallies) {
    if (isAllowed(tally)) continue;
    const key = clientKey(tally);
    paths.set(key, (paths.get(key) ?? new Set()).add(tally.path));
  }
  return new Set([...paths].filter(([, refused]) => refused.size >= leastRefusedPaths).map(([key]) => key));
}

const clientKey = ({ agent, source }: RequestTally): string => `${source} ${agent}`;
const isAllowed = ({ code }: RequestTally): boolean => code === 0 || (code >= 200 && code < 400);

function kindOf(tally: RequestTally, scanners: ReadonlySet<string>): ConsumerKind {
  const { path, agent } = tally;
  const { program } = readUserAgent(agent);
  if (isHealthPath(path)) return program === 'kube-probe' ? 'probe' : healthKind(tally, scanners);
  if (scanners.has(clientKey(tally))) return 'scanner';
  if (path === clusterInfoPath) return program === 'kubeadm' ? 'kubeadm-discovery' : 'cluster-info';
  if (oidcPaths.includes(path)) return 'oidc-discovery';
  return path === '/version' || path === '/version/' ? 'version' : 'unknown';
}

/** A scanner may ask for /healthz too; a health checker by trade is believed. */
function healthKind(tally: RequestTally, scanners: ReadonlySet<string>): ConsumerKind {
  const isByTrade = healthCheckers.includes(readUserAgent(tally.agent).program);
  return !isByTrade && scanners.has(clientKey(tally)) ? 'scanner' : 'load-balancer';
}

function consumerOf(kind: ConsumerKind, tallies: readonly RequestTally[]): AnonymousConsumer {
  const counts = new Map<string, number>();
  let [allowed, refused] = [0, 0];
  for (const tally of tallies) {
    if (!isAllowed(tally)) refused += tally.events;
    else {
      allowed += tally.events;
      counts.set(tally.path, (counts.get(tally.path) ?? 0) + tally.events);
    }
  }
  const paths = [...counts].map(([path, requests]) => ({ path, requests }));
  return {
    ...{ kind, allowed, refused },
    paths: paths.sort((a, b) => b.requests - a.requests || (a.path < b.path ? -1 : 1)),
    agents: distinct(tallies.map(({ agent }) => agent)),
    sources: distinct(tallies.map(({ source }) => source)),
  };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== '');
}
