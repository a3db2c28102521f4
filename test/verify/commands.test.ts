// The commands by hand, run in a shell: they give what the page says of its example, and fill the discovery file.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readGoYaml } from '../../src/core/source/go-yaml.ts';
import { discoverySet, libraryDigests, verifyClusterInfo } from '../../src/core/verify/index.ts';
import { verifyCommands } from '../../src/i18n/verify-commands.ts';

const hasTools = ['bash', 'openssl', 'base64', 'awk'].every((tool) => spawnSync(tool, ['--help']).error === undefined);
const reason = hasTools ? '' : ' (needs bash, OpenSSL, base64 and awk)';

const text = readFileSync(new URL('../../content/examples/cluster-info.yaml', import.meta.url), 'utf8');
const { data } = readGoYaml(text).value as { readonly data: Readonly<Record<string, string>> };
const folder = mkdtempSync(join(tmpdir(), 'who-goes-there-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (script: string, input = ''): string =>
  execFileSync('bash', ['-euc', script], { cwd: folder, input, encoding: 'utf8' });

describe.runIf(hasTools)(`by hand${reason}`, () => {
  writeFileSync(join(folder, 'kubeconfig'), data['kubeconfig'] ?? '');

  it('the signature is the one of the example', () => {
    const sign = `${verifyCommands.secret}\n${verifyCommands.sign}`;
    expect(run(sign, 'throwaway0token1\n').trim()).toBe(data['jws-kubeconfig-sample']);
    expect(run(sign, 'throwaway0token2\n').trim()).not.toBe(data['jws-kubeconfig-sample']);
  });

  it('the pin and the certificate are those that the verifier reads', async () => {
    const options = { minor: 34, now: Date.now(), digests: libraryDigests };
    const [card] = (await verifyClusterInfo({ text }, options)).certificates;
    expect(
      run(verifyCommands.pin)
        .trim()
        .replace(/.*[ =]/, 'sha256:'),
    ).toBe(card?.pin);
    const said = run(verifyCommands.read);
    expect(said).toMatch(/subject=\s*CN ?= ?kubernetes/);
    expect(said).toContain('notAfter=Dec 31 23:59:59 2049 GMT');
    expect(card?.notAfter).toBe('2049-12-31T23:59:59Z');
  });

  it('a fresh token goes into the discovery file, which nobody else may read', () => {
    const set = discoverySet({ server: 'https://192.0.2.10:6443', caData: 'QQ==' }, 'token');
    writeFileSync(join(folder, 'discovery.conf'), set.text);
    const kubeadm = 'kubeadm() { [ "$*" = "token create --ttl 2h" ] && echo fresh1.0123456789abcdef; }';
    run(`${kubeadm}\n${set.commands.find(({ purpose }) => purpose === 'token')?.text}`);
    const filled = join(folder, 'discovery-filled.conf');
    expect(readFileSync(filled, 'utf8')).toBe(set.text.replace('TOKEN-ID.TOKEN-SECRET', 'fresh1.0123456789abcdef'));
    expect(statSync(filled).mode & 0o077).toBe(0);
  });
});
