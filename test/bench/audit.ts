// `npm run bench:audit [-- MEGABYTES]`: reads one generated log with the command, jq, grep -c and JSON.parse of every line, in turn,
// and prints ratios; then the worst cases. Absolute times say little: other work shares the machine. Not a test; only different
// counts or far too much memory make it fail.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogWishes } from './audit-log.ts';
import { writeLog } from './log-file.ts';

const megabytes = Number(process.argv[2] ?? 200);
const rounds = 5;
const mostMemory = 160_000;
const command = new URL('../../src/cli/who-goes-there.mjs', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'who-goes-there-bench-'));
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const write = (name: string, wishes: LogWishes, rewrite?: (event: unknown) => string): string =>
  writeLog(join(folder, name), wishes, rewrite);

const parseEach = `
const { openSync, readSync } = require('node:fs');
const file = openSync(process.argv[1], 'r');
const buffer = Buffer.alloc(1 << 20);
let rest = Buffer.alloc(0), events = 0;
for (let length; (length = readSync(file, buffer, 0, buffer.length, null)) > 0; ) {
  const bytes = Buffer.concat([rest, buffer.subarray(0, length)]);
  let at = 0;
  for (let end; (end = bytes.indexOf(10, at)) >= 0; at = end + 1) if (JSON.parse(bytes.utf8Slice(at, end)).kind === 'Event') events++;
  rest = Buffer.from(bytes.subarray(at));
}
console.log(events);`;

interface Contender {
  readonly name: string;
  readonly run: (file: string) => readonly string[];
}

const programs: readonly Contender[] = [
  { name: 'who-goes-there audit', run: (file) => [process.execPath, command, 'audit', '--format', 'json', file] },
  { name: 'grep -c', run: (file) => ['grep', '-c', '"system:anonymous"', file] },
  { name: 'JSON.parse of every line', run: (file) => [process.execPath, '-e', parseEach, file] },
  { name: 'jq', run: (file) => ['jq', '-c', 'select(.user.username == "system:anonymous") | .verb', file] },
];
const contenders = programs.filter(({ name }) => name !== 'jq' || isInstalled('jq'));

function isInstalled(program: string): boolean {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  say(status === 0 ? stdout.trim() : `${program} is not installed: left out`);
  return status === 0;
}

/** Seconds of one run, and what it printed. */
function measure({ run }: Contender, file: string): { readonly seconds: number; readonly output: string } {
  const [program = '', ...args] = run(file);
  const started = performance.now();
  const { stdout, status, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return { seconds: (performance.now() - started) / 1000, output: stdout };
}

function compare(title: string, file: string, turns: number, least: readonly Contender[] = contenders): void {
  const times = new Map(least.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < turns; round++)
    for (const one of least) times.get(one.name)?.push(measure(one, file).seconds);
  const median = (name: string): number => (times.get(name) ?? []).sort((a, b) => a - b)[turns >> 1] ?? Number.NaN;
  const ours = median('who-goes-there audit');
  say(`\n${title}`);
  for (const { name } of least) {
    const own = median(name);
    say(`  ${name.padEnd(26)} ${own.toFixed(2)} s   ours: ${(own / ours).toFixed(2)} times its speed`);
  }
}

function checkMemory(file: string): void {
  const probe = `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'rss'))}, String(process.resourceUsage().maxRSS)))`;
  spawnSync(process.execPath, [
    '--import',
    `data:text/javascript,import{createRequire}from'node:module';const require=createRequire('/');${encodeURIComponent(probe)}`,
    command,
    'audit',
    file,
  ]);
  const kilobytes = Number(readFileSync(join(folder, 'rss'), 'utf8'));
  say(`\nmemory of the process: ${(kilobytes / 1000).toFixed(0)} MB at most`);
  if (kilobytes > mostMemory) process.exitCode = 1;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}

try {
  say(`Node ${process.version}, ${megabytes} MB, median of ${rounds} rounds in turn`);
  const file = write('audit.log', { size: megabytes * 1e6 });
  // Once for the page cache, and for Node's cache of compiled sources; and all must agree.
  const [ours, , parsed] = contenders.map((one) => measure(one, file).output);
  const { events } = JSON.parse(ours ?? '') as { events: number };
  if (events !== Number(parsed)) {
    say(`DIFFERENT: ${events} events, JSON.parse finds ${parsed}`);
    process.exitCode = 1;
  }
  compare(`${events} events as kube-apiserver writes them`, file, rounds);
  checkMemory(file);
  const small = { size: Math.min(megabytes, 100) * 1e6 };
  const worst = contenders.filter(({ name }) => name === 'jq' || name.startsWith('who'));
  compare('worst case: every line anonymous', write('anonymous.log', { ...small, onlyAnonymous: true }), 3, worst);
  const sorted = write('sorted.log', small, (event) => JSON.stringify(sortKeys(event)));
  compare('worst case: keys in another order', sorted, 3, worst);
  const pretty = write('pretty.log', small, (event) => JSON.stringify(event, null, 2));
  compare('worst case: pretty-printed', pretty, 3, worst);
} finally {
  rmSync(folder, { recursive: true });
}
