// `--format sarif`: one log for all files, whose places are those of the reports.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { findingKinds, inspect } from '../src/core/index.ts';

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [
    { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region } },
  ];
  readonly fixes?: readonly [
    {
      readonly artifactChanges: readonly [
        {
          readonly replacements: readonly {
            readonly deletedRegion: Region;
            readonly insertedContent?: { readonly text: string };
          }[];
        },
      ];
    },
  ];
}
interface Rule {
  readonly id: string;
  readonly helpUri?: string;
  readonly shortDescription: { readonly text: string };
}
interface Log {
  readonly version: string;
  readonly runs: readonly [
    { readonly tool: { readonly driver: { readonly rules: readonly Rule[] } }; readonly results: readonly Result[] },
  ];
}

const command = new URL('../src/cli/who-goes-there.mjs', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'who-goes-there-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

// One file for each finding, from its own first example: quotes, line ends and Japanese file names come with it.
const files = findingKinds.map(({ code, fires: [{ text, repeat = 1 }] }) => {
  const name = `${code} 設定#1.yaml`;
  const plain = text.replace(/[«»]/g, '').repeat(repeat);
  writeFileSync(join(folder, name), plain);
  return { name, plain };
});

function sarif(names: readonly string[], ...options: readonly string[]): { log: Log; status: number | null } {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    [command, 'explain', '--format', 'sarif', ...options, ...names],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26, env: { PATH: process.env['PATH'] ?? '' } },
  );
  expect(stderr).toBe('');
  return { log: JSON.parse(stdout) as Log, status };
}

it('has each finding of each file once, at the place of the report, with its rule', () => {
  const { log, status } = sarif(files.map(({ name }) => name));
  const [{ tool, results }] = log.runs;
  expect(log.version).toBe('2.1.0');
  expect(status).toBe(1);
  const { rules } = tool.driver;
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
  const expected = files.flatMap(({ name, plain }) =>
    inspect(plain).findings.map(({ code, severity, range, edits }) => ({
      uri: encodeURIComponent(name),
      code,
      severity,
      line: range.start.line,
      text: plain.slice(range.start.offset, range.end.offset),
      edits: edits?.map(({ range: { start, end }, newText }) => [start.offset, end.offset - start.offset, newText]),
    })),
  );
  const told = results.map(({ ruleId, level, locations: [{ physicalLocation }], fixes }) => {
    const { uri } = physicalLocation.artifactLocation;
    const { startLine, charOffset, charLength } = physicalLocation.region;
    const plain = files.find(({ name }) => encodeURIComponent(name) === uri)?.plain ?? '';
    const replacements = fixes?.[0].artifactChanges[0].replacements;
    return {
      uri,
      code: ruleId,
      severity: level,
      line: startLine,
      text: plain.slice(charOffset, charOffset + charLength),
      edits: replacements?.map(({ deletedRegion, insertedContent }) => [
        deletedRegion.charOffset,
        deletedRegion.charLength,
        insertedContent?.text ?? '',
      ]),
    };
  });
  expect(told).toEqual(expected);
  expect(told.length).toBeGreaterThan(findingKinds.length / 2);
});

it('links each rule to its page if the site is known, in the language asked for', () => {
  const one = files.slice(0, 1).map(({ name }) => name);
  const links = (...options: readonly string[]): readonly (string | undefined)[] =>
    sarif(one, ...options).log.runs[0].tool.driver.rules.map(({ helpUri }) => helpUri);
  expect(links('--site', 'https://example.org/guide/')).toContain('https://example.org/guide/findings/KA001/');
  expect(links('--site', 'https://example.org/guide/', '--lang', 'ja')).toContain(
    'https://example.org/guide/ja/findings/KA001/',
  );
  expect(links()).toContain(undefined);
});

it('is a log without results where nothing is found', () => {
  writeFileSync(
    join(folder, 'quiet.yaml'),
    'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.34.0\n',
  );
  const { log, status } = sarif(['quiet.yaml']);
  expect(log.runs[0].results).toEqual([]);
  expect(log.runs[0].tool.driver.rules).toEqual([]);
  expect(status).toBe(0);
});
