// Formats whose every line tells something by itself: a table of expressions says which lines, and what of them is kept.

import type { Span } from '../source/range.ts';
import type { Format, FormatName, PastedObject, Segment, Unwrapped } from './format.ts';

const longestLine = 4000;

interface ToldLines extends Pick<Format, 'label'> {
  readonly name: FormatName;
  /** What stands in the paste, in our words. */
  readonly kind: string;
  /** A text without it holds no such line. */
  readonly sign: RegExp;
  /** What a line tells; undefined if it tells nothing. */
  readonly tell: (line: string) => Readonly<Record<string, string>> | undefined;
}

/** One object for each line that tells. */
export function toldLines({ name, label, kind, sign, tell }: ToldLines): Format {
  function* claimLines(text: string, { start, end }: Span): Generator<Segment> {
    const part = text.slice(start, end);
    if (!sign.test(part)) return;
    for (const { 0: line, index } of part.matchAll(/[^\r\n]+/g)) {
      if (tell(line.slice(0, longestLine))) yield { text: line, offset: start + index };
    }
  }
  function read({ text, offset }: Segment): Unwrapped {
    const span = { start: offset + text.length - text.trimStart().length, end: offset + text.trimEnd().length };
    const object: PastedObject = {
      ...{ format: name, kind, span, spanOf: () => span },
      value: tell(text.slice(0, longestLine)) ?? {},
    };
    return { objects: [object], problems: [] };
  }
  return { name, label, claim: (text, free) => free.flatMap((part) => [...claimLines(text, part)]), read };
}
