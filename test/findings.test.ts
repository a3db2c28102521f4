// Holds for every finding: file ↔ list ↔ both languages ↔ examples that run. The places that an example expects are marked in its text.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  explain,
  findingKinds,
  findingPage,
  inspect,
  locales,
  parseVersion,
  type Example,
  type Finding,
  type FindingKind,
} from '../src/core/index.ts';

const folder = new URL('../src/core/findings/', import.meta.url);
const japanese = /[\u3041-\u30ff\u4e00-\u9fff]/;

/** Takes the marks out of a text and says where they stood. */
function readMarks(marked: string): { readonly text: string; readonly ranges: readonly string[] } {
  const ranges: string[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '«') open.push(text.length);
    else if (character === '»') ranges.push(`${open.pop()}–${text.length}`);
    else text += character;
  }
  expect(open, 'every « has its »').toEqual([]);
  return { text, ranges: ranges.sort() };
}

function run({ text, repeat = 1, kubernetesVersion }: Example, code: string): readonly Finding[] {
  const options = kubernetesVersion ? { kubernetesVersion } : {};
  const { findings } = inspect(readMarks(text).text.repeat(repeat), options);
  return findings.filter((finding) => finding.code === code);
}

const rangesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ range }) => `${range.start.offset}–${range.end.offset}`).sort();

/** Every sentence of a finding in one language, with the arguments of its firing examples filled in. */
function textsOf(kind: FindingKind, locale: (typeof locales)[number]): readonly string[] {
  const { title, why, fix } = kind.text[locale];
  const found = kind.fires.flatMap((example) => run(example, kind.code));
  return [title, why, ...fix.flatMap((one) => [one.do, one.cost]), ...found.map((one) => explain(one, locale).message)];
}

it('lists every file of the folder, in order, under its code and slug', () => {
  const files = readdirSync(folder).filter((name) => /^ka\d/.test(name));
  expect(findingKinds.map((kind) => `${kind.code.toLowerCase()}-${kind.slug}.ts`)).toEqual(files.sort());
});

it('refuses a code that no finding has', () => {
  expect(() => explain({ code: 'KA999', args: {} }, 'en')).toThrow('KA999');
});

it('reads marks', () => {
  expect(readMarks('a: «b»\n«c»')).toEqual({ text: 'a: b\nc', ranges: ['3–4', '5–6'] });
});

describe.each(findingKinds.map((kind) => [kind.code, kind] as const))('%s', (code, kind) => {
  it('has a permanent code in one of the blocks, and a page per language', () => {
    expect(code).toMatch(/^KA[0-5]\d\d$/);
    expect(findingPage(code, 'en')).toBe(`findings/${code}/`);
    expect(findingPage(code, 'ja')).toBe(`ja/findings/${code}/`);
  });

  it.each(kind.fires)('fires exactly where marked: $name', (example) => {
    const { ranges } = readMarks(example.text);
    const found = run(example, code);
    if (example.repeat) expect(found.length).toBeGreaterThan(0);
    else {
      expect(ranges.length, 'an example that fires marks its places').toBeGreaterThan(0);
      expect(rangesOf(found)).toEqual(ranges);
    }
    expect(found.every((finding) => finding.severity === kind.severity)).toBe(true);
  });

  it.each(kind.silent)('stays silent: $name', (example) => {
    expect(example.text).not.toMatch(/[«»]/);
    expect(rangesOf(run(example, code))).toEqual([]);
  });

  it.each(locales)('says everything in %s', (locale) => {
    for (const text of textsOf(kind, locale)) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/\*\*|undefined|\[object|NaN/);
      expect(text.split('`').length % 2, `code spans are closed in: ${text}`).toBe(1);
      if (locale === 'ja') expect(text).toMatch(japanese);
      else expect(text).not.toMatch(japanese);
    }
    expect(kind.text[locale].title).not.toMatch(/[.。]$/);
  });

  it('offers the same fixes in both languages', () => {
    const [first = [], ...others] = locales.map((locale) =>
      kind.text[locale].fix.map(({ code: typed, since, until }) => ({ typed, since, until })),
    );
    for (const other of others) expect(other).toEqual(first);
  });

  it('names versions and sources', () => {
    for (const { kubernetesVersion } of [...kind.fires, ...kind.silent]) {
      if (kubernetesVersion !== undefined) expect(parseVersion(kubernetesVersion)).toBeDefined();
    }
    expect(kind.see.length).toBeGreaterThan(0);
    for (const { source, since = 0, until = Infinity } of kind.see) {
      expect(source).toMatch(/\S/);
      expect(source).not.toMatch(japanese);
      expect(since).toBeLessThanOrEqual(until);
    }
  });
});
