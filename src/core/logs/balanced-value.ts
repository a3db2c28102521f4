// Where a JSON object ends that may be written over many lines: brackets are counted outside strings, nothing else is checked.
// A line break inside a string breaks it; so does a line that begins with a brace no further right than the object itself,
// since then a new record has begun.

import { deviates, endOfString } from './json-bytes.ts';

export type Balanced =
  | { readonly found: 'whole'; readonly end: number; /** Line ends inside. */ readonly lines: number }
  /** `at` is where the fault was seen. */
  | { readonly found: 'broken'; readonly at: number }
  /** The bytes end before the object does. */
  | { readonly found: 'more-needed' };

const moreNeeded: Balanced = { found: 'more-needed' };

/** `start` is the place of an opening brace, `column` how far right it stands. */
export function balancedValue(view: DataView, start: number, limit: number, column: number): Balanced {
  const open: number[] = [];
  let at = start;
  let lines = 0;
  while (at < limit) {
    const byte = view.getUint8(at);
    if (byte === 34) {
      const end = endOfString(view, at + 1, limit);
      if (end === deviates) return faultIn(view, at + 1, limit);
      at = end + 1;
      continue;
    }
    if (byte === 123 || byte === 91) {
      open.push(byte + 2);
    } else if (byte === 125 || byte === 93) {
      if (open.pop() !== byte) return { found: 'broken', at };
      if (open.length === 0) return { found: 'whole', end: at + 1, lines };
    } else if (byte === 10) {
      const next = afterIndent(view, at + 1, limit);
      if (next >= limit) return moreNeeded;
      if (view.getUint8(next) === 123 && next - at - 1 <= column) return { found: 'broken', at: at + 1 };
      lines++;
      at = next;
      continue;
    }
    at++;
  }
  return moreNeeded;
}

function afterIndent(view: DataView, start: number, limit: number): number {
  let at = start;
  while (at < limit && (view.getUint8(at) === 32 || view.getUint8(at) === 9)) at++;
  return at;
}

/** A string that did not end: broken by a control character or a wrong escape, or by the end of the bytes. */
function faultIn(view: DataView, start: number, limit: number): Balanced {
  for (let at = start; at < limit; at++) {
    const byte = view.getUint8(at);
    if (byte < 32) return { found: 'broken', at };
    if (byte === 34) return { found: 'broken', at: start };
    if (byte === 92) at++;
  }
  return moreNeeded;
}
