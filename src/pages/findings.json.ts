// /findings.json: every finding for programs – what `who-goes-there explain --format json` and SARIF name by code.

import type { APIRoute } from 'astro';
import { findingKinds, findingPage, locales, type Locale } from '../core/index.ts';

const inBoth = <T>(of: (locale: Locale) => T): Readonly<Record<Locale, T>> =>
  Object.fromEntries(locales.map((locale) => [locale, of(locale)])) as Record<Locale, T>;

export const GET: APIRoute = () =>
  Response.json({
    findings: findingKinds.map(({ code, slug, severity, text, see }) => ({
      code,
      slug,
      severity,
      title: inBoth((locale) => text[locale].title),
      why: inBoth((locale) => text[locale].why),
      fix: inBoth((locale) => text[locale].fix),
      page: inBoth((locale) => findingPage(code, locale)),
      sources: see,
    })),
  });
