// Files and examples come into the bench, and the reader's own text is never lost.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { area, config, explained, value, withBench as withBenchAt } from './bench-page.ts';
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

async function drop(page: Page, name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName));
      return transfer;
    },
    [name, text] as const,
  );
  for (const type of ['dragenter', 'dragover', 'drop']) await area(page).dispatchEvent(type, { dataTransfer: data });
}

describe('a file', () => {
  it('that is dropped is read, also before the engine is there', () =>
    withBench(async (page) => {
      await drop(page, 'kubeadm.conf', config);
      await explained(page, 'KA201');
      expect(await value(page)).toBe(config);
      expect(await page.locator('.bench-status').first().textContent()).toContain('kubeadm.conf');
      await drop(page, 'empty.yaml', 'a: 1\n');
      await page.waitForFunction(
        () => document.querySelector<HTMLTextAreaElement>('.bench textarea')?.value === 'a: 1\n',
      );
    }));

  it('that is chosen is read, UTF-16 as well', () =>
    withBench(async (page) => {
      const buffer = Buffer.from(`\ufeff${config}`, 'utf16le');
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: 'from-powershell.yaml', mimeType: 'text/yaml', buffer });
      await explained(page, 'KA201');
      expect(await value(page)).toBe(config);
    }));

  it('that is too large for the box is read as a log, and leaves the text alone', () =>
    withBench(async (page) => {
      await area(page).fill(config);
      await explained(page, 'KA201');
      await drop(page, 'audit.log', 'x'.repeat(6_000_000));
      await page.locator('[data-audit="finished"]').waitFor();
      expect(await value(page)).toBe(config);
    }));
});

describe('an example', () => {
  it('takes the place of the text, which can be put back', () =>
    withBench(async (page) => {
      await area(page).fill(config);
      await explained(page, 'KA201');
      await page.locator('[data-do="example"]').last().click();
      const example = await page.locator('[data-do="example"]').last().getAttribute('data-text');
      expect(await value(page)).toBe(example);
      await page.locator('[data-do="put-back"]').click();
      expect(await value(page)).toBe(config);
      await explained(page, 'KA201');
    }));

  it('and "clear" can be undone by the browser itself', () =>
    withBench(async (page) => {
      await area(page).click();
      await area(page).fill(config);
      await explained(page, 'KA201');
      await page.locator('[data-do="clear"]').click();
      expect(await value(page)).toBe('');
      await area(page).press('ControlOrMeta+z');
      expect(await value(page)).toBe(config);
      await explained(page, 'KA201');
    }));

  it('can be the very first touch', () =>
    withBench(async (page) => {
      const last = page.locator('[data-do="example"]').last();
      await last.evaluate((button: HTMLElement) => button.click());
      await page.waitForFunction(
        (text) => document.querySelector<HTMLTextAreaElement>('.bench textarea')?.value === text,
        await last.getAttribute('data-text'),
      );
    }));
});
