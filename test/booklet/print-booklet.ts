// npm run booklet [-- FOLDER]: prints the tutorial of the built site as one PDF per language, booklet.<language>.pdf in dist/ or FOLDER, with the
// browser that the tests use. Chapters stand in their order; links between them lead within the file.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { locales, type Locale } from '../../src/core/index.ts';
import { launchBrowser, noBrowser } from '../site/launch-browser.ts';
import { serve } from '../site/serve.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const folder = process.argv[2] ?? dist;

interface Part {
  readonly slug: string;
  readonly markup: string;
  readonly styles: readonly string[];
}

/** Slugs of the chapters, in the order of the index. */
async function slugsOn(page: Page, index: string): Promise<readonly string[]> {
  await page.goto(index);
  const links = await page
    .locator('main a[href]')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  const slugs = links.flatMap((link) =>
    link.startsWith(index) ? [link.slice(index.length).replace(/[/#].*/, '')] : [],
  );
  return [...new Set(slugs)].filter((slug) => slug !== '' && slug !== 'index.html');
}

/** A chapter as it stands on its page, with ids of its own. What the benches fold stays folded: it is on the findings' pages. */
async function readPart(page: Page, index: string, slug: string, slugs: readonly string[]): Promise<Part> {
  await page.goto(`${index}${slug}/`);
  return page.evaluate(
    ({ slug, slugs, index }) => {
      const article = document.querySelector('article') ?? document.createElement('article');
      for (const fold of article.querySelectorAll('details')) fold.open ||= !fold.closest('.bench-report');
      for (const box of article.querySelectorAll('textarea')) box.textContent = box.value;
      for (const one of article.querySelectorAll('[id]')) one.id = `${slug}--${one.id}`;
      for (const use of article.querySelectorAll('use[href^="#"]'))
        use.setAttribute('href', `#${slug}--${(use.getAttribute('href') ?? '').slice(1)}`);
      const insideOf = (address: string): string | undefined => {
        const [page = '', anchor = ''] = address.split('#');
        const target = slugs.find((one) => page.startsWith(`${index}${one}/`));
        return target && (anchor === '' ? `#${target}` : `#${target}--${anchor}`);
      };
      for (const link of article.querySelectorAll<HTMLAnchorElement>('a[href]')) {
        const inside = insideOf(link.href);
        if (inside) link.setAttribute('href', inside);
        else if (link.href.startsWith(location.origin)) link.removeAttribute('href');
      }
      article.id = slug;
      const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(({ href }) => href);
      return { slug, markup: article.outerHTML, styles };
    },
    { slug, slugs, index },
  );
}

/** The chapters behind the index, each on a new sheet, with the style sheets of all of them. */
async function bind(page: Page, parts: readonly Part[]): Promise<void> {
  await page.evaluate((all) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a[href]')];
    for (const { slug } of all)
      for (const link of links) if (link.href.endsWith(`/${slug}/`)) link.setAttribute('href', `#${slug}`);
    for (const href of new Set(all.flatMap(({ styles }) => styles)))
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
    const main = document.querySelector('main');
    for (const { markup } of all) {
      main?.insertAdjacentHTML('beforeend', markup);
      if (main?.lastElementChild instanceof HTMLElement) main.lastElementChild.style.breakBefore = 'page';
    }
    for (const item of document.querySelectorAll<HTMLElement>('.bench-report li')) item.style.breakInside = 'auto';
  }, parts);
  await page.waitForLoadState('networkidle');
}

async function printBooklet(browser: Browser, root: string, locale: Locale): Promise<void> {
  const page = await browser.newPage({ colorScheme: 'light' });
  const index = `${root}${locale === 'en' ? '' : `${locale}/`}learn/`;
  const slugs = await slugsOn(page, index);
  const parts: Part[] = [];
  for (const slug of slugs) parts.push(await readPart(page, index, slug, slugs));
  await page.goto(index);
  await bind(page, parts);
  const path = join(folder, `booklet.${locale}.pdf`);
  await page.pdf({
    path,
    format: 'A4',
    margin: { top: '16mm', bottom: '18mm', left: '16mm', right: '16mm' },
    printBackground: true,
    tagged: true,
    outline: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: '<div style="font-size:8px;width:100%;text-align:center"><span class="pageNumber"></span></div>',
  });
  await page.close();
  process.stdout.write(`${path}: ${parts.length} chapters\n`);
}

if (!existsSync(join(dist, 'index.html'))) throw new Error('no built site: run npm run build first');
const browser = await launchBrowser();
if (!browser) throw new Error(noBrowser);
const server = await serve(dist);
try {
  for (const locale of locales) await printBooklet(browser, server.url, locale);
} finally {
  await browser.close();
  await server.close();
}
