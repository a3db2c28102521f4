// A value that was read from a text and can be found again in it.

import type { Path } from './path.ts';
import type { Span } from './range.ts';

/** Which part of a place is meant: its key, its value, or both ("entry"). */
export type Part = 'key' | 'value' | 'entry';

export interface Located {
  readonly value: unknown;
  /** Where the whole value stands. */
  readonly span: Span;
  /** Where a path stands; what is absent is reported at its nearest parent. Offsets are those of the paste. */
  spanOf(path: Path, part?: Part): Span;
}
