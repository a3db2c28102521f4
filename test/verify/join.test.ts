// A join held against a cluster-info of our own: what passes, in which wrapping, and what is said of a bad paste.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tellStep, verifyWords } from '../../src/core/verify/index.ts';
import { configMapOf, dataOf, kubeconfigOf, yamlOf } from './make-cluster.ts';
import { ca, check, data, good, other, stop, token, verify } from './our-cluster.ts';

describe('a join with everything right', () => {
  it.each([
    ['YAML', good],
    ['JSON', configMapOf(data)],
    ['line ends of Windows', good.replaceAll('\n', '\r\n')],
    ['a list', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [JSON.parse(configMapOf(data))] })],
    ['text around', `$ kubectl -n kube-public get cm cluster-info -o yaml\n${good}$ exit\n`],
    ['an audit event', eventWith(JSON.parse(configMapOf(data)))],
    ['kubectl describe', describeText()],
  ])('passes from %s', async (_name, text) => {
    const verification = await verify({ text, token, pins: [ca.pin] });
    expect(verification.checks.map(({ verdict }) => verdict)).toEqual(['passes']);
    expect(verification.clusterInfo?.signatures.map(({ id, state }) => [id, state])).toEqual([
      ['abcdef', 'valid'],
      ['second', 'not checked'],
    ]);
    expect(verification.clusterInfo?.server).toBe('https://192.0.2.10:6443');
    expect(verification.problems).toEqual([]);
  });

  it.each([
    [
      'a join command',
      `kubeadm join 192.0.2.10:6443 --token ${token} \\\n> \t--discovery-token-ca-cert-hash ${ca.pin}\n`,
    ],
    [
      'one on a line of its own',
      `$ kubeadm join 192.0.2.10:6443 --token ${token} --discovery-token-ca-cert-hash ${ca.pin}`,
    ],
    [
      'one with its own discovery token',
      `kubeadm join h:6443 --token=x --discovery-token=${token} --discovery-token-ca-cert-hash=${ca.pin}`,
    ],
    [
      'a JoinConfiguration',
      joinConfiguration(`  token: ${token}\n    caCertHashes: ["${ca.pin.toUpperCase().replace('SHA', 'sha')}"]`),
    ],
  ])('takes token and pin from %s', async (_name, join) => {
    const { checks } = await verify({ text: `${join}\n---\n${good}` });
    expect(checks.map(({ verdict, tokenID }) => [verdict, tokenID])).toEqual([['passes', 'abcdef']]);
  });

  it('says that the node goes on with the server of the kubeconfig', async () => {
    const text = `kubeadm join 192.0.2.99:6443 --token ${token} --discovery-token-ca-cert-hash ${ca.pin}\n---\n${good}`;
    expect((await check({ text })).otherServer).toBe('https://192.0.2.10:6443');
  });
});

function eventWith(responseObject: unknown): string {
  const objectRef = { resource: 'configmaps', namespace: 'kube-public', name: 'cluster-info', apiVersion: 'v1' };
  return JSON.stringify({
    ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level: 'RequestResponse', auditID: 'b8b6c4ac' },
    ...{ stage: 'ResponseComplete', verb: 'get', requestURI: '/api/v1/namespaces/kube-public/configmaps/cluster-info' },
    ...{ objectRef, responseObject },
  });
}

function describeText(): string {
  const entries = Object.entries(data).map(([key, value]) => `${key}:\n----\n${value}\n`);
  const head = 'Name:         cluster-info\nNamespace:    kube-public\nLabels:       <none>\nAnnotations:  <none>\n';
  return `${head}\nData\n====\n${entries.join('')}Events:  <none>\n`;
}

function joinConfiguration(fields: string): string {
  return `apiVersion: kubeadm.k8s.io/v1beta4\nkind: JoinConfiguration\ndiscovery:\n  bootstrapToken:\n    apiServerEndpoint: 192.0.2.10:6443\n  ${fields}\n`;
}

it('fails at any change of one character in the kubeconfig or the secret', async () => {
  const kubeconfig = data['kubeconfig'] ?? '';
  await fc.assert(
    fc.asyncProperty(fc.nat(kubeconfig.length - 2), fc.integer({ min: 33, max: 126 }), async (at, code) => {
      const character = String.fromCharCode(code);
      fc.pre(kubeconfig[at] !== character);
      const text = configMapOf({ ...data, kubeconfig: kubeconfig.slice(0, at) + character + kubeconfig.slice(at + 1) });
      const { steps } = await check({ text, token, pins: [ca.pin] });
      expect(steps.find(({ name }) => name === 'signature')).toMatchObject({ state: 'stops' });
    }),
    { numRuns: 150 },
  );
  const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 7, max: 22 }), letter, async (at, character) => {
      fc.pre(token[at] !== character);
      const wrong = token.slice(0, at) + character + token.slice(at + 1);
      expect((await stop({ token: wrong }))[0]).toBe('signature');
    }),
    { numRuns: 150 },
  );
});

it('tells a text that lost a line end from one that was changed', async () => {
  const kubeconfig = data['kubeconfig'] ?? '';
  for (const text of [kubeconfig.trimEnd(), `${kubeconfig}\n`, kubeconfig.replaceAll('\n', '\r\n')]) {
    const { steps } = await check({ text: configMapOf({ ...data, kubeconfig: text }), token, pins: [ca.pin] });
    expect(steps.find(({ name }) => name === 'signature')).toMatchObject({
      state: 'passes',
      says: 'signature-line-ends',
    });
  }
});

it('compares the whole text of a JWS, as kubeadm does', async () => {
  const [, signature = ''] = (data['jws-kubeconfig-abcdef'] ?? '').split('..');
  const header = Buffer.from('{"kid":"abcdef","alg":"HS256"}').toString('base64url');
  const text = configMapOf({ ...data, 'jws-kubeconfig-abcdef': `${header}..${signature}` });
  expect((await stop({ text }))[0]).toBe('signature');
  expect(
    (await verify({ text: configMapOf({ ...data, 'jws-kubeconfig-abcdef': 'a.b' }) })).clusterInfo?.signatures[0]
      ?.state,
  ).toBe('no JWS');
});

it.each([
  ['', 'nothing'],
  ['hello', 'no-cluster-info'],
  ['apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: cluster-info\ndata:\n\tkubeconfig: x\n', 'unreadable'],
  [configMapOf(data).replaceAll('"', '”'), 'curly-quotes'],
  [configMapOf(data).slice(0, -60), 'unreadable'],
  ['  jws-kubeconfig-abcdef: eyJh..abc\n  kubeconfig: |\n    apiVersion: v1\n', 'keys-cut-off'],
  [`${good}---\n${yamlOf(dataOf(kubeconfigOf(other.pem), [token]))}`, 'several'],
] as const)('says of a bad paste what is wrong (%#)', async (text, problem) => {
  expect((await verify({ text })).problems).toEqual([problem]);
});

it('leaves quotes and blanks around a value out, and says so', async () => {
  for (const [before, after] of [
    ['“', '”'],
    ["'", "'"],
    ['\u00a0', ' \u200b'],
  ]) {
    const cleaned = await check({ token: `${before}${token}${after}`, pins: [`${before}${ca.pin}${after}`] });
    expect([cleaned.verdict, cleaned.cleaned]).toEqual(['passes', true]);
  }
  expect((await check({ token: ` ${token}\n`, pins: [ca.pin] })).cleaned).toBe(false);
  expect((await stop({ token: 'ABCDEF.0123456789abcdef' }))[0]).toBe('token');
});

it('takes the id of a token alone, and then leaves the signature open', async () => {
  const { verdict, steps } = await check({ token: 'abcdef', pins: [ca.pin] });
  expect(verdict).toBe('open');
  expect(steps.find(({ name }) => name === 'signature')?.says).toBe('signature-no-secret');
});

it('never gives a secret back, wherever it was typed', async () => {
  const command = `kubeadm join 192.0.2.10:6443 --token ${token} --discovery-token-ca-cert-hash ${token}`;
  for (const minor of [17, 20, 34]) {
    const result = await verify({ text: `${command}\n---\n${good}`, token, pins: [token], minor });
    expect(JSON.stringify(result)).not.toContain('0123456789abcdef');
  }
});

it('is total: any text, any token, any pin gives an answer with a sentence for every step in both languages', async () => {
  const piece = fc.constantFrom(
    good,
    'kubeadm join',
    '--token',
    token,
    ca.pem,
    '{',
    '"data":',
    'kind: ConfigMap\n',
    '\n',
    'Data\n====\n',
    '”',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(' ')),
  );
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.string(),
      fc.string(),
      fc.integer({ min: 10, max: 40 }),
      async (paste, typed, pin, minor) => {
        const { checks, problems } = await verify({ text: paste, token: typed, pins: [pin], minor });
        for (const { steps } of checks)
          for (const step of steps) {
            expect(tellStep(step, 'en')).toMatch(/\S/);
            expect(tellStep(step, 'ja')).toMatch(/\S/);
          }
        for (const problem of problems) expect(verifyWords.ja.problems[problem]).toMatch(/。/);
      },
    ),
    { numRuns: 100 },
  );
}, 30_000);
