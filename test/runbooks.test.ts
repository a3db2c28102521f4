// The runbooks: both languages say the same things, the bench shows what the page names, and nothing is named that is not there.
import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findingKinds, locales } from '../src/core/index.ts';
import { readState, writeState } from '../src/widgets/lab-address.ts';
import { folders } from './content-chapters.ts';
import { codesOn, folder, pairOf, runbooks, slugs, type RunbookFile } from './runbook-pages.ts';

const codes = new Set<string>(findingKinds.map(({ code }) => code));
const chapters = folders.map((name) => name.replace(/^\d+-/, ''));

/** Everything that is not prose: it says the same in every language. */
function skeleton({ data }: RunbookFile): unknown {
  const range = ({ since, until }: { since?: number; until?: number }): unknown => [since, until];
  return {
    order: [data.group, data.order],
    symptom: data.symptom.map((one) => [one.text, range(one)]),
    check: [data.check.command, data.check.reads.length],
    cause: data.cause.line,
    fix: data.fix.map((one) => [one.code, range(one)]),
    verify: data.verify.command,
    undo: data.undo.code,
    versions: data.versions.map((one) => [range(one), one.standing, one.sources]),
    bench: [data.bench.file, data.bench.finds, data.bench.kubernetesVersion, data.bench.command],
    lab: data.lab,
    links: [data.findings, data.chapters, data.related],
    sources: data.sources,
    see: data.see,
  };
}

/** Headings, tables, lists and code of the part below the front matter. */
function shape({ body }: RunbookFile): unknown {
  return {
    anchors: [...body.matchAll(/^(#+) .*?(?:\[#([a-z0-9-]+)\])?$/gm)].map(([, marks, id]) => [marks, id]),
    rows: body.match(/^\| /gm)?.length ?? 0,
    items: body.match(/^(?:- |\d+\. )/gm)?.length ?? 0,
    code: [...body.matchAll(/^```[\s\S]*?^```$/gm)].length,
    links: [...body.matchAll(/\]\(([^)]*)\)/g)].map(([, address]) => address),
  };
}

const texts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, one]) =>
          /^(?:code|command|line|text|source)$/.test(key) && typeof one === 'string' && key !== 'text'
            ? []
            : texts(one),
        )
      : [];

it('numbers the questions, each once, group by group', () => {
  const english = runbooks.filter(({ locale }) => locale === 'en').map(({ data }) => data);
  expect(english.map(({ order }) => order).sort((a, b) => a - b)).toEqual(english.map((_, index) => index + 1));
  const groups = [...english].sort((a, b) => a.order - b.order).map(({ group }) => group);
  expect(groups.filter((group, index) => group !== groups[index - 1]).length).toBe(new Set(groups).size);
});

describe.each(slugs)('%s', (slug) => {
  const [en, ja] = pairOf(slug);

  it('says the same in both languages', () => {
    expect(skeleton(ja)).toEqual(skeleton(en));
    expect(shape(ja)).toEqual(shape(en));
  });

  it('shows on the bench exactly what it says', () => {
    expect(codesOn(en)).toEqual(en.data.bench.finds);
    expect(en.data.bench.finds.filter((code) => !en.data.findings.includes(code))).toEqual([]);
  });

  it('names only findings, chapters and runbooks that are there, and not itself', () => {
    expect(en.data.findings.filter((code) => !codes.has(code))).toEqual([]);
    expect(en.data.chapters.filter((name) => !chapters.includes(name))).toEqual([]);
    expect(en.data.related.filter((name) => name === slug || !slugs.includes(name))).toEqual([]);
  });

  it('opens the lab in a state that it knows, written as the lab writes it', () => {
    if (en.data.lab === undefined) return;
    const { problems, ...state } = readState(en.data.lab);
    expect(problems).toEqual([]);
    expect(writeState(state)).toBe(en.data.lab);
  });

  it('keeps the file of the bench and the two languages beside each other, and nothing else', () => {
    const files = [...locales.map((locale) => `${locale}.mdx`), en.data.bench.file].sort();
    expect(globSync('*', { cwd: folder + slug }).sort()).toEqual(files);
  });

  it('rests every row by version on a source that the page names', () => {
    const named = new Set(en.data.sources);
    const others = en.data.versions
      .flatMap(({ sources }) => sources)
      .filter((id) => !named.has(id) && !id.startsWith('OQ'));
    expect(others).toEqual([]);
    const ranges = [...en.data.symptom, ...en.data.fix, ...en.data.versions, ...en.data.see];
    expect(ranges.filter(({ since = 0, until = Infinity }) => since > until)).toEqual([]);
  });

  it('is short enough to read at night', () => {
    expect(en.data.answer.length).toBeLessThanOrEqual(430);
    expect(ja.data.answer.length).toBeLessThanOrEqual(260);
    expect(en.data.title.length).toBeLessThanOrEqual(90);
    expect(ja.data.title.length).toBeLessThanOrEqual(50);
  });
});

describe.each(runbooks.filter(({ locale }) => locale === 'ja'))('$slug in Japanese', ({ data, body }) => {
  const prose = [...texts(data), body.replace(/^```[\s\S]*?^```$/gm, '').replace(/^\|.*$/gm, '')].join('\n');

  it('is set as Japanese is set', () => {
    const japanese = '[\\u3040-\\u30ff\\u4e00-\\u9fff]';
    const half = new RegExp(`${japanese} +[\\w\`]|[\\w\`] +${japanese}|${japanese}[.,!?;]`, 'g');
    expect(prose.match(half) ?? []).toEqual([]);
    expect(prose.includes('**')).toBe(false);
  });
});
