// /findings.json names every finding once, with a page in each language that is there.

import { expect, it } from 'vitest';
import { findingKinds, locales } from '../../src/core/index.ts';
import { files, pages, read, tagsOf } from './dist.ts';

interface Entry {
  readonly code: string;
  readonly title: Readonly<Record<string, string>>;
  readonly page: Readonly<Record<string, string>>;
}

it('names every finding, with its title and a page that exists, in both languages', () => {
  const { findings } = JSON.parse(read('findings.json')) as { readonly findings: readonly Entry[] };
  expect(findings.map(({ code }) => code)).toEqual(findingKinds.map(({ code }) => code));
  for (const { code, title, page } of findings)
    for (const locale of locales) {
      expect(title[locale], code).toBe(findingKinds.find((kind) => kind.code === code)?.text[locale].title);
      expect(files).toContain(`${page[locale]}index.html`);
    }
});

it('leads from a finding to those that come with it or look like it', () => {
  const codes = (page: string): readonly string[] => {
    const section = read(page).split('id="related"')[1]?.split('id="sources"')[0] ?? '';
    return tagsOf(section).flatMap(({ attributes }) => /(KA\d{3})/.exec(attributes['href'] ?? '')?.[1] ?? []);
  };
  expect(codes('findings/KA201/index.html')).toEqual(expect.arrayContaining(['KA202', 'KA207']));
  expect(codes('ja/findings/KA201/index.html')).toEqual(codes('findings/KA201/index.html'));
  const alone = pages.filter((page) => /^findings\/KA/.test(page) && codes(page).some((code) => page.includes(code)));
  expect(alone).toEqual([]);
});
