// The runbooks as somebody on call sees them: the answer on the first screen of a phone, and a text for a wiki to take away.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { pages, read, tagsOf } from './dist.ts';
import { openPage, serverPlace, type Place } from './open-page.ts';

const browser = useBrowser();
let place: Place;
beforeAll(async () => {
  place = await serverPlace('/docs/');
});
afterAll(() => place.close());

const runbooks = pages.filter((page) => /^(?:ja\/)?runbooks\/[a-z0-9-]+\/index\.html$/.test(page));
const sections = ['symptom', 'check', 'cause', 'fix', 'verify', 'undo', 'versions'];

describe('every runbook', () => {
  it('has the same sections in the same order', () => {
    const wrong = runbooks.filter((page) => {
      const ids = tagsOf(read(page)).flatMap(({ name, attributes }) => (name === 'h2' ? [attributes['id']] : []));
      return ids.slice(0, sections.length).join() !== sections.join() || !ids.includes('wiki');
    });
    expect(runbooks.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  it('is named by the pages of its findings', () => {
    const missing = runbooks.flatMap((page) => {
      const prefix = page.startsWith('ja/') ? 'ja/' : '';
      const slug = page.replace(/^.*runbooks\/([^/]+)\/.*$/, '$1');
      const section = /<h2 id="findings">.*?<\/ul>/s.exec(read(page))?.[0] ?? '';
      return [...section.matchAll(/findings\/(KA\d+)\//g)]
        .filter(([, code]) => !read(`${prefix}findings/${code}/index.html`).includes(`runbooks/${slug}/`))
        .map(([, code]) => `${page}: ${code}`);
    });
    expect(missing).toEqual([]);
  });

  it('has its answer on the first screen of a phone, and nothing wider than it', async () => {
    const { page, problems, close } = await openPage(browser(), place.urlOf(runbooks[0] ?? ''));
    await page.setViewportSize({ width: 390, height: 844 });
    const late: string[] = [];
    for (const file of runbooks) {
      await page.goto(place.urlOf(file));
      const bottom = await page.locator('.answer').evaluate((answer) => answer.getBoundingClientRect().bottom);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (bottom > 844 || over > 0) late.push(`${file}: ${Math.round(bottom)}, ${over}`);
    }
    expect(late).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

describe('the text for a wiki', () => {
  it('is copied by its button, with the address of the page', async () => {
    const { page, close } = await openPage(browser(), place.urlOf(runbooks[0] ?? ''));
    const origin = new URL(page.url()).origin;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    for (const form of await page.locator('.wiki-form').all()) {
      await form.locator('summary').click();
      await form.locator('button').click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      const shown = await form.locator('pre').evaluate((text) => text.textContent);
      expect(copied.replaceAll('\r\n', '\n')).toBe(shown);
      expect(copied).toContain(`${page.url().replace(/index\.html$/, '')}`);
      expect(await form.locator('[role="status"]').textContent()).toMatch(/\S/);
    }
    await close();
  });

  it('is there without the script, only without its button', () => {
    const html = read(runbooks[0] ?? '');
    expect(html.match(/<button type="button" hidden aria-label/g)?.length).toBe(2);
    expect(html.match(/<details class="wiki-form">/g)?.length).toBe(2);
  });
});
