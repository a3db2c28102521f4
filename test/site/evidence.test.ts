// The evidence in the built site: every kept file lies there byte for byte, the zip holds exactly these, every scenario has its
// page in both languages with each file on it, and the matrix shows what the runs wrote down.

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { compressed, decode, dist, files, pages, read, requestsOf, resolveOn, tagsOf } from './dist.ts';
import { diskPlace, openPage } from './open-page.ts';

const kept = new URL('../../content/evidence/', import.meta.url).pathname;
const names = globSync('*/**/*.*', { cwd: kept })
  .filter((file) => !file.endsWith('.mdx'))
  .sort();
const bytes = (path: string): Buffer => readFileSync(path);
const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');
const scenarios = globSync('*/*/en.mdx', { cwd: kept }).map((file) => file.replace('/en.mdx', ''));
const roots = ['', 'ja/'];

const linksOf = (page: string): readonly string[] =>
  tagsOf(read(page)).flatMap(({ name, attributes }) =>
    name === 'a' && attributes['href'] !== undefined ? [resolveOn(page, attributes['href'])?.file ?? ''] : [],
  );

it('lays every file beside the pages, byte for byte', () => {
  expect(names.length).toBeGreaterThan(120);
  const other = names.filter((name) => !bytes(join(dist, 'evidence', name)).equals(bytes(kept + name)));
  expect(other).toEqual([]);
});

describe('the zip', () => {
  const zip = bytes(join(dist, 'evidence/who-goes-there-evidence.zip'));
  const folder = 'who-goes-there-evidence/';
  const entries = new Map(Object.entries(unzipSync(zip)));

  it('holds exactly the files, a README and their checksums', () => {
    expect([...entries.keys()].sort()).toEqual(
      [...names, 'README.txt', 'sha256sums.txt'].map((name) => folder + name).sort(),
    );
    const other = names.filter((name) => !bytes(kept + name).equals(entries.get(folder + name) ?? Buffer.alloc(1)));
    expect(other).toEqual([]);
  });

  it('carries right checksums, and the page carries its own', () => {
    const sums = new TextDecoder().decode(entries.get(`${folder}sha256sums.txt`));
    expect(sums).toBe(names.map((name) => `${sha256(bytes(kept + name))}  ${name}\n`).join(''));
    expect(read('evidence/sha256sums.txt')).toBe(sums);
    for (const root of roots) expect(read(`${root}evidence/index.html`)).toContain(sha256(zip));
  });

  it('is the same whenever it is built: sorted, and with one date', () => {
    const dates = new Set<number>();
    const order: string[] = [];
    for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
      dates.add(zip.readUInt32LE(at + 12));
      order.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)).slice(folder.length));
    }
    expect([...dates]).toEqual([(((2026 - 1980) << 25) | (1 << 21) | (1 << 16)) >>> 0]);
    expect(order).toEqual(['README.txt', 'sha256sums.txt', ...names]);
  });
});

describe.each(scenarios)('%s', (id) => {
  it.each(roots)('has a page below /%s with every file, its anchor and the file itself', (root) => {
    const page = `${root}evidence/${id}/index.html`;
    const links = linksOf(page);
    const own = names.filter((name) => name.startsWith(`${id}/`));
    expect(own.length).toBeGreaterThan(3);
    expect(own.filter((name) => !links.includes(`evidence/${name}`))).toEqual([]);
    const ids = tagsOf(read(page)).map(({ attributes }) => attributes['id']);
    const anchors = own.map((name) => `file-${name.slice(id.length + 1).replace(/[^\w.-]+/g, '-')}`);
    expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([]);
    expect(linksOf(`${root}evidence/index.html`)).toContain(page);
  });

  it('is reached from what rests on it, and leads back', () => {
    for (const root of roots) {
      const page = `${root}evidence/${id}/index.html`;
      const chapters = pages.filter((one) => one.startsWith(`${root}learn/`) && linksOf(one).includes(page));
      const listed = linksOf(page).filter(
        (one) => one.startsWith(`${root}learn/`) && one !== `${root}learn/index.html`,
      );
      expect([...new Set(listed)].sort()).toEqual(chapters);
    }
  });
});

it('is light, and reads without a script of its own', () => {
  const own = pages.filter((page) => /^(?:ja\/)?evidence\//.test(page));
  expect(own.length).toBe(2 * (1 + 2 + scenarios.length));
  for (const page of own) {
    const requests = requestsOf(page);
    const scripts = requests.filter((file) => file.endsWith('.js'));
    expect(scripts, page).toEqual(requestsOf('learn/index.html').filter((file) => file.endsWith('.js')));
    expect(
      requests.reduce((sum, file) => sum + compressed(file), 0),
      page,
    ).toBeLessThanOrEqual(25 * 1024);
    expect(read(page), page).not.toMatch(/ style="/);
  }
});

interface Row {
  readonly server: { readonly scenario: string };
  readonly client: string;
  readonly exitCode: number;
  readonly sawStatuses: readonly number[];
  readonly lastErrorLine: string;
}

it.each(['v1.20.2', 'v1.28.4'])('the matrix of %s shows what its runs wrote down', (version) => {
  const rows = JSON.parse(readFileSync(`${kept}${version}/matrix.json`, 'utf8')) as readonly Row[];
  for (const root of roots) {
    const html = read(`${root}evidence/${version}/index.html`);
    const table = /<div class="run-matrix"[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    const columns = [...table.matchAll(/<th scope="col">\s*<a href="[^"]*">([^<]+)<\/a>/g)].map(
      ([, name = '']) => name,
    );
    const errors = [...html.matchAll(/<li id="e(\d+)">\s*<code>([\s\S]*?)<\/code>/g)].map(([, , text = '']) =>
      decode(text),
    );
    const shown = [...table.matchAll(/<tr id="([^"]+)">([\s\S]*?)<\/tr>/g)].flatMap(([, client = '', row = '']) =>
      [...row.matchAll(/<td[\s>][\s\S]*?<\/td>/g)].flatMap(([cell], at) => {
        if (!cell.includes('<b')) return [];
        const statuses = cell
          .replace(/<b[\s\S]*?<\/b>|<small[\s\S]*?<\/small>/g, '')
          .replace(/<[^>]*>/g, ' ')
          .trim();
        const error = errors[Number(/href="#e(\d+)"/.exec(cell)?.[1] ?? 0) - 1] ?? '';
        return [[client, columns[at], cell.includes('○'), statuses, error].join(' | ')];
      }),
    );
    const real = rows.map((row) =>
      [row.client, row.server.scenario, row.exitCode === 0, row.sawStatuses.join(' '), row.lastErrorLine].join(' | '),
    );
    expect([...shown].sort()).toEqual([...real].sort());
  }
});

it('is linked from the sources of findings and runbooks, down to the file', () => {
  const targets = (page: string): readonly string[] =>
    tagsOf(read(page)).flatMap(({ attributes }) => {
      const target = attributes['href'] === undefined ? undefined : resolveOn(page, attributes['href']);
      return target ? [`${target.file}#${target.anchor}`] : [];
    });
  for (const root of roots) {
    const file = `${root}evidence/v1.20.2/S5/index.html#file-static-failures.jsonl`;
    expect(targets(`${root}findings/KA205/index.html`)).toContain(file);
    const told = pages.filter((page) => new RegExp(`^${root}findings/KA`).test(page));
    const linked = told.filter((page) => targets(page).some((target) => target.includes('evidence/v1.')));
    expect(linked.length).toBeGreaterThan(40);
  }
});

describe('a link to a file', () => {
  const browser = useBrowser();
  it('opens its sheet', async () => {
    const place = await diskPlace();
    const { page, problems, close } = await openPage(
      browser(),
      `${place.urlOf('evidence/v1.20.2/S2m/index.html')}#file-audit.log`,
    );
    await page.locator('#file-audit\\.log pre').waitFor({ state: 'visible' });
    expect(await page.locator('.sheets details[open]').count()).toBe(1);
    expect(problems).toEqual([]);
    await close();
    await place.close();
  });
});

it('is named at the foot of every page', () => {
  const without = pages.filter(
    (page) => !/^404/.test(page) && !linksOf(page).some((one) => one.endsWith('evidence/index.html')),
  );
  expect(without).toEqual([]);
  expect(files).toContain('evidence/index.html');
});
