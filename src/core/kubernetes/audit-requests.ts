// Audit events seen as requests: one request may write several events, at RequestReceived and at the end.

import type { EventFact } from './audit-event.ts';
import { parseMicroseconds } from './timestamp.ts';

const stageOrder: readonly string[] = ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic'];

/** The last event of each request, in order of appearance. A client may choose its auditID: the time of arrival tells reused ones apart. */
export function oneEventPerRequest(events: readonly EventFact[]): readonly EventFact[] {
  const requests = new Map<string, EventFact>();
  for (const event of events) {
    const key = `${event.auditID} ${event.receivedAt}`;
    const known = requests.get(key);
    if (!known || stageOrder.indexOf(event.stage) > stageOrder.indexOf(known.stage)) requests.set(key, event);
  }
  return [...requests.values()].sort((a, b) => a.object - b.object);
}

/** Time between two arrivals in milliseconds; undefined if either time cannot be read. */
export function millisecondsBetween(first: EventFact, second: EventFact): number | undefined {
  const [from, to] = [parseMicroseconds(first.receivedAt), parseMicroseconds(second.receivedAt)];
  return from === undefined || to === undefined ? undefined : (to - from) / 1000;
}

/** Different values in order of appearance, at most `limit` of them, then `…`. */
export function listDistinct(values: readonly string[], limit = 3): string {
  const distinct = [...new Set(values)];
  return distinct.slice(0, limit).join(', ') + (distinct.length > limit ? ', …' : '');
}

/** The address that a request certainly came from (from 1.18): the last one. */
export function sourceOf(event: EventFact): string {
  return event.sourceIPs.at(-1) ?? '';
}
