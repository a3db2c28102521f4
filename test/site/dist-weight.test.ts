// What a page weighs, compressed, as a browser loads it. The budgets are those of the design.

import { expect, it } from 'vitest';
import { compressed, files, pages, requestsOf } from './dist.ts';

const kilobyte = 1024;
const sum = (names: readonly string[]): number => names.reduce((bytes, name) => bytes + compressed(name), 0);

/** Scripts that a widget loads when it is touched; the bench's own is the largest, the verifier's reads certificates, the search's holds its index. */
const engines = files.filter((file) => /^assets\/[a-z-]+\.(en|ja)\.[0-9a-f]{8}\.js$/.test(file));
const budgets = [
  { engine: 'assets/engine.', kilobytes: 220 },
  { engine: 'assets/verify.', kilobytes: 75 },
  { engine: 'assets/search.', kilobytes: 75 },
  { engine: '', kilobytes: 65 },
];
const budgetOf = (engine: string): number =>
  (budgets.find((budget) => engine.startsWith(budget.engine))?.kilobytes ?? 0) * kilobyte;

function weigh(page: string): { page: string; all: number; script: number; requests: number } {
  const requests = requestsOf(page);
  const scripts = requests.filter((name) => name.endsWith('.js'));
  return { page, all: sum(requests), script: sum(scripts), requests: requests.length };
}

const isBench = (page: string): boolean => /^(ja\/)?(explain\/)?index\.html$/.test(page);

it('has each engine in each language, and no page loads one before a widget is touched', () => {
  const names = (language: string): readonly string[] =>
    engines.filter((file) => file.includes(`.${language}.`)).map((file) => file.replace(/\..*/, ''));
  expect(names('en')).toContain('assets/engine');
  expect(names('ja')).toEqual(names('en'));
  expect(pages.filter((page) => requestsOf(page).some((name) => engines.includes(name)))).toEqual([]);
});

it('keeps chapters, findings and all other pages light', () => {
  const weights = pages.filter((page) => !isBench(page)).map(weigh);
  const heavy = weights.filter(
    ({ all, script, requests }) => all > 25 * kilobyte || script > 5 * kilobyte || requests > 6,
  );
  expect(heavy).toEqual([]);
});

it('keeps the bench light', () => {
  const weights = pages.filter(isBench).map(weigh);
  expect(weights.length).toBeGreaterThanOrEqual(2);
  expect(weights.filter(({ all, script }) => all > 60 * kilobyte || script > 25 * kilobyte)).toEqual([]);
});

it('keeps the engines below their budgets', () => {
  expect(engines.filter((name) => compressed(name) > budgetOf(name))).toEqual([]);
});
