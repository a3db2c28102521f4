// Edits as the lines before and after, for people to read.

import type { Range } from './range.ts';

export interface ChangedLines {
  /** Line of the first one, counted from 1. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface Edit {
  readonly range: Range;
  readonly newText: string;
}

/** The lines that each edit changes, without those at its ends that stay the same. Ranges must lie inside the text. */
export function previewEdits(text: string, edits: readonly Edit[]): readonly ChangedLines[] {
  return edits.map(({ range: { start, end }, newText }) => {
    const from = start.offset - (start.column - 1);
    const rest = text.slice(end.offset).search(/[\r\n]/);
    const to = rest < 0 ? text.length : end.offset + rest;
    const before = linesOf(text.slice(from, to));
    const after = linesOf(text.slice(from, start.offset) + newText + text.slice(end.offset, to));
    const head = sameAtStart(before, after);
    const tail = sameAtStart(before.slice(head).reverse(), after.slice(head).reverse());
    return {
      line: start.line + head,
      before: before.slice(head, before.length - tail),
      after: after.slice(head, after.length - tail),
    };
  });
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);

function sameAtStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((line, index) => line !== b[index]);
  return different < 0 ? a.length : different;
}
