// Holds facts against findings, and turns places into lines and columns.

import type { FindingKind, Hit } from './findings/finding.ts';
import type { PastedObject } from './formats/format.ts';
import type { Facts, Place } from './kubernetes/facts.ts';
import { severities, type Args, type Edit, type Finding } from './report.ts';
import { createLineTable, type LineTable, type Range, type Span } from './source/range.ts';

/** Answers where places and spans of a paste stand; always inside the text. */
export interface Places {
  readonly lines: LineTable;
  rangeOf(at: Place): Range;
}

export function createPlaces(text: string, objects: readonly PastedObject[]): Places {
  const lines = createLineTable(text);
  return { lines, rangeOf: (at) => lines.rangeOf(clip(spanOf(at, objects), text.length)) };
}

function spanOf(at: Place, objects: readonly PastedObject[]): Span {
  if ('span' in at) return at.span;
  return objects[at.object]?.spanOf(at.path, at.part) ?? { start: 0, end: 0 };
}

function clip(span: Span, length: number): Span {
  const start = Math.min(Math.max(span.start, 0), length);
  return { start, end: Math.min(Math.max(span.end, start), length) };
}

/** The worst first; then in order of place, then code; the same finding at the same place stands once. */
export function judge(
  kinds: readonly FindingKind[],
  facts: Facts,
  { rangeOf }: Places,
  editsOf: (hit: Hit<Args>) => readonly Edit[] | undefined = () => undefined,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { code, severity, check } of kinds) {
    for (const hit of check(facts)) {
      const { at, args } = hit;
      const range = rangeOf(at);
      const key = `${code} ${range.start.offset} ${range.end.offset} ${JSON.stringify(args)}`;
      if (found.has(key)) continue;
      const edits = editsOf(hit);
      found.set(key, { code, severity, range, args, ...(edits ? { edits } : {}) });
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      a.range.start.offset - b.range.start.offset ||
      a.code.localeCompare(b.code) ||
      a.range.end.offset - b.range.end.offset,
  );
}
