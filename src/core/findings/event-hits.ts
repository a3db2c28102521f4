// Audit requests of one kind as one hit: at the first of them, with how many there are and who they came from.

import type { Path } from '../source/path.ts';
import type { EventFact } from '../kubernetes/audit-event.ts';
import { listDistinct, oneEventPerRequest, sourceOf } from '../kubernetes/audit-requests.ts';
import type { Facts } from '../kubernetes/facts.ts';
import type { Hit } from './finding.ts';

/** Lists hold the first three different values. All are fit to stand between backticks. */
export type EventArgs = {
  readonly requests: number;
  readonly sources: string;
  readonly clients: string;
  readonly paths: string;
};

/** The requests that kube-apiserver itself answered, one event each; none of a log that another server wrote. */
export function requestsOf({ events }: Facts, fits: (event: EventFact) => boolean): readonly EventFact[] {
  if (events.some(({ otherServer }) => otherServer)) return [];
  return oneEventPerRequest(events).filter(fits);
}

/** Gives nothing for no requests. */
export function* eventHits(requests: readonly EventFact[], path: Path): Generator<Hit<EventArgs>> {
  const [first] = requests;
  if (first) yield { at: { object: first.object, path }, args: argsOf(requests) };
}

export function argsOf(requests: readonly EventFact[]): EventArgs {
  return {
    requests: requests.length,
    sources: listed(requests.map(sourceOf)),
    clients: listed(requests.map(({ userAgent }) => userAgent)),
    paths: listed(requests.map(({ path }) => path)),
  };
}

function listed(values: readonly string[]): string {
  return listDistinct(values.filter((value) => value !== '').map((value) => value.replaceAll('`', "'"))) || '–';
}

/** `once`, `twice`, `7 times`. */
export function timesEn(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
