// Holds the kept files of the runs: each is the recorded file or a marked cut of it, none holds a private key, and each
// scenario is told in both languages. The recorded runs lie beside the project; without them that part skips.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { clientWords, isClient } from '../src/i18n/evidence-clients.ts';
import { fileWords } from '../src/i18n/evidence-kinds.ts';
import { locales, redact } from '../src/core/index.ts';

const kept = new URL('../content/evidence/', import.meta.url).pathname;
const recorded = new URL('../../shared/evidence/', import.meta.url).pathname;
const present = existsSync(recorded);
if (!present) process.stdout.write('evidence: the recorded runs are not beside the project; skipped\n');

const all = globSync('*/**/*.*', { cwd: kept })
  .filter((file) => !file.endsWith('.mdx'))
  .sort();
const texts = new Map(all.map((file) => [file, readFileSync(kept + file, 'utf8')]));
const textOf = (file: string): string => texts.get(file) ?? '';
const scenarios = [
  ...new Set(all.filter((file) => file.split('/').length > 2).map((file) => file.split('/').slice(0, 2).join('/'))),
];

const cut = /^\[cut here: (\d+) lines? left out\]$/;
const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');

/** Whether a file with cuts says of every line of the recorded one either its words or that it is left out. */
function isCutOf(text: string, whole: string): boolean {
  const lines = linesOf(whole);
  let at = 0;
  const same = linesOf(text).every((line) => {
    const left = cut.exec(line)?.[1];
    if (left === undefined) return line === lines[at++];
    at += Number(left);
    return Number(left) > 0;
  });
  return same && at === lines.length;
}

it('keeps a choice of the files, not all of them', () => {
  expect(all.length).toBeGreaterThan(120);
  expect(all.length).toBeLessThan(170);
  expect([...texts.values()].reduce((bytes, text) => bytes + Buffer.byteLength(text), 0)).toBeLessThan(2_000_000);
});

it('keeps no cut that shows nothing', () => {
  const hollow = all.filter((file) => textOf(file) !== '' && linesOf(textOf(file)).every((line) => cut.test(line)));
  expect(hollow).toEqual([]);
});

describe.skipIf(!present)('beside the recorded runs', () => {
  it.each(all)('%s is the recorded file, or a marked cut of it', (file) => {
    const whole = readFileSync(recorded + file, 'utf8');
    expect(textOf(file) === whole || isCutOf(textOf(file), whole)).toBe(true);
  });
});

it('knows a cut that is not true', () => {
  expect(isCutOf('a\n[cut here: 1 line left out]\nc\n', 'a\nb\nc\n')).toBe(true);
  expect(isCutOf('a\n[cut here: 2 lines left out]\nc\n', 'a\nb\nc\n')).toBe(false);
  expect(isCutOf('a\nc\n', 'a\nb\nc\n')).toBe(false);
  expect(isCutOf('a\n[cut here: 1 line left out]\nC\n', 'a\nb\nc\n')).toBe(false);
});

/** What was decoded from the base64 of a file, too: kubeconfigs carry keys that way. */
const decoded = (text: string): string =>
  [...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)]
    .map(([found]) => Buffer.from(found, 'base64').toString('latin1'))
    .join('\n');

describe('nothing private', () => {
  it('keeps no private key, also not in base64', () => {
    const key = /PRIVATE KEY|client-key-data/;
    expect(all.filter((file) => key.test(textOf(file)) || key.test(decoded(textOf(file))))).toEqual([]);
  });

  it('knows a key when it sees one', () => {
    const pem =
      '-----BEGIN EC ' + 'PRIVATE KEY-----\nMHcCAQEEIIrYSSNQFaA2Hwf1duRSxKtLYX5CB04fSeQ6tF1aY/PuoAoGCCqGSM49\n';
    expect(decoded(Buffer.from(pem).toString('base64'))).toContain('PRIVATE KEY');
  });

  it('keeps no secret but those that were made up for the runs', () => {
    const madeUp = /^(?:0123456789abcdef|not-a-real-token)$/;
    /** `"credential": "wrong-bearer"` names a case of ours, `containerd://…` a container. */
    const noSecret = /"credential": "$|Container ID: +containerd:\/\/$/;
    const left = all.flatMap((file) => {
      const text = textOf(file);
      return redact(text, { keep: ['address', 'name'] })
        .redactions.filter(({ start, end }) => !madeUp.test(text.slice(start, end)))
        .filter(({ start }) => !noSecret.test(text.slice(Math.max(0, start - 40), start)))
        .map(({ kind, start, end }) => `${file}: ${kind} ${text.slice(start, end)}`);
    });
    expect(left).toEqual([]);
  });

  it('shows no address outside the lab', () => {
    const lab = /^(?:10\.146\.0\.[45]|10\.96\.|10\.244\.|127\.|0\.0\.0\.0$|3\.4\.|1\.)/;
    const found = all.flatMap((file) =>
      [...textOf(file).matchAll(/(?<![\w.-])(?:\d{1,3}\.){3}\d{1,3}(?![\w.-])/g)]
        .filter(([address]) => !lab.test(address))
        .map(([address]) => `${file}: ${address}`),
    );
    expect(found).toEqual([]);
  });
});

describe('the scenarios', () => {
  it('are those that a chapter may name', () => {
    const known = readFileSync(new URL('known-evidence.txt', import.meta.url), 'utf8')
      .trim()
      .split('\n');
    expect(scenarios).toEqual(known.filter((id) => /^v1\./.test(id)).sort());
  });

  it.each(scenarios)('%s is told in both languages, with the same settings', (id) => {
    const [en, ja] = locales.map((locale) => {
      const text = readFileSync(`${kept}${id}/${locale}.mdx`, 'utf8');
      const front = load(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') as Record<string, unknown>;
      const { title, description, ...settings } = front;
      return {
        words: [title, description],
        settings,
        headings: [...text.matchAll(/^## .*(\[#[\w-]+\])$/gm)].map(([, name]) => name),
      };
    });
    expect(ja?.settings).toEqual(en?.settings);
    expect(ja?.headings).toEqual(en?.headings);
    expect(en?.headings).toEqual(['[#run]', '[#result]', '[#differs]']);
    expect(ja?.words.every((words) => /[ぁ-んァ-ヶ]/.test(String(words)))).toBe(true);
  });

  it('have words for every file and every client, in both languages', () => {
    const clients = ['v1.20.2', 'v1.28.4'].flatMap((version) =>
      (JSON.parse(textOf(`${version}/matrix.json`)) as readonly { readonly client: string }[]).map((row) => row.client),
    );
    expect(clients.filter((client) => !isClient(client))).toEqual([]);
    for (const locale of locales) {
      for (const file of all.filter((one) => one.split('/').length > 2))
        expect(fileWords(file.split('/').slice(2).join('/'), locale)).not.toBe('');
      for (const client of clients) expect(clientWords(client, locale)).not.toBe('');
    }
  });
});
