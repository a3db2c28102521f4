// A Status object: what the API server answers instead of the object that was asked for, as `curl` and `kubectl --raw` print it.
// Upstream: staging/src/k8s.io/apimachinery/pkg/apis/meta/v1/types.go.

import type { PastedObject } from '../formats/format.ts';
import { asRecord, asText } from '../source/untyped-value.ts';

export interface ApiAnswerFact {
  readonly object: number;
  readonly code: number;
  readonly message: string;
  /** Whether the message names `system:anonymous`. */
  readonly isAnonymous: boolean;
}

/** Undefined for every other object, and for a Status without a code. */
export function readApiAnswer({ kind, value }: PastedObject, object: number): ApiAnswerFact | undefined {
  if (kind !== 'Status') return undefined;
  const { code, message } = asRecord(value);
  if (typeof code !== 'number') return undefined;
  const text = asText(message) ?? '';
  return { object, code, message: text, isAnonymous: text.includes('User "system:anonymous"') };
}
