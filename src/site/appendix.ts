// The pages behind the tutorial: words to look up, and where it all comes from.

import { getCollection, type CollectionEntry } from 'astro:content';
import type { Locale } from '../core/index.ts';

export interface AppendixPage {
  readonly slug: string;
  readonly entry: CollectionEntry<'appendix'>;
}

export async function appendixIn(locale: Locale): Promise<readonly AppendixPage[]> {
  const entries = await getCollection('appendix', ({ id }) => id.endsWith(`/${locale}`));
  return entries
    .map((entry) => ({ slug: entry.id.replace(/\/.*/, ''), entry }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Address of an appendix below the language's root. */
export const appendixPath = (slug: string): string => `appendix/${slug}/`;
