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

  it('is made by the share panel, which shows first what will leave', () =>
    withBench(async (page) => {
      const token = 'k3y1d0.n0b0dyshallread1';
      await area(page).fill(`${config}# token: ${token}\n`);
      await explained(page, 'KA201');
      await page.locator('[data-do="share"]').click();
      const field = page.locator('.share-link input');
      await field.waitFor();
      expect(await page.locator('.bench-share h2').evaluate((title) => title === document.activeElement)).toBe(true);
      expect(await page.locator('.share-table tbody').innerText()).toContain('secret0000000001');
      const [address, fragment = ''] = (await field.inputValue()).split('#');
      expect(address).toBe(place.urlOf(benchFile));
      const text = `${config}# token: k3y1d0.secret0000000001\n`;
      expect(await decodeFragment(`#${fragment}`)).toEqual({ text });
      expect(await page.locator('.share-text textarea').inputValue()).toBe(text);
      await area(page).press('End');
      await area(page).pressSequentially('x');
      await page.locator('.bench-share').waitFor({ state: 'hidden' });
    }));

  it.each(['text', 'markdown', 'plain', 'json'])('a copy as %s holds no secret either', (what) =>
    withBench(async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await area(page).fill(`${config}# kubeadm join 10.9.8.7:6443 --token k3y1d0.n0b0dyshallread1\n`);
      await page.locator('[data-do="share"]').click();
      await page.locator(`[data-what="${what}"]`).click();
      await page.locator('.bench-share [role=status]', { hasText: 'Copied' }).waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toContain(what === 'text' ? '192.0.2.1:6443' : 'KA201');
      expect(copied).not.toMatch(/n0b0dyshallread1|10\.9\.8\.7/);
    }),
  );
});
