// Finds pages: by words that are typed, all of which must be there, or by a pasted text, of which the rare words count.

import MiniSearch, { type SearchResult } from 'minisearch';
import { excerptOf, type Piece } from './excerpt.ts';
import type { SearchKind, SearchPage, SearchSection } from './index-format.ts';
import { inOtherWords } from './other-words.ts';
import { lastingText, looksPasted } from './pasted.ts';
import { termsIn, wordsIn } from './words.ts';

export interface Found {
  readonly path: string;
  readonly kind: SearchKind;
  readonly title: readonly Piece[];
  /** Of the section with the hit; empty above the first heading. */
  readonly anchor: string;
  readonly heading: readonly Piece[];
  readonly excerpt: readonly Piece[];
}

interface Entry {
  readonly id: number;
  readonly page: SearchPage;
  readonly section: SearchSection;
}

export interface Search {
  /** The best place of each page, best first; a text without any word finds nothing. */
  find(text: string): readonly Found[];
}

const excerptLength = 180;

/** So many rare words of a pasted text are asked for. */
const rareWords = 40;
/** Characters; a longer paste is a file, and the bench reads files. */
const longestPaste = 20_000;
/** What a section gains that says all of a pasted text in the same order. */
const orderGain = 4;
/** Who searches wants an explanation rather than a page that shows a text among others. */
const kindGain: Readonly<Record<SearchKind, number>> = {
  finding: 1.3,
  runbook: 1.3,
  chapter: 1.1,
  tool: 0.7,
  evidence: 0.6,
};
/** So many are shown at most. */
export const mostPages = 30;

/** A title says more than a heading, a heading more than a sentence; `page` is the title again, for the page's other sections. */
const boost = { title: 6, heading: 2.5, text: 1, page: 0.6 };

const isJapanese = (term: string): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(term);
const startsMayDo = (term: string): boolean => !isJapanese(term) && term.length > 2;

function fieldOf({ page, section }: Entry, field: string): string {
  if (field === 'title') return section.anchor === '' ? page.title : '';
  if (field === 'page') return section.anchor === '' ? '' : page.title;
  return field === 'heading' ? section.heading : section.text;
}

/** All of the words: a Japanese one as its pairs, a Latin one as its parts. */
const neededFor = (text: string): readonly string[] => [
  ...new Set(wordsIn(text).flatMap(({ whole, parts }) => (parts.length > 0 ? parts : [whole]))),
];

const textOf = ({ page, section }: Entry): string =>
  `${page.title} ${section.heading} ${section.text}`.normalize('NFKC').toLowerCase();

/** How many words of several parts stand there as they were typed: `kube-public/cluster-info`, `監査ログ`. */
function wholesIn(text: string, entry: Entry): number {
  const own = textOf(entry);
  return wordsIn(text).filter(({ whole, parts }) => parts.length > 0 && own.includes(whole)).length;
}

/** Three words in a row, as they stand; what a page says in the same order is rather about the text. */
function triplesIn(text: string): ReadonlySet<string> {
  const words = wordsIn(text).flatMap(({ whole, parts }) => (parts.length > 0 ? parts : [whole]));
  return new Set(words.slice(2).map((word, index) => `${words[index]} ${words[index + 1]} ${word}`));
}

/** Finds among the sections of all pages. */
class Sections {
  readonly #entries: readonly Entry[];
  readonly #index: MiniSearch<Entry>;
  /** In how many places a term stands; a rare one says more. */
  readonly #places = new Map<string, number>();

  constructor(pages: readonly SearchPage[]) {
    this.#entries = pages
      .flatMap((page) => page.sections.map((section) => ({ page, section })))
      .map((entry, id): Entry => ({ id, ...entry }));
    this.#index = new MiniSearch<Entry>({
      fields: Object.keys(boost),
      extractField: (entry, field) => (field === 'id' ? entry.id : fieldOf(entry, field)) as string,
      tokenize: (text) => {
        const terms = termsIn(text);
        for (const term of new Set(terms)) this.#places.set(term, (this.#places.get(term) ?? 0) + 1);
        return terms;
      },
      processTerm: (term) => term,
      searchOptions: { boost, tokenize: (term) => [term] },
    });
    this.#index.addAll(this.#entries);
  }

  entryOf({ id }: SearchResult): Entry {
    return this.#entries[id as number] as Entry;
  }

  /** Sections with all of the words; if there are none, with other words for the same, else with words that are spelt alike. */
  typed(text: string): readonly SearchResult[] {
    const exact = this.#all(text, 0);
    if (exact.length > 0) return exact;
    const renamed = inOtherWords(text);
    const other = renamed === text ? [] : this.#all(renamed, 0);
    return other.length > 0 ? other : this.#all(text, 0.2);
  }

  #all(text: string, distance: number): readonly SearchResult[] {
    const queries = [...neededFor(text)];
    if (queries.length === 0) return [];
    const fuzzy = (term: string) => (isJapanese(term) || term.length < 5 || /\d/.test(term) ? false : distance);
    // Pairs of a Japanese word may stand far from each other; then the word is not there.
    const run = wordsIn(text).filter(({ whole }) => isJapanese(whole));
    return this.#index
      .search({ combineWith: 'AND', queries, prefix: startsMayDo, fuzzy })
      .map((one) => ({ ...one, entry: this.entryOf(one) }))
      .filter(({ entry }) => run.every(({ whole }) => textOf(entry).includes(whole)))
      .map(({ entry, ...one }) => ({
        ...one,
        terms: [...one.terms, ...run.map(({ whole }) => whole)],
        score: one.score * (1 + wholesIn(text, entry)) * kindGain[entry.page.kind],
      }));
  }

  /**
   * Sections with the most and rarest words of a text, those in the same order first.
   * @param least the share of its words that a section must have.
   */
  anyOf(text: string, least: number): readonly SearchResult[] {
    const lasting = lastingText(text.slice(0, longestPaste));
    const places = (term: string): number => this.#places.get(term) ?? 0;
    const all = [...new Set(termsIn(lasting))];
    const known = all.filter((term) => places(term) > 0).sort((a, b) => places(a) - places(b));
    const queries = known.slice(0, rareWords);
    if (queries.length === 0) return [];
    const asked = triplesIn(lasting);
    const nearness = (result: SearchResult): number => {
      const own = triplesIn(textOf(this.entryOf(result)));
      return [...own].filter((triple) => asked.has(triple)).length / Math.max(1, asked.size);
    };
    return this.#index
      .search({ combineWith: 'OR', queries })
      .filter(({ queryTerms }) => queryTerms.length >= least * Math.min(all.length, rareWords))
      .slice(0, 80)
      .map((result) => ({
        ...result,
        terms: result.terms.filter((term) => places(term) < this.#entries.length / 4),
        score: result.score * (1 + orderGain * nearness(result)) * kindGain[this.entryOf(result).page.kind],
      }));
  }
}

/** Reads all pages once; that takes a moment. */
export function makeSearch(pages: readonly SearchPage[]): Search {
  const sections = new Sections(pages);
  const show = (result: SearchResult): Found => {
    const { page, section } = sections.entryOf(result);
    const { terms } = result;
    return {
      path: page.path,
      kind: page.kind,
      title: excerptOf(page.title, terms, page.title.length),
      anchor: section.anchor,
      heading: excerptOf(section.heading, terms, section.heading.length),
      excerpt: excerptOf(section.text, terms, excerptLength),
    };
  };
  return {
    find: (text) => {
      const isPasted = looksPasted(text);
      const typed = isPasted ? [] : sections.typed(text);
      // Typed words are all meant; of a pasted text a part may be from elsewhere.
      const results = [...(typed.length > 0 ? typed : sections.anyOf(text, isPasted ? 0 : 0.5))].sort(
        (a, b) => b.score - a.score,
      );
      const best = new Map<SearchPage, SearchResult>();
      for (const result of results) {
        const { page } = sections.entryOf(result);
        if (!best.has(page)) best.set(page, result);
      }
      return [...best.values()].slice(0, mostPages).map(show);
    },
  };
}
