// A summary of audit logs for other programs and for tickets: JSON, CSV, Markdown.

import {
  escapeMarkdown,
  groupsCsv,
  markdownTable,
  type AuditSummary,
  type EventGroup,
  type Locale,
} from '../core/logs/index.ts';
import { auditWords } from './audit-words.ts';

/** One line in parts; `events` is the total. */
export function* printAuditJson(summary: AuditSummary, files: readonly string[]): Generator<string> {
  yield* jsonParts({ files, ...summary }, 2);
  yield '\n';
}

/**
 * What `JSON.stringify` gives of a value without `undefined`, in parts down to so many levels: as one string it
 * would need as much memory as the reading.
 */
function* jsonParts(value: object, levels: number): Generator<string> {
  const isList = Array.isArray(value);
  let before = isList ? '[' : '{';
  for (const [key, inner] of Object.entries(value) as [string, unknown][]) {
    yield isList ? before : `${before}${JSON.stringify(key)}:`;
    if (levels > 1 && typeof inner === 'object' && inner !== null) yield* jsonParts(inner, levels - 1);
    else yield JSON.stringify(inner);
    before = ',';
  }
  yield `${before === ',' ? '' : before}${isList ? ']' : '}'}`;
}

/** A row for each group. */
export function printAuditCsv({ groups }: AuditSummary, files: readonly string[]): string {
  return groupsCsv(groups, files);
}

const mostRows = 50;

export function printAuditMarkdown(summary: AuditSummary, files: readonly string[], locale: Locale): string {
  const words = auditWords[locale];
  const groups = summary.groups.slice(0, mostRows);
  const heads = [words.heads.events, words.heads.identity, words.heads.request, words.heads.source, words.heads.agent];
  const rowOf = (group: EventGroup): readonly (string | number)[] => [
    ...[group.events, words.identities[group.identity], `${group.verb} ${group.path} → ${group.code || '–'}`],
    ...[group.source, group.agent, group.first, group.last],
  ];
  return [
    `# ${words.title}`,
    '',
    ...words.overview(summary, files.length).map((line) => `- ${escapeMarkdown(line)}`),
    '',
    markdownTable([...heads, words.heads.first, words.heads.last], groups.map(rowOf)),
    ...(summary.groups.length > mostRows ? ['', words.more(summary.groups.length - mostRows)] : []),
    ...(summary.sequences.length > 0 ? ['', `## ${words.sequences}`, ''] : []),
    ...summary.sequences.slice(0, mostRows).map((one) => `- ${escapeMarkdown(words.sequence(one))}`),
    '',
  ].join('\n');
}
