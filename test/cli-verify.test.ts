// The terminal command's `verify`, run for real: the token comes from a file, and never comes out.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ca, good, identity, other, token } from './verify/our-cluster.ts';

const command = new URL('../src/cli/who-goes-there.mjs', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'who-goes-there-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const joinCommand = `kubeadm join 192.0.2.10:6443 --token ${token} \\\n\t--discovery-token-ca-cert-hash ${ca.pin}\n`;
writeFileSync(join(folder, 'cluster-info.yaml'), good);
writeFileSync(join(folder, 'escape.yaml'), good.replace('192.0.2.10', '192.0.2.10\u001b[31m'));
writeFileSync(join(folder, 'token'), `${token}\n`);
writeFileSync(join(folder, 'join.sh'), joinCommand);
writeFileSync(join(folder, 'other.txt'), 'nothing of the kind');

function run(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [command, 'verify', ...args], {
    cwd: folder,
    input,
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
}

describe('verify', () => {
  it.each([
    ['a token file and a pin', ['--token-file', 'token', '--ca-cert-hash', ca.pin, 'cluster-info.yaml'], ''],
    ['a join command in the token file', ['--token-file', 'join.sh', 'cluster-info.yaml'], ''],
    ['the token on standard input', ['--token-file', '-', '--ca-cert-hash', ca.pin, 'cluster-info.yaml'], token],
    ['everything on standard input', ['-'], `${joinCommand}---\n${good}`],
  ])('passes with %s', (_name, args, input) => {
    const { stdout, stderr, status } = run(args, input);
    expect(stderr).toBe('');
    expect(stdout).toContain('Nothing in here stops this join');
    expect(stdout).toContain(ca.pin);
    expect(stdout).not.toContain('0123456789abcdef');
    expect(stdout).not.toContain('`');
    expect(status).toBe(0);
  });

  it('prints what kubeadm of that version prints, and answers 1', () => {
    const args = [
      '--token-file',
      'token',
      '--ca-cert-hash',
      other.pin,
      '--kubernetes-version',
      '1.28',
      'cluster-info.yaml',
    ];
    const { stdout, status } = run(args);
    expect(stdout).toContain(`  | ${identity}cluster CA found in cluster-info ConfigMap is invalid`);
    expect(status).toBe(1);
    expect(run([...args, '--lang', 'ja']).stdout).toContain('kubeadm 1.28はここで止まります。');
  });

  it('prints JSON without the token', () => {
    const { stdout, status } = run(['--format', 'json', '--token-file', 'join.sh', 'cluster-info.yaml']);
    const { file, verification } = JSON.parse(stdout) as {
      file: string;
      verification: { checks: { verdict: string }[] };
    };
    expect([file, verification.checks.map(({ verdict }) => verdict), status]).toEqual([
      'cluster-info.yaml',
      ['passes'],
      0,
    ]);
    expect(stdout).not.toContain('0123456789abcdef');
  });

  it('goes without a token where nobody can be asked, and says what is missing', () => {
    const { stdout, stderr, status } = run(['cluster-info.yaml']);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('No token was given.');
    expect(stdout).toContain('abcdef, second');
  });

  it('answers 1 where there is no cluster-info', () => {
    const { stdout, status } = run(['other.txt']);
    expect(stdout).toContain('There is no cluster-info in this text');
    expect(status).toBe(1);
  });

  it('shows escape sequences of a paste as pictures', () => {
    expect(run(['--token-file', 'token', 'escape.yaml']).stdout).not.toContain('\u001b');
  });

  it.each([
    [['--token', token, 'cluster-info.yaml'], 'never from an argument'],
    [[`--token=${token}`, 'cluster-info.yaml'], 'never from an argument'],
    [['--token-file', '-', '-'], 'only one of the two'],
    [['--site', 'x', 'cluster-info.yaml'], 'verify does not take --site'],
    [['--format', 'markdown', 'cluster-info.yaml'], '--format cannot be markdown'],
    [[], 'verify takes one file'],
    [['--token-file', 'missing', 'cluster-info.yaml'], 'missing: no such file'],
    [['missing.yaml'], 'missing.yaml: no such file'],
  ])('refuses %j', (args, words) => {
    const { stdout, stderr, status } = run(args);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain(token);
    expect([stdout, status]).toEqual(['', 2]);
  });
});

it('explain and migrate do not take what is the verifier’s', () => {
  const explain = spawnSync(process.execPath, [command, 'explain', '--token-file', 'token', 'token'], {
    encoding: 'utf8',
  });
  expect([explain.stderr.split('\n')[0], explain.status]).toEqual([
    'who-goes-there: explain does not take --token-file.',
    2,
  ]);
});
