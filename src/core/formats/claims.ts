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
    const taken: Claim[] = [];
    free = free.length === 0 ? free : takeOut(text, free, format, taken);
    for (const claim of taken) claims.push(claim);
  }
  return { claims, unclaimed: free };
}

/** Gives what stays free; one pass over both lists, since a log may have thousands of parts. */
function takeOut(text: string, free: readonly Span[], format: Format, taken: Claim[]): readonly Span[] {
  const segments = [...format.claim(text, free)].sort((a, b) => a.offset - b.offset);
  const rest: Span[] = [];
  let next = 0;
  for (const part of free) {
    let from = part.start;
    for (; next < segments.length; next++) {
      const segment = segments[next];
      if (!segment || segment.offset >= part.end) break;
      const end = segment.offset + segment.text.length;
      if (segment.offset < from || end > part.end) continue;
      taken.push({ format, segment });
      rest.push({ start: from, end: segment.offset });
      from = end;
    }
    rest.push({ start: from, end: part.end });
  }
  return rest.filter(({ start, end }) => end > start && !isBlank(text, start, end));
}

/** True if nothing but white space, commas and brackets of a JSON array stands there. */
function isBlank(text: string, start: number, end: number): boolean {
  return /^[\s,[\]\ufeff]*$/.test(text.slice(start, end));
}
