// For any text: no throw, no hang, places inside the text, the same answer twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  explain,
  findingKinds,
  inspect,
  locales,
  tell,
  type Position,
  type Range,
  type Report,
} from '../src/core/index.ts';

const examples = findingKinds
  .flatMap((kind) => [...kind.fires, ...kind.silent])
  .map(({ text }) => text.replace(/[«»]/g, ''));

function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
}

/** Throws with the place in question: an `expect` per position would be slow for thousands of texts. */
function checkRange({ start, end }: Range, text: string, starts: readonly number[]): void {
  const isRight = ({ line, column, offset }: Position): boolean =>
    offset >= 0 && offset <= text.length && column >= 1 && (starts[line - 1] ?? NaN) + column - 1 === offset;
  if (!isRight(start) || !isRight(end) || start.offset > end.offset) {
    throw new Error(`not a place in a text of ${text.length}: ${JSON.stringify({ start, end })}`);
  }
}

function checkPlaces(report: Report, text: string): void {
  const starts = lineStarts(text);
  for (const { range } of [...report.objects, ...report.findings, ...report.stories]) checkRange(range, text, starts);
  for (const { range } of report.stories.flatMap(({ steps = [] }) => steps)) {
    if (range) checkRange(range, text, starts);
  }
}

/** Inspects, holds every place against the text, and puts every finding and story into words. */
function check(text: string): Report {
  const report = inspect(text);
  checkPlaces(report, text);
  for (const locale of locales) {
    for (const finding of report.findings.slice(0, 50)) explain(finding, locale);
    for (const story of report.stories.slice(0, 50)) tell(story, locale);
  }
  return report;
}

describe('any text', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...' \t:-#{}[]"\'|>&*!%@`,\\', 'a', '0', 'é', '監', '\0', '\u2028') }),
    fc.constantFrom(...examples.flatMap((text) => text.split('\n')), '---', '...', '{', '}', '"kind": "Event",'),
  );
  const text = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.join(end));

  it('never throws and stays inside the text', () => {
    fc.assert(
      fc.property(text, (one) => {
        check(one);
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same report twice', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(inspect(one)).toEqual(inspect(one));
      }),
      { numRuns: 200 },
    );
  });
});

it('says the worst first, and then goes by place', () => {
  for (const example of examples) {
    const ranks = inspect(example).findings.map(({ severity, range }) => ({
      rank: ['error', 'warning', 'note'].indexOf(severity),
      at: range.start.offset,
    }));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a.rank - b.rank || a.at - b.at));
  }
});

describe('a damaged example', () => {
  const example = fc.constantFrom(...examples, 'apiVersion: v1\nkind: Pod\n');
  const damages: Readonly<Record<string, (text: string, at: number) => string>> = {
    'cut off': (text, at) => text.slice(0, at),
    'without its beginning': (text, at) => text.slice(at),
    'without a stretch': (text, at) => text.slice(0, at) + text.slice(at + 7),
    'with CRLF': (text, at) => text.slice(0, at) + text.slice(at).replaceAll('\n', '\r\n'),
    'with a byte order mark': (text) => `\ufeff${text}`,
    'with NULs': (text, at) => `${text.slice(0, at)}\0\0${text.slice(at)}`,
    'with tabs': (text, at) => text.slice(0, at) + text.slice(at).replaceAll('  ', '\t'),
    'pasted twice': (text, at) => text.slice(0, at) + text,
  };

  it.each(Object.entries(damages))('%s', (_name, damage) => {
    fc.assert(
      fc.property(example, fc.nat(4000), (text, at) => {
        check(damage(text, at % (text.length + 1)));
      }),
      { numRuns: 150 },
    );
  });
});

// A guard against hanging, not a measurement: the budget is 1 s per MB on a quiet machine, the bound leaves room for a busy one.
describe('5 MB of garbage', { timeout: 120_000 }, () => {
  const size = 5_000_000;
  const filled = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  let seed = 1;
  const random = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const garbage: Readonly<Record<string, () => string>> = {
    'opening braces': () => filled('{'),
    'opening brackets': () => filled('['),
    'braces that never match': () => filled('{"a":'),
    'quotes and backslashes': () => filled('"\\'),
    'objects cut off': () => filled('{"kind":"Event","a":"\n'),
    dashes: () => filled('- '),
    'dash lines': () => filled('---\n'),
    colons: () => filled(': '),
    'keys that nest': () => filled('a:\n b:\n  c:\n'),
    'blank lines': () => filled('\n'),
    blanks: () => filled(' '),
    'tabs and CRs': () => filled('\t\r'),
    anchors: () => filled('&a *a\n'),
    'one long line': () => filled('anonymous-auth: "false" '),
    'many lines': () => filled('anonymous-auth: "false"\n'),
    'kubeadm headers': () => filled('apiVersion: kubeadm.k8s.io/v1beta2\nkind: ClusterConfiguration\n---\n'),
    'audit events': () =>
      filled('{"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"x","stage":"ResponseComplete"}\n'),
    'join lines': () => filled('[preflight] Running pre-flight checks\n'),
    'random letters': () => Array.from({ length: size }, () => String.fromCharCode(32 + random() * 95)).join(''),
    'random bytes': () => Array.from({ length: size }, () => String.fromCharCode(random() * 256)).join(''),
    emoji: () => filled('👮‍♀️'),
  };

  it.each(Object.entries(garbage))('%s', (_name, make) => {
    const text = make();
    const report = inspect(text);
    checkPlaces(report, text);
  });
});
