// The builder in a real browser: it follows the form, says what cannot work, copies, and can be touched before its engine is there.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowser } from './browser.ts';
import { openPage, serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

async function withBuilder(use: (page: Page) => Promise<void>, file = 'build/index.html'): Promise<void> {
  const { page, problems, close } = await openPage(browser(), place.urlOf(file));
  await use(page);
  expect(problems).toEqual([]);
  await close();
}

const choose = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check();
const result = (page: Page) => page.locator('.builder-result');
const status = (page: Page) => page.locator('.builder-status');
const holds = (page: Page, text: string) => result(page).getByText(text).first().waitFor();

it('follows the form', () =>
  withBuilder(async (page) => {
    expect(await result(page).innerText()).toContain('apiserver.config.k8s.io/v1');
    await choose(page, 'anonymous', 'on');
    await page.locator('select[name="minor"]').selectOption('20');
    await holds(page, 'kubeadm.k8s.io/v1beta2');
    expect(await result(page).innerText()).not.toContain('AuthenticationConfiguration');
    expect(await status(page).innerText()).toBe('2 files for Kubernetes 1.20.');
    await page.locator('input[name="advertiseAddress"]').fill('10.146.0.4');
    await holds(page, 'advertiseAddress: "10.146.0.4"');
  }));

it.each(['build/index.html', 'ja/build/index.html'])('says on %s what cannot work, and goes on from there', (file) =>
  withBuilder(async (page) => {
    await choose(page, 'anonymous', 'off');
    await page.locator('wgt-build[data-problem]').waitFor();
    expect(await result(page).innerText()).toBe('');
    expect(await status(page).innerText()).toMatch(/401/);
    expect(await page.locator('input[value="off"]').isChecked()).toBe(true);
    await choose(page, 'nodesJoinBy', 'discovery-file');
    await holds(page, 'tcpSocket');
    expect(await page.locator('.built-wished a').first().getAttribute('href')).toContain('findings/KA201/');
  }, file),
);

it('copies a file, also as the very first touch', () =>
  withBuilder(async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const file = await page.locator('.built-text code').first().textContent();
    await page
      .locator('[data-do="copy"]')
      .first()
      .evaluate((button: HTMLElement) => button.click());
    await page.waitForFunction(() => document.querySelector('.builder-status')?.textContent?.includes('kubeadm.yaml'));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(file);
  }));
