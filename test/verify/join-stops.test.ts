// A join that stops: at which step, in which order, and with which line of kubeadm, by version.
import { describe, expect, it } from 'vitest';
import { configMapOf, dataOf, kubeconfigOf, makeCA, yamlOf } from './make-cluster.ts';
import { ca, check, good, identity, other, stop, token } from './our-cluster.ts';

const unknown = 'zzzzzz.0123456789abcdef';
const noSignature = 'could not find a JWS signature in the cluster-info ConfigMap for token ID "zzzzzz"';
const badSignature = "failed to verify JWS signature of received cluster info object, can't trust this API Server";
const notPinned = `cluster CA found in cluster-info ConfigMap is invalid: none of the public keys "${ca.pin}" are pinned`;

describe('a join that stops', () => {
  it.each([
    ['an unknown token', { token: unknown }, 'signature-present', noSignature],
    ['a wrong secret', { token: 'abcdef.aaaaaaaaaaaaaaaa' }, 'signature', badSignature],
    ['a wrong pin', { pins: [other.pin] }, 'pin', notPinned],
    ['an unknown token and a wrong pin', { token: unknown, pins: [other.pin] }, 'signature-present', noSignature],
    [
      'a wrong secret and a wrong pin',
      { token: 'abcdef.aaaaaaaaaaaaaaaa', pins: [other.pin] },
      'signature',
      badSignature,
    ],
  ])('at %s', async (_name, given, step, text) => {
    for (const minor of [18, 20, 28, 34, 37]) expect(await stop({ ...given, minor })).toEqual([step, identity + text]);
    const abort = `${identity}abort connecting to API servers after timeout of 5m0s`;
    expect(await stop({ ...given, minor: 17 })).toEqual([step, abort]);
    expect((await check({ token, pins: [ca.pin], ...given, minor: 17 })).text?.verbose).not.toBe('');
  });

  it.each([
    [
      'no pin at all',
      `sha256${ca.pin.slice(7)}`,
      'invalid hash, expected "format:hex-value". Known format(s) are: sha256',
    ],
    ['another format', 'md5:0123', 'unknown hash format "md5". Known format(s) are: sha256'],
    [
      'too short',
      ca.pin.slice(0, -2),
      `invalid hash "${ca.pin.slice(0, -2)}", expected a 32 byte SHA-256 hash, found 31 bytes`,
    ],
    [
      'a letter that is no digit',
      `${ca.pin.slice(0, -1)}g`,
      `invalid hash "${ca.pin.slice(0, -1)}g", could not decode SHA-256 from hex: encoding/hex: invalid byte: U+0067 'g'`,
    ],
    [
      'one digit more',
      `${ca.pin}0`,
      `invalid hash "${ca.pin}0", could not decode SHA-256 from hex: encoding/hex: odd length hex string`,
    ],
  ])('at a pin that is %s', async (_name, pin, text) => {
    const line = `${identity}invalid discovery token CA certificate hash: ${text}`;
    for (const minor of [22, 31, 34]) expect(await stop({ pins: [pin], minor })).toEqual(['pins', line]);
  });

  it('names the fault of a pin shorter up to 1.20', async () => {
    expect(await stop({ pins: ['md5:0123'], minor: 20 })).toEqual(['pins', `${identity}unknown hash format "md5"`]);
    expect(await stop({ pins: ['nothing'], minor: 17 })).toEqual([
      'pins',
      `${identity}invalid public key hash, expected "format:value"`,
    ]);
  });

  it('reads the pins before it asks up to 1.31, and behind the first request from 1.32 on', async () => {
    const both = { token: unknown, pins: ['md5:0123'] };
    expect((await stop({ ...both, minor: 31 }))[0]).toBe('pins');
    expect((await stop({ ...both, minor: 32 }))[0]).toBe('signature-present');
  });

  it('looks at the first pin only up to 1.21', async () => {
    const pins = [other.pin, ca.pin];
    expect((await stop({ pins, minor: 21 }))[0]).toBe('pin');
    expect((await check({ token, pins, minor: 21 })).steps.find(({ name }) => name === 'pin')?.says).toBe(
      'pin-second-only',
    );
    expect((await check({ token, pins, minor: 22 })).verdict).toBe('passes');
    expect((await check({ token, pins: [ca.pin, 'md5:0'], minor: 21 })).verdict).toBe('passes');
    expect((await check({ token, pins: [ca.pin, 'md5:0'], minor: 22 })).verdict).toBe('stops');
  });

  const changed = (kubeconfig: string | undefined, more: Readonly<Record<string, string>> = {}): string => {
    const made = kubeconfig === undefined ? {} : dataOf(kubeconfig, [token]);
    return configMapOf({ 'jws-kubeconfig-abcdef': 'x', ...made, ...more });
  };
  const twice = kubeconfigOf(ca.pem).replace(/(- cluster:[^]*?)contexts/, '$1$1contexts');
  const parse = "couldn't parse the kubeconfig file in the cluster-info ConfigMap: …";
  it.each([
    [
      'no kubeconfig',
      changed(undefined),
      'kubeconfig-present',
      "there is no kubeconfig key in the cluster-info ConfigMap. This API Server isn't set up for token bootstrapping, can't connect",
    ],
    [
      'an empty signature',
      changed(kubeconfigOf(ca.pem), { 'jws-kubeconfig-abcdef': '' }),
      'signature-present',
      'token id "abcdef" is invalid for this cluster or it has expired. Use "kubeadm token create" on the control-plane node to create a new valid token',
    ],
    ['a kubeconfig that is no YAML', changed('a: [\n'), 'kubeconfig', parse],
    ['a CA that is no base64', changed(kubeconfigOf(ca.pem).replace(/(-data: .{20})/, '$1?')), 'kubeconfig', parse],
    [
      'two clusters',
      changed(twice),
      'one-cluster',
      'expected the kubeconfig file in the cluster-info ConfigMap to have a single cluster, but it had 2',
    ],
    [
      'a CA that is no PEM',
      changed(kubeconfigOf('no certificate')),
      'certificates',
      'failed to parse cluster CA from the cluster-info ConfigMap: data does not contain any valid RSA or ECDSA certificates',
    ],
  ])('at %s', async (_name, text, step, line) => {
    expect(await stop({ text })).toEqual([step, identity + line]);
  });

  it('at a command without a pin, and not at one that waives it', async () => {
    const command = `kubeadm join 192.0.2.10:6443 --token ${token}`;
    expect((await check({ text: `${command}\n---\n${good}` })).text?.line).toContain(
      'without caCertHashes can be unsafe',
    );
    const waived = await check({ text: `${command} --discovery-token-unsafe-skip-ca-verification\n---\n${good}` });
    expect(waived.verdict).toBe('passes');
    expect(waived.steps.filter(({ state }) => state === 'left out').map(({ name }) => name)).toEqual([
      'certificates',
      'pin',
      'second-request',
    ]);
  });
});

describe('a CA bundle', () => {
  it('needs one pinned certificate, and names all others joined by a colon', async () => {
    const text = yamlOf(dataOf(kubeconfigOf(other.pem + ca.pem), [token]));
    expect((await check({ text, token, pins: [ca.pin] })).verdict).toBe('passes');
    const third = makeCA('P-256').pin;
    expect((await stop({ text, pins: [third] }))[1]).toContain(
      `none of the public keys "${other.pin}:${ca.pin}" are pinned`,
    );
  });

  it('says what TLS does with an expired one', async () => {
    const expired = makeCA('P-256', { notAfter: new Date('2021-01-01T00:00:00Z') });
    const text = yamlOf(dataOf(kubeconfigOf(expired.pem), [token]));
    const { steps } = await check({ text, token, pins: [expired.pin] });
    expect(steps.at(-1)).toMatchObject({ name: 'second-request', state: 'server', says: 'request-second-expired' });
  });
});
