// core/kubernetes/join-output: what was typed, which step failed and why; held against every join of the recorded runs.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspect, locales, tell, type Story } from '../../src/core/index.ts';
import { readJoinCommand } from '../../src/core/kubernetes/join-command.ts';

const outputStory = (text: string): Story | undefined =>
  inspect(text).stories.find(({ kind }) => kind === 'join-output');

/** An answer of several lines at -v=8 may break one output in two. */
const lastStory = (text: string): Story | undefined =>
  inspect(text).stories.findLast(({ kind }) => kind === 'join-output');

describe('the command', () => {
  it('is read over prompts and continuation lines', () => {
    const text = `root@node01:~# sudo kubeadm join 10.146.0.4:6443 --token=abcdef.0123456789abcdef \\
>     --discovery-token-ca-cert-hash sha256:aa,sha256:bb --control-plane \\
>     --discovery-token-ca-cert-hash sha256:cc
[preflight] Running pre-flight checks
`;
    expect(readJoinCommand(text)).toEqual({
      endpoint: '10.146.0.4:6443',
      tokenID: 'abcdef',
      caCertHashes: ['sha256:aa', 'sha256:bb', 'sha256:cc'],
      unsafeSkip: false,
      discoveryFile: '',
      configFile: '',
      controlPlane: true,
    });
  });

  it('never gives away the secret half of a token', () => {
    const text = `$ kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef
[preflight] Running pre-flight checks
error execution phase preflight: something about abcdef.0123456789abcdef
`;
    const report = inspect(text);
    const said = locales.map((locale) => report.stories.map((story) => tell(story, locale)));
    expect(JSON.stringify([report, said])).not.toContain('0123456789abcdef');
    expect(JSON.stringify(said)).toContain('abcdef');
  });

  it('alone is read too, and stays without a result', () => {
    expect(outputStory('kubeadm join --discovery-file d.conf\n')?.args).toMatchObject({
      result: 'unfinished',
      discoveryFile: 'd.conf',
    });
  });
});

describe('what is no output of kubeadm join', () => {
  it.each([
    ['a comment in YAML', '# kubeadm join 10.0.0.1:6443 --token x\napiVersion: v1\nkind: ConfigMap\n'],
    [
      'a script in YAML',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  run: |\n    kubeadm join 10.0.0.1:6443 --token x\n',
    ],
  ])('%s', (_name, text) => {
    expect(inspect(text).objects.map(({ kind }) => kind)).toEqual(['ConfigMap']);
  });
});

it('tells two attempts of one session apart', () => {
  const text = `$ kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef
[preflight] Running pre-flight checks
error execution phase preflight: couldn't validate the identity of the API Server: Unauthorized
$ kubeadm join 10.146.0.4:6443 --token abcdef.0123456789abcdef
[preflight] Running pre-flight checks

This node has joined the cluster:
`;
  expect(inspect(text).stories.map(({ args }) => args['result'])).toEqual(['failed', 'joined']);
  expect(inspect(text).findings.map(({ code }) => code)).toEqual(['KA301', 'KA305']);
});

it('names the server’s setting if it is in the same text', () => {
  const report = inspect(`apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
apiServer:
  extraArgs:
    anonymous-auth: "false"
---
error execution phase preflight: couldn't validate the identity of the API Server: Unauthorized
`);
  expect(report.findings.find(({ code }) => code === 'KA301')?.args).toMatchObject({ server: 'off' });
});

const shared = new URL('../../../shared/', import.meta.url).pathname;

/** What each client of the runs must be told, where the server lets anonymous requests through. */
const causes: Readonly<Record<string, string>> = {
  J3: 'no-credentials',
  J5b: 'hidden',
  J6: 'wrong-pin',
  J7: 'no-jws',
  J8: 'bad-jws',
  J9: 'no-jws',
  J9b: 'credentials-refused',
  J10: 'refused-connection',
  J11: 'no-jws',
  J11b: 'no-jws',
  J11c: 'credentials-refused',
  J12a: 'not-kubernetes',
  J12b: 'hidden',
  J12c: 'not-tls',
  J12d: 'broken-file',
  J13a: 'unknown-authority',
  J14: 'credentials-refused',
  J14b: 'credentials-refused',
  J14c: 'credentials-refused',
  J15: 'no-hash',
  J16: 'malformed-token',
};

/** At -v=5 the lines above name what the error hides. */
const namedByVerbose = ['hidden', 'file-unauthorized', 'unknown-authority'];

interface Row {
  readonly server: { readonly scenario: string; readonly effectiveAnonymous: boolean };
  readonly client: string;
  readonly exitCode: number;
  readonly lastErrorLine: string;
}

function wanted({ server, client, exitCode, lastErrorLine }: Row): string {
  if (exitCode === 0) return 'no failure';
  if (!server.effectiveAnonymous && lastErrorLine.endsWith('Server: Unauthorized')) return 'unauthorized';
  if (lastErrorLine.includes('Abort reading')) return 'hidden';
  return causes[client.replace(/-.*/, '')] ?? 'unauthorized';
}

describe.skipIf(!existsSync(shared))('the recorded runs, which lie beside the project', () => {
  it.each(['v1.20.2', 'v1.28.4'])('%s: every join is told by its cause', (version) => {
    const folder = `${shared}evidence/${version}/`;
    const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
    let told = 0;
    for (const row of JSON.parse(read(`${folder}matrix.json`)) as Row[]) {
      const base = `${folder}${row.server.scenario}/join-${row.client}`;
      const outputs = [read(`${base}.stdout`) + read(`${base}.stderr`), read(`${base}.v5.log`), read(`${base}.v8.log`)];
      outputs.forEach((output, verbose) => {
        if (output === '') return;
        told++;
        const args = lastStory(output)?.args ?? { result: 'unfinished', cause: 'no failure' };
        const got = args['result'] === 'failed' ? args['cause'] : 'no failure';
        const want = wanted(row);
        const same = got === want || (verbose > 0 && want === 'hidden' && namedByVerbose.includes(String(got)));
        // The recorded -v=8 logs are cut in the middle, often through the error.
        if (
          verbose === 2 &&
          !same &&
          /\d+ lines left out/.test(output) &&
          ['unknown', 'no failure'].includes(String(got))
        )
          return;
        expect(same, `${base} (${['plain', '-v=5', '-v=8'][verbose]}): ${want}, not ${got}`).toBe(true);
      });
    }
    expect(told).toBeGreaterThan(100);
  });

  it('names the failing step of the article, and the join that worked', () => {
    const article = readFileSync(`${shared}article/kube-apiserver-anonymous-auth-false.txt`, 'utf8');
    const [failed, joined] = inspect(article).stories.filter(({ kind }) => kind === 'join-output');
    expect(failed?.args).toMatchObject({
      result: 'failed',
      phase: 'preflight',
      step: 'discovery',
      cause: 'unauthorized',
    });
    expect(joined?.args).toMatchObject({ result: 'joined' });
    expect(inspect(article).findings.map(({ code }) => code)).toContain('KA301');
  });
});
