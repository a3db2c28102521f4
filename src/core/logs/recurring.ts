// Stretches of a line that stand in many lines: known from one of them, or walked in this one.

import { KnownStretches, notKnown } from './known-stretches.ts';

export interface Recurring {
  readonly known: KnownStretches;
  /** Index in `known`, or `notKnown` if it cannot be remembered. */
  index: number;
  /** Whether the index stood for something else before this line. */
  isNew: boolean;
  hash: number;
}

/** Both numbers are powers of two. */
export const recurring = (hashes: number, longest: number): Recurring => ({
  known: new KnownStretches(hashes, longest),
  ...{ index: notKnown, isNew: false, hash: 0 },
});

/** Behind what stands at `start` if that is known, or `notKnown`. */
export function find(what: Recurring, view: DataView, start: number, limit: number, hash: number): number {
  what.hash = hash;
  what.index = what.known.at(view, start, limit, hash);
  what.isNew = what.index === notKnown;
  return what.isNew ? notKnown : start + what.known.lengthOf(what.index);
}

/** Takes in what was not found; its bytes must be such that no longer one can begin with them. */
export function remember(what: Recurring, view: DataView, start: number, end: number): void {
  what.index = what.known.learn(view, start, end, what.hash);
}

/** Of the verb and of the bytes where names differ; behind a short caller stand others, which costs memory only. */
export function hashOfCaller(view: DataView, start: number): number {
  let hash = view.getInt32(start + 10, true);
  for (let at = start + 44; at < start + 100; at += 4) hash = Math.imul(hash, 0x01000193) ^ view.getInt32(at, true);
  return hash ^ (hash >>> 15);
}

/** Of the last part of an address, and of what follows it. */
export function hashOfOrigin(view: DataView, start: number): number {
  let hash = view.getInt32(start + 20, true);
  for (let at = start + 24; at < start + 72; at += 8) hash = Math.imul(hash, 0x01000193) ^ view.getInt32(at, true);
  return hash ^ (hash >>> 15);
}
