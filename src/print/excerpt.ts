// The line of a finding, with marks under its range.

import type { Range } from '../core/index.ts';
import { printable, widthOf } from './columns.ts';

export interface Excerpt {
  readonly line: number;
  /** The line, or the part of a long line around the range, between … where it was cut. */
  readonly text: string;
  /** Blanks and carets, to stand below the text; as many columns wide. */
  readonly marks: string;
}

const longest = 160;
const before = 50;

/** A range over several lines is marked on its first one. An empty range gets one caret. */
export function excerpt(text: string, range: Range): Excerpt {
  const lineStart = range.start.offset - (range.start.column - 1);
  const lineEnd = endOfLine(text, range.start.offset);
  const markEnd = Math.min(Math.max(range.end.offset, range.start.offset), lineEnd);

  const long = lineEnd - lineStart > longest;
  const from = long ? Math.max(lineStart, range.start.offset - before) : lineStart;
  const to = long ? Math.min(lineEnd, from + longest) : lineEnd;
  const head = (from > lineStart ? '…' : '') + shown(text.slice(from, range.start.offset));
  const marked = shown(text.slice(range.start.offset, Math.min(markEnd, to)));
  const tail = shown(text.slice(Math.min(markEnd, to), to)) + (to < lineEnd ? '…' : '');
  return {
    line: range.start.line,
    text: head + marked + tail,
    marks: ' '.repeat(widthOf(head)) + '^'.repeat(Math.max(1, widthOf(marked))),
  };
}

function endOfLine(text: string, offset: number): number {
  const length = text.slice(offset).search(/[\r\n]/);
  return length < 0 ? text.length : offset + length;
}

/** Tabs become two blanks, so that marks stand where they should in every terminal. */
function shown(text: string): string {
  return printable(text.replaceAll('\t', '  '));
}
