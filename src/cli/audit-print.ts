// A summary of audit logs for somebody at a terminal.

import type { AuditSummary, EventGroup, Locale, Tally } from '../core/logs/index.ts';
import { sequenceTexts } from '../core/logs/index.ts';
import { auditWords } from './audit-words.ts';
import { padTo, printable } from '../print/columns.ts';
import type { Paint } from '../print/paint.ts';

interface Style {
  readonly locale: Locale;
  readonly paint: Paint;
}

const mostGroups = 12;
const mostValues = 5;
const mostSequences = 15;
const mostPlaces = 5;

/** Groups of each kind of caller, sequences, totals, and what could not be read. */
export function printAuditText(summary: AuditSummary, files: readonly string[], style: Style): string {
  const words = auditWords[style.locale];
  const { paint } = style;
  const sections = [
    [paint.strong(words.title), ...words.overview(summary, files.length)],
    groupsOf(
      words.anonymous,
      summary.groups.filter(({ identity }) => identity === 'anonymous'),
      style,
    ),
    groupsOf(
      words.nameless,
      summary.groups.filter(({ identity }) => identity === 'rejected'),
      style,
    ),
    groupsOf(
      words.refused,
      summary.groups.filter(({ identity, code }) => identity !== 'anonymous' && code === 403),
      style,
    ),
    sequencesOf(summary, style),
    totalsOf(summary, style),
    unreadOf(summary, files, style),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function groupsOf(title: string, groups: readonly EventGroup[], { locale, paint }: Style): readonly string[] {
  if (groups.length === 0) return [];
  const words = auditWords[locale];
  const events = groups.reduce((sum, group) => sum + group.events, 0);
  const lines = groups
    .slice(0, mostGroups)
    .map(
      ({ events: count, code, verb, path, source, agent }) =>
        `  ${padTo(String(count), 8)} ${padTo(String(code || '–'), 4)} ${printable(`${verb} ${path}`)}  ${paint.faint(printable(`${source}  ${agent}`))}`,
    );
  const rest = groups.length > mostGroups ? [`  ${words.more(groups.length - mostGroups)}`] : [];
  return [paint.strong(words.section(title, events)), ...lines, ...rest];
}

function sequencesOf({ sequences }: AuditSummary, { locale, paint }: Style): readonly string[] {
  if (sequences.length === 0) return [];
  const words = auditWords[locale];
  const names = [...new Set(sequences.map(({ name }) => name))];
  return [
    paint.strong(words.sequences),
    ...sequences.slice(0, mostSequences).map((one) => `  ${printable(words.sequence(one))}`),
    ...(sequences.length > mostSequences ? [`  ${words.more(sequences.length - mostSequences)}`] : []),
    ...names.map((name) => {
      const { title, meaning } = sequenceTexts[name];
      return `  ${title[locale]}: ${meaning[locale].replaceAll('`', '')}`;
    }),
  ];
}

function totalsOf({ events, tallies }: AuditSummary, { locale, paint }: Style): readonly string[] {
  if (events === 0) return [];
  const words = auditWords[locale];
  const names = ['code', 'verb', 'identity', 'user', 'agent', 'source', 'target'] as const;
  return [
    paint.strong(words.totals),
    ...names.map((name) => `  ${padTo(words.dimensions[name], 14)} ${topOf(tallies[name], words.nothing)}`),
  ];
}

function topOf({ values, others }: Tally, nothing: string): string {
  const rest = values.slice(mostValues).reduce((sum, { events }) => sum + events, others);
  const shown = values.slice(0, mostValues).map(({ value, events }) => `${value || nothing} ${events}`);
  return printable([...shown, ...(rest > 0 ? [`… ${rest}`] : [])].join(', '));
}

function unreadOf(
  { events, unread, everyLineParsed }: AuditSummary,
  files: readonly string[],
  { locale, paint }: Style,
): readonly string[] {
  const words = auditWords[locale];
  const counts = Object.entries(unread.counts).filter(([, count]) => count > 0);
  const notChecked = everyLineParsed || events === 0 ? [] : [paint.faint(words.bodiesNotChecked)];
  if (counts.length === 0) return notChecked;
  return [
    paint.warning(words.unread(unread.counts)),
    ...unread.places
      .slice(0, mostPlaces)
      .map(({ file, line, reason }) => `  ${printable(files[file] ?? '')}:${line}  ${words.reasons[reason]}`),
    ...notChecked,
  ];
}
