// Reads the runbooks as their tests need them: the front matter through the schema of the site, and the file for the bench.
import { globSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { inspect, locales, type Locale } from '../src/core/index.ts';
import { runbookSchema, type Runbook } from '../src/site/runbook-schema.ts';

export interface RunbookFile {
  readonly slug: string;
  readonly locale: Locale;
  readonly data: Runbook;
  /** What stands below the front matter. */
  readonly body: string;
}

export const folder = new URL('../content/runbooks/', import.meta.url).pathname;
export const slugs = globSync('*', { cwd: folder }).sort();

function readRunbook(slug: string, locale: Locale): RunbookFile {
  const text = readFileSync(`${folder}${slug}/${locale}.mdx`, 'utf8');
  const [all = '', matter = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  return { slug, locale, data: runbookSchema.parse(load(matter)), body: text.slice(all.length).trim() };
}

export const runbooks: readonly RunbookFile[] = slugs.flatMap((slug) => locales.map((one) => readRunbook(slug, one)));

export function pairOf(slug: string): readonly [RunbookFile, RunbookFile] {
  const [en, ja] = runbooks.filter((one) => one.slug === slug);
  if (!en || !ja) throw new Error(`${slug} lacks a language`);
  return [en, ja];
}

/** The codes that the bench shows on a runbook's file, each once. */
export function codesOn({ slug, data }: RunbookFile): readonly string[] {
  const { file, kubernetesVersion, command } = data.bench;
  const report = inspect(readFileSync(`${folder}${slug}/${file}`, 'utf8'), {
    ...(kubernetesVersion && { kubernetesVersion }),
    ...(command && { command }),
  });
  return [...new Set(report.findings.map(({ code }) => code))].sort();
}
