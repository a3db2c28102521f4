// The terminal command's `migrate`, run for real: the new file on standard output, all words on standard error.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { migrate } from '../src/core/index.ts';

const command = new URL('../src/cli/who-goes-there.mjs', import.meta.url).pathname;

function run(args: readonly string[], { input = '' } = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [command, ...args], {
    input,
    env: { PATH: process.env['PATH'] },
    encoding: 'utf8',
  });
}

describe('migrate', () => {
  const old = `# note
apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    anonymous-auth: "false"
`;
  const quiet = old.replace('v1beta3', 'v1beta4').replace(/apiServer[^]*/, '');

  it('prints the new file alone, and on standard error what is lost', () => {
    const { stdout, stderr, status } = run(['migrate', '-'], { input: old });
    const migration = migrate(old);
    expect(migration).toMatchObject({ refused: false, text: stdout });
    expect(stdout).toContain('  extraArgs:\n  - name: anonymous-auth\n    value: "false"\n');
    expect(stderr).toMatch(/^Lost:\n {2}- The comment in line 1\.\nNote:\n {2}- /);
    expect(stderr).not.toContain('`');
    expect(status).toBe(0);
  });

  it('speaks Japanese', () => {
    expect(run(['migrate', '--lang', 'ja', '-'], { input: old }).stderr).toMatch(
      /^失われるもの:\n {2}- 1行目のコメント。\n補足:/,
    );
  });

  it.each([
    ['nothing to migrate', quiet, /nothing to migrate\.\n$/],
    [
      'what kubeadm would refuse',
      old.replace('extraArgs', 'extraArg'),
      /^kubeadm config migrate would not .*:\n {2}- line 5: /,
    ],
  ])('answers 1 to %s', (_name, input, remark) => {
    const { stdout, stderr, status } = run(['migrate', '-'], { input });
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toMatch(remark);
  });

  it('answers 2 to a file that cannot be read', () => {
    const { stdout, stderr, status } = run(['migrate', 'missing.yaml']);
    expect([stdout, stderr, status]).toEqual(['', 'who-goes-there: missing.yaml: no such file.\n', 2]);
  });
});

describe('wrong usage', () => {
  it.each([
    [['migrate'], /migrate takes one file/],
    [['migrate', 'a.yaml', 'b.yaml'], /migrate takes one file/],
    [['migrate', '--format', 'json', 'a.yaml'], /migrate does not take --format/],
    [['migrate', '--lang', 'ja'], /migrateに指定できるファイルは1つです/],
  ])('%j', (args, message) => {
    const { stdout, stderr, status } = run(args);
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toMatch(message);
  });
});
