// The last step of a build for the search: the list of all pages, and the index, which is made from the built pages.

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { unpack } from '../search/index-format.ts';
import { writeAllPages } from './all-pages.ts';
import { searchIndexes } from './search-index.ts';

/** Everything that pages are made of; the name of a script with an index changes with it. */
export async function digestOfSources(): Promise<string> {
  const digest = createHash('sha256');
  for (const folder of ['../../content/', '../']) {
    const base = new URL(folder, import.meta.url);
    const entries = await readdir(base, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
    for (const file of files.sort()) digest.update(await readFile(file));
  }
  return digest.digest('hex');
}

/** @param dir the built site. Returns what stands in front of a search's script: `search.en`, `search.ja`. */
export async function finishSearch(dir: URL): Promise<(name: string) => string> {
  const indexes = await searchIndexes(dir);
  await writeAllPages(dir, { en: indexes.en.map(unpack), ja: indexes.ja.map(unpack) });
  return (name) => `var SEARCH_INDEX=${JSON.stringify(name.endsWith('.ja') ? indexes.ja : indexes.en)};\n`;
}
