// Groups as a table for spreadsheets: RFC 4180, a row for each group.

import type { EventGroup } from './summary.ts';

export const csvColumns = [
  ...(['events', 'identity', 'user', 'verb', 'path', 'code', 'stage', 'source', 'agent'] as const),
  ...(['decision', 'reason', 'anonymousOff', 'first', 'last'] as const),
] as const;

export type CsvColumn = (typeof csvColumns)[number];

/** Text that a spreadsheet would compute is marked with a quote: clients write user agents as they like. */
export function groupsCsv(groups: readonly EventGroup[], files: readonly string[]): string {
  const rows = groups.map((group) => [
    ...csvColumns.map((column) => String(group[column])),
    files[group.place.file] ?? '',
    String(group.place.line),
  ]);
  return [[...csvColumns, 'file', 'line'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
