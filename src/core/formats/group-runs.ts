// Neighbouring stretches of a text as one: a format that claims line by line still reads a run of lines at once.

import type { Span } from '../source/range.ts';
import type { Format, Segment } from './format.ts';

/** The `claim` of a format that looks at each free stretch by itself. */
export function eachPart(claim: (part: Segment) => readonly Segment[]): Format['claim'] {
  return (text, free) => free.flatMap(({ start, end }) => claim({ text: text.slice(start, end), offset: start }));
}

/** The stretches in order, merged where nothing but white space stands between. */
export function groupRuns({ text, offset }: Segment, spans: readonly Span[]): readonly Segment[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = runs.at(-1);
    if (last && text.slice(last.end, start).trim() === '') last.end = end;
    else runs.push({ start, end });
  }
  return runs.map(({ start, end }) => ({ text: text.slice(start, end), offset: offset + start }));
}

/** The lines of a text that are not blank, without their ends. */
export function linesOf(text: string): readonly (Span & { readonly text: string })[] {
  return [...text.matchAll(/[^\r\n\ufeff]+/g)].map(({ 0: line, index }) => ({
    start: index,
    end: index + line.length,
    text: line,
  }));
}
