// Where the lines of a text start. A text area knows only line feeds, so a line ends with one.

export interface Lines {
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly starts: readonly number[];
}

export function splitLines(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** Offsets of a line (counted from 1) without its line end. */
export function spanOfLine({ text, starts }: Lines, line: number): { readonly start: number; readonly end: number } {
  const next = starts[line];
  return { start: starts[line - 1] ?? text.length, end: next === undefined ? text.length : next - 1 };
}
