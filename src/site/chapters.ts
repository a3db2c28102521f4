// The chapters of the guide, in order. A folder's number gives the place, its words give the address.

import { getCollection, type CollectionEntry } from 'astro:content';
import type { Locale } from '../core/index.ts';

export interface Chapter {
  readonly number: number;
  readonly slug: string;
  readonly entry: CollectionEntry<'learn'>;
}

export async function chaptersIn(locale: Locale): Promise<readonly Chapter[]> {
  const entries = await getCollection('learn', ({ id }) => id.endsWith(`/${locale}`));
  return entries
    .map((entry) => {
      const [, number = '', slug = ''] = /^(\d+)-([^/]+)\//.exec(entry.id) ?? [];
      return { number: Number(number), slug, entry };
    })
    .sort((a, b) => a.number - b.number);
}

/** Address of a chapter below the language's root. */
export const chapterPath = (slug: string): string => `learn/${slug}/`;
