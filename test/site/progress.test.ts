// A guess opens the result and is kept; a chapter can be marked as read; both are cleared by one button, and need no request.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { openPage, serverPlace, settle, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

const chapter = 'learn/the-hardening-that-broke-join/index.html';
const kept = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('learn'));

it.each(['', 'ja/'])('keeps guesses and progress until they are cleared (%s)', async (language) => {
  const watched = await openPage(browser(), place.urlOf(language + chapter));
  const { page, requests, problems, close } = watched;
  await settle(watched);

  const question = page.locator('[data-predict="join-gives-up"]');
  const verdict = question.locator('.predict-verdict');
  expect(await question.locator('details').getAttribute('open')).toBeNull();
  await question.locator('input').nth(0).check();
  expect(await question.locator('details').getAttribute('open')).toBe('');
  await verdict.filter({ hasText: /./ }).waitFor();
  const right = (await question.locator('.came-true').innerText()).replace(/ ✓$/, '').trim();
  expect(await verdict.innerText()).toContain(right);
  await question.locator('input').nth(2).check();
  expect(await verdict.innerText()).not.toContain(right);
  await page.locator('[data-mark-read] input').check();
  expect(requests).toEqual([]);
  expect(JSON.parse((await kept(page)) ?? '')).toEqual({
    guesses: { 'join-gives-up': 2 },
    read: ['the-hardening-that-broke-join'],
  });

  await page.reload();
  expect(await question.locator('input').nth(2).isChecked()).toBe(true);
  expect(await question.locator('details').getAttribute('open')).toBeNull();
  expect(await page.locator('[data-mark-read] input').isChecked()).toBe(true);

  await page.goto(place.urlOf(`${language}learn/index.html`));
  expect(await page.locator('[data-read]:visible').count()).toBe(1);
  expect(await page.locator('[data-progress]').innerText()).toContain('1');
  await page.locator('[data-progress] button').click();
  expect(await page.locator('[data-read]:visible').count()).toBe(0);
  expect(await kept(page)).toBeNull();
  expect(problems).toEqual([]);
  await close();
});

it('shows no line about progress to a reader who kept nothing, and survives what others wrote there', async () => {
  const { page, problems, close } = await openPage(browser(), place.urlOf('learn/index.html'));
  expect(await page.locator('[data-progress]').isVisible()).toBe(false);
  for (const odd of ['{', '7', '[]', '{"guesses":3,"read":"x"}', '{"guesses":{"join-gives-up":"a"},"read":[1]}']) {
    await page.evaluate((text) => localStorage.setItem('learn', text), odd);
    await page.goto(place.urlOf(chapter));
    expect(await page.locator('[data-predict] input:checked').count()).toBe(0);
    expect(await page.locator('[data-mark-read] input').isChecked()).toBe(false);
  }
  expect(problems).toEqual([]);
  await close();
});

it('does not give the result away to arrow keys', async () => {
  const { page, problems, close } = await openPage(browser(), place.urlOf(chapter));
  const question = page.locator('[data-predict="join-gives-up"]');
  await question.locator('input').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await question.locator('input').nth(2).isChecked()).toBe(true);
  expect(await question.locator('details').getAttribute('open')).toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const verdict = question.locator('.predict-verdict');
  await verdict.filter({ hasText: /./ }).waitFor();
  expect(await verdict.innerText()).toBe(await verdict.getAttribute('data-right'));
  expect(problems).toEqual([]);
  await close();
});

it('lets a reader without JavaScript open the result by hand', async () => {
  const { page, close } = await openPage(browser(), place.urlOf(chapter), { javaScriptEnabled: false });
  const question = page.locator('[data-predict="join-gives-up"]');
  await question.locator('input').nth(1).check();
  await question.locator('summary').click();
  expect(await question.locator('details p').first().isVisible()).toBe(true);
  expect(await page.locator('.progress:visible').count()).toBe(0);
  await close();
});
