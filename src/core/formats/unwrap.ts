// Lets the formats claim their parts of a paste and unwraps each part.

import { createLineTable, type Span } from '../source/range.ts';
import { claimParts } from './claims.ts';
import type { Locale } from '../locale.ts';
import type { PastedObject, ReadingProblem, Segment } from './format.ts';
import { formats } from './index.ts';
import { withoutDressing } from './terminal-dressing.ts';

export interface UnwrappedPaste {
  /** In order of appearance. */
  readonly objects: readonly PastedObject[];
  readonly problems: readonly ReadingProblem[];
  /** The stretches of YAML or JSON manifests, whole: kubeadm judges files, not objects. */
  readonly manifests: readonly Segment[];
}

/** Over this many UTF-16 units a paste is not read: the limit is said, the text stays where it is. */
export const largestPaste = 8_000_000;

/** Never throws; what cannot be read is a problem with a place. */
export function unwrap(text: string): UnwrappedPaste {
  const whole = { start: 0, end: text.length };
  if (text.trim() === '') return nothing({ problem: 'empty', span: whole, args: {} });
  if (text.length > largestPaste) {
    const args = { megabytes: Math.ceil(text.length / 1e6), limit: largestPaste / 1e6 };
    return nothing({ problem: 'too-large', span: { start: 0, end: 0 }, args });
  }
  const binary = findBinary(text);
  if (binary) return nothing(binary);

  const { claims, unclaimed } = claimParts(text, formats);
  const isRest = claims.length > 0;
  const rest = isRest ? withoutDressing(text, unclaimed) : unclaimed;
  const objects: PastedObject[] = [];
  const problems: ReadingProblem[] = notRecognised(text, rest, isRest);
  for (const { format, segment } of claims) {
    const read = format.read(segment);
    for (const object of read.objects) objects.push(object);
    for (const problem of read.problems) problems.push(problem);
  }
  const manifests = claims.filter(({ format }) => format.name === 'kubernetes-manifest').map(({ segment }) => segment);
  objects.sort((a, b) => a.span.start - b.span.start);
  problems.sort((a, b) => a.span.start - b.span.start);
  return { objects, problems: countBroken(text, problems, objects), manifests };
}

/** So many lines of broken entries are named. */
const namedLines = 10;

/** Broken entries of a format become one problem: at the first, with their number and lines, and how many were read. */
function countBroken(
  text: string,
  problems: readonly ReadingProblem[],
  objects: readonly PastedObject[],
): readonly ReadingProblem[] {
  const keptBy = (format: unknown): number => objects.filter((object) => object.format === format).length;
  const isBroken = ({ problem }: ReadingProblem): boolean => problem === 'json-syntax';
  const lines = problems.some(isBroken) ? createLineTable(text) : undefined;
  return problems.flatMap((problem, index) => {
    const format = problem.args['format'];
    if (problem.problem === 'json-truncated')
      return [{ ...problem, args: { format: String(format), kept: keptBy(format) } }];
    if (!isBroken(problem)) return [problem];
    const same = (other: ReadingProblem): boolean => isBroken(other) && other.args['format'] === format;
    if (problems.findIndex(same) !== index) return [];
    const broken = problems.filter(same);
    const numbers = broken.slice(0, namedLines).map(({ span }) => lines?.positionAt(span.start).line ?? 0);
    const named = [...new Set(numbers)].join(', ') + (broken.length > namedLines ? ', …' : '');
    return [
      { ...problem, args: { format: String(format), kept: keptBy(format), broken: broken.length, lines: named } },
    ];
  });
}

function nothing(reason: ReadingProblem): UnwrappedPaste {
  return { objects: [], problems: [reason], manifests: [] };
}

/** One problem, at the first stretch: without the blank lines around it, with all lines counted, and which formats were tried. */
function notRecognised(text: string, unclaimed: readonly Span[], isRest: boolean): ReadingProblem[] {
  const [first] = unclaimed;
  if (!first) return [];
  const tried = (locale: Locale): string =>
    formats
      .filter(({ wraps }) => wraps === undefined)
      .map(({ label }) => label[locale])
      .join(locale === 'ja' ? '、' : ', ');
  const [triedEn, triedJa] = [tried('en'), tried('ja')];
  const linesOf = ({ start, end }: Span): number =>
    text
      .slice(start, end)
      .trim()
      .split(/\r\n|\r|\n/).length;
  const whole = text.slice(first.start, first.end);
  const start = first.start + whole.length - whole.trimStart().length;
  const lines = unclaimed.reduce((sum, one) => sum + linesOf(one), 0);
  return [
    {
      problem: isRest ? 'lines-not-recognised' : 'not-recognised',
      span: { start, end: start + whole.trim().length },
      args: { lines, places: unclaimed.length, triedEn, triedJa },
    },
  ];
}

/** NULs anywhere near the start, or many characters that no text file has. */
function findBinary(text: string): ReadingProblem | undefined {
  const head = text.slice(0, 4096);
  const odd = [...head.matchAll(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)];
  const first = odd[0]?.index;
  if (first === undefined || (!head.includes('\u0000') && odd.length * 10 < head.length)) return undefined;
  return {
    problem: 'binary',
    span: { start: first, end: (odd.at(-1)?.index ?? first) + 1 },
    args: { count: odd.length },
  };
}
