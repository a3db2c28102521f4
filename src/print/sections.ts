// What text and markdown output have in common: which objects, stories and links there are to print.

import {
  explain,
  formats,
  formatVersions,
  type Fix,
  type Locale,
  type RecognisedObject,
  type Report,
} from '../core/index.ts';
import { reportWords } from './report-words.ts';

export interface Explained {
  readonly file: string;
  readonly text: string;
  readonly report: Report;
}

/** More stories than this are counted, not told. */
export const mostStories = 20;

/** One line per run of like objects: `audit log: Event audit.k8s.io/v1 × 3, lines 1–3`. */
export function objectLines(report: Report, locale: Locale): readonly string[] {
  const words = reportWords[locale];
  const runs: { readonly name: string; readonly first: RecognisedObject; last: RecognisedObject; count: number }[] = [];
  for (const object of report.objects) {
    const name = nameOf(object, locale);
    const run = runs.at(-1);
    if (run?.name === name) {
      run.last = object;
      run.count += 1;
    } else runs.push({ name, first: object, last: object, count: 1 });
  }
  return runs.map(({ name, first, last, count }) => {
    const where = words.lines(first.range.start.line, lastLineOf(last));
    return `${name}${count > 1 ? ` × ${count}` : ''}${locale === 'ja' ? '、' : ', '}${where}`;
  });
}

function nameOf({ format, kind, apiVersion }: RecognisedObject, locale: Locale): string {
  const label = formats.find(({ name }) => name === format)?.label[locale] ?? format;
  return `${label}: ${apiVersion ? `${kind} ${apiVersion}` : kind}`;
}

/** A range that ends at the very start of a line does not reach into it. */
function lastLineOf({ range }: RecognisedObject): number {
  const { start, end } = range;
  return end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
}

/** The address of a finding's page, or its path when nobody said where the site is. */
export function linkTo(page: string, site: string): string {
  return site === '' ? page : `${site.replace(/\/+$/, '')}/${page}`;
}

/** A fix to print; when an earlier finding has told it in full, that finding's code. */
export interface ToldFix {
  readonly fix: Fix;
  /** `Fix (≥1.32)`: the word, and the versions in which it exists, unless that is all of them. */
  readonly label: string;
  readonly toldAt?: string;
}

/** The fixes of every finding, in order; first those that exist in the report's version. */
export function tellFixes({ findings, version }: Report, locale: Locale): readonly (readonly ToldFix[])[] {
  const told = new Map<string, string>();
  const exists = ({ since = 0, until = Infinity }: Fix): boolean => version.minor >= since && version.minor <= until;
  return findings.map((finding) => {
    const { code, fix: fixes } = explain(finding, locale);
    const sorted = fixes.toSorted((a, b) => Number(exists(b)) - Number(exists(a)));
    return sorted.map((fix) => {
      const toldAt = told.get(fix.do);
      told.set(fix.do, toldAt ?? code);
      const versions = formatVersions(fix);
      const label = reportWords[locale].fix + (versions === '' ? '' : ` (${versions})`);
      return toldAt === undefined ? { fix, label } : { fix, label, toldAt };
    });
  });
}
