// A summary of audit logs for other programs and for tickets: JSON, CSV, Markdown.

import type { AuditSummary, EventGroup, Locale } from '../core/logs/index.ts';
import { auditWords } from './audit-words.ts';

/** One line; `events` is the total. */
export function printAuditJson(summary: AuditSummary, files: readonly string[]): string {
  return `${JSON.stringify({ files, ...summary })}\n`;
}

const columns = [
  ...(['events', 'identity', 'user', 'verb', 'path', 'code', 'stage', 'source', 'agent'] as const),
  ...(['decision', 'reason', 'anonymousOff', 'first', 'last'] as const),
] as const;

/** A row for each group. Text that a spreadsheet would compute is marked with a quote: clients write user agents as they like. */
export function printAuditCsv({ groups }: AuditSummary, files: readonly string[]): string {
  const rows = groups.map((group) => [
    ...columns.map((column) => String(group[column])),
    files[group.place.file] ?? '',
    String(group.place.line),
  ]);
  return [[...columns, 'file', 'line'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const mostRows = 50;

export function printAuditMarkdown(summary: AuditSummary, files: readonly string[], locale: Locale): string {
  const words = auditWords[locale];
  const row = (cells: readonly (string | number)[]): string =>
    `| ${cells.map((one) => escape(String(one))).join(' | ')} |`;
  const groups = summary.groups.slice(0, mostRows);
  const heads = [words.heads.events, words.heads.identity, words.heads.request, words.heads.source, words.heads.agent];
  const rowOf = (group: EventGroup): string =>
    row([
      ...[group.events, words.identities[group.identity], `${group.verb} ${group.path} → ${group.code || '–'}`],
      ...[group.source, group.agent, group.first, group.last],
    ]);
  return [
    `# ${words.title}`,
    '',
    ...words.overview(summary, files.length).map((line) => `- ${escape(line)}`),
    '',
    row([...heads, words.heads.first, words.heads.last]),
    row(['---:', '---', '---', '---', '---', '---', '---']),
    ...groups.map(rowOf),
    ...(summary.groups.length > mostRows ? ['', words.more(summary.groups.length - mostRows)] : []),
    ...(summary.sequences.length > 0 ? ['', `## ${words.sequences}`, ''] : []),
    ...summary.sequences.slice(0, mostRows).map((one) => `- ${escape(words.sequence(one))}`),
    '',
  ].join('\n');
}

function escape(text: string): string {
  return text.replace(/[\\|<>`*_[\]]/g, '\\$&').replace(/\s+/g, ' ');
}
