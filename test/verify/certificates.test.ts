// Certificates and pins: what the library reads equals what Node's own crypto reads, for CAs of every kind of key.
import { createHash, createHmac, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { libraryDigests, verifyClusterInfo, webDigests, type PinnedCertificate } from '../../src/core/verify/index.ts';
import { decodeBase64, encodeBase64 } from '../../src/core/verify/base64.ts';
import { readPem } from '../../src/core/verify/pem.ts';
import { keyKinds, makeCA } from './make-cluster.ts';

const digests = [
  { name: 'WebCrypto', digests: webDigests(globalThis.crypto.subtle) },
  { name: 'the library', digests: libraryDigests },
];
const now = Date.parse('2026-01-01T00:00:00Z');

async function read(text: string, how = libraryDigests, at = now): Promise<readonly PinnedCertificate[]> {
  return (await verifyClusterInfo({ text }, { minor: 34, now: at, digests: how })).certificates;
}

const keys: Readonly<Record<string, unknown>> = {
  'RSA 2048': { algorithm: 'RSA', bits: 2048 },
  'P-256': { algorithm: 'ECDSA', curve: 'P-256', bits: 256 },
  'P-384': { algorithm: 'ECDSA', curve: 'P-384', bits: 384 },
  Ed25519: { algorithm: 'Ed25519', bits: 256 },
};

describe.each(keyKinds)('a CA with a key of %s', (kind) => {
  const { pem, pin } = makeCA(kind, { name: 'kubernetes 検証' });
  const node = new X509Certificate(pem);

  it('is a certificate for Node too', () => {
    expect(node.verify(node.publicKey)).toBe(true);
  });

  it.each(digests)('has the pin and the facts that Node finds, with $name', async ({ digests: how }) => {
    const [card] = await read(pem, how);
    const spki = node.publicKey.export({ type: 'spki', format: 'der' });
    expect(card?.pin).toBe(`sha256:${createHash('sha256').update(spki).digest('hex')}`);
    expect(card?.pin).toBe(pin);
    expect(card?.subject).toBe(node.subject);
    expect(card?.issuer).toBe(node.issuer);
    expect(Date.parse(card?.notBefore ?? '')).toBe(Date.parse(node.validFrom));
    expect(Date.parse(card?.notAfter ?? '')).toBe(Date.parse(node.validTo));
    expect(card?.isCA).toBe(node.ca);
    expect(card?.serialNumber).toBe(node.serialNumber.toLowerCase());
    expect(card?.key).toEqual(keys[kind]);
  });
});

it('reads a bundle in order, with line ends of Windows and text around', async () => {
  const two = [makeCA('P-256', { name: 'old' }), makeCA('Ed25519', { name: 'new', isCA: false })];
  const text = `# bundle\n${two.map(({ pem }) => pem).join('a line\n')}`.replaceAll('\n', '\r\n');
  const cards = await read(text);
  expect(cards.map(({ subject, pin, isCA }) => [subject, pin, isCA])).toEqual([
    ['CN=old', two[0]?.pin, true],
    ['CN=new', two[1]?.pin, false],
  ]);
});

it.each([
  ['2026-01-01T00:00:00Z', 'valid'],
  ['2019-12-31T00:00:00Z', 'not yet valid'],
  ['2046-01-01T00:00:00Z', 'expired'],
])('says on %s that it is %s', async (date, validity) => {
  const [card] = await read(makeCA('P-256').pem, libraryDigests, Date.parse(date));
  expect(card?.validity).toBe(validity);
});

it('leaves out what is no certificate: keys, broken base64, other bytes', async () => {
  const { pem } = makeCA('P-256');
  const broken = [
    pem.replaceAll('CERTIFICATE', 'EC PRIVATE KEY'),
    pem.replace(/\n(.{20})/, '\n!$1'),
    pem.replace(/\nM.{10}/, '\nAAAAAAAAAAA'),
    pem.replace('-----END CERTIFICATE-----', ''),
    pem.replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\n'),
  ];
  for (const text of broken) expect(await read(text)).toEqual([]);
});

it('never throws on a certificate with a changed byte, and never gives another one the same pin by accident', async () => {
  const { pem, pin } = makeCA('P-256');
  const der = readPem(pem)[0]?.der ?? new Uint8Array();
  await fc.assert(
    fc.asyncProperty(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const bytes = der.slice();
      bytes[at] = (bytes[at] ?? 0) ^ change;
      const text = `-----BEGIN CERTIFICATE-----\n${encodeBase64(bytes)}\n-----END CERTIFICATE-----\n`;
      const [card] = await read(text);
      const spki = nodePin(text);
      if (card && spki !== undefined) expect(card.pin).toBe(spki);
      if (card && card.pin === pin) expect(spki ?? pin).toBe(pin);
    }),
    { numRuns: 300 },
  );
});

function nodePin(pem: string): string | undefined {
  try {
    const spki = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
    return `sha256:${createHash('sha256').update(spki).digest('hex')}`;
  } catch {
    return undefined;
  }
}

it('computes base64, SHA-256 and HMAC as Node does, by either way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.uint8Array({ minLength: 1, maxLength: 100 }),
      async (bytes, key) => {
        const text = Buffer.from(bytes).toString('base64');
        expect(encodeBase64(bytes)).toBe(text);
        expect([...(decodeBase64(text) ?? [])]).toEqual([...bytes]);
        for (const { digests: how } of digests) {
          expect(Buffer.from(await how.sha256(bytes))).toEqual(createHash('sha256').update(bytes).digest());
          expect(Buffer.from(await how.hmacSha256(key, bytes))).toEqual(
            createHmac('sha256', key).update(bytes).digest(),
          );
        }
      },
    ),
  );
});

it.each(['YQ', 'YQ=', 'Y===', '=YQ=', 'YW!k', 'YQ==YQ=='])('refuses %s as base64, as Go does', (text) => {
  expect(decodeBase64(text)).toBeUndefined();
});
