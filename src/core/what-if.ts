// From a pasted text to the questions of the lab: its server, its audit events, and the requests that they stand for.

import { unwrap } from './formats/unwrap.ts';
import { readEvent } from './kubernetes/audit-event.ts';
import { collectFacts } from './kubernetes/collect.ts';
import type { InspectOptions } from './report.ts';
import { tallyRequests, type RequestTally } from './simulator/blast-radius.ts';
import type { AuditEventJson } from './simulator/lab/lab.ts';
import { labServerFromFacts, type PastedLabServer } from './simulator/lab/server-from-facts.ts';
import { isRecord } from './source/untyped-value.ts';

/** The API server that a text describes, as one of the lab; undefined if it describes none. Never throws. */
export function labServerFrom(text: string, options: InspectOptions = {}): PastedLabServer | undefined {
  const { objects, problems, manifests } = unwrap(text);
  return labServerFromFacts(collectFacts({ text, objects, problems, manifests, options }));
}

/** The audit events of a text, as they stand in it, in order; for `counterfactual`. */
export function auditEventsIn(text: string): readonly AuditEventJson[] {
  const { objects } = unwrap(text);
  return objects.flatMap((object, index) => (readEvent(object, index) && isRecord(object.value) ? [object.value] : []));
}

/** The requests of the audit events of a text; for `blastRadius`. Logs of another server than kube-apiserver give none. */
export function requestTalliesIn(text: string): readonly RequestTally[] {
  const { objects } = unwrap(text);
  const events = objects.flatMap((object, index) => readEvent(object, index) ?? []);
  return events.some(({ otherServer }) => otherServer) ? [] : tallyRequests(events);
}
