// Places in a text: offsets while we work, line and column once at the end.

/** Offsets in UTF-16 units: `start` is inside, `end` is behind the last one. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** `line` and `column` count from 1, `offset` from 0; columns are UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Answers where an offset stands. Line ends are LF, CRLF or a lone CR. */
export interface LineTable {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  rangeOf(span: Span): Range;
  /** The span of a line (counted from 1) without its line end. */
  spanOfLine(line: number): Span;
}

export function createLineTable(text: string): LineTable {
  const starts = [0];
  const ends: number[] = [];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    ends.push(match.index);
    starts.push(match.index + match[0].length);
  }
  ends.push(text.length);

  const lineIndexAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const positionAt = (wanted: number): Position => {
    const offset = Math.min(Math.max(wanted, 0), text.length);
    const index = lineIndexAt(offset);
    return { line: index + 1, column: offset - (starts[index] ?? 0) + 1, offset };
  };

  return {
    lineCount: starts.length,
    positionAt,
    rangeOf: (span) => ({ start: positionAt(span.start), end: positionAt(Math.max(span.start, span.end)) }),
    spanOfLine: (line) => {
      const index = Math.min(Math.max(line, 1), starts.length) - 1;
      return { start: starts[index] ?? 0, end: ends[index] ?? text.length };
    },
  };
}
