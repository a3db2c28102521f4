// `who-goes-there audit`: files, formats and exit codes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderRotated } from '../src/cli/audit-order.ts';
import { makeAuditLog } from './bench/audit-log.ts';

const command = new URL('../src/cli/who-goes-there.mjs', import.meta.url).pathname;
const made = makeAuditLog({ size: 2_500_000, seed: 4 });
const log = [...made.lines].join('');
let folder = '';
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'who-goes-there-'));
  const half = log.indexOf('\n', log.length / 2) + 1;
  writeFileSync(at('audit.log'), log.slice(half));
  writeFileSync(at('audit-2026-01-05T08-00-00.000.log.gz'), gzipSync(log.slice(0, half)));
  writeFileSync(at('whole.log'), log);
  writeFileSync(at('utf16.log'), Buffer.from(`\ufeff${log}`, 'utf16le'));
  writeFileSync(at('cut.log'), log.slice(0, -100));
});
afterAll(() => rmSync(folder, { recursive: true }));

function audit(args: readonly string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
  return spawnSync(process.execPath, [command, 'audit', ...args], { encoding: 'utf8', input, env, maxBuffer: 1e8 });
}
const json = (args: readonly string[], input = ''): Record<string, unknown> =>
  JSON.parse(audit(['--format', 'json', ...args], input).stdout) as Record<string, unknown>;

describe('files', () => {
  it('are counted alike: whole, rotated and compressed, UTF-16, standard input, every line parsed', () => {
    const { groups, timeline, tallies, events } = json([at('whole.log')]);
    expect(events).toBe(made.truth.events);
    const rotated = json([at('audit.log'), at('audit-2026-01-05T08-00-00.000.log.gz')]);
    expect(rotated).toMatchObject({ events, timeline, tallies, sequences: expect.any(Array) });
    expect(rotated['files']).toEqual([at('audit-2026-01-05T08-00-00.000.log.gz'), at('audit.log')]);
    for (const other of [json([at('utf16.log')]), json(['-'], log), json(['--every-line', at('whole.log')])]) {
      expect(other).toMatchObject({ events, timeline, tallies, groups });
    }
  }, 60_000);

  it('that are missing are named, and the others count', () => {
    const { status, stdout, stderr } = audit(['--format', 'json', at('nothing.log'), at('whole.log')]);
    expect([status, stderr]).toEqual([2, `who-goes-there: ${at('nothing.log')}: no such file.\n`]);
    expect(JSON.parse(stdout)).toMatchObject({ events: made.truth.events });
  });

  it('that end in the middle of a line exit with 1 and say where', () => {
    const { status, stdout } = audit([at('cut.log')]);
    expect(status).toBe(1);
    expect(stdout).toContain(`cut.log:${made.truth.events}  broken JSON`);
  });

  it('are read in the order in which they were written', () => {
    expect(orderRotated(['a.log', 'a.log.1', 'a.log.10.gz', 'a.log.2.gz', 'b.log'])).toEqual([
      'a.log.10.gz',
      'a.log.2.gz',
      'a.log.1',
      'a.log',
      'b.log',
    ]);
  });
});

describe('formats', () => {
  it('say the same in words, in both languages', () => {
    const english = audit([at('whole.log')]);
    expect(english.status).toBe(0);
    expect(english.stdout).toContain(`${made.truth.events} events`);
    expect(english.stdout).toContain(`Anonymous: ${made.truth.anonymous} events`);
    expect(audit(['--lang', 'ja', at('whole.log')]).stdout).toContain(`匿名: イベント${made.truth.anonymous}件`);
    expect(audit(['--format', 'markdown', at('whole.log')]).stdout).toContain('| --- |');
  });

  it('let no escape sequence and no formula through', () => {
    const [line = ''] = log.split('\n').filter((one) => one.includes('kube-probe/1.33'));
    const hostile = line.replace('kube-probe/1.33', '\\u001b[31m=HYPERLINK').replace('"livez', '"livez');
    expect(audit(['-'], `${hostile}\n`).stdout).toContain('␛[31m=HYPERLINK');
    const formula = line.replace('kube-probe/1.33', '=HYPERLINK(1,\\"x\\")');
    expect(audit(['--format', 'csv', '-'], `${formula}\n`).stdout).toContain(`"'=HYPERLINK(1,""x"")"`);
  });
});

it('refuses what makes no sense, and explains itself', () => {
  expect(audit([]).status).toBe(2);
  expect(audit(['--format', 'xml', at('whole.log')]).stderr).toContain('csv');
  expect(audit(['--site', 'x', at('whole.log')]).stderr).toContain('--site');
  expect(audit(['--help']).stdout).toContain('--follow');
  expect(audit(['-'], 'hello\n').status).toBe(1);
});
