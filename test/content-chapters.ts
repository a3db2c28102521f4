// Reads the chapters as their tests need them: front matter, headings, components and the files they show.
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { load } from 'js-yaml';
import { locales, type Locale } from '../src/core/index.ts';

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly id: string | undefined;
}

export interface Component {
  readonly name: string;
  /** Attributes as written, without quotes or braces. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Section {
  readonly id: string;
  /** What a reader reads: no components, no imports, no heading. */
  readonly prose: string;
  readonly components: readonly Component[];
}

export interface Chapter {
  /** `01-the-hardening-that-broke-join/en.mdx` */
  readonly file: string;
  readonly folder: string;
  readonly locale: Locale;
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Name in the text → file beside it, for every `?raw` import. */
  readonly files: ReadonlyMap<string, string>;
  readonly headings: readonly Heading[];
  readonly components: readonly Component[];
  readonly sections: readonly Section[];
}

export const learn = new URL('../content/learn/', import.meta.url).pathname;

const frontMatter = /^---\n([\s\S]*?)\n---\n/;

function readHeading(line: string): Heading | undefined {
  const [, marks = '', text = '', id] = /^(#{1,6}) (.*?)(?:\s*\[#([a-z0-9-]+)\])?$/.exec(line) ?? [];
  return marks === '' ? undefined : { depth: marks.length, text, id };
}

function readComponents(text: string): readonly Component[] {
  return [...text.matchAll(/<([A-Z]\w*)([^>]*?)\/?>/g)].map(([, name = '', rest = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...rest.matchAll(/(\w+)=(?:"([^"]*)"|\{([^}]*)\})/g)].map(([, key = '', quoted, braced = '']) => [
        key,
        quoted ?? braced,
      ]),
    ),
  }));
}

function readSection(text: string): Section {
  const [first = '', ...rest] = text.split('\n');
  const body = rest.join('\n');
  return {
    id: readHeading(first)?.id ?? '',
    prose: body
      .replace(/<\/?[A-Za-z][^>]*>/g, '')
      .replace(/\]\([^)]*\)/g, ']')
      .trim(),
    components: readComponents(body),
  };
}

function readChapter(file: string): Chapter {
  const text = readFileSync(learn + file, 'utf8');
  const body = text.replace(frontMatter, '').replace(/^import .*\n/gm, '');
  const raw = [...text.matchAll(/^import (\w+) from '\.\/([^']+)\?raw';$/gm)];
  return {
    file,
    folder: dirname(file),
    locale: basename(file, '.mdx') as Locale,
    text,
    data: load(frontMatter.exec(text)?.[1] ?? '') as Chapter['data'],
    files: new Map(raw.map(([, name = '', path = '']) => [name, path])),
    headings: body.split('\n').flatMap((line) => readHeading(line) ?? []),
    components: readComponents(body),
    sections: body
      .split(/^(?=## )/m)
      .filter((part) => part.startsWith('## '))
      .map(readSection),
  };
}

export const folders = globSync('*', { cwd: learn }).sort();
export const chapters = folders.flatMap((folder) => locales.map((locale) => readChapter(`${folder}/${locale}.mdx`)));
