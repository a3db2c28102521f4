// Every kind of page for everybody: axe-core finds nothing, in both languages, by day and by night; a phone needs no
// sideways scrolling; without JavaScript the page still reads.

import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { pageKindsInBoth } from './dist.ts';
import { openPage, serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const files = pageKindsInBoth();

let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

describe.each(['light', 'dark'] as const)('by %s', (colorScheme) => {
  it.each(files)('axe finds nothing on %s', async (file) => {
    const { page, close } = await openPage(browser(), place.urlOf(file), { colorScheme, bypassCSP: true });
    await page.evaluate((open) => {
      for (const fold of document.querySelectorAll('details')) fold.open = open;
    }, true);
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResult>('axe.run()');
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
    ).toEqual([]);
    await close();
  });
});

it.each(files)('%s fits a phone', async (file) => {
  const { page, close } = await openPage(browser(), place.urlOf(file), { viewport: { width: 390, height: 800 } });
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true;
  });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(widths).toEqual([390, 390]);
  await close();
});

it.each(files)('%s stays where it is while it loads and comes alive', async (file) => {
  const { page, close } = await openPage(browser(), place.urlOf(file));
  const area = page.locator('wgt-bench textarea').first();
  if (await area.count()) {
    await area.focus();
    await page.waitForFunction(() => customElements.get('wgt-bench') !== undefined);
  }
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(resolve, 200, 0);
      }),
  );
  expect(shift).toBe(0);
  await close();
});

describe('without JavaScript', () => {
  it.each(files)('%s reads', async (file) => {
    const { page, problems, close } = await openPage(browser(), place.urlOf(file), { javaScriptEnabled: false });
    expect(await page.locator('h1').first().isVisible()).toBe(true);
    for (const bench of await page.locator('wgt-bench').all()) {
      expect(await bench.locator('textarea').isVisible()).toBe(true);
      expect(await bench.locator('[data-do]:visible, select:visible, input:visible').count()).toBe(0);
      if ((await bench.locator('textarea').inputValue()) === '') continue;
      expect(await bench.locator('.bench-report').innerText()).not.toBe('');
      // A place leads to its line's number.
      for (const href of await bench
        .locator('.place')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href'))))
        expect(await page.locator(`[id="${href?.slice(1)}"]`).count()).toBe(1);
    }
    expect(problems).toEqual([]);
    await close();
  });
});
