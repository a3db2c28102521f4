// The list of all pages on the page of the search, by kind, made from the pages that were built: none can be forgotten.

import { readFile, writeFile } from 'node:fs/promises';
import { locales } from '../core/index.ts';
import { addressOf } from '../i18n/addresses.ts';
import type { SearchKind, SearchPage } from '../search/index-format.ts';
import { html } from '../widgets/html.ts';

const section = /<section class="all-pages">(?:(?!<\/section>).)*<ul data-pages="([a-z]+)">\s*<\/ul>\s*<\/section>/gs;

/** @param pages of one language, in any order; a kind without pages loses its section. */
export function fillAllPages(page: string, pages: readonly SearchPage[], locale: string): string {
  const listOf = (kind: SearchKind): string =>
    pages
      .filter((one) => one.kind === kind)
      .sort((a, b) => a.title.localeCompare(b.title, locale))
      .map(({ path, title }) => html`<li><a href="/${path}">${title}</a></li>`.markup)
      .join('');
  return page.replace(section, (all, kind: SearchKind) => {
    const list = listOf(kind);
    return list === ''
      ? ''
      : all.replace(/(<ul data-pages="[a-z]+">)\s*(<\/ul>)/, (_ul, a: string, b: string) => a + list + b);
  });
}

/** Writes the lists into the built pages; their addresses are still those from the site's root. */
export async function writeAllPages(dir: URL, pagesOf: Readonly<Record<string, readonly SearchPage[]>>): Promise<void> {
  for (const locale of locales) {
    const file = new URL(`.${addressOf(locale, 'search/')}index.html`, dir);
    await writeFile(file, fillAllPages(await readFile(file, 'utf8'), pagesOf[locale] ?? [], locale));
  }
}
