// Makes one build work in any place: under /, under /docs/guide/ and opened from a folder (file://).
// Every address that starts with / becomes a relative one, and a folder's address gets its index.html.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/** `/ja/learn/#top` seen from `learn/01/index.html` gives `../../ja/learn/index.html#top`. */
export function relativeUrl(address: string, page: string): string {
  const [, path = '', rest = ''] = /^\/([^?#]*)(.*)$/s.exec(address) ?? [];
  const up = '../'.repeat(page.split('/').length - 1);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return `${up}${file}${rest}`;
}

/** Changes every address inside the site (`/…`, not `//…`) in `href`, `src` and `poster` attributes. */
export function mapAddresses(html: string, map: (address: string) => string): string {
  return html.replace(/<[a-z][a-z0-9-]*\s(?:"[^"]*"|'[^']*'|[^"'>])*>/gi, (tag) =>
    tag.replace(
      /(\s(?:href|src|poster)=")(\/(?!\/)[^"]*)"/gi,
      (_all, before: string, address: string) => `${before}${map(address)}"`,
    ),
  );
}

/** Changes every `url(/…)` of a style sheet. */
export function mapStyleAddresses(css: string, map: (address: string) => string): string {
  return css.replace(
    /url\((["']?)(\/(?!\/)[^"')]*)\1\)/g,
    (_all, quote: string, address: string) => `url(${quote}${map(address)}${quote})`,
  );
}

/**
 * The page that a web server shows for a missing address cannot know how deep that address is: its links stay
 * absolute, below SITE_BASE (`/` if that is not set).
 */
function mapFor(path: string): (address: string) => string {
  const base = (process.env['SITE_BASE'] ?? '').replace(/\/$/, '');
  return path === '404.html' ? (address) => `${base}${address}` : (address) => relativeUrl(address, path);
}

export function relativeUrls(): AstroIntegration {
  return {
    name: 'relative-urls',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const name of await readdir(dir, { recursive: true })) {
          const path = name.replaceAll('\\', '/');
          const change = path.endsWith('.html') ? mapAddresses : path.endsWith('.css') ? mapStyleAddresses : undefined;
          if (!change) continue;
          const file = new URL(path, dir);
          await writeFile(file, change(await readFile(file, 'utf8'), mapFor(path)));
        }
      },
    },
  };
}
