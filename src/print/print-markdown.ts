// A report as Markdown, for a ticket or a wiki page: the same sections as in a terminal.

import {
  explain,
  tell,
  type ApiServerReport,
  type Finding,
  type KubeadmVerdict,
  type Locale,
  type Outcome,
  type Story,
} from '../core/index.ts';
import { printable } from './columns.ts';
import { excerpt } from './excerpt.ts';
import { linkTo, mostStories, objectLines, tellFixes, type Explained, type ToldFix } from './sections.ts';
import { reportWords, type ReportWords } from './report-words.ts';

export interface MarkdownStyle {
  readonly locale: Locale;
  readonly site: string;
}

/** Text from the file stands in code spans and fences, or is escaped: it can never become markup. */
export function printMarkdown(explained: Explained, style: MarkdownStyle): string {
  const { file, report } = explained;
  const { locale } = style;
  const words = reportWords[locale];
  const fixes = tellFixes(report, locale);
  const objects = objectLines(report, locale);
  const untold = report.stories.length - mostStories;
  const blocks = [
    `# ${span(file)}`,
    (objects.length > 0 ? [...objects, words.version(report.version)] : [words.nothingRecognised])
      .map((line) => `- ${escape(line)}`)
      .join('\n'),
    ...(report.kubeadm ? kubeadm(report.kubeadm, locale) : []),
    ...(report.findings.length > 0 ? [`## ${words.findings}`] : []),
    ...report.findings.flatMap((finding, index) => findingBlocks(finding, fixes[index] ?? [], explained, style)),
    ...(report.stories.length > 0 ? [`## ${words.stories}`] : []),
    ...report.stories.slice(0, mostStories).flatMap((story) => storyBlocks(story, locale)),
    ...(untold > 0 ? [escape(words.moreStories(untold))] : []),
    ...(report.outcomes.length > 0 ? [`## ${words.outcomes}`, outcomeTable(report.outcomes, locale)] : []),
    ...(report.apiServer ? serverBlocks(report.apiServer, locale) : []),
    ...(report.findings.length + report.stories.length === 0 ? [words.nothingFound] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function kubeadm(verdict: KubeadmVerdict, locale: Locale): readonly string[] {
  const said = [...verdict.warnings, ...(verdict.error === undefined ? [] : [verdict.error])];
  return [escape(reportWords[locale].kubeadm(verdict)), ...(said.length > 0 ? [fence(said.join('\n'))] : [])];
}

function findingBlocks(
  finding: Finding,
  fixes: readonly ToldFix[],
  { text }: Explained,
  { locale, site }: MarkdownStyle,
): readonly string[] {
  const words = reportWords[locale];
  const { code, title, message, page } = explain(finding, locale);
  const { text: source, marks, line } = excerpt(text, finding.range);
  return [
    `### [${code}](${linkTo(page, site)}) ${prose(title)}`,
    `${words.severity[finding.severity]}, ${words.lines(line, line)}`,
    fence(`${source}\n${marks}`),
    prose(message),
    ...(fixes.length > 0 ? [fixes.map((fix) => fixItem(fix, words)).join('\n')] : []),
  ];
}

function fixItem({ fix, label, toldAt }: ToldFix, words: ReportWords): string {
  const begin = `- ${label}: ${prose(fix.do)}`;
  if (toldAt !== undefined) return `${begin} ${words.toldAt(toldAt)}`;
  const typed = fix.code === undefined ? '' : `\n\n${fence(fix.code).replace(/^/gm, '  ')}\n`;
  return `${begin} ${words.cost}: ${prose(fix.cost)}${typed}`;
}

function storyBlocks(story: Story, locale: Locale): readonly string[] {
  const { title, rows, steps } = tell(story, locale);
  const told = steps.map(
    ({ label, said, text }) => `1. ${prose(label)}: ${escape(said)}${text ? ` ${span(text)}` : ''}`,
  );
  return [
    `### ${prose(title)}`,
    rows.map(({ label, text }) => `- **${escape(label)}** ${prose(text)}`).join('\n'),
    ...(told.length > 0 ? [told.join('\n')] : []),
  ];
}

function outcomeTable(outcomes: readonly Outcome[], locale: Locale): string {
  const words = reportWords[locale];
  const rows = outcomes.map(({ consumer, verdict, httpStatus, text }) => [
    consumer,
    [words.verdict[verdict], ...(httpStatus === undefined ? [] : [String(httpStatus)])].join(' '),
    text === '' ? '' : span(text).replaceAll('|', '\\|'),
  ]);
  const lines = [[words.who, words.gets, words.prints], ['---', '---', '---'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A manifest shows its own arguments, so only its error is told. */
function serverBlocks({ flags, error }: ApiServerReport, locale: Locale): readonly string[] {
  const words = reportWords[locale];
  const shown = flags.some(({ from }) => from === 'manifest') ? [] : flags;
  const lines = shown.map((flag) => `${flag.text}  # ${words.from(flag)}`);
  return [
    ...(lines.length > 0 ? [`## ${words.server}`, fence(lines.join('\n'))] : []),
    ...(error ? [escape(words.exits(error))] : []),
  ];
}

/** Keeps the texts' own code spans and escapes what stands between them. */
function prose(text: string): string {
  return printable(text)
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : escape(part)))
    .join('');
}

function escape(text: string): string {
  return printable(text).replace(/[\\`*_<>[\]#|~]/g, '\\$&');
}

function span(text: string): string {
  const ticks = '`'.repeat(longestRun(text) + 1);
  const line = printable(text).replaceAll('\n', ' ');
  return ticks.length > 1 ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

function fence(text: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${ticks}text\n${printable(text)}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}
