// Promise one: nothing pasted leaves the page. Every bench of every kind of page is used; only the engine is ever asked for.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { pageKindsInBoth } from './dist.ts';
import { openPage, serverPlace, settle, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

const secret = 'token: abcdef.0123456789abcdef # typed by the reader';

it.each(pageKindsInBoth())('%s asks for nothing once it holds a text', async (file) => {
  const watched = await openPage(browser(), place.urlOf(file));
  const { page, requests, problems, close } = watched;
  await settle(watched);
  const areas = await page.locator('textarea').all();
  for (const area of areas) {
    await area.click();
    await area.press('ControlOrMeta+a');
    await area.pressSequentially(secret.slice(0, 12));
    await area.fill(secret);
  }
  const names = new Set(
    await page
      .locator('[data-engine]:has(textarea)')
      .evaluateAll((all) => all.flatMap((one) => one.dataset['engine']?.split(' '))),
  );
  for (const button of await page.locator('[data-do="clear"], [data-do="put-back"], [data-do="example"]').all())
    if (await button.isVisible()) await button.click();
  await page.waitForTimeout(300);
  const unexpected = requests.filter((url) => !/\/assets\/[a-z-]+\.(en|ja)\.[0-9a-f]+\.js$/.test(url));
  expect(unexpected).toEqual([]);
  expect(requests.length).toBe(names.size);
  expect(problems).toEqual([]);
  await close();
});
