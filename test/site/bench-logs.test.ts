// A log that is too large for the box is read as a stream: in a worker, or in slices where no worker can start.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuditLog } from '../bench/audit-log.ts';
import { benchFile } from './bench-page.ts';
import { useBrowser } from './browser.ts';
import { diskPlace, openPage, serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
const made = makeAuditLog({ size: 30_000_000, seed: 2 });
let folder = '';
let log = '';
let places: readonly Place[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'who-goes-there-'));
  log = join(folder, 'audit.log');
  const text = [...made.lines].join('');
  writeFileSync(log, text);
  writeFileSync(`${log}.gz`, gzipSync(text, { level: 1 }));
  writeFileSync(join(folder, 'cut.log.gz'), gzipSync(text, { level: 1 }).subarray(0, 1_000_000));
  places = [await serverPlace('/'), await diskPlace()];
});
afterAll(async () => {
  for (const place of places) await place.close();
  rmSync(folder, { recursive: true });
});

interface Seen {
  readonly overview: string;
  readonly status: string;
  readonly workers: number;
  readonly requests: readonly string[];
}

async function read(place: Place, file: string, state: string, before?: (page: Page) => Promise<void>): Promise<Seen> {
  const { page, problems, requests, forget, close } = await openPage(browser(), place.urlOf(benchFile));
  let workers = 0;
  page.on('worker', () => (workers += 1));
  await page.locator('input[type="file"]').focus();
  await page.waitForFunction(() => customElements.get('wgt-bench') !== undefined);
  forget();
  await page.locator('input[type="file"]').setInputFiles(file);
  await before?.(page);
  await page.locator(`[data-audit="${state}"]`).waitFor();
  const seen = {
    overview: (await page.locator('.audit-overview').textContent()) ?? '',
    status: (await page.locator('.bench-status').first().textContent()) ?? '',
    workers,
    requests: [...requests],
  };
  expect(problems).toEqual([]);
  await close();
  return seen;
}

const count = made.truth;
const english = (number: number): string => number.toLocaleString('en');

describe('a log of 30 MB', () => {
  it('says what the terminal says, read beside the page where a worker can start, asking for nothing but its own worker', async () => {
    const command = new URL('../../src/cli/who-goes-there.mjs', import.meta.url).pathname;
    const { stdout } = spawnSync(process.execPath, [command, 'audit', '--format', 'json', log], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    const terminal = JSON.parse(stdout) as { events: number; requests: number; first: string; last: string };
    for (const place of places) {
      for (const file of [log, `${log}.gz`]) {
        const { overview, workers, requests } = await read(place, file, 'finished');
        for (const part of [english(terminal.events), english(terminal.requests), terminal.first, terminal.last])
          expect(overview).toContain(part);
        expect(terminal.events).toBe(count.events);
        expect(requests.filter((url) => !/\/assets\/audit-worker\.[0-9a-f]{8}\.js$/.test(url))).toEqual([]);
        // On a disk no worker can start: the page reads in slices. How long it holds a frame up is a benchmark's to say.
        expect(workers).toBe(place.name === 'file://' ? 0 : 1);
      }
    }
  });

  it('is read by a worker that starts while the reader still looks for the file', async () => {
    const [place] = places;
    const { page, problems, close } = await openPage(browser(), place?.urlOf(benchFile) ?? '');
    let workers = 0;
    page.on('worker', () => (workers += 1));
    const input = page.locator('input[type="file"]');
    await input.focus();
    await page.waitForFunction(() => customElements.get('wgt-audit-log') !== undefined);
    expect(workers).toBe(0);
    const [dialog] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.waitForEvent('worker'),
      input.press('Enter'),
    ]);
    await dialog.setFiles(log);
    await page.locator('[data-audit="finished"]').waitFor();
    expect(workers).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  it('can be stopped at once, and what was read stays', async () => {
    for (const place of places) {
      const { status } = await read(place, log, 'cancelled', async (page) => {
        await page.evaluate(() => {
          const bench = document.querySelector('wgt-bench');
          const stop = (): void => {
            const button = bench?.querySelector<HTMLElement>('.audit-cancel');
            if (bench?.querySelector('.audit-overview') && button) button.click();
            else requestAnimationFrame(stop);
          };
          stop();
        });
      });
      expect(status).toMatch(/^Stopped/);
    }
  });

  it('that is a damaged archive is shown as far as it goes', async () => {
    for (const place of places) {
      const { status, overview } = await read(place, join(folder, 'cut.log.gz'), 'failed');
      expect(status).toMatch(/damaged/);
      expect(overview).toMatch(/[1-9][\d,]* events/);
    }
  });
});
