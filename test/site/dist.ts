// The built site as the tests read it: its pages, their tags and what they load. `DIST` names another folder than dist/.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const dist = resolve(root, process.env['DIST'] ?? 'dist');

if (!existsSync(join(dist, 'index.html'))) throw new Error(`no built site in ${dist}: run npm run build first`);

/** Every file below dist, with slashes. */
export const files: readonly string[] = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(dist.length + 1)
      .replaceAll('\\', '/'),
  )
  .sort();

export const pages: readonly string[] = files.filter((file) => file.endsWith('.html'));

const texts = new Map<string, string>();
export function read(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(dist, file), 'utf8');
  texts.set(file, text);
  return text;
}

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };

export function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#34);/g, (all, name: string) => entities[name] ?? all);
}

/** The opening tags of a page, without what stands in comments. */
export function tagsOf(html: string): readonly Tag[] {
  const clean = html.replace(/<!--.*?-->/gs, '');
  return [...clean.matchAll(/<([a-z][a-z0-9-]*)((?:\s(?:"[^"]*"|'[^']*'|[^"'>])*)?)>/gi)].map(
    ([, name = '', rest = '']) => ({
      name: name.toLowerCase(),
      attributes: Object.fromEntries(
        [...rest.matchAll(/([^\s=/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
          ([, key = '', a, b, c]) => [key.toLowerCase(), decode(a ?? b ?? c ?? '')],
        ),
      ),
    }),
  );
}

/** The words of a page: no tags, no code, no text areas. */
export function wordsOf(html: string): string {
  return decode(
    html
      .replace(/<!--.*?-->/gs, '')
      .replace(/<(code|pre|textarea|script|style)\b.*?<\/\1>/gs, '')
      .replace(/<(?:"[^"]*"|'[^']*'|[^"'>])*>/g, ' '),
  );
}

/** Where an address on a page leads, as a file of dist; undefined if it leaves the site. */
export function resolveOn(
  page: string,
  address: string,
): { readonly file: string; readonly anchor: string } | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined;
  const [path = '', anchor = ''] = address.split(/#(.*)/s);
  const clean = decodeURIComponent(path.replace(/\?.*$/, ''));
  const file = clean === '' ? page : clean.startsWith('/') ? clean.slice(1) : posix.join(posix.dirname(page), clean);
  return { file, anchor };
}

export function idsOf(html: string): readonly string[] {
  return tagsOf(html).flatMap(({ attributes }) => (attributes['id'] === undefined ? [] : [attributes['id']]));
}

/** What a browser asks for when it opens the page: the page itself, style sheets and what they name, scripts, images, icons. */
export function requestsOf(page: string): readonly string[] {
  const loaded = new Set([page]);
  for (const { name, attributes } of tagsOf(read(page))) {
    const address =
      name === 'link' && /stylesheet|icon|preload/.test(attributes['rel'] ?? '')
        ? attributes['href']
        : name === 'script' || name === 'img'
          ? attributes['src']
          : undefined;
    const target = address === undefined ? undefined : resolveOn(page, address);
    if (target) loaded.add(target.file);
  }
  for (const sheet of [...loaded].filter((file) => file.endsWith('.css')))
    for (const [, , address = ''] of read(sheet).matchAll(/url\((["']?)([^"')]+)\1\)/g)) {
      const target = resolveOn(sheet, address);
      if (target) loaded.add(target.file);
    }
  return [...loaded];
}

/** Bytes of a file as a web server sends it (gzip -9). */
export function compressed(file: string): number {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
}

/** The English pages with their Japanese twins' addresses; 404.html stands alone. */
export const englishPages = pages.filter((page) => !page.startsWith('ja/') && page !== '404.html');
export const japanesePages = pages.filter((page) => page.startsWith('ja/'));

/** One page of each kind: the first of each folder and depth, and the page for missing addresses. */
export function pageKinds(): readonly string[] {
  const kinds = new Map<string, string>([['missing', '404.html']]);
  for (const page of englishPages) {
    const steps = page.split('/');
    const kind = `${steps.length > 1 ? steps[0] : ''} ${steps.length}`;
    if (!kinds.has(kind)) kinds.set(kind, page);
  }
  return [...kinds.values()];
}

/** The same in both languages. */
export function pageKindsInBoth(): readonly string[] {
  return pageKinds().flatMap((page) => (page === '404.html' ? [page] : [page, `ja/${page}`]));
}
