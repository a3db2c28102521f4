// A report for a terminal: what was recognised, what kubeadm says, the findings with their lines, stories, outcomes.

import {
  explain,
  previewEdits,
  tell,
  type ApiServerReport,
  type Finding,
  type KubeadmVerdict,
  type Locale,
  type Outcome,
  type Story,
  type ToldStep,
} from '../core/index.ts';
import { padTo, printable, widthOf, wrap } from './columns.ts';
import { excerpt } from './excerpt.ts';
import type { Paint } from './paint.ts';
import { linkTo, mostStories, objectLines, tellFixes, type Explained, type ToldFix } from './sections.ts';
import { reportWords, type ReportWords } from './report-words.ts';

export interface TextStyle {
  readonly locale: Locale;
  readonly site: string;
  /** Columns to fill; Infinity leaves every paragraph on one line. */
  readonly width: number;
  readonly paint: Paint;
}

interface Printer extends TextStyle {
  readonly words: ReportWords;
}

/** Ends with a line end; blocks are separated by an empty line. */
export function printText(explained: Explained, style: TextStyle): string {
  const printer: Printer = { ...style, words: reportWords[style.locale] };
  const { report } = explained;
  const fixes = tellFixes(report, style.locale);
  const blocks = [
    head(explained, printer),
    ...(report.kubeadm ? [kubeadm(report.kubeadm, printer)] : []),
    ...report.findings.map((finding, index) => findingBlock(finding, fixes[index] ?? [], explained, printer)),
    ...report.stories.slice(0, mostStories).map((story) => storyBlock(story, explained.file, printer)),
    ...(report.stories.length > mostStories ? [[printer.words.moreStories(report.stories.length - mostStories)]] : []),
    ...(report.outcomes.length > 0 ? [outcomeBlock(report.outcomes, printer)] : []),
    ...(report.apiServer ? serverBlock(report.apiServer, printer) : []),
    ...(report.findings.length + report.stories.length === 0 ? [[printer.words.nothingFound]] : []),
  ];
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function head({ file, report }: Explained, { locale, paint, words }: Printer): readonly string[] {
  const objects = objectLines(report, locale);
  return [
    paint.strong(printable(file)),
    ...(objects.length > 0 ? objects : [words.nothingRecognised]).map((line) => `  ${printable(line)}`),
    ...(objects.length > 0 ? [`  ${words.version(report.version)}`] : []),
  ];
}

function kubeadm(verdict: KubeadmVerdict, { paint, words }: Printer): readonly string[] {
  const style = verdict.exitCode === 0 ? paint.strong : paint.error;
  const said = [...verdict.warnings, ...(verdict.error === undefined ? [] : [verdict.error])];
  return [style(words.kubeadm(verdict)), ...said.flatMap((text) => indented(printable(text).split('\n'), '  | '))];
}

function findingBlock(
  finding: Finding,
  fixes: readonly ToldFix[],
  { file, text }: Explained,
  printer: Printer,
): readonly string[] {
  const { locale, site, paint, words } = printer;
  const { code, title, message, page } = explain(finding, locale);
  const { line, column } = finding.range.start;
  const { text: source, marks } = excerpt(text, finding.range);
  const gutter = ' '.repeat(String(line).length);
  const style = paint[finding.severity];
  return [
    `${printable(file)}:${line}:${column} ${style(words.severity[finding.severity])} ${code} ${paint.strong(printable(title))}`,
    `  ${line} | ${source}`,
    `  ${gutter} | ${style(marks)}`,
    ...prose(message, printer, '  '),
    ...fixes.flatMap((fix) => fixLines(fix, printer)),
    ...editLines(finding, text, printer),
    `  ${words.page}: ${linkTo(page, site)}`,
  ];
}

function fixLines({ fix, label, toldAt }: ToldFix, printer: Printer): readonly string[] {
  const { paint, words } = printer;
  if (toldAt !== undefined) return prose(`${label}: ${fix.do} ${words.toldAt(toldAt)}`, printer, '  - ');
  const typed = fix.code === undefined ? [] : indented(printable(fix.code).trimEnd().split('\n'), '      ');
  return [
    ...prose(`${label}: ${fix.do}`, printer, '  - '),
    ...prose(`${words.cost}: ${fix.cost}`, printer, '    '),
    ...typed.map(paint.code),
  ];
}

/** The offered edit as lines taken out and put in, each with its number in the file as it is. */
function editLines(finding: Finding, text: string, printer: Printer): readonly string[] {
  const { locale, paint, words } = printer;
  if (!finding.edits) return [];
  const { repair = '' } = explain(finding, locale);
  return [
    ...prose(`${words.edit}: ${repair}`, printer, '  - '),
    ...previewEdits(text, finding.edits).flatMap(({ line, before, after }) => [
      `      @@ ${words.lines(line, line)}`,
      ...before.map((one) => paint.error(`      - ${shorten(one)}`)),
      ...after.map((one) => paint.note(`      + ${shorten(one)}`)),
    ]),
  ];
}

const shorten = (line: string): string => printable(line.length > 160 ? `${line.slice(0, 160)}…` : line);

function storyBlock(story: Story, file: string, printer: Printer): readonly string[] {
  const { locale, paint, words } = printer;
  const { title, rows, steps } = tell(story, locale);
  const labels = Math.max(0, ...rows.map((row) => widthOf(row.label)));
  return [
    `${printable(file)}:${story.range.start.line} ${paint.strong(printable(title))}`,
    ...rows.flatMap(({ label, text }) => prose(text, printer, `  ${padTo(label, labels)}  `)),
    ...(steps.length > 0 ? [`  ${words.steps}`] : []),
    ...steps.flatMap((step) => stepLines(step, printer)),
  ];
}

const signs = { passed: '+', implied: '.', failed: 'x', open: '?' } as const;

function stepLines({ label, said, state, range, text }: ToldStep, printer: Printer): readonly string[] {
  const { words } = printer;
  const where = range ? ` (${words.lines(range.start.line, range.start.line)})` : '';
  const told = prose(`${label}: ${said}${where}`, printer, `    ${signs[state]} `);
  return text === undefined ? told : [...told, `      | ${shorten(text)}`];
}

function outcomeBlock(outcomes: readonly Outcome[], { words, paint }: Printer): readonly string[] {
  const styles = { works: paint.note, fails: paint.error, degrades: paint.warning, unknown: paint.faint };
  const who = Math.max(...outcomes.map((outcome) => widthOf(outcome.consumer)));
  const gets = Math.max(...outcomes.map((outcome) => widthOf(words.verdict[outcome.verdict])));
  return [
    paint.strong(words.outcomes),
    ...outcomes.flatMap(({ consumer, verdict, httpStatus, because, text }) => {
      const cells = [
        padTo(consumer, who),
        styles[verdict](padTo(words.verdict[verdict], gets)),
        `${httpStatus ?? ''}`.padEnd(3),
      ];
      const cause = because.length > 0 ? words.because(because) : '';
      return [
        `  ${cells.join('  ')}  ${cause}`.trimEnd(),
        ...(text === '' ? [] : indented(printable(text).split('\n'), '    | ').map(paint.faint)),
      ];
    }),
  ];
}

/** What kubeadm would start, argument by argument; a manifest shows its own, so only its error is told. */
function serverBlock({ flags, error }: ApiServerReport, { words, paint }: Printer): readonly (readonly string[])[] {
  const shown = flags.some(({ from }) => from === 'manifest') ? [] : flags;
  if (shown.length === 0 && error === undefined) return [];
  const widest = Math.min(80, Math.max(0, ...shown.map(({ text }) => widthOf(printable(text)))));
  const lines = shown.map((flag) => {
    const line = `  ${padTo(printable(flag.text), widest)}  ${words.from(flag)}`;
    return flag.range ? paint.code(line) : paint.faint(line);
  });
  const exits = error ? [paint.error(printable(words.exits(error)))] : [];
  return [[...(shown.length > 0 ? [paint.strong(words.server)] : []), ...lines, ...exits]];
}

/** A paragraph behind a first-line lead; the lines after it stand below its text. */
function prose(text: string, { width, paint }: Printer, lead: string): readonly string[] {
  const hang = ' '.repeat(widthOf(lead));
  const lines = printable(text)
    .split('\n')
    .flatMap((line) => wrap(line, width - widthOf(lead)));
  return lines.map((line, index) => (index === 0 ? lead : hang) + line.replace(/`[^`]*`/g, (code) => paint.code(code)));
}

function indented(lines: readonly string[], lead: string): readonly string[] {
  return lines.map((line) => lead + line);
}
