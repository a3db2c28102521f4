// The terminal command, run for real: what it prints, where, and with which exit code.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { padTo, printable, widthOf, wrap } from '../src/print/columns.ts';
import { excerpt } from '../src/print/excerpt.ts';
import { inspect } from '../src/core/index.ts';

const command = new URL('../src/cli/who-goes-there.mjs', import.meta.url).pathname;
const packageFile = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const folder = mkdtempSync(join(tmpdir(), 'who-goes-there-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const off = `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.20.0
apiServer:
  extraArgs:
    anonymous-auth: "false"
`;
const quiet = 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.34.0\n';

writeFileSync(join(folder, 'off.yaml'), off);
writeFileSync(join(folder, 'quiet.yaml'), quiet);

interface Circumstances {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
}

function run(args: readonly string[], { input = '', env = {} }: Circumstances = {}): SpawnSyncReturns<string> {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    input,
    env: { PATH, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
}

describe('explain', () => {
  it('names the place, shows the line with marks, and answers 1', () => {
    const { stdout, stderr, status } = run(['explain', 'off.yaml', '--kubernetes-version', '1.20']);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^off\.yaml\n {2}.*ClusterConfiguration kubeadm\.k8s\.io\/v1beta2/);
    expect(stdout).toMatch(/^off\.yaml:6:21 error KA201 \S/m);
    expect(stdout).toContain('  6 |     anonymous-auth: "false"\n    |                     ^^^^^^^\n');
    expect(stdout).toContain("couldn't validate the identity of the API Server: Unauthorized");
    expect(stdout).toContain('findings/KA201/');
    expect(stdout).toMatch(/^ {2}kubeadm join \(token\) +fails +401 {2}\(because of KA201\)$/m);
    expect(stdout).toMatch(/^ {2}--anonymous-auth=false +extraArgs, line 6$/m);
    expect(stdout).toMatch(/^ {2}--authorization-mode=Node,RBAC +kubeadm$/m);
    expect(stdout, 'no colours in a pipe').not.toContain('\x1b');
  });

  it('answers 0 where nothing is worse than a note', () => {
    const { findings } = inspect(quiet);
    expect(findings.filter((finding) => finding.severity !== 'note')).toEqual([]);
    expect(run(['explain', 'quiet.yaml']).status).toBe(0);
  });

  it('reads standard input', () => {
    const { stdout, status } = run(['explain', '-'], { input: off });
    expect(stdout).toMatch(/^-\n/);
    expect(stdout).toMatch(/^-:6:21 error KA201/m);
    expect(status).toBe(1);
  });

  it('reads UTF-16 as Windows writes it', () => {
    const input = Buffer.from(`\ufeff${off}`, 'utf16le');
    expect(run(['explain', '-'], { input }).stdout).toContain('KA201');
  });

  it('judges for the version and the command that it is told', () => {
    const args = [
      'explain',
      'off.yaml',
      '--format',
      'json',
      '--kubernetes-version',
      'v1.34.2',
      '--command',
      'config migrate',
    ];
    const { report } = JSON.parse(run(args).stdout) as { report: unknown };
    expect(report).toEqual(inspect(off, { kubernetesVersion: 'v1.34.2', command: 'config migrate' }));
  });
});

describe('--format', () => {
  it('json: one line per file, the report as the core gives it', () => {
    const { stdout, status } = run(['explain', '--format=json', 'off.yaml', 'quiet.yaml']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { file: 'off.yaml', report: inspect(off) },
      { file: 'quiet.yaml', report: inspect(quiet) },
    ]);
    expect(status).toBe(1);
  });

  it('markdown: headings, links, and nothing from the file as markup', () => {
    const { stdout } = run(['explain', '--format', 'markdown', '--site', 'https://example.org/guide/', 'off.yaml']);
    expect(stdout).toMatch(/^# `off\.yaml`\n/);
    expect(stdout).toContain('### [KA201](https://example.org/guide/findings/KA201/) ');
    expect(stdout).toContain('```text\n    anonymous-auth: "false"\n                    ^^^^^^^\n```');
    const hostile = run(['explain', '--format', 'markdown', '-'], { input: '<img src=x>```\n[a](b) **c**\n' }).stdout;
    expect(hostile.replace(/(`{3,})text\n[^]*?\n\1/g, '').replace(/(`+)[^`][^]*?\1/g, '')).not.toMatch(/<img|\*\*c/);
  });
});

describe('language', () => {
  it.each([
    [{ LANG: 'ja_JP.UTF-8' }, [], 'エラー KA201'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C.UTF-8' }, [], 'error KA201'],
    [{ LC_ALL: 'ja' }, ['--lang', 'en'], 'error KA201'],
    [{}, ['--lang', 'ja'], 'エラー KA201'],
    [{}, [], 'error KA201'],
  ])('%j %j → %s', (env, options, expected) => {
    expect(run(['explain', ...options, 'off.yaml'], { env }).stdout).toContain(expected);
  });

  it('links to the page in that language', () => {
    const env = { WHO_GOES_THERE_URL: 'https://example.org' };
    expect(run(['explain', '--lang=ja', 'off.yaml'], { env }).stdout).toContain(
      'https://example.org/ja/findings/KA201/',
    );
  });
});

describe('what cannot be read', () => {
  it('is said on standard error; the other files are read, and the answer is 2', () => {
    const { stdout, stderr, status } = run(['explain', 'missing.yaml', '.', 'off.yaml']);
    expect(stderr).toBe(
      'who-goes-there: missing.yaml: no such file.\nwho-goes-there: .: this is a directory; name a file.\n',
    );
    expect(stdout).toContain('off.yaml:6:21 error KA201');
    expect(status).toBe(2);
  });

  it('says so in Japanese', () => {
    expect(run(['explain', '--lang', 'ja', 'missing.yaml']).stderr).toBe(
      'who-goes-there: missing.yaml: ファイルがありません。\n',
    );
  });

  it.each([
    ['binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0xff, 0xfe, 0x80]), 1],
    ['50 MB of text', Buffer.alloc(50_000_000, 'anonymous-auth: "false"\n'), 1],
    ['nothing', '', 0],
  ])('explains %s in a sentence', (_name, input, exitCode) => {
    const { stdout, stderr, status } = run(['explain', '-'], { input });
    expect(stderr).toBe('');
    expect(status).toBe(exitCode);
    expect(stdout).toMatch(/KA00\d/);
    expect(stdout.length).toBeLessThan(5000);
  });

  it('does not swallow what is far too large', () => {
    const { stderr, status } = run(['explain', '-'], { input: Buffer.alloc(100_000_001, 'a') });
    expect(stderr).toMatch(/^who-goes-there: -: larger than 100 MB/);
    expect(status).toBe(2);
  });

  it('shows control characters instead of sending them to the terminal', () => {
    const input = `kind: \x1b]0;title\x07\x1b[31mClusterConfiguration\n${off}`;
    expect(run(['explain', '-'], { input }).stdout).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/);
  });
});

describe('wrong usage', () => {
  it.each([
    [[], /explain FILE/],
    [['explain'], /at least one file/],
    [['judge', 'off.yaml'], /no command judge/],
    [['explain', '--colour', 'off.yaml'], /no option --colour/],
    [['explain', 'off.yaml', '--lang'], /--lang needs a value/],
    [['explain', '--lang', '--format', 'json', 'off.yaml'], /--lang needs a value/],
    [['explain', '--lang', 'fr', 'off.yaml'], /--lang cannot be fr; choose one of: en, ja/],
    [['explain', '--format', 'xml', 'off.yaml'], /choose one of: text, json, markdown/],
    [['explain', '--command', 'reset', 'off.yaml'], /choose one of: init, join, config validate, config migrate/],
    [['explain', '--kubernetes-version', 'stable-1', 'off.yaml'], /stable-1 is not a Kubernetes version/],
    [['--help=yes'], /--help takes no value/],
  ])('%j', (args, message) => {
    const { stdout, stderr, status } = run(args);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('who-goes-there --help');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('help and version', () => {
  it.each(['en', 'ja'])('--help in %s names every option and exit code', (lang) => {
    const { stdout, status } = run(['--help', '--lang', lang]);
    expect(status).toBe(0);
    for (const name of [
      ...['--lang', '--format', '--kubernetes-version', '--command', '--site', '--help', '--version'],
      ...['--token-file', '--ca-cert-hash'],
    ]) {
      expect(stdout).toContain(name);
    }
    expect(stdout).toMatch(/\n {2}0 {2}.*\n {2}1 {2}.*\n {2}2 {2}/);
    for (const line of stdout.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(100);
  });

  it('--version', () => {
    expect(run(['--version']).stdout).toBe(`who-goes-there ${packageFile.version}\n`);
  });
});

it.skipIf(process.platform === 'win32')('is quiet when the reader of its output leaves', () => {
  const many = `for i in $(seq 200); do echo off.yaml; done | xargs "${process.execPath}" "${command}" explain | head -1`;
  const { stdout, stderr } = spawnSync('sh', ['-c', many], { cwd: folder, encoding: 'utf8' });
  expect(stdout).toBe('off.yaml\n');
  expect(stderr).toBe('');
});

describe('columns', () => {
  it('counts full-width characters twice and marks not at all', () => {
    expect([widthOf('abc'), widthOf('誰何'), widthOf('e\u0301'), padTo('誰', 4)]).toEqual([3, 4, 1, '誰  ']);
  });

  it('breaks both languages without a closing mark at the start of a line', () => {
    const text =
      'フラグ`anonymous-auth`を消し、匿名リクエストを4つのパスだけに許します(kubeadmはコピーしません)。次の行です。';
    for (let width = 12; width < 60; width += 1) {
      const lines = wrap(text, width);
      expect(lines.join('')).toBe(text);
      expect(lines.filter((line) => /^[、。)」ー]/.test(line))).toEqual([]);
    }
    expect(wrap('one two three', 8)).toEqual(['one two', 'three']);
  });

  it('shows control characters as pictures', () => {
    expect(printable('a\x1b[31m\tb\nc\x07\u202e')).toBe('a␛[31m\tb\nc␇�');
  });
});

describe('excerpt', () => {
  const at = (text: string, start: number, end: number): ReturnType<typeof excerpt> => {
    const column = start - (text.lastIndexOf('\n', start - 1) + 1) + 1;
    const line = text.slice(0, start).split('\n').length;
    const position = { line, column, offset: start };
    return excerpt(text, { start: position, end: { ...position, offset: end } });
  };

  it('marks a range, full-width characters included', () => {
    expect(at('a\n値: 偽\nb', 5, 6)).toEqual({ line: 2, text: '値: 偽', marks: '    ^^' });
  });

  it('marks the first line of a longer range, and an empty range with one caret', () => {
    expect(at('a: |\n  b\n', 3, 8).marks).toBe('   ^');
    expect(at('abc', 3, 3)).toEqual({ line: 1, text: 'abc', marks: '   ^' });
  });

  it('cuts a long line around the range', () => {
    const { text, marks } = at(`${'x'.repeat(1000)}HERE${'y'.repeat(1000)}`, 1000, 1004);
    expect(text.length).toBeLessThan(170);
    expect(text.startsWith('…') && text.endsWith('…')).toBe(true);
    expect(text.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('HERE');
  });
});
