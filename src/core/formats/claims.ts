// Splits a paste among the formats: each takes its stretches out of what the formats before it left.

import type { Span } from '../source/range.ts';
import type { Format, Segment } from './format.ts';

export interface Claim {
  readonly format: Format;
  readonly segment: Segment;
}

export interface Claims {
  readonly claims: readonly Claim[];
  /** Stretches that no format took, blank ones left out. */
  readonly unclaimed: readonly Span[];
}

/** Asks the formats in order. A segment that reaches outside the free stretches is dropped: the first claim holds. */
export function claimParts(text: string, formats: readonly Format[]): Claims {
  const claims: Claim[] = [];
  let free: readonly Span[] = text.trim() === '' ? [] : [{ start: 0, end: text.length }];
  for (const format of formats) {
    for (const segment of format.claim(text, free)) {
      const span = { start: segment.offset, end: segment.offset + segment.text.length };
      const home = free.find(({ start, end }) => start <= span.start && span.end <= end);
      if (!home) continue;
      claims.push({ format, segment });
      free = free.flatMap((part) => (part === home ? without(part, span) : [part]));
    }
    free = free.filter(({ start, end }) => !isBlank(text, start, end));
  }
  return { claims, unclaimed: free };
}

function without(part: Span, taken: Span): readonly Span[] {
  return [
    { start: part.start, end: taken.start },
    { start: taken.end, end: part.end },
  ].filter(({ start, end }) => end > start);
}

/** True if nothing but white space, commas and brackets of a JSON array stands there. */
function isBlank(text: string, start: number, end: number): boolean {
  return /^[\s,[\]\ufeff]*$/.test(text.slice(start, end));
}
