// `who-goes-there audit --follow`: a log that grows while it is read, in the middle of lines, and is rotated or emptied.
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAuditLog } from './bench/audit-log.ts';

const command = new URL('../src/cli/who-goes-there.mjs', import.meta.url).pathname;
const made = makeAuditLog({ size: 300_000, seed: 9 });
const lines = [...made.lines].join('').split(/(?<=\n)/);
let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'who-goes-there-'))));
afterAll(() => rmSync(folder, { recursive: true }));

interface Followed {
  readonly heard: () => string;
  /** Waits for a text on standard error. */
  readonly hear: (text: string) => Promise<void>;
  /** What was printed at the end, brought about by Ctrl+C unless it comes by itself. */
  readonly end: (signal?: 'SIGINT') => Promise<{ status: number | null; summary: Record<string, unknown> }>;
}

function follow(file: string): Followed {
  const env = { ...process.env, LC_ALL: 'C', NO_COLOR: '1' };
  const child = spawn(process.execPath, [command, 'audit', '--follow', '--format', 'json', file], { env });
  const said = { out: '', err: '' };
  child.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (said.err += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    heard: () => said.err,
    async hear(text) {
      await expect.poll(() => said.err, { timeout: 20_000 }).toContain(text);
    },
    async end(signal) {
      if (signal) child.kill(signal);
      const status = await ended;
      return { status, summary: JSON.parse(said.out) as Record<string, unknown> };
    },
  };
}

/** An anonymous request that nothing else in the log looks like. */
const marked = (mark: string): string =>
  (lines.find((line) => line.includes('kube-probe/1.33')) ?? '').replace('kube-probe/1.33', mark);

it('reads on where a line was half written, tells new requests, and goes on after a rotation', async () => {
  const file = join(folder, 'audit.log');
  const [first, half, rest] = [lines.slice(0, 50), lines[50] ?? '', lines.slice(51)];
  writeFileSync(file, first.join('') + half.slice(0, 300));
  const followed = follow(file);
  await followed.hear('Following');
  appendFileSync(file, half.slice(300) + marked('mark-appended'));
  await followed.hear('mark-appended');
  // Written behind the last look at the old file.
  appendFileSync(file, marked('mark-late'));
  renameSync(file, `${file}.1`);
  writeFileSync(file, rest.join('') + marked('mark-rotated'));
  await followed.hear('mark-rotated');
  expect(followed.heard()).toContain('mark-late');
  truncateSync(file);
  await new Promise((resolve) => setTimeout(resolve, 1200));
  appendFileSync(file, marked('mark-emptied'));
  await followed.hear('mark-emptied');
  const { status, summary } = await followed.end('SIGINT');
  expect(status).toBe(0);
  expect(summary).toMatchObject({ events: made.truth.events + 4, files: [file, file, file] });
  expect(summary).toMatchObject({ unread: { counts: { broken: 0, 'no-json': 0, 'other-json': 0 } } });
}, 60_000);

it('says which files it cannot follow, and summarises them', async () => {
  const file = join(folder, 'audit.log.gz');
  writeFileSync(file, gzipSync(lines.join('')));
  const followed = follow(file);
  await followed.hear('only a plain text file can be followed');
  const { summary } = await followed.end();
  expect(summary).toMatchObject({ events: made.truth.events });
}, 60_000);
