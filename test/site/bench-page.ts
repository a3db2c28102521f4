// The full-size bench in a real browser, for the tests that use it.

import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openPage, type Place } from './open-page.ts';

export const benchFile = 'explain/index.html';

export const config = `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.20.0
apiServer:
  extraArgs:
    anonymous-auth: "false"
`;

export const area = (page: Page): Locator => page.locator('.bench textarea').first();
export const alert = (page: Page): Locator => page.locator('.bench-alert').first();
export const value = (page: Page): Promise<string> => area(page).inputValue();
export const explained = (page: Page, code: string): Promise<void> =>
  page.locator('.finding-code', { hasText: code }).first().waitFor();

/** Sets a long text as a paste does; the browser driver's own way is slow beyond some hundred lines. */
export async function paste(page: Page, text: string): Promise<void> {
  await area(page).focus();
  await page.waitForFunction(() => customElements.get('wgt-bench') !== undefined);
  await area(page).evaluate((box: HTMLTextAreaElement, pasted) => {
    box.value = pasted;
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
  }, text);
}

/** Opens the bench, uses it, and holds that nothing went wrong on the way. */
export async function withBench(
  browser: Browser,
  place: Place,
  use: (page: Page) => Promise<void>,
  fragment = '',
): Promise<void> {
  const { page, problems, close } = await openPage(browser, place.urlOf(benchFile) + fragment);
  await use(page);
  expect(problems).toEqual([]);
  await close();
}
