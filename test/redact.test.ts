// What leaves in a link: no secret, the same findings, and everything else as it was.

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingKinds, inspect, redact } from '../src/core/index.ts';

const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
const token = fc.tuple(word(6), word(16)).map(([id, secret]) => `${id}.${secret}`);
function word(length: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...lower), minLength: length, maxLength: length });
}
const hex = (bytes: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((one) => Buffer.from(one).toString('hex'));
const keys = (['rsa', 'ec', 'ed25519'] as const).map((type) => {
  const options = { rsa: { modulusLength: 2048 }, ec: { namedCurve: 'P-256' }, ed25519: {} }[type];
  const { privateKey } = generateKeyPairSync(type as 'rsa', options as { modulusLength: number });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
});

/** How each secret is found in the wild: the part that must not survive, and the text around it. */
const contexts: Readonly<Record<string, fc.Arbitrary<readonly [secret: string, text: string]>>> = {
  'a token on a command line': token.map((one) => [one.slice(7), `kubeadm join 10.0.0.1:6443 --token ${one} \\\n`]),
  'a token in YAML': token.map((one) => [one.slice(7), `discovery:\n  tlsBootstrapToken: ${one}\n`]),
  'a token in quotes': token.map((one) => [one.slice(7), `bootstrapTokens:\n- token: "${one}"\n`]),
  'a certificate key': hex(32).map((one) => [one, `  --control-plane --certificate-key ${one}\n`]),
  'a certificate key in YAML': hex(32).map((one) => [one, `certificateKey: ${one}\n`]),
  'a private key': fc
    .constantFrom(...keys)
    .map((pem) => [pem.split('\n')[1] ?? '', `x: |\n${pem.replace(/^/gm, '  ')}`]),
  'a private key cut off': fc.constantFrom(...keys).map((pem) => [pem.slice(40, 90), pem.slice(0, 120)]),
  'a private key inside JSON': fc
    .constantFrom(...keys)
    .map((pem) => [pem.slice(40, 60), JSON.stringify({ 'tls.key': pem })]),
  'a private key in base64': fc.constantFrom(...keys).map((pem) => {
    const base64 = Buffer.from(pem).toString('base64');
    return [base64.slice(60, 100), `    client-key-data: ${base64}\n`];
  }),
  'a bearer token': hex(20).map((one) => [one, `Authorization: Bearer ${one}\n`]),
  'a JSON Web Token': fc
    .tuple(hex(20), hex(20))
    .map(([body, sign]) => [sign, `token: eyJhbGciOiJSUzI1NiJ9.${body}.${sign}\n`]),
  'a password': word(12).map((one) => [one, `users:\n- user:\n    username: jane\n    password: q${one}\n`]),
  'a token in a URI': word(20).map((one) => [one, `"requestURI":"/api/v1/pods?access_token=${one}&watch=1"`]),
  'a Secret in YAML': hex(12).map((one) => [
    one,
    `kind: Secret\napiVersion: v1\ndata:\n  first: ${one}\n  second: ${one}AB\n`,
  ]),
  'a Secret in an audit event': hex(12).map((one) => [
    one,
    JSON.stringify({ responseObject: { kind: 'Secret', apiVersion: 'v1', data: { a: 'AAAA', 'b.c': one } } }),
  ]),
};

describe('a secret', () => {
  it.each(Object.keys(contexts))('as %s does not survive', (name) => {
    const made = contexts[name] as fc.Arbitrary<readonly [string, string]>;
    fc.assert(
      fc.property(made, fc.lorem({ maxCount: 4 }), ([secret, text], around) => {
        for (const keep of [[], ['address', 'name'] as const])
          expect(redact(`${around}\n${text}\n${around}`, { keep }).text).not.toContain(secret);
      }),
      { numRuns: 40 },
    );
  });

  it('that is none stays: pins, signatures, certificates, paths, numbers', () => {
    const text = [
      `--discovery-token-ca-cert-hash sha256:${'ab'.repeat(32)}`,
      'jws-kubeconfig-abcdef: eyJhbGciOiJIUzI1NiIsImtpZCI6ImFiY2RlZiJ9..aLongSignature_that-is-public',
      'certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUN5RENDQWJDZ0F3SUJBZ0lCQURBTkJna3Foa2lHOXcwQkFRc0ZBREFWTVJN',
      'tokenTTL: 24h0m0s',
      'token-auth-file: /etc/kubernetes/tokens.csv',
      'I1124 08:53:09.123456       1 token.go:215] [discovery] waiting',
      'image: registry.k8s.io/kube-apiserver:v1.20.2',
      'networking:\n  podSubnet: 10.244.0.0/16',
      'server: https://127.0.0.1:6443',
    ].join('\n');
    expect(redact(text)).toEqual({ text, redactions: [] });
  });
});

const piece = fc.oneof(
  ...Object.values(contexts).map((made) => made.map(([, text]) => text)),
  fc.string({ maxLength: 40 }),
  fc.ipV4(),
  fc.ipV6(),
  fc.domain().map((host) => `server: https://${host}:6443\n`),
  fc.domain().map((host) => `"username":"system:node:${host}"`),
);
const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('\n---\n'));

describe('any text', () => {
  it('keeps everything outside the placeholders, and equal values stay equal', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: after, redactions } = redact(text);
        let rest = 0;
        let built = '';
        const stands = new Map<string, string>();
        const from = new Map<string, string>();
        for (const { start, end, placeholder } of redactions) {
          const original = text.slice(start, end);
          expect(start).toBeGreaterThanOrEqual(rest);
          expect(stands.get(original) ?? placeholder).toBe(placeholder);
          expect(from.get(placeholder) ?? original).toBe(original);
          stands.set(original, placeholder);
          from.set(placeholder, original);
          built += text.slice(rest, start) + placeholder;
          rest = end;
        }
        expect(after).toBe(built + text.slice(rest));
      }),
      { numRuns: 300 },
    );
  });

  it('is left alone when it was redacted before', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = redact(text).text;
        expect(redact(once).text).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the findings', () => {
  const examples = findingKinds.flatMap(({ code, fires, silent }) =>
    [...fires, ...silent].map((example) => ({ ...example, code, text: example.text.replace(/[«»]/g, '') })),
  );

  it.each(examples)('$code, $name: are the same after', ({ text, kubernetesVersion }) => {
    const options = kubernetesVersion ? { kubernetesVersion } : {};
    const codes = (one: string): readonly string[] => inspect(one, options).findings.map(({ code }) => code);
    expect(codes(redact(text).text)).toEqual(codes(text));
  });

  it('change with nothing but the values: a text of 200 lines costs less than a glance', () => {
    const text = `kubeadm join 10.1.2.3:6443 --token abcdef.${randomBytes(8).toString('hex')}\n`.repeat(200);
    expect(new Set(redact(text).redactions.map(({ placeholder }) => placeholder)).size).toBe(2);
  });
});
