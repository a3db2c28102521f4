// A finding's edit is applied by its button, seen, explained anew, and taken back by the browser's own undo.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { area, config, explained, value, withBench as withBenchAt } from './bench-page.ts';
import { useBrowser } from './browser.ts';
import { serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

const withBench = (use: (page: Page) => Promise<void>): Promise<void> => withBenchAt(browser(), place, use);
const button = (page: Page) => page.locator('.bench-apply').first();
const status = (page: Page) => page.locator('.bench-status').first().textContent();

it('applies the edit in one step, selects it, says so and explains the result', () =>
  withBench(async (page) => {
    await area(page).click();
    await area(page).fill(config);
    await explained(page, 'KA201');
    expect(await page.locator('.repair del').first().textContent()).toBe('-     anonymous-auth: "false"');
    expect(await page.locator('.repair ins').first().textContent()).toBe('+     anonymous-auth: "true"');
    await button(page).click();
    const mended = config.replace('"false"', '"true"');
    expect(await value(page)).toBe(mended);
    expect(await status(page)).toMatch(/KA201.*finding/);
    expect(await page.locator('.finding-code', { hasText: 'KA201' }).count()).toBe(0);
    const selected = await area(page).evaluate((box: HTMLTextAreaElement) =>
      box === document.activeElement ? box.value.slice(box.selectionStart, box.selectionEnd) : undefined,
    );
    expect(selected).toBe('"true"');
    await area(page).press('ControlOrMeta+z');
    expect(await value(page)).toBe(config);
    await explained(page, 'KA201');
    await area(page).press('ControlOrMeta+y');
    expect(await value(page)).toBe(mended);
  }));

it('takes an edit of several lines back at once', () =>
  withBench(async (page) => {
    const text = config.replace('anonymous-auth: "false"', 'audit-policy-file: /etc/kubernetes/policy.yaml');
    await area(page).click();
    await area(page).fill(text);
    await explained(page, 'KA403');
    await button(page).click();
    expect(await value(page)).toContain('extraVolumes:\n  - name: audit-policy\n');
    await area(page).press('ControlOrMeta+z');
    expect(await value(page)).toBe(text);
  }));

it('never applies an edit to a text that has changed since', () =>
  withBench(async (page) => {
    await area(page).click();
    await area(page).fill(config);
    await explained(page, 'KA201');
    const changed = `# first\n${config}`;
    await area(page).evaluate((box: HTMLTextAreaElement, text) => {
      box.value = text;
    }, changed);
    await button(page).click();
    expect(await value(page)).toBe(changed);
    await button(page).click();
    expect(await value(page)).toBe(changed.replace('"false"', '"true"'));
  }));
