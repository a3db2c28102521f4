// The house rules that no tool keeps: short files, a sentence on top of each, plain names, nothing left lying about.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';

const root = new URL('..', import.meta.url).pathname;
const find = (...patterns: readonly string[]): readonly string[] => globSync([...patterns], { cwd: root }).sort();

const code = find('src/**/*.{ts,mjs,astro,css}', 'test/**/*.ts').filter((file) => file !== 'src/env.d.ts');
const core = find('src/core/**/*.ts');
const written = [
  ...code,
  ...find('*.{md,mjs,json}', '{src,content}/**/*.{md,mdx}', '.ci/run', '.github/**/*.yml'),
].filter((file) => file !== 'package-lock.json');
const texts = new Map(written.map((file) => [file, readFileSync(root + file, 'utf8')]));
const textOf = (file: string): string => texts.get(file) ?? '';
const lineCount = (file: string): number => textOf(file).trimEnd().split('\n').length;

it('finds the files', () => {
  expect(core.length).toBeGreaterThan(25);
  expect(written).toContain('src/README.md');
});

it('keeps files at 300 lines or less, and core files at a median of 80 (a finding is prose in two languages)', () => {
  expect(code.filter((file) => !file.endsWith('.css') && lineCount(file) > 300)).toEqual([]);
  const sizes = core
    .filter((file) => !/\/findings\/ka\d/.test(file))
    .map(lineCount)
    .sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
});

it('starts every file with a sentence that says what it is', () => {
  const begins = /^(?:#!.*\n)?(?:\/\/ |\/\*|---\n\/\/ |<!-- )[^\n]{10,}/;
  expect(code.filter((file) => !begins.test(textOf(file)))).toEqual([]);
});

it('names files after one thing, in kebab-case', () => {
  const plain = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|config|json|worker|d))?\.(?:ts|mjs|css)$/;
  const modules = code.filter((file) => !file.endsWith('.astro') && !/\[.*\]/.test(file));
  expect(modules.filter((file) => !plain.test(basename(file)))).toEqual([]);
  expect(code.filter((file) => /(?:^|\/)(?:utils?|helpers?|common|types|misc)(?:\/|\.)/.test(file))).toEqual([]);
});

it('keeps `any`, enums and default exports out of the core', () => {
  const loose = /[:<|&(]\s*any\b|\bas any\b|\bany\[\]|^\s*(?:export )?(?:const )?enum |^export default/m;
  expect(core.filter((file) => loose.test(textOf(file)))).toEqual([]);
});

it('leaves no machine path, no reminder and no filler text behind', () => {
  const left = new RegExp(
    ['/work/', '/tmp/bash', 'TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'lorem ' + 'ipsum', '@ts-' + 'ignore'].join('|'),
    'i',
  );
  expect(written.filter((file) => !file.endsWith('house.test.ts') && left.test(textOf(file)))).toEqual([]);
});

it('locks packages from the public registry only', () => {
  const lock = readFileSync(`${root}package-lock.json`, 'utf8');
  const hosts = new Set([...lock.matchAll(/"resolved": "(https?:\/\/[^/"]+)/g)].map((match) => match[1]));
  expect([...hosts].filter((host) => host !== 'https://registry.npmjs.org')).toEqual([]);
});
