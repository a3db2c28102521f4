// The index of the search, one per language, made from the built pages themselves: every page is in it, and every anchor exists.
// It is as long as its budget allows: long sections keep their beginning and, of the rest, the code words.

import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { findingKinds, locales, type Locale } from '../core/index.ts';
import { pack, type PackedPage, type SearchKind, type SearchPage, type SearchSection } from '../search/index-format.ts';
import { keywordsOf, printedTextsOf } from './search-keywords.ts';
import { readPage, type PageText, type ReadSection } from './page-text.ts';

/** Compressed, without the library and the widget. */
const budget = 62 * 1024;

/** Pages of evidence show raw files; of each section only the beginning is kept. */
const longestRecord = 160;
/** Code words and printed lines of a section. */
const mostCodes = 24;

/** How much of a section is kept, from the longest that may fit downwards. */
const lengths = [1600, 1200, 900, 700, 550, 450, 380, 320, 270, 230, 200, 170, 140, 110, 80];

const kinds: Readonly<Record<string, SearchKind>> = {
  learn: 'chapter',
  runbooks: 'runbook',
  findings: 'finding',
  evidence: 'evidence',
};

/** Pages that have nothing to find: the one for wrong addresses, and the search itself. */
const leftOut = /^(?:[a-z]{2}\/)?(?:404\.html|search\/index\.html)$/;

const localeOf = (file: string): Locale => locales.find((one) => file.startsWith(`${one}/`)) ?? 'en';

function kindOf(file: string): SearchKind {
  const [section = '', page] = file.replace(/^ja\//, '').split('/');
  return (page === 'index.html' ? undefined : kinds[section]) ?? 'tool';
}

/** The end of a sentence near `length`, else a blank, else there. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  const sentence = Math.max(head.lastIndexOf('. ') + 1, head.lastIndexOf('。') + 1);
  const end = sentence > length / 2 ? sentence : head.lastIndexOf(' ') > length / 2 ? head.lastIndexOf(' ') : length;
  return text.slice(0, end);
}

function shorten({ anchor, heading, text, codes }: ReadSection, isRecord: boolean, length: number): SearchSection {
  const head = cut(text, isRecord ? Math.min(length, longestRecord) : length);
  if (isRecord) return { anchor, heading, text: head };
  const rest = codes.filter((code) => code.length > 2 && !head.includes(code)).map((code) => code.slice(0, 500));
  return { anchor, heading, text: [head, ...rest.slice(0, mostCodes)].join(rest.length > 0 ? ' · ' : '') };
}

/** Four words in a row: a sentence of a program, not a line of a file. */
const sentence = /[a-z]{2,},? [a-z]{2,},? [a-z]{2,},? [a-z]{2,}/i;

/** What somebody has on the screen when a finding fires: the marked lines of its examples, and the sentences around them. */
function firingLines(file: string): readonly string[] {
  const kind = findingKinds.find(({ code }) => file.includes(`findings/${code}/`));
  const lines = (kind?.fires ?? []).flatMap(({ text, repeat }) =>
    repeat === undefined ? text.split('\n').filter((line) => line.includes('«') || sentence.test(line)) : [],
  );
  const plain = lines.map((line) => line.replace(/[«»]/g, '').trim());
  return [...printedTextsOf(kind?.code ?? ''), ...new Set(plain)];
}

function withMore({ title, sections: [lead, ...sections] }: PageText, texts: readonly string[]): PageText {
  return { title, sections: lead ? [{ ...lead, codes: [...lead.codes, ...texts] }, ...sections] : [] };
}

function withKeywords(file: string, page: PageText): PageText {
  const locale = localeOf(file);
  const words = keywordsOf(file.replace(/^ja\//, '').replace(/index\.html$/, ''), locale);
  return words === undefined ? page : withMore(page, [words]);
}

/** The same page with its code, which the seal above the title shows, and with the lines that raise it. */
function withFinding(file: string, page: PageText): PageText {
  const code = /findings\/(KA\d{3})\//.exec(file)?.[1];
  return code === undefined ? page : withMore({ ...page, title: `${code}: ${page.title}` }, firingLines(file));
}

function pagesAt(texts: ReadonlyMap<string, PageText>, length: number): readonly PackedPage[] {
  return [...texts].map(([file, { title, sections }]) => {
    const kept = sections.map((section) => shorten(section, kindOf(file) === 'evidence', length));
    const page: SearchPage = {
      kind: kindOf(file),
      path: file.replace(/index\.html$/, ''),
      title,
      sections: kept.filter(({ anchor, text }) => anchor === '' || text !== ''),
    };
    return pack(page);
  });
}

/** @param texts of one language. Fails if not even the shortest form fits. */
function fit(texts: ReadonlyMap<string, PageText>): readonly PackedPage[] {
  for (const length of lengths) {
    const pages = pagesAt(texts, length);
    if (gzipSync(JSON.stringify(pages)).length <= budget) return pages;
  }
  throw new Error(`the index of the search is longer than ${budget} bytes`);
}

/** @param dir the built site. Returns the pages of each language, their texts as long as they may be. */
export async function searchIndexes(dir: URL): Promise<Readonly<Record<Locale, readonly PackedPage[]>>> {
  const names = (await readdir(dir, { recursive: true })).map((name) => name.replaceAll('\\', '/')).sort();
  const texts: Record<Locale, Map<string, PageText>> = { en: new Map(), ja: new Map() };
  for (const file of names.filter((name) => name.endsWith('.html') && !leftOut.test(name))) {
    const page = readPage(await readFile(new URL(file, dir), 'utf8'));
    if (page) texts[localeOf(file)].set(file, withKeywords(file, withFinding(file, page)));
  }
  return { en: fit(texts.en), ja: fit(texts.ja) };
}
