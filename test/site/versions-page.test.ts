// The matrix of versions in a real browser: complete as it stands, picked by version, and every row leads into the lab.

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { labClients, serverSettings, versionMatrix } from '../../src/core/index.ts';
import { carriesState, readState } from '../../src/widgets/lab-address.ts';
import { useBrowser } from './browser.ts';
import { read } from './dist.ts';
import { openPage, serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/');
});
afterAll(() => place.close());

const file = 'versions/index.html';

async function withMatrix(
  fragment: string,
  use: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const { page, problems, close } = await openPage(browser(), place.urlOf(file) + fragment, options);
  await use(page);
  expect(problems).toEqual([]);
  await close();
}

const shownRows = (page: Page) => page.locator('.matrix-rows tr[data-v]:visible');

it('has a row to link to for every client and setting, in both languages', () => {
  for (const one of [file, `ja/${file}`])
    for (const { id } of serverSettings)
      for (const client of labClients) expect(read(one)).toContain(`id="${id}.${client.id}"`);
});

it('holds each cell of the matrix once', () => {
  const covered = [...read(file).matchAll(/<tr data-v="(\d+)-(\d+)"/g)].map(
    ([, since, until]) => Number(until) - Number(since) + 1,
  );
  expect(covered.reduce((sum, one) => sum + one, 0)).toBe(versionMatrix().length);
});

it('links every row to its state in the lab', () => {
  const links = [...read(file).matchAll(/href="\.\.\/simulate\/index\.html(#[^"]*)"/g)].map(([, link = '']) =>
    link.replaceAll('&amp;', '&').replaceAll('&#38;', '&'),
  );
  expect(links.length).toBeGreaterThan(150);
  for (const link of links) {
    expect(carriesState(link)).toBe(true);
    expect(readState(link).problems).toEqual([]);
  }
});

it('shows one version when asked, and all again', () =>
  withMatrix('', async (page) => {
    const all = await shownRows(page).count();
    await page.locator('select').selectOption('30');
    await page.getByText('Only Kubernetes 1.30 is shown.').waitFor();
    const wanted = versionMatrix().filter(({ minor }) => minor === 30).length;
    expect(await shownRows(page).count()).toBe(wanted);
    expect(await page.locator('.matrix-rows tbody:visible th:visible').count()).toBe(wanted);
    expect(await page.evaluate(() => location.hash)).toBe('#kubernetes-1.30');
    await page.locator('select').selectOption('');
    expect(await shownRows(page).count()).toBe(all);
  }));

it('has an address for each version, and says what it does not know', async () => {
  await withMatrix('#kubernetes-1.19', async (page) => {
    await page.getByText('Only Kubernetes 1.19 is shown.').waitFor();
    expect(await page.locator('select').inputValue()).toBe('19');
  });
  await withMatrix('#kubernetes-1.99', async (page) => {
    await page.locator('.matrix-alert', { hasText: '1.99' }).waitFor();
    expect(await page.locator('.matrix-rows tr[data-v][hidden]').count()).toBe(0);
  });
});

it('is complete without JavaScript', () =>
  withMatrix(
    '',
    async (page) => {
      expect(await page.locator('select:visible').count()).toBe(0);
      expect(await shownRows(page).count()).toBeGreaterThan(150);
    },
    { javaScriptEnabled: false },
  ));
