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

  it('that was damaged in a thousand ways says so each time, and shows no sample', async () => {
    const link = await good;
    const letters = 'ABCXYZabcxyz0189-_.#%+=/ ';
    const spoilt = Array.from({ length: 1000 }, (_, run) => {
      const at = 1 + ((run * 7919) % (link.length - 1));
      const letter = letters[run % letters.length] ?? '';
      return [
        link.slice(0, at),
        link.slice(0, at) + letter + link.slice(at),
        link.slice(0, at) + link.slice(at + 1 + (run % 40)),
        `#${link.slice(at)}`,
      ][run % 4] as string;
    }).filter((one) => one.length > 1 && one !== link);
    await withBench(async (page) => {
      await explained(page, 'KA201');
      const shown = await page.evaluate(async (all) => {
        const box = document.querySelector<HTMLTextAreaElement>('.bench textarea');
        const alert = document.querySelector<HTMLElement>('.bench-alert');
        const found: string[] = [];
        for (const fragment of all) {
          if (alert) alert.hidden = true;
          location.hash = fragment;
          for (let wait = 0; wait < 4000 && alert?.hidden; wait += 1) await new Promise((done) => setTimeout(done, 5));
          if (alert?.hidden || box?.value !== '' || document.querySelector('.bench-report')?.textContent !== '')
            found.push(`${fragment.slice(0, 40)}: ${box?.value.slice(0, 40)}`);
        }
        return found;
      }, spoilt);
      expect(shown).toEqual([]);
    }, link);
    expect(spoilt.length).toBeGreaterThan(900);
  });

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

  it('nothing is kept in the browser unasked; what is kept has its values replaced, and can be erased', () =>
    withBench(async (page) => {
      const stored = (): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }));
      const text = `${config}# --token k3y1d0.n0b0dyshallread1\n`;
      await area(page).fill(text);
      await page.locator('[data-do="share"]').click();
      const box = page.locator('.share-draft input');
      await box.waitFor();
      expect([await box.isChecked(), await stored()]).toEqual([false, '{}']);
      await box.check();
      expect(await stored()).toContain('k3y1d0.secret0000000001');
      expect(await stored()).not.toContain('n0b0dyshallread1');
      await area(page).fill('');
      await page.locator('[data-do="share"]').click();
      await page.locator('[data-do="share-bring-back"]').click();
      expect(await value(page)).toBe(text.replace('n0b0dyshallread1', 'secret0000000001'));
      await page.locator('[data-do="share"]').click();
      await box.uncheck();
      expect(await stored()).toBe('{}');
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
