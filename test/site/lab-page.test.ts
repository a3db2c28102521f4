// The what-if lab in a real browser: every state has an address, the keyboard steps, and nothing is asked for but the engine.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { labCases } from '../../src/widgets/lab-cases.ts';
import { writeState } from '../../src/widgets/lab-address.ts';
import { useBrowser } from './browser.ts';
import { openPage, serverPlace, settle, type Place, type Watched } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

const english = 'simulate/index.html';
const join = '#lab1&kubernetes=1.28&client=kubeadm-join-token-pin';

async function withLab(
  fragment: string,
  use: (page: Page, watched: Watched) => Promise<void>,
  options: BrowserContextOptions = {},
  file = english,
): Promise<void> {
  const watched = await openPage(browser(), place.urlOf(file) + fragment, options);
  if (fragment !== '' && options.javaScriptEnabled !== false) await watched.page.locator('.lab-live').waitFor();
  await use(watched.page, watched);
  expect(watched.problems).toEqual([]);
  await watched.close();
}

const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash);
const road = (page: Page, name: string): Promise<string | null> =>
  page.locator('.lab-road').getAttribute(`data-${name}`);
const said = (page: Page): Promise<string> => page.locator('.lab-status').innerText();

/** Everything that a state shows. */
function everything(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    ['.lab-verdict', '.lab-status', '.lab-panels', '[data-lab="table"]', '.lab-road ol'].map(
      (part) => document.querySelector<HTMLElement>(part)?.innerText ?? '',
    ),
  );
}

describe('an address', () => {
  it.each(labCases.map(({ label, state }) => [label.en, writeState(state)]))(
    'of “%s” shows it again',
    (_label, address) =>
      withLab(address, async (page) => {
        expect(await hash(page)).toBe(address);
        const shown = await everything(page);
        await page.locator('.lab-stage').press('ArrowRight');
        await page.locator('.lab-stage').press('ArrowLeft');
        expect(await hash(page)).toBe(address);
        await page.reload();
        await page.locator('.lab-live').waitFor();
        expect(await everything(page)).toEqual(shown);
      }),
  );

  it('follows the form, and leads another reader to the same', async () => {
    let address = '';
    let shown: readonly string[] = [];
    await withLab('', async (page) => {
      await page.locator('select[name="client"]').selectOption('kubectl-none');
      await page.locator('input[name="anonymous-auth"][value="unset"]').check();
      await page.locator('select[name="file"]').selectOption('paths');
      await page.locator('input[name="paths"][value="/livez"]').check();
      await page.locator('input[name="other-paths"]').fill('/version /healthz/');
      await page.locator('input[name="kubernetes"]').fill('35');
      await page.locator('[data-do="restart"]').click();
      await page.locator('[data-do="step"]').click();
      address = await hash(page);
      shown = await everything(page);
    });
    expect(address).toBe('#lab1&kubernetes=1.35&client=kubectl-none&file=paths&paths=/livez,/version,/healthz/&step=1');
    await withLab(address, async (page) => {
      expect(await everything(page)).toEqual(shown);
      expect(await page.locator('input[name="other-paths"]').inputValue()).toBe('/version /healthz/');
      expect(await page.locator('.lab-dial output').innerText()).toBe('1.35');
    });
  });

  it.each([
    [`${join}&anonymous-auth=maybe`, 'anonymous-auth=maybe'],
    ['#lab1&kubernetes=1.99&client=kubectl-none', 'kubernetes=1.99'],
    [`${join}&step=999`, 'step=999'],
    ['#lab7&kubernetes=1.28', 'newer version'],
  ])('that asks in vain says so: %s', (address, named) =>
    withLab(address, async (page) => {
      expect(await page.locator('.lab-alert').innerText()).toContain(named);
      expect(await hash(page)).toBe(address);
      await page.locator('select[name="client"]').selectOption('kubectl-certificate');
      await page.locator('.lab-alert').waitFor({ state: 'hidden' });
    }),
  );
});

describe('the run', () => {
  it('is stepped through by keyboard, with the picture and the three sheets', () =>
    withLab(`${join}&anonymous-auth=false&step=0`, async (page) => {
      const stage = page.locator('.lab-stage');
      expect([await road(page, 'at'), await road(page, 'gate1')]).toEqual(['road', 'waiting']);
      expect(await page.locator('[data-lab="exchange"] li').count()).toBe(0);
      await stage.press('ArrowRight');
      expect([await road(page, 'at'), await road(page, 'gate1')]).toEqual(['gate1', 'refused']);
      await stage.press('ArrowRight');
      expect([await road(page, 'at'), await road(page, 'status')]).toEqual(['back', '401']);
      expect(await page.locator('[data-lab="exchange"]').innerText()).toContain('401 Unauthorized');
      expect(await page.locator('[data-lab="audit"]').innerText()).toContain('"stage": "ResponseStarted"');
      await stage.press('ArrowRight');
      expect(await said(page)).toMatch(/more times/);
      await stage.press('ArrowRight');
      expect(await page.locator('[data-lab="terminal"]').innerText()).toContain(
        "couldn't validate the identity of the API Server: Unauthorized",
      );
      await stage.press('Home');
      expect(await road(page, 'at')).toBe('road');
      expect(await page.locator('[data-lab="terminal"]').innerText()).not.toContain('Unauthorized');
    }));

  it('plays and pauses with the space bar, and ends by itself', () =>
    withLab(`${join}&anonymous-auth=false&step=3`, async (page) => {
      const stage = page.locator('.lab-stage');
      await stage.press(' ');
      await page.locator('[data-playing]').waitFor();
      await stage.press(' ');
      expect(await page.locator('[data-playing]').count()).toBe(0);
      await stage.press(' ');
      await page.locator('[data-playing]').waitFor({ state: 'detached' });
      expect(await hash(page)).not.toContain('step=');
    }));

  it('moves nothing for readers who want no motion', () =>
    withLab(
      `${join}&step=0`,
      async (page) => {
        await page.locator('.lab-stage').press('ArrowRight');
        expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
        await page.locator('input[name="anonymous-auth"][value="false"]').check();
        expect(await page.locator('[data-playing]').count()).toBe(0);
        expect(await said(page)).toContain('The run is over');
      },
      { reducedMotion: 'reduce' },
    ));

  it('is moved for the others', () =>
    withLab(`${join}&step=0`, async (page) => {
      await page.locator('.lab-stage').press('ArrowRight');
      expect(await page.evaluate(() => document.getAnimations().length)).toBeGreaterThan(0);
    }));
});

it('asks for its engine at the first touch, and then for nothing', () =>
  withLab('', async (page, watched) => {
    await settle(watched);
    await page.locator('input[name="anonymous-auth"][value="true"]').check();
    await page.locator('.lab-live').waitFor();
    await page.locator('.lab-cases a').nth(3).click();
    await page.locator('.lab-road[data-at="road"]').waitFor();
    await page.locator('[data-do="step"]').click();
    await page.waitForTimeout(300);
    expect(watched.requests.map((url) => url.replace(/.*\//, ''))).toEqual([
      expect.stringMatching(/^lab\.en\.[0-9a-f]+\.js$/),
    ]);
  }));

it.each([english, `ja/${english}`])('%s shows one whole case without JavaScript', (file) =>
  withLab(
    '',
    async (page) => {
      const text = await page.locator('main').innerText();
      for (const part of ['401 Unauthorized', 'ResponseStarted', "couldn't validate the identity of the API Server"])
        expect(text).toContain(part);
      expect(await page.locator('[data-lab="table"] tbody tr').count()).toBeGreaterThan(0);
      expect(await page.locator('main :is(input, select, button):visible').count()).toBe(0);
    },
    { javaScriptEnabled: false },
    file,
  ),
);
