// How often kubeadm join asks for cluster-info until it gives up, by version.
// Upstream: cmd/kubeadm/app/discovery/{token/token.go,file/file.go}; 53 and 52 requests in five minutes were seen with
// 1.20.2 and 1.28.4 for a token, 61 for a file.

import { rowFor, type Confidence, type Minor, type Ranged } from '../../kubernetes/version.ts';

export interface Rhythm extends Ranged {
  readonly firstAt: number;
  /** Seconds; for tokens up to 1.31 a random one between 5.0 and 6.5, here its mean. */
  readonly every: number;
  /** One more when the time is over. */
  readonly asksAtTheEnd: boolean;
  readonly confidence: Confidence;
}

/** The change of the token's loop lies between 1.29 and 1.33, most likely in 1.32. */
const tokenRhythms: readonly Rhythm[] = [
  { until: 31, firstAt: 0, every: 5.75, asksAtTheEnd: false, confidence: 'run' },
  { since: 32, firstAt: 0, every: 5, asksAtTheEnd: false, confidence: 'inferred' },
];

const fileRhythms: readonly Rhythm[] = [
  { until: 29, firstAt: 5, every: 5, asksAtTheEnd: true, confidence: 'run' },
  { since: 30, firstAt: 0, every: 5, asksAtTheEnd: false, confidence: 'inferred' },
];

const once: Rhythm = { firstAt: 0, every: 5, asksAtTheEnd: false, confidence: 'inferred' };

export function rhythmOf(discovery: 'token' | 'file', minor: Minor): Rhythm {
  return rowFor(discovery === 'token' ? tokenRhythms : fileRhythms, minor) ?? once;
}

/** How many requests fit into the time, all of them refused. */
export function requestsUntil({ firstAt, every, asksAtTheEnd }: Rhythm, seconds: number): number {
  const last = firstAt === 0 ? seconds - 0.001 : seconds;
  return Math.floor((last - firstAt) / every) + 1 + (asksAtTheEnd ? 1 : 0);
}
