// The bench explains what it holds: at once, at its place, by the chosen version, with the keyboard alone.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alert, area, benchFile, config, explained, paste, value, withBench as withBenchAt } from './bench-page.ts';
import { useBrowser } from './browser.ts';
import { openPage, serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

const withBench = (use: (page: Page) => Promise<void>, fragment?: string): Promise<void> =>
  withBenchAt(browser(), place, use, fragment);

describe('a text', () => {
  it('gives findings with places, stamps and links', () =>
    withBench(async (page) => {
      await area(page).fill(config);
      await explained(page, 'KA201');
      expect(await page.locator('.bench-status').first().textContent()).toMatch(/^\d+ findings?: \d+ error/);
      expect(await page.locator('.stamp-fails').count()).toBeGreaterThan(1);
      expect(await page.locator('.gutter-error').first().textContent()).toBe('6');
      await page
        .locator('.finding details')
        .first()
        .evaluate((fold: HTMLDetailsElement) => (fold.open = true));
      await page.locator('.finding-page a').first().click();
      await page.waitForURL(/\/findings\/KA\d+\/$/);
    }));

  it('that was typed before the engine arrived is explained when it arrives', () =>
    withBench(async (page) => {
      const { promise: typed, resolve: letGo } = Promise.withResolvers<undefined>();
      await page.route('**/engine.*.js', async (route) => {
        await typed;
        await route.continue();
      });
      await area(page).fill(config);
      expect(await page.locator('.finding-code', { hasText: 'KA201' }).count()).toBe(0);
      letGo(undefined);
      await explained(page, 'KA201');
    }));

  it('stays when the engine cannot be loaded, and the page says so', async () => {
    const { page, close } = await openPage(browser(), place.urlOf(benchFile));
    await page.route('**/engine.*.js', (route) => route.abort());
    await area(page).fill(config);
    await alert(page).waitFor();
    expect(await alert(page).textContent()).toContain('could not be loaded');
    expect(await value(page)).toBe(config);
    await page.unroute('**/engine.*.js');
    await area(page).press('End');
    await area(page).pressSequentially(' ');
    await explained(page, 'KA201');
    await close();
  });

  it('of 300 lines is explained before the browser draws again (npm run bench says how long that takes)', () =>
    withBench(async (page) => {
      await area(page).fill('x');
      await explained(page, 'KA');
      const report = await page.evaluate((start) => {
        const box = document.querySelector<HTMLTextAreaElement>('.bench textarea');
        if (!box) return '';
        box.value = start + Array.from({ length: 294 }, (_, line) => `    flag-${line}: "value"\n`).join('');
        box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
        return document.querySelector('.bench-report')?.textContent ?? '';
      }, config);
      expect(report).toContain('KA201');
    }));

  it('that is far too long is refused with a sentence, and nothing is lost', () =>
    withBench(async (page) => {
      await area(page).fill(config);
      await explained(page, 'KA201');
      await area(page).evaluate((box) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'kind: x\n'.repeat(6_500_000));
        box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      });
      await alert(page).waitFor();
      expect(await alert(page).textContent()).toMatch(/^That is 52\.0 MB; this page reads up to 5\.0 MB/);
      expect(await value(page)).toBe(config);
    }));

  it('of 100,000 lines scrolls with its line numbers', () =>
    withBench(async (page) => {
      await paste(page, `${'# x\n'.repeat(100_000)}${config}`);
      await explained(page, 'KA201');
      await page.locator('.place').first().click();
      await page.waitForFunction(() => document.querySelector('.gutter-error') !== null);
      expect(await page.locator('.gutter-error').first().textContent()).toBe('100006');
      expect(
        await page
          .locator('.gutter-lines')
          .first()
          .evaluate((all) => all.textContent?.split('\n').length),
      ).toBeLessThan(80);
    }));
});

it('the version that is chosen changes the answer', () =>
  withBench(async (page) => {
    await area(page).fill(config);
    await explained(page, 'KA201');
    await page.selectOption('select[name="kubernetesVersion"]', '1.34');
    await page.locator('.bench-version', { hasText: '1.34 (as you chose)' }).waitFor();
    expect(await page.locator('.bench-report').innerText()).toContain('failed to request the cluster-info ConfigMap');
  }));

describe('a place', () => {
  it('selects its range and brings it into sight', () =>
    withBench(async (page) => {
      const long = `${'# above\n'.repeat(200)}${config}`;
      await paste(page, long);
      await explained(page, 'KA201');
      await page.locator('.finding .place').first().click();
      const [selected, visible] = await area(page).evaluate((box: HTMLTextAreaElement) => {
        const line = box.value.slice(0, box.selectionStart).split('\n').length - 1;
        const top = line * Number.parseFloat(getComputedStyle(box).lineHeight) - box.scrollTop;
        return [box.value.slice(box.selectionStart, box.selectionEnd), top >= 0 && top < box.clientHeight] as const;
      });
      expect(selected).toBe('"false"');
      expect(visible).toBe(true);
    }));

  it('far to the right is scrolled to', () =>
    withBench(async (page) => {
      await area(page).fill(
        config
          .replace('    anon', `    ${'x'.repeat(300)}: "1"\n    anon`)
          .replace('"false"', `${' '.repeat(400)}"false"`),
      );
      await explained(page, 'KA201');
      await page.locator('.finding .place').last().click();
      expect(await area(page).evaluate((box) => box.scrollLeft)).toBeGreaterThan(1000);
    }));

  it('is reached by the keyboard alone', () =>
    withBench(async (page) => {
      await area(page).focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(config);
      await explained(page, 'KA201');
      for (let presses = 0; presses < 20; presses += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.matches('.finding .place'))) break;
      }
      await page.keyboard.press('Enter');
      expect(
        await area(page).evaluate((box: HTMLTextAreaElement) => box.value.slice(box.selectionStart, box.selectionEnd)),
      ).toBe('"false"');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    }));
});
