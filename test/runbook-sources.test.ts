// Every source id of a runbook is a section of our tables of facts, and every question has its runbook.
// The facts lie beside the project and are not part of it; without them these tests skip.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runbooks, slugs } from './runbook-pages.ts';

const facts = new URL('../../shared/facts/', import.meta.url).pathname;
const present = existsSync(facts);
if (!present) process.stdout.write('runbook-sources: the facts are not beside the project; skipped\n');

const files = { AA: 'anonymous-auth.md', KC: 'kubeadm-config.md', AL: 'audit-log.md' } as const;
/** Error texts of our runs, beside the facts. */
const runs = [
  'v1.20.2/matrix.json',
  'v1.28.4/matrix.json',
  'v1.20.2/README.md',
  'v1.20.2/S5/static-failures.jsonl',
].map((file) => `../evidence/${file}`);
const read = (name: string): string => readFileSync(facts + name, 'utf8');

/** `AA §1.3` for `### 1.3 What the user sees`, `OQ 7` for `7. **…`. */
function knownIds(): ReadonlySet<string> {
  const sections = Object.entries(files).flatMap(([key, file]) =>
    [...read(file).matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number]) => `${key} §${number}`),
  );
  const open = [...read('open-questions.md').matchAll(/^(\d+)\. /gm)].map(([, number]) => `OQ ${number}`);
  return new Set([...sections, ...open]);
}

/** Texts of other programs, from their own files: kube-bench cfg/cis-1.10/master.yaml, item 1.2.1. */
const lookedUp = '[WARN] 1.2.1 Ensure that the --anonymous-auth argument is set to false (Manual)';

/** Without the quotes and escapes in which a text may stand in another, and without the user that it names. */
const plain = (text: string): string =>
  text
    .replace(/[\\"']/g, '')
    .replace(/\s+/g, ' ')
    .replace(/User \S+/g, 'User');

/** A text may be joined from several with `: `, and `…` stands for values. */
const piecesOf = (text: string): readonly string[] =>
  text
    .split(/…|: |\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 5);

describe.skipIf(!present)('the runbooks and the facts', () => {
  it('names only sections that exist', () => {
    const known = knownIds();
    expect(known.size).toBeGreaterThan(60);
    const named = runbooks.flatMap(({ data }) => [...data.sources, ...data.versions.flatMap(({ sources }) => sources)]);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('answers questions that were asked', () => {
    const asked = new Set([...read('questions.md').matchAll(/^- slug: `([a-z0-9-]+)`$/gm)].map(([, slug]) => slug));
    expect(asked.size).toBe(25);
    expect(slugs.filter((slug) => !asked.has(slug))).toEqual([]);
  });

  it('shows only texts that the facts or the runs know, piece by piece', () => {
    const known = [...Object.values(files), 'behaviours.json', 'open-questions.md', ...runs]
      .map(read)
      .concat(lookedUp)
      .join('\n');
    const words = plain(known);
    const unknown = runbooks
      .filter(({ locale }) => locale === 'en')
      .flatMap(({ slug, data }) => data.symptom.flatMap(({ text }) => piecesOf(text).map((piece) => ({ slug, piece }))))
      .filter(({ piece }) => !words.includes(plain(piece)));
    expect(unknown).toEqual([]);
  });
});
