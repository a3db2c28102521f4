// The chapters: both languages have one structure, every page has something to do, and nothing is named that is not there.
import { existsSync, globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingKinds, locales } from '../src/core/index.ts';
import { chapters, folders, learn, type Chapter, type Component } from './content-chapters.ts';

const codes = new Set(findingKinds.map((kind) => kind.code as string));
const codeBlocks = new Set(['Source', 'Terminal', 'Bench']);

/** The attributes that say the same in every language. */
const shared = ['answer', 'command', 'kind', 'kubernetesVersion', 'lang', 'mark', 'outcome', 'path', 'text'];
/** The choices of a question, as written: `['One', 'Two']`. */
const choicesOf = ({ attributes }: Component): readonly string[] =>
  [...(attributes['choices'] ?? '').matchAll(/'([^']+)'/g)].map(([, choice = '']) => choice);
const structure = ({ name, attributes }: Component): readonly unknown[] => [
  name,
  ...shared.map((key) => attributes[key]),
];

function pair(folder: string): readonly [Chapter, Chapter] {
  const [en, ja] = chapters.filter((chapter) => chapter.folder === folder);
  if (!en || !ja) throw new Error(`${folder} lacks a language`);
  return [en, ja];
}

it('numbers the chapters without a gap', () => {
  expect(folders.map((folder) => /^(\d\d)-[a-z0-9-]+$/.exec(folder)?.[1])).toEqual(
    folders.map((_, index) => String(index + 1).padStart(2, '0')),
  );
  expect(chapters.length).toBe(folders.length * locales.length);
});

it('asks no question twice', () => {
  const names = chapters
    .filter(({ locale }) => locale === 'en')
    .flatMap(({ components }) => components.filter(({ name }) => name === 'Predict'))
    .map(({ attributes }) => attributes['name']);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(folders)('%s', (folder) => {
  const [en, ja] = pair(folder);

  it('has the same headings, at the same anchors', () => {
    const outline = (chapter: Chapter): unknown => chapter.headings.map(({ depth, id }) => [depth, id]);
    expect(outline(ja)).toEqual(outline(en));
    const ids = en.headings.map((heading) => heading.id);
    expect(ids.filter((id) => id === undefined)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the same components in the same order', () => {
    expect(ja.components.map(structure)).toEqual(en.components.map(structure));
    expect([...ja.files]).toEqual([...en.files]);
  });

  it('has the same lists, tables, questions and links', () => {
    const shape = (chapter: Chapter): readonly number[] =>
      [/^- /gm, /^\d+\. /gm, /^\| /gm, /<details>/g, /<svg/g].map((mark) => chapter.text.match(mark)?.length ?? 0);
    expect(shape(ja)).toEqual(shape(en));
    const questions = (chapter: Chapter): unknown =>
      chapter.components
        .filter(({ name }) => name === 'Predict')
        .map((one) => [one.attributes['name'], choicesOf(one).length]);
    expect(questions(ja)).toEqual(questions(en));
    const links = (chapter: Chapter): readonly string[] =>
      [...chapter.text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to.replace(/^\/ja\//, '/'));
    expect(links(ja)).toEqual(links(en));
    expect(ja.text.match(/\]\(\/(?!ja\/)/g) ?? []).toEqual([]);
  });

  it('names the same evidence and findings', () => {
    expect(ja.data['evidence']).toEqual(en.data['evidence']);
    expect(ja.data['findings']).toEqual(en.data['findings']);
    expect((en.data['findings'] as readonly string[]).filter((code) => !codes.has(code))).toEqual([]);
    expect(ja.data['runbooks']).toEqual(en.data['runbooks']);
    const runbooks = (en.data['runbooks'] ?? []) as readonly string[];
    expect(runbooks.filter((slug) => !existsSync(new URL(`../content/runbooks/${slug}`, import.meta.url)))).toEqual([]);
    const named = [...`${en.text}${ja.text}`.matchAll(/\bKA\d{3}\b/g)].map(([code]) => code);
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });

  it('shows every file beside it, and only files that are there', () => {
    const beside = globSync('*', { cwd: learn + folder }).filter((file) => !/\.(?:mdx|astro)$/.test(file));
    expect([...en.files.values()].sort()).toEqual(beside.sort());
    const used = new Set(en.components.map((component) => component.attributes['text']));
    expect([...en.files.keys()].filter((name) => !used.has(name))).toEqual([]);
    for (const figure of en.text.matchAll(/from '\.\/([^'?]+\.astro)'/g)) {
      expect(existsSync(`${learn}${folder}/${figure[1]}`)).toBe(true);
    }
  });
});

describe.each(chapters)('$file', (chapter) => {
  it('says what was run, on which version, with which evidence', () => {
    for (const key of ['title', 'description', 'ran'])
      expect(chapter.data[key]).toEqual(expect.stringMatching(/\S{5}/));
    expect(chapter.data['ran']).toMatch(/1\.\d+\.\d+/);
    const evidence = chapter.data['evidence'] as readonly string[];
    expect(evidence.length).toBeGreaterThan(2);
    expect(
      evidence.filter((id) => !/^(?:v1\.\d+\.\d+\/[\w.-]+|facts\/[a-z-]+#[\d.]+|[a-z0-9]+(?:-[a-z0-9]+)+)$/.test(id)),
    ).toEqual([]);
  });

  it('speaks its language to every component', () => {
    const wrong = chapter.components.filter(({ attributes }) => attributes['locale'] !== chapter.locale);
    expect(wrong).toEqual([]);
    const origin = chapter.components.filter(({ name }) => name === 'Source' || name === 'Terminal');
    expect(origin.filter(({ attributes }) => !attributes['origin'])).toEqual([]);
  });

  it('keeps one idea to a screen', () => {
    const most = chapter.locale === 'en' ? { size: 150, all: 1100 } : { size: 420, all: 2800 };
    const size = (prose: string): number =>
      (chapter.locale === 'en' ? prose.split(/[\s|]+/) : prose.replace(/[\s|-]/g, '')).length;
    const sizes = chapter.sections.map(({ id, prose }) => ({ id, size: size(prose) }));
    expect(sizes.filter((section) => section.size > most.size)).toEqual([]);
    expect(sizes.reduce((sum, section) => sum + section.size, 0)).toBeLessThan(most.all);
    const crowded = chapter.sections.filter(
      ({ components }) => components.filter(({ name }) => codeBlocks.has(name)).length > 2,
    );
    expect(crowded.map((section) => section.id)).toEqual([]);
  });

  it('gives the reader something to do, and ends with three lines', () => {
    expect(chapter.components.filter(({ name }) => name === 'Bench').length).toBeGreaterThan(0);
    const questions = chapter.components.filter(({ name }) => name === 'Predict');
    expect(questions.length).toBeGreaterThan(0);
    for (const question of questions) expect(choicesOf(question)[Number(question.attributes['answer'])]).toBeTruthy();
    const last = chapter.sections.at(-1);
    expect(last?.id).toBe('what-you-now-know');
    expect(last?.prose.split('\n').filter((line) => line.startsWith('- ')).length).toBe(3);
  });

  it('uses no mark that could stay literal', () => {
    expect(chapter.text.includes('**')).toBe(false);
  });
});
