// /findings.json names every finding once, with a page in each language that is there.

import { expect, it } from 'vitest';
import { findingKinds, locales } from '../../src/core/index.ts';
import { files, read } from './dist.ts';

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
