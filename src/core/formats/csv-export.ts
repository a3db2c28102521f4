// Rows that a console exported as CSV (CloudWatch Logs Insights, Azure Log Analytics, Kibana, a spreadsheet): the event stands in
// one quoted cell with every quote doubled. Spec: RFC 4180. Lost: the other cells.

import type { Span } from '../source/range.ts';
import { endOfLine, holdsEvents, readRuns } from './event-runs.ts';
import { maybeEvents } from './event-value.ts';
import type { Format, Segment, Unwrapped } from './format.ts';
import { eachPart, groupRuns } from './group-runs.ts';
import { LayerBuilder, layerOf } from './layer.ts';

const cell = /(?:^|[\n,;\t])"(?=[^"\n]{0,200}\{\s*"")/g;

export const csvExport: Format = {
  name: 'csv-export',
  label: { en: 'audit log in a CSV export', ja: '監査ログ(CSVエクスポート)' },
  wraps: 'audit-log',
  claim: eachPart(claimRows),
  read,
};

function claimRows({ text, offset }: Segment): readonly Segment[] {
  if (!/\{\s*""/.test(text) || !maybeEvents.test(text)) return [];
  const rows: Span[] = [];
  for (const found of text.matchAll(cell)) {
    const taken = rows.at(-1)?.end ?? 0;
    if (found.index < taken) continue;
    const start = taken + text.slice(taken, found.index + 1).lastIndexOf('\n') + 1;
    const end = endOfCell(text, found.index + found[0].length);
    if (maybeEvents.test(text.slice(found.index, end))) rows.push({ start, end: endOfLine(text, end) });
  }
  const [first] = rows;
  const heading = first && /(?:^|\n)([^\n{}]{1,400}[,;\t][^\n{}]*\n)$/.exec(text.slice(0, first.start))?.[1];
  if (first && heading !== undefined) rows[0] = { start: first.start - heading.length, end: first.end };
  return groupRuns({ text, offset }, rows);
}

/** Behind the quote that closes the cell. */
function endOfCell(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at + 1;
    at++;
  }
  return text.length;
}

function read(segment: Segment): Unwrapped {
  const inner = new LayerBuilder(layerOf(segment));
  let from = 0;
  for (const { index } of segment.text.matchAll(/""/g)) {
    inner.copy(from, index + 1);
    from = index + 2;
  }
  inner.copy(from, segment.text.length);
  return readRuns(inner.build(), 'csv-export', holdsEvents);
}
