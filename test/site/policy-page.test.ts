// The audit-policy simulator in a real browser: it follows the text and the form, by keyboard too, and asks for its engine alone.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { policyRequests } from '../../src/core/index.ts';
import { useBrowser } from './browser.ts';
import { openPage, serverPlace, settle, type Place, type Watched } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

const english = 'policy/index.html';
const files = [english, `ja/${english}`];

async function withPolicy(
  use: (page: Page, watched: Watched) => Promise<void>,
  { file = english, fragment = '', options = {} as BrowserContextOptions } = {},
): Promise<void> {
  const watched = await openPage(browser(), place.urlOf(file) + fragment, options);
  await use(watched.page, watched);
  expect(watched.problems).toEqual([]);
  await watched.close();
}

const text = (page: Page) => page.locator('textarea');
const status = (page: Page, words: string) => page.locator('.policy-status', { hasText: words }).waitFor();
const row = (page: Page, name: string) => page.locator('.policy-matrix tbody tr', { hasText: name });
const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash);
const everything = 'apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n';

describe('without JavaScript', () => {
  it.each(files)('%s shows the article’s policy on all requests', (file) =>
    withPolicy(
      async (page) => {
        expect(await page.locator('.policy-matrix tbody tr').count()).toBe(policyRequests.length);
        expect(await page.locator('.policy-requests > li').count()).toBe(policyRequests.length);
        expect(await page.locator('main :is(input, select, button):visible').count()).toBe(0);
        for (const href of await page
          .locator('main a[href^="#"]')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href'))))
          expect(await page.locator(`[id="${href?.slice(1)}"]`).count(), href ?? '').toBe(1);
        expect(await page.locator('.policy-result').innerText()).toContain('KA405');
      },
      { file, options: { javaScriptEnabled: false } },
    ),
  );

  it('names what the refused join leaves', () =>
    withPolicy(
      async (page) => {
        const cells = await row(page, 'kubeadm join, anonymous off').locator('td').allInnerTexts();
        expect(cells.map((cell) => cell.trim())).toEqual(['nothing', 'users', 'decides']);
      },
      { options: { javaScriptEnabled: false } },
    ));
});

it('follows the text, and says when there is no policy', () =>
  withPolicy(async (page) => {
    await text(page).fill(everything);
    await status(page, 'Each of the 16 requests leaves something');
    expect(await row(page, 'kubeadm join, anonymous off').innerText()).toContain('ResponseStarted');
    await text(page).fill(everything.replace('rules', 'omitStages: [ResponseStarted]\nrules'));
    await status(page, '4 of 16 requests leave nothing');
    await text(page).fill('kind: Pod');
    await status(page, 'There is no audit Policy');
    expect(await page.locator('.policy-matrix').count()).toBe(0);
    expect(await hash(page)).toBe('');
  }));

it('tries it on another version', () =>
  withPolicy(async (page) => {
    await text(page).fill(everything.replace('- level: Metadata', '- level: Metadata\n  resources: [{group: "*"}]'));
    await status(page, '16 requests');
    expect(await page.locator('.policy-refused').count()).toBe(0);
    await page.locator('select[name="minor"]').selectOption('35');
    await page.locator('.policy-refused').waitFor();
    expect(await page.locator('.policy-findings').innerText()).toContain('KA409');
  }));

it('shows where the rule stands: it is selected in the text, also as the very first touch', () =>
  withPolicy(async (page) => {
    await page
      .locator('.policy-matrix thead .place')
      .nth(1)
      .evaluate((link: HTMLElement) => link.click());
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    const selected = await text(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toBe('level: None');
    expect(await hash(page)).toBe('');
  }));

describe('the own request', () => {
  it('is set up by keyboard alone, and has an address without the policy', () =>
    withPolicy(async (page) => {
      await text(page).focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText(`${everything}  users: ["alice"]\n`);
      await status(page, '16 of 16 requests leave nothing');
      await page.locator('input[name="user"]').focus();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('alice');
      await status(page, '15 of 16 requests leave nothing');
      expect(await hash(page)).toBe('#request1&user=alice');
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.type('401');
      await status(page, '16 of 16 requests leave nothing');
      expect(await page.locator('input[name="user"]').isVisible()).toBe(false);
      expect(await page.locator('.policy-own-result').innerText()).toContain('no user');
      expect(await hash(page)).toBe('#request1&code=401&user=alice');
    }));

  it('comes back from its address, in the other language too', async () => {
    const fragment = '#request1&code=403&user=eve&verb=get&target=path&path=/logs/x';
    for (const file of files)
      await withPolicy(
        async (page) => {
          await page.locator('.policy-own-result li').first().waitFor();
          const shown = await page.locator('.policy-own-result').innerText();
          for (const part of ['get /logs/x', '403', 'eve']) expect(shown).toContain(part);
          expect(await page.locator('input[name="path"]').inputValue()).toBe('/logs/x');
          expect(await hash(page)).toBe(fragment);
        },
        { file, fragment },
      );
  });

  it.each([
    ['#request1&verb=steal', 'verb=steal'],
    ['#request1&user=%E0%A4%A', 'user=%E0%A4%A'],
    ['#request9&user=eve', 'newer version'],
  ])('says what it does not understand: %s', (fragment, named) =>
    withPolicy(
      async (page) => {
        await page.locator('.policy-alert').waitFor();
        expect(await page.locator('.policy-alert').innerText()).toContain(named);
        await page.locator('input[name="name"]').fill('db-0');
        await page.locator('.policy-alert').waitFor({ state: 'hidden' });
      },
      { fragment },
    ),
  );
});

it('asks for its engine at the first touch, and then for nothing', () =>
  withPolicy(async (page, watched) => {
    await settle(watched);
    await page.locator('[data-do="example"]').nth(4).click();
    await page.locator('.policy-findings', { hasText: 'KA410' }).waitFor();
    await text(page).fill(everything);
    await page.locator('select[name="verb"]').selectOption('watch');
    await status(page, 'Each of the 16');
    await page.locator('[data-do="clear"]').click();
    await status(page, 'There is no audit Policy');
    await page.waitForTimeout(300);
    expect(watched.requests.map((url) => url.replace(/.*\//, ''))).toEqual([
      expect.stringMatching(/^policy\.en\.[0-9a-f]+\.js$/),
    ]);
  }));
