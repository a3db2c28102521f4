// `npm run bench:browser [-- MEGABYTES|FILE]`: the built page reads generated logs, or a given one, in a real Chromium, in turn with a worker that reads the
// same file and does nothing, and with zcat. Prints times, ratios and memory beside what is aimed at. Not a test.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { benchFile } from '../site/bench-page.ts';
import { launchBrowser, noBrowser } from '../site/launch-browser.ts';
import { serverPlace, type Place } from '../site/open-page.ts';
import { probe, readForNothing, type Noted } from './browser-probe.ts';
import { writeLog } from './log-file.ts';

const wanted = process.argv[2] ?? '300';
const given = Number.isNaN(Number(wanted)) ? wanted : undefined;
const megabytes = given === undefined ? Number(wanted) : Math.round(statSync(given).size / 1e6);
const rounds = 5;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const row = (what: string, seen: string, aim: string): void => say(`${what.padEnd(58)} ${seen.padEnd(26)} ${aim}`);
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;
const milliseconds = (time: number): string => `${time.toFixed(0)} ms`;

interface Run extends Noted {
  /** Of the renderer beyond what it had before the file was chosen, in MB. */
  readonly memory: number;
}

/** Anonymous memory of each process that draws pages, in MB. */
async function rendererMemory(browser: Browser): Promise<ReadonlyMap<number, number>> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  return new Map(renderers.map((id) => [id, anonymousMemory(id)]));
}

function anonymousMemory(id: number): number {
  try {
    return Number(/^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? NaN) / 1000;
  } catch {
    return Number.NaN;
  }
}

class Visit {
  readonly #browser: Browser;
  readonly page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  /** A page that is ready, as it is when a reader has reached for the button. */
  static async open(browser: Browser, place: Place): Promise<Visit> {
    const context = await browser.newContext({ bypassCSP: true });
    await context.addInitScript(probe);
    const page = await context.newPage();
    await page.goto(place.urlOf(benchFile));
    await page.locator('input[type="file"]').focus();
    await page.waitForFunction(() => customElements.get('wgt-bench') && customElements.get('wgt-audit-log'));
    await page.waitForTimeout(1500); // what loading left behind
    return new Visit(browser, page);
  }

  async read(file: string, end: keyof Noted = 'finished'): Promise<Run> {
    const before = await rendererMemory(this.#browser);
    let most = 0;
    const timer = setInterval(() => {
      for (const [id, base] of before) most = Math.max(most, anonymousMemory(id) - base || 0);
    }, 20);
    await this.#choose(file);
    await this.page.waitForFunction((name) => window.noted[name] > 0, end, { polling: 50, timeout: 0 });
    clearInterval(timer);
    const noted = await this.page.evaluate(() => window.noted);
    return { ...noted, memory: most };
  }

  /** As a reader does, who looks for a file a while. */
  async #choose(file: string): Promise<void> {
    const dialog = this.page.waitForEvent('filechooser');
    await this.page.locator('wgt-bench input[type="file"]').click();
    const chooser = await dialog;
    await this.page.waitForTimeout(300);
    await chooser.setFiles(file);
  }

  async readForNothing(file: string): Promise<number> {
    await this.page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<input type="file" id="nothing" />');
    });
    const input = this.page.locator('#nothing');
    await input.setInputFiles(file);
    const time = await input.evaluate(readForNothing as (element: Element) => Promise<number>);
    await input.evaluate((element) => element.remove());
    return time;
  }

  /** Milliseconds from the click until the page says that it has stopped; the worker is told to end in the same turn. */
  async cancel(file: string): Promise<number> {
    await this.#choose(file);
    await this.page.locator('.audit-overview').waitFor();
    return this.page.evaluate(() => {
      const started = performance.now();
      document.querySelector<HTMLElement>('.audit-cancel')?.click();
      const { audit } = document.querySelector<HTMLElement>('[data-audit]')?.dataset ?? {};
      return audit === 'cancelled' ? performance.now() - started : Number.NaN;
    });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

async function inVisit<T>(browser: Browser, place: Place, act: (visit: Visit) => Promise<T>): Promise<T> {
  const visit = await Visit.open(browser, place);
  try {
    return await act(visit);
  } finally {
    await visit.close();
  }
}

interface Measured {
  readonly runs: readonly Run[];
  readonly total: number;
  readonly nothing: number;
}

/** Each round on fresh pages. */
async function measure(browser: Browser, place: Place, file: string): Promise<Measured> {
  const runs: Run[] = [];
  const nothing: number[] = [];
  for (let round = 0; round < rounds; round++) {
    nothing.push(await inVisit(browser, place, (visit) => visit.readForNothing(file)));
    runs.push(await inVisit(browser, place, (visit) => visit.read(file)));
  }
  return { runs, total: median(runs.map((run) => run.finished - run.chosen)), nothing: median(nothing) };
}

function zcat(file: string): number {
  const started = performance.now();
  spawnSync('sh', ['-c', 'zcat "$1" | cat > /dev/null', 'sh', file]);
  return performance.now() - started;
}

async function compare(browser: Browser, place: Place, folder: string): Promise<void> {
  for (const [size, aim] of [
    [10, 100],
    [100, 300],
  ] as const) {
    const { total, runs } = await measure(browser, place, writeLog(join(folder, `${size}.log`), { size: size * 1e6 }));
    row(`${size} MB, from the choice to the whole summary`, milliseconds(total), `≤ ${aim} ms`);
    row('  first numbers', milliseconds(median(runs.map(({ first, chosen }) => first - chosen))), '≤ 50 ms');
  }
  const large = given ?? writeLog(join(folder, 'large.log'), { size: megabytes * 1e6 });
  const archive = join(folder, 'large.log.gz');
  const { total, nothing, runs } = await measure(browser, place, large);
  const percent = `${((nothing / total) * 100).toFixed(0)} % (${milliseconds(nothing)})`;
  row(`${megabytes} MB, from the choice to the whole summary`, milliseconds(total), '');
  row('  speed of a read that does nothing', percent, '≥ 75 %');
  row('  first numbers', milliseconds(median(runs.map(({ first, chosen }) => first - chosen))), '≤ 50 ms');
  row('  memory of the renderer, on top', `${median(runs.map(({ memory }) => memory)).toFixed(0)} MB`, '≤ 32 MB');
  row('  tasks of 50 ms and more', runs.map(({ longTasks }) => longTasks).join(' '), 'none');
  const stopped = await inVisit(browser, place, (visit) => visit.cancel(large));
  row('  from the click on cancel until the page says so', `${stopped.toFixed(1)} ms`, 'at once');
  spawnSync('sh', ['-c', 'gzip -6 -c "$1" > "$2"', 'sh', large, archive]);
  const packed = await measure(browser, place, archive);
  const unpacking = median(Array.from({ length: rounds }, () => zcat(archive)));
  row('the same as .gz', milliseconds(packed.total), '');
  row('  speed of zcat', `${((unpacking / packed.total) * 100).toFixed(0)} %`, '≥ 100 %');
  row('  speed of unpacking alone', `${((packed.nothing / packed.total) * 100).toFixed(0)} %`, '');
  row(
    '  memory of the renderer, on top',
    `${median(packed.runs.map(({ memory }) => memory)).toFixed(0)} MB`,
    '≤ 32 MB',
  );
}

const browser = await launchBrowser();
if (!browser) throw new Error(noBrowser);
const folder = mkdtempSync(join(tmpdir(), 'who-goes-there-bench-'));
const place = await serverPlace('/');
try {
  say(`Chromium ${browser.version()}, ${cpus().length} cores, medians of ${rounds} rounds in turn`);
  await compare(browser, place, folder);
} finally {
  await browser.close();
  await place.close();
  rmSync(folder, { recursive: true });
}
