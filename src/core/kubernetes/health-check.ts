// What a message about a failed health check says.

import type { PastedObject } from '../formats/format.ts';
import { asRecord, asText } from '../source/untyped-value.ts';

/** A health check that was answered 401. */
export interface HealthCheckFact {
  readonly object: number;
  /** `startup`, `liveness` or `readiness` of the kubelet; empty for a load balancer. */
  readonly probe: string;
}

export function readHealthCheck({ format, value }: PastedObject, object: number): HealthCheckFact | undefined {
  if (format !== 'health-check-message') return undefined;
  return { object, probe: asText(asRecord(value)['probe']) ?? '' };
}
