// The search by keyboard alone: opened by a key from any page, walked by arrows, followed by Enter, closed by Escape.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { openPage, serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

it.each([
  ['index.html', 'KA201', 'findings/KA201/'],
  ['ja/runbooks/index.html', 'KA201', 'ja/findings/KA201/'],
])('on %s a key opens it, and %s leads to %s', async (file, query, address) => {
  const { page, requests, problems, close } = await openPage(browser(), place.urlOf(file));
  await page.keyboard.press('/');
  await page.locator('dialog[open] input').waitFor();
  await page.keyboard.type(query);
  const results = page.locator('dialog[open] .search-results a');
  await results.first().waitFor();
  const asked = requests.length;
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toContain(
    address.replace(/^ja\//, ''),
  );
  await page.keyboard.press('Escape');
  expect(await page.locator('dialog[open]').count()).toBe(0);
  await page.keyboard.press('/');
  await results.first().waitFor();
  expect(requests.length).toBe(asked);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/${address}**`);
  expect(problems).toEqual([]);
  await close();
});
