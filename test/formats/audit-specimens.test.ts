// Audit logs as other people have published them: how many events a careful reader finds in each file, and what we find.
// The files are not part of the project; without them there is nothing to compare.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/core/index.ts';

const folder = new URL('../../../shared/samples/audit/', import.meta.url).pathname;
const there = existsSync(folder);

/** Events by a reader's count where it is not the number of `auditID`s; `other` names a log that is none. */
const counted: Readonly<Record<string, number>> = {
  'basic-audit-2016-two-lines.txt': 2,
  'panic-legacy-and-fragment.txt': 1,
  'cdk-scan-anonymous-root-403.json': 1,
  // Cut off or damaged: the last entry, or all of them, cannot be read by anybody.
  'cat-more-wrapped-cut.txt': 1,
  'killercoda-terminal-readyz-probes.txt': 6,
  'terminal-columns-lost.txt': 0,
};
const shapes: readonly (readonly [pattern: RegExp, events: number])[] = [
  [/\/gke_audit\//, 0],
  [/\/k8s_audit\//, 1],
];

const files = there
  ? globSync('**/*.*', { cwd: folder })
      .filter((file) => /\.(?:json|ya?ml|log|txt)$/.test(file))
      .sort()
  : [];

/** The keys of an event, `auditID` in any quoting, without those of examples in bodies. */
function expectedEvents(file: string, text: string): number {
  const name = file.split('/').at(-1) ?? '';
  const shape = shapes.find(([pattern]) => pattern.test(file));
  return counted[name] ?? shape?.[1] ?? [...text.matchAll(/\bauditID[\\"]*\s*:/g)].length;
}

describe.skipIf(!there)('published audit logs', () => {
  it('are read as a careful reader reads them', ({ annotate }) => {
    const results = files.map((file) => {
      const text = readFileSync(folder + file, 'utf8');
      const report = inspect(text);
      const found = report.objects.filter(({ kind }) => kind === 'Event').length;
      return { file, found, expected: expectedEvents(file, text), codes: report.findings.map(({ code }) => code) };
    });
    const agreed = results.filter(({ found, expected }) => found === expected);
    const events = results.reduce((sum, { found }) => sum + found, 0);
    void annotate(`published audit logs: ${agreed.length} of ${files.length} files agreed, ${events} events`);
    expect(results.filter(({ found, expected }) => found !== expected)).toEqual([]);
    expect(files.length).toBeGreaterThan(60);
  });

  it('are named where they are another log, and counted where they are damaged', () => {
    const codesOf = (name: string): readonly string[] =>
      files
        .filter((file) => file.includes(name))
        .flatMap((file) => inspect(readFileSync(folder + file, 'utf8')).findings.map(({ code }) => code));
    expect(codesOf('/gke_audit/').filter((code) => code === 'KA008')).toHaveLength(9);
    expect(codesOf('terminal-columns-lost')).toEqual(expect.arrayContaining(['KA005']));
    expect(codesOf('cat-more-wrapped-cut')).toContain('KA006');
    expect(codesOf('killercoda-terminal-readyz-probes')).toContain('KA006');
  });
});

it.skipIf(there)('has no published audit logs beside the project: nothing to compare', () => {
  expect(there).toBe(false);
});
