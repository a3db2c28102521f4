// An address can carry a text into the bench; a damaged one says so and leaves the box empty.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alert, area, benchFile, config, explained, value, withBench as withBenchAt } from './bench-page.ts';
import { decodeFragment, encodeFragment } from '../../src/widgets/fragment.ts';
import { useBrowser } from './browser.ts';
import { serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

const withBench = (use: (page: Page) => Promise<void>, fragment?: string): Promise<void> =>
  withBenchAt(browser(), place, use, fragment);

describe('an address that carries a text', () => {
  const good = encodeFragment(config);

  it('opens the bench with it', async () =>
    withBench(
      async (page) => {
        await explained(page, 'KA201');
        expect(await value(page)).toBe(config);
      },
      await good,
    ));

  it.each([
    ['damaged', (text: string) => text.replace(/.(?=\.[0-9a-f]{8}$)/, (last) => (last === 'A' ? 'B' : 'A')), 'damaged'],
    ['cut off', (text: string) => text.slice(0, -30), 'damaged'],
    ['of a newer version', (text: string) => text.replace('#v1.', '#v2.'), 'newer version'],
  ])('that is %s leaves the box empty and says so', async (_name, spoil, words) =>
    withBench(
      async (page) => {
        await alert(page).waitFor();
        expect(await alert(page).textContent()).toContain(words);
        expect(await value(page)).toBe('');
        expect(await page.locator('.bench-report').innerText()).toBe('');
      },
      spoil(await good),
    ),
  );

  it('with a bomb in it is not opened', async () =>
    withBench(
      async (page) => {
        await alert(page).waitFor();
        expect(await alert(page).textContent()).toContain('1 MB');
        expect(await value(page)).toBe('');
      },
      await encodeFragment('0'.repeat(3_000_000)),
    ));

  it('is made by "Copy a link"', () =>
    withBench(async (page) => {
      await area(page).fill(config);
      await explained(page, 'KA201');
      await page.locator('[data-do="copy-link"]').click();
      const field = page.locator('.bench-link input');
      await field.waitFor();
      const [address, fragment = ''] = (await field.inputValue()).split('#');
      expect(address).toBe(place.urlOf(benchFile));
      expect(await decodeFragment(`#${fragment}`)).toEqual({ text: config });
    }));
});
