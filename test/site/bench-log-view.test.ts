// What there is to look at in an audit log: filters that combine, sorting, a shorter time, the first event told, exports that hold
// what is shown, by keyboard alone, and nothing for axe to find.

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuditLog } from '../bench/audit-log.ts';
import { benchFile, paste } from './bench-page.ts';
import { useBrowser } from './browser.ts';
import { openPage, serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const token = 'abcdef.0123456789abcdef';
const lines = [...makeAuditLog({ size: 12_000_000, seed: 6 }).lines];
const leaky = lines
  .find((line) => line.includes('"code":403'))
  ?.replace(/"userAgent":"(?:[^"\\]|\\.)*"/, `"userAgent":"=curl \\"Bearer ${token}\\""`);
const log = [...lines, leaky].join('');
const few = lines
  .filter((line) => /"code":40[13]\},"requestReceived/.test(line))
  .slice(0, 12)
  .join('');
let folder = '';
let file = '';
let place: Place;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'who-goes-there-'));
  file = join(folder, 'audit.log');
  writeFileSync(file, log);
  writeFileSync(`${file}.gz`, gzipSync(log));
  place = await serverPlace('/');
});
afterAll(async () => {
  await place.close();
  rmSync(folder, { recursive: true });
});

async function withLog(
  use: (page: Page) => Promise<void>,
  options: { file?: string; path?: string } = {},
): Promise<void> {
  const { page, problems, close } = await openPage(browser(), place.urlOf(options.path ?? benchFile), {
    bypassCSP: true,
  });
  await page.locator('.bench textarea').first().focus();
  await page.waitForFunction(() => customElements.get('wgt-bench') !== undefined);
  await page.locator('input[type="file"]').setInputFiles(options.file ?? file);
  await page.locator('[data-audit="finished"]').waitFor();
  await use(page);
  expect(problems).toEqual([]);
  await close();
}

const remaining = async (page: Page): Promise<readonly number[]> =>
  [...((await page.locator('.audit-remaining').textContent()) ?? '').matchAll(/\d[\d,]*/g)].map(([one]) =>
    Number(one.replaceAll(',', '')),
  );
const tick = (page: Page, facet: string, value: string): Promise<void> =>
  page.locator(`input[data-facet="${facet}"][data-value="${value}"]`).click();
const column = (page: Page, index: number): Promise<readonly string[]> =>
  page.locator(`.audit-part-groups tbody tr td:nth-child(${index})`).allInnerTexts();

async function download(page: Page, format: string): Promise<string> {
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-log="export"][data-value="${format}"]`).click(),
  ]);
  return readFileSync(await saved.path(), 'utf8');
}

describe('a log from a file', () => {
  it('is filtered: values of a facet add, facets and questions narrow, chips take back', async () => {
    await withLog(async (page) => {
      const [all = 0] = await remaining(page);
      await page.locator('[data-key="audit-facets"][open]').waitFor();
      await tick(page, 'code', '401');
      const [unauthorized = 0] = await remaining(page);
      await tick(page, 'code', '403');
      const [refused = 0] = await remaining(page);
      expect(unauthorized).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(unauthorized);
      await page.locator('[data-value="anonymous"][data-log="shortcut"]').click();
      const [anonymous = 0] = await remaining(page);
      expect(anonymous).toBe(refused - unauthorized);
      await page.locator('.audit-chips button', { hasText: 'Code: 401' }).click();
      await page.locator('.audit-chips button', { hasText: 'Code: 403' }).click();
      expect(await remaining(page)).not.toEqual([anonymous]);
      await page.locator('.audit-chips button', { hasText: 'Remove all' }).click();
      expect((await remaining(page))[0]).toBe(all);
    });
  });

  it('is sorted by its headings, and paged', async () => {
    await withLog(async (page) => {
      const counts = (await column(page, 1)).map((one) => Number(one.replaceAll(',', '')));
      expect(counts).toEqual([...counts].sort((a, b) => b - a));
      const head = page.locator('.audit-part-groups th', { hasText: 'Code' });
      await head.locator('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      await head.locator('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      const codes = (await column(page, 3)).map(Number);
      expect(codes).toEqual([...codes].sort((a, b) => a - b));
      const [, , kinds = 0] = await remaining(page);
      expect(kinds).toBeGreaterThan(50);
      const seen = [...(await column(page, 4))];
      const next = page.locator('.audit-pager button', { hasText: 'Next' });
      while (await next.isEnabled()) {
        await next.click();
        seen.push(...(await column(page, 4)));
      }
      expect(seen).toHaveLength(kinds);
    });
  });

  it('says who would break, and which paths keep them', async () => {
    await withLog(async (page) => {
      await page.locator('[data-what-if="radius"] > summary').click();
      const said = async (): Promise<number> =>
        Number(
          /^([\d,]+) anonymous/
            .exec((await page.locator('[data-what-if] p').first().textContent()) ?? '')?.[1]
            ?.replaceAll(',', ''),
        );
      expect(await page.locator('.what-if-list code').first().textContent()).toMatch(/- path: \/readyz\n/);
      await page.locator('[data-keep="probe"]').click();
      expect(await page.locator('.what-if-list code').first().textContent()).not.toMatch(/- path: \/readyz\n/);
      const told = await said();
      await page.locator('[data-focus="shortcut-anonymous"]').click();
      expect(told).toBe((await remaining(page))[0]);
      await page.locator('[data-focus="shortcut-anonymous"]').click();
      await page.locator('[data-range="from"]').fill('5');
      await page.locator('[data-log="this-time"]').click();
      await page.locator('[data-log="whole-time"]').waitFor();
      await page.waitForFunction(() => document.querySelector('[data-what-if="radius"] table') !== null);
      expect(await said()).toBeLessThan(told);
    });
  });

  it('is looked at for a shorter time, and as a whole again', async () => {
    await withLog(async (page) => {
      const [all = 0] = await remaining(page);
      const lane = page.locator('.audit-lane svg').first();
      await lane.scrollIntoViewIfNeeded();
      const box = await lane.boundingBox();
      if (!box) throw new Error('no timeline');
      await page.mouse.move(box.x + box.width * 0.25, box.y + 5);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.5, box.y + 5, { steps: 3 });
      await page.mouse.up();
      await page.locator('[data-log="whole-time"]').waitFor();
      await page.locator('[data-audit="finished"]').waitFor();
      const [part = 0] = await remaining(page);
      expect(part).toBeGreaterThan(0);
      expect(part).toBeLessThan(all);
      const exported = JSON.parse(await download(page, 'json')) as {
        since: string;
        until: string;
        groups: { first: string; last: string }[];
      };
      const { since, until, groups } = exported;
      expect(groups.every(({ first, last }) => first >= since && last < until)).toBe(true);
      await page.locator('[data-log="whole-time"]').click();
      await page.waitForFunction(() => !document.querySelector('[data-log="whole-time"]'));
      await page.locator('[data-audit="finished"]').waitFor();
      expect((await remaining(page))[0]).toBe(all);
    });
  });

  it('gives its first lines back, from a compressed file too', async () => {
    for (const one of [file, `${file}.gz`])
      await withLog(
        async (page) => {
          await page.locator('.audit-open').nth(1).click();
          const told = page.locator('.audit-told');
          await told.locator('dl').waitFor();
          expect(await told.innerText()).toContain((await column(page, 5))[1]);
          await page.locator('.audit-open').nth(1).click();
          expect(await told.count()).toBe(0);
        },
        { file: one },
      );
  });

  it('is exported as it is shown, with tokens masked, and jq finds as many events', async (context) => {
    await withLog(async (page) => {
      await page.locator('[data-value="refused"][data-log="shortcut"]').click();
      const [left = 0, , kinds = 0] = await remaining(page);
      const json = JSON.parse(await download(page, 'json')) as { requests: number; groups: { agent: string }[] };
      expect([json.requests, json.groups.length]).toEqual([left, kinds]);
      const csv = await download(page, 'csv');
      expect(csv.split('\r\n').filter(Boolean)).toHaveLength(kinds + 1);
      const shown = (await column(page, 6))[0];
      expect(json.groups[0]?.agent).toBe(shown);
      const markdown = await download(page, 'md');
      expect(markdown.split('\n').filter((line) => line.startsWith('| '))).toHaveLength(kinds + 2);
      for (const text of [JSON.stringify(json), csv, markdown]) expect(text).not.toContain(token);
      expect(csv).toContain(`"'=curl`);
      const command = (await page.locator('[data-key="audit-jq"] code').textContent()) ?? '';
      if (spawnSync('jq', ['--version']).status !== 0) return context.skip('jq is not installed');
      const { stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
      expect(stderr).toBe('');
      expect(stdout.trimEnd().split('\n')).toHaveLength(left);
    });
  });

  it('leaves nothing for axe to find, and fits a phone', async () => {
    for (const path of [benchFile, `ja/${benchFile}`])
      await withLog(
        async (page) => {
          await page.locator('.audit-open').first().click();
          await page.locator('.audit-told dl').waitFor();
          await page.locator('[data-log="shortcut"]').first().click();
          await page.locator('.audit-open').first().click();
          for (const fold of await page.locator('.audit details').all())
            await fold.evaluate((one: HTMLDetailsElement) => (one.open = true));
          await page.locator('input[data-facet]').first().waitFor();
          await page.setViewportSize({ width: 390, height: 800 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
          await page.evaluate(axe);
          const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
            'axe.run()',
          );
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join()}`),
          ).toEqual([]);
        },
        { path },
      );
  });
});

it('a pasted log is looked at by keyboard alone', async () => {
  const { page, problems, close } = await openPage(browser(), place.urlOf(benchFile));
  await paste(page, few);
  const press = async (selector: string, key: string): Promise<void> => {
    await page.locator(selector).first().focus();
    await page.keyboard.press(key);
  };
  await press('[data-focus="shortcut-anonymous"]', 'Enter');
  expect(await page.locator('[data-focus="shortcut-anonymous"]').getAttribute('aria-pressed')).toBe('true');
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['focus'])).toBe(
    'shortcut-anonymous',
  );
  await page.keyboard.press('Enter');
  await press('[data-focus="facets"]', 'Enter');
  await press('input[data-facet="code"]', 'Space');
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['facet'])).toBe('code');
  const [left = 0, all = 0] = await remaining(page);
  expect(left).toBeLessThan(all);
  await press('.audit-chips button', 'Enter');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('audit-remaining');
  expect((await remaining(page))[0]).toBe(all);
  await press('[data-range="from"]', 'ArrowRight');
  await press('[data-focus="this-time"]', 'Enter');
  await page.locator('[data-log="whole-time"]').waitFor();
  expect((await remaining(page))[0]).toBeLessThan(all);
  await press('.audit-open', 'Enter');
  await page.locator('.audit-told dl').waitFor();
  expect(problems).toEqual([]);
  await close();
});
