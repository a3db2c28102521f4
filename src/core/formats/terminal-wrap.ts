// Audit events that a terminal or a pager broke at its right edge (`more`, `less`, a console): one event in several lines of
// one width, broken in the middle of words. Written by nobody, copied by everybody. Lost: nothing, unless columns are missing.

import { findJsonObjects } from '../source/json-objects.ts';
import type { Span } from '../source/range.ts';
import { holdsEvents, readRuns } from './event-runs.ts';
import { maybeEvents } from './event-value.ts';
import type { Format, Segment, Unwrapped } from './format.ts';
import { eachPart, groupRuns, linesOf } from './group-runs.ts';
import { LayerBuilder, layerOf } from './layer.ts';

/** A narrower text was broken by somebody's hand. */
const narrowest = 40;
const beginning = /\{"(?:kind|level|auditID|apiVersion|metadata)"/;

/** Surely another entry: `{"metadata"` or an annotation of any name may also be the rest of one. */
const newEntry = /^\{"(?:kind":"Event|auditID":"[\da-f]{8}-|level":)/;

export const terminalWrap: Format = {
  name: 'terminal-wrap',
  label: { en: 'audit log, broken by a terminal', ja: '監査ログ(端末で折り返されたもの)' },
  wraps: 'audit-log',
  claim: eachPart(claimLines),
  read,
};

type Line = ReturnType<typeof linesOf>[number];

function claimLines({ text, offset }: Segment): readonly Segment[] {
  if (!maybeEvents.test(text) || !beginning.test(text)) return [];
  const lines = linesOf(text);
  const ours: Span[] = [];
  for (let first = 0; first < lines.length; first++) {
    const last = lastOfEntry(lines, first);
    const [from, to] = [lines[first], lines[last]];
    if (last === first || !from || !to) continue;
    ours.push({ start: from.start, end: to.end });
    first = last;
  }
  return groupRuns({ text, offset }, ours);
}

/** The line that ends an entry broken at one width; the first line itself if it is whole or was broken otherwise. */
function lastOfEntry(lines: readonly Line[], first: number): number {
  const text = lines[first]?.text ?? '';
  const at = text.search(beginning);
  if (at < 0 || text.length < narrowest || isWhole(text.slice(at))) return first;
  let last = first;
  while (lines[last]?.text.length === text.length && isNext(lines, last, at)) last++;
  const joined = lines.slice(first, last + 1).map((line) => line.text);
  const [entry] = findJsonObjects(joined.join('').slice(at));
  const isCut = last === lines.length - 1 && joined.length > 2;
  const goesOn = entry !== undefined && at + entry.end > text.length;
  return goesOn && (entry.complete || isCut) ? last : first;
}

/** The next line goes on, unless an entry begins in the column where the first one did. */
function isNext(lines: readonly Line[], index: number, column: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (line === undefined || next === undefined || next.start - line.end > 2) return false;
  return !newEntry.test(next.text.slice(column, column + 24));
}

function isWhole(text: string): boolean {
  if (!text.endsWith('}')) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The lines of one width are one line. */
function read(segment: Segment): Unwrapped {
  const inner = new LayerBuilder(layerOf(segment));
  const lines = linesOf(segment.text);
  let width = 0;
  for (const line of lines) {
    if (width === 0) width = line.text.length;
    inner.copy(line.start, line.end);
    if (line.text.length < width) {
      inner.put('\n', line.end);
      width = 0;
    }
  }
  return readRuns(inner.build(), 'terminal-wrap', holdsEvents);
}
