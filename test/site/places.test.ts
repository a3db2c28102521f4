// One build, three places: the root of a server, a folder of a server, and a folder of a disk.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { englishPages, pageKinds } from './dist.ts';
import { diskPlace, openPage, serverPlace, settle, type Place } from './open-page.ts';

const browser = useBrowser();
const kinds = pageKinds();

describe.each([
  ['/', () => serverPlace('/')],
  ['/docs/guide/', () => serverPlace('/docs/guide/')],
  ['file://', diskPlace],
] as const)('at %s', (name, start) => {
  let place: Place;
  beforeAll(async () => {
    place = await start();
  });
  afterAll(() => place.close());

  it.each(kinds)('%s opens without a complaint, in both languages', async (file) => {
    // The page for missing addresses belongs to a server's root.
    if (file === '404.html' && name !== '/') return;
    for (const one of file === '404.html' ? [file] : [file, `ja/${file}`]) {
      const { problems, close } = await openPage(browser(), place.urlOf(one));
      expect(problems).toEqual([]);
      await close();
    }
  });

  it('the language switch keeps the page, there and back', async () => {
    for (const file of kinds.filter((one) => one !== '404.html')) {
      const { page, problems, close } = await openPage(browser(), place.urlOf(file));
      await page.locator('a[hreflang="ja"]').first().click();
      await page.waitForURL(
        (url) => url.href.replace(/index\.html$/, '') === place.urlOf(`ja/${file}`).replace(/index\.html$/, ''),
      );
      expect(await page.locator('html').getAttribute('lang')).toBe('ja');
      await page.locator('a[hreflang="en"]').first().click();
      await page.waitForURL(
        (url) => url.href.replace(/index\.html$/, '') === place.urlOf(file).replace(/index\.html$/, ''),
      );
      expect(problems).toEqual([]);
      await close();
    }
  });

  it('the links of the first page lead to pages', async () => {
    const { page, problems, close } = await openPage(browser(), place.urlOf('index.html'));
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => [...new Set(all.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, '')))]);
    const inside = links.filter((link) => link.startsWith(place.urlOf('index.html').replace(/index\.html$/, '')));
    expect(inside.length).toBeGreaterThan(Math.min(4, englishPages.length));
    for (const link of inside.slice(0, 12)) {
      await page.goto(link);
      expect(await page.locator('h1').count()).toBe(1);
    }
    expect(problems).toEqual([]);
    await close();
  });

  it('the bench explains what is typed, asks for its engines alone, and then for nothing', async () => {
    const watched = await openPage(browser(), place.urlOf('index.html'));
    const { page, requests, problems, forget, close } = watched;
    await settle(watched);
    const area = page.locator('.bench textarea').first();
    await area.click();
    await area.fill('kind: ClusterConfiguration\napiVersion: kubeadm.k8s.io/v1beta2\n');
    await page.locator('.bench-recognised b', { hasText: 'ClusterConfiguration' }).first().waitFor();
    const scripts = requests.map((url) => url.replace(/.*\//, ''));
    expect(scripts).toContainEqual(expect.stringMatching(/^engine\.en\.[0-9a-f]+\.js$/));
    expect(scripts.filter((name) => !/^(engine|audit-log)\.en\.[0-9a-f]+\.js$/.test(name))).toEqual([]);
    forget();
    await area.pressSequentially('# a comment');
    await page.waitForTimeout(400);
    expect(requests).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});
