// A stretch of a line; empty where the key is absent.

import { endOfString } from './json-bytes.ts';

export interface Stretch {
  start: number;
  end: number;
}

export const stretch = (): Stretch => ({ start: 0, end: 0 });

/** Notes where a string stands and answers where its closing quote is. */
export function string(view: DataView, start: number, limit: number, into: Stretch): number {
  into.start = start;
  return (into.end = endOfString(view, start, limit));
}
