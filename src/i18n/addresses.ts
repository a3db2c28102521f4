// Addresses of the site's pages, from its root: English has no prefix, Japanese stands below /ja/.

import { locales, type Locale } from '../core/index.ts';

/** `learn/` gives `/learn/` or `/ja/learn/`. */
export function addressOf(locale: Locale, path: string): string {
  return locale === 'en' ? `/${path}` : `/${locale}/${path}`;
}

/** The routes of a page `[...locale]/…` that takes nothing else; a fresh list for each page, since Astro writes into it. */
export function localeRoutes() {
  return locales.map((locale) => ({ params: { locale: routeOf(locale) }, props: { locale } }));
}

/** What `[...locale]` holds in an address. */
export function routeOf(locale: Locale): string | undefined {
  return locale === 'en' ? undefined : locale;
}
