// Holds the chapters against the real runs: every id exists, and every line that a chapter shows was really printed.
// The runs lie beside the project and are not part of it; without them the names are held against a list, and the rest skips.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chapters, learn, type Chapter, type Component } from './content-chapters.ts';

const shared = new URL('../../shared/', import.meta.url).pathname;
const evidence = `${shared}evidence/`;
const present = existsSync(evidence);
if (!present) process.stdout.write('content-evidence: the runs are not beside the project; skipped\n');

const english = chapters.filter((chapter) => chapter.locale === 'en');

/** Our own words inside an excerpt: a cut, a command line, a count. */
const ours = /\[\.\.\.\]|^\$ |^\s+\d+ \/|^-{3}$/;

function factIds(): ReadonlySet<string> {
  const facts = JSON.parse(readFileSync(`${shared}facts/behaviours.json`, 'utf8')) as readonly {
    readonly id: string;
  }[];
  return new Set(facts.map((fact) => fact.id));
}

interface Shown {
  readonly chapter: Chapter;
  readonly file: string;
  readonly origins: readonly string[];
}

/** A file beside a chapter, and the files of the run that its origin names. */
function shownFile(chapter: Chapter, { attributes }: Component): readonly Shown[] {
  const file = chapter.files.get(attributes['text'] ?? '');
  const origin = attributes['origin'] ?? '';
  const first = /v1\.\d+\.\d+\/[\w-]+\/[\w.+-]*[\w]/.exec(origin)?.[0];
  if (file === undefined || first === undefined) return [];
  const folder = first.slice(0, first.lastIndexOf('/') + 1);
  const others = [...origin.matchAll(/(?:join-[\w-]+)?\.(?:stderr|stdout)/g)].map(([name]) =>
    name.startsWith('.') ? first.replace(/\.\w+$/, name) : folder + name,
  );
  return [{ chapter, file, origins: [...new Set([first, ...others])] }];
}

const shown = english.flatMap((chapter) => chapter.components.flatMap((component) => shownFile(chapter, component)));

/** One line per command, however it was broken. */
const unbroken = (text: string): readonly string[] => text.replace(/\\\n\s*/g, ' ').split('\n');
const words = (line: string): readonly string[] => line.split(/[\s,{}"\\]+/).filter((word) => word !== '');

/** A line is real if one line of the run has all of its words; JSON is held against its one-line form. */
function missingLines(text: string, real: readonly string[]): readonly string[] {
  const lines = unbroken(text).filter((line) => words(line).length > 0 && !ours.test(line));
  return lines.filter((line) => !real.some((one) => words(line).every((word) => one.includes(word))));
}

/** Every fact and every run that a chapter may name; kept in the project, so that the names hold without the runs. */
const known = readFileSync(new URL('known-evidence.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

it('names only facts and runs that are known', () => {
  const ids = new Set(known);
  expect(ids.size).toBe(known.length);
  const named = english.flatMap((chapter) => chapter.data['evidence'] as readonly string[]);
  expect(named.length).toBeGreaterThan(40);
  expect(named.filter((id) => !ids.has(id))).toEqual([]);
});

describe.skipIf(!present)('the chapters and the runs', () => {
  it('knows only facts and runs that exist', () => {
    const ids = factIds();
    const exists = (id: string): boolean => {
      const [, file, section = ''] = /^(facts\/[a-z-]+)#([\d.]+)$/.exec(id) ?? [];
      if (file !== undefined) return readFileSync(`${shared}${file}.md`, 'utf8').includes(`# ${section}`);
      return id.includes('/') ? existsSync(evidence + id) : ids.has(id);
    };
    expect(known.filter((id) => !exists(id))).toEqual([]);
  });

  it('names the run of every file that it shows', () => {
    const runs = shown.map(({ chapter, origins }) => ({
      chapter: chapter.file,
      run: (origins[0] ?? '').split('/').slice(0, 2).join('/'),
      evidence: chapter.data['evidence'] as readonly string[],
    }));
    expect(shown.length).toBeGreaterThan(15);
    expect(runs.filter((one) => !one.evidence.includes(one.run))).toEqual([]);
  });

  it.each(shown)('$chapter.folder/$file was really printed', ({ chapter, file, origins }) => {
    expect(origins.filter((origin) => !existsSync(evidence + origin))).toEqual([]);
    const real = origins.flatMap((origin) => unbroken(readFileSync(evidence + origin, 'utf8')));
    expect(missingLines(readFileSync(`${learn}${chapter.folder}/${file}`, 'utf8'), real)).toEqual([]);
  });

  it('shows in Japanese what it shows in English', () => {
    const origins = (locale: string): readonly unknown[] =>
      chapters
        .filter((chapter) => chapter.locale === locale)
        .flatMap((chapter) => chapter.components.flatMap((one) => shownFile(chapter, one)))
        .map((one) => [one.file, one.origins]);
    expect(origins('ja')).toEqual(origins('en'));
  });
});
