// What text and markdown output have in common: which objects, stories and links there are to print.

import { formats, formatVersions, type Fix, type Locale, type RecognisedObject, type Report } from '../core/index.ts';
import { reportWords } from './words.ts';

export interface Explained {
  readonly file: string;
  readonly text: string;
  readonly report: Report;
}

/** More stories than this are counted, not told. */
export const mostStories = 20;

/** One line per run of like objects: `3 × Event audit.k8s.io/v1 (audit log), lines 1–3`. */
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
    return `${count > 1 ? `${count} × ` : ''}${name}${locale === 'ja' ? '、' : ', '}${where}`;
  });
}

function nameOf(object: RecognisedObject, locale: Locale): string {
  const label = formats.find((format) => format.name === object.format)?.label[locale] ?? object.format;
  const name = object.apiVersion ? `${object.kind} ${object.apiVersion}` : object.kind;
  return locale === 'ja' ? `${name}（${label}）` : `${name} (${label})`;
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

/** `Fix (≥1.32)`: the word, and the versions in which this one exists, unless that is all of them. */
export function fixLabel(fix: Fix, locale: Locale): string {
  const versions = formatVersions(fix);
  const { fix: word } = reportWords[locale];
  if (versions === '') return word;
  return locale === 'ja' ? `${word}（${versions}）` : `${word} (${versions})`;
}
