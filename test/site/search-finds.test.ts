// The search of the built site, on its own index: codes, error texts pasted whole, and words in both languages.

import { describe, expect, it } from 'vitest';
import { findingKinds, type Locale } from '../../src/core/index.ts';
import { unpack, type PackedPage } from '../../src/search/index-format.ts';
import { makeSearch, type Search } from '../../src/search/search.ts';
import { files, idsOf, pages, read } from './dist.ts';
import { pastedTexts, typedWords, type Wanted } from './search-table.ts';

/** The index is the first line of the script. */
function indexOf(locale: Locale): readonly PackedPage[] {
  const script = files.find((file) => file.startsWith(`assets/search.${locale}.`)) ?? '';
  const json = /^var SEARCH_INDEX=(.*);$/m.exec(read(script))?.[1] ?? '[]';
  return JSON.parse(json) as readonly PackedPage[];
}

const prefix: Readonly<Record<Locale, string>> = { en: '', ja: 'ja/' };
const indexes = { en: indexOf('en'), ja: indexOf('ja') };
const searches: Readonly<Record<Locale, Search>> = {
  en: makeSearch(indexes.en.map(unpack)),
  ja: makeSearch(indexes.ja.map(unpack)),
};
const firstFive = (text: string, locale: Locale): readonly string[] =>
  searches[locale]
    .find(text)
    .slice(0, 5)
    .map(({ path }) => path.slice(prefix[locale].length));

const missed = (table: readonly Wanted[], locale: Locale) =>
  table
    .map(({ text, pages: wanted }) => ({ text, wanted, found: firstFive(text, locale) }))
    .filter(({ wanted, found }) => !wanted.some((page) => found.includes(page)));

describe.each(['en', 'ja'] as const)('in %s', (locale) => {
  it('holds every page of the language, and only anchors that exist', () => {
    const known = indexes[locale].map(unpack);
    const ofLanguage = pages.filter((page) => page.startsWith('ja/') === (locale === 'ja'));
    const searched = ofLanguage.filter((page) => !/^(?:ja\/)?(?:404\.html|search\/index\.html)$/.test(page));
    expect(known.map(({ path }) => `${path}index.html`).sort()).toEqual([...searched].sort());
    const dead = known.flatMap(({ path, sections }) => {
      const ids = new Set(idsOf(read(`${path}index.html`)));
      return sections
        .filter(({ anchor }) => anchor !== '' && !ids.has(anchor))
        .map(({ anchor }) => `${path}#${anchor}`);
    });
    expect(dead).toEqual([]);
  });

  it('finds every finding by its code first', () => {
    const wrong = findingKinds.filter(({ code }) => firstFive(code, locale)[0] !== `findings/${code}/`);
    expect(wrong.map(({ code }) => code)).toEqual([]);
    expect(firstFive('ka201', locale)[0]).toBe('findings/KA201/');
  });

  it('finds what explains a text that is pasted whole', () => {
    expect(missed(pastedTexts, locale)).toEqual([]);
  });

  it('finds the chosen words', () => {
    expect(typedWords[locale].length).toBeGreaterThanOrEqual(25);
    expect(missed(typedWords[locale], locale)).toEqual([]);
  });

  it('finds the codes and fields of the other language’s table too', () => {
    const latin = typedWords.en.filter(({ text }) => /^[\w-]+$/.test(text) && /[A-Z\d-]/.test(text));
    expect(latin.length).toBeGreaterThan(8);
    expect(missed(latin, locale)).toEqual([]);
  });

  it('finds nothing rather than something', () => {
    for (const text of ['', '   ', '!!', 'zyzzyva', 'ゑゑゑゑ']) expect(firstFive(text, locale)).toEqual([]);
  });
});
