// What a page weighs, compressed, as a browser loads it. The budgets are those of the design.

import { expect, it } from 'vitest';
import { compressed, files, pages, requestsOf } from './dist.ts';

const kilobyte = 1024;
const sum = (names: readonly string[]): number => names.reduce((bytes, name) => bytes + compressed(name), 0);

const engines = files.filter((file) => /^assets\/engine\.(en|ja)\.[0-9a-f]{8}\.js$/.test(file));

function weigh(page: string): { page: string; all: number; script: number; requests: number } {
  const requests = requestsOf(page);
  const scripts = requests.filter((name) => name.endsWith('.js'));
  return { page, all: sum(requests), script: sum(scripts), requests: requests.length };
}

const isBench = (page: string): boolean => /^(ja\/)?(explain\/)?index\.html$/.test(page);

it('has one engine per language, and no page loads it before a bench is touched', () => {
  expect(engines).toHaveLength(2);
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

it('keeps the engine below its budget', () => {
  expect(engines.filter((name) => compressed(name) > 130 * kilobyte)).toEqual([]);
});
