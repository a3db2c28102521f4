// The runbooks, in order, and the files that they put on the bench.

import { getCollection, type CollectionEntry } from 'astro:content';
import type { Locale } from '../core/index.ts';

export interface RunbookPage {
  readonly slug: string;
  readonly entry: CollectionEntry<'runbooks'>;
}

const fixtures = import.meta.glob<string>('/content/runbooks/*/*.{yaml,txt,log}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export async function runbooksIn(locale: Locale): Promise<readonly RunbookPage[]> {
  const entries = await getCollection('runbooks', ({ id }) => id.endsWith(`/${locale}`));
  return entries
    .map((entry) => ({ slug: entry.id.replace(/\/.*/, ''), entry }))
    .sort((a, b) => a.entry.data.order - b.entry.data.order);
}

/** Address of a runbook below the language's root. */
export const runbookPath = (slug: string): string => `runbooks/${slug}/`;

/** What the page's bench holds; a file that is missing stops the build. */
export function fixtureOf({ slug, entry }: RunbookPage): string {
  const path = `/content/runbooks/${slug}/${entry.data.bench.file}`;
  const text = fixtures[path];
  if (text === undefined) throw new Error(`${path} is missing`);
  return text;
}
