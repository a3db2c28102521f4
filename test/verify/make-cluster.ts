// A CA, a cluster-info and a token of a test's own: certificates written by the ASN.1 library, signed by Node's crypto, and
// signatures and pins computed by Node's crypto, so that every way is held against another.
import { createHash, createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  id_ce_basicConstraints,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
} from '@peculiar/asn1-x509';

export const keyKinds = ['RSA 2048', 'P-256', 'P-384', 'Ed25519'] as const;
export type KeyKind = (typeof keyKinds)[number];

interface Algorithm {
  readonly pair: () => { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
  readonly oid: string;
  readonly hash: string | null;
}

const algorithms: Readonly<Record<KeyKind, Algorithm>> = {
  'RSA 2048': {
    pair: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
    oid: '1.2.840.113549.1.1.11',
    hash: 'sha256',
  },
  'P-256': {
    pair: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    oid: '1.2.840.10045.4.3.2',
    hash: 'sha256',
  },
  'P-384': {
    pair: () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
    oid: '1.2.840.10045.4.3.3',
    hash: 'sha384',
  },
  Ed25519: { pair: () => generateKeyPairSync('ed25519'), oid: '1.3.101.112', hash: null },
};

export interface MadeCA {
  readonly pem: string;
  /** By Node's crypto over its own export of the public key. */
  readonly pin: string;
}

interface Wishes {
  readonly name?: string;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly isCA?: boolean;
}

export function makeCA(kind: KeyKind, wishes: Wishes = {}): MadeCA {
  const { name = 'kubernetes', notBefore = new Date('2020-01-02T03:04:05Z'), isCA = true } = wishes;
  const { pair, oid, hash } = algorithms[kind];
  const { publicKey, privateKey } = pair();
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const value = new AttributeValue({ utf8String: name });
  const subject = new Name([new RelativeDistinguishedName([new AttributeTypeAndValue({ type: '2.5.4.3', value })])]);
  const signature = new AlgorithmIdentifier({ algorithm: oid, ...(kind === 'RSA 2048' ? { parameters: null } : {}) });
  const constraints = new OctetString(AsnConvert.serialize(new BasicConstraints({ cA: true })));
  const tbsCertificate = new TBSCertificate({
    version: 2,
    serialNumber: new Uint8Array([1, 2, 3]).buffer,
    signature,
    issuer: subject,
    validity: new Validity({ notBefore, notAfter: wishes.notAfter ?? new Date('2045-06-07T08:09:10Z') }),
    subject,
    subjectPublicKeyInfo: AsnConvert.parse(spki, SubjectPublicKeyInfo),
    ...(isCA
      ? {
          extensions: new Extensions([
            new Extension({ extnID: id_ce_basicConstraints, critical: true, extnValue: constraints }),
          ]),
        }
      : {}),
  });
  const signed = sign(hash, Buffer.from(AsnConvert.serialize(tbsCertificate)), privateKey);
  const signatureValue = new Uint8Array(signed).buffer;
  const der = AsnConvert.serialize(new Certificate({ tbsCertificate, signatureAlgorithm: signature, signatureValue }));
  return { pem: pemOf(Buffer.from(der)), pin: `sha256:${createHash('sha256').update(spki).digest('hex')}` };
}

export function pemOf(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

/** As kubeadm writes it into cluster-info. */
export function kubeconfigOf(bundle: string, server = 'https://192.0.2.10:6443'): string {
  return [
    ...['apiVersion: v1', 'clusters:', '- cluster:'],
    `    certificate-authority-data: ${Buffer.from(bundle).toString('base64')}`,
    ...[`    server: ${server}`, '  name: ""', 'contexts: null', 'current-context: ""'],
    ...['kind: Config', 'preferences: {}', 'users: null', ''],
  ].join('\n');
}

/** By Node's crypto. */
export function jwsOf(kubeconfig: string, id: string, secret: string): string {
  const header = Buffer.from(`{"alg":"HS256","kid":"${id}"}`).toString('base64url');
  const payload = Buffer.from(kubeconfig).toString('base64url');
  return `${header}..${createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url')}`;
}

export function dataOf(kubeconfig: string, tokens: readonly string[]): Readonly<Record<string, string>> {
  const signatures = tokens.map((token) => {
    const [id = '', secret = ''] = token.split('.');
    return [`jws-kubeconfig-${id}`, jwsOf(kubeconfig, id, secret)];
  });
  return { ...Object.fromEntries(signatures), kubeconfig };
}

/** As `kubectl get -o json` prints it. */
export function configMapOf(data: Readonly<Record<string, unknown>>): string {
  const metadata = { name: 'cluster-info', namespace: 'kube-public' };
  return JSON.stringify({ apiVersion: 'v1', data, kind: 'ConfigMap', metadata }, null, 4);
}

/** As `kubectl get -o yaml` prints it. */
export function yamlOf(data: Readonly<Record<string, string>>): string {
  const entries = Object.entries(data).flatMap(([key, value]) =>
    key === 'kubeconfig'
      ? [
          '  kubeconfig: |',
          ...value
            .trimEnd()
            .split('\n')
            .map((line) => `    ${line}`),
        ]
      : [`  ${key}: ${value}`],
  );
  return ['apiVersion: v1', 'data:', ...entries, 'kind: ConfigMap', 'metadata:', '  name: cluster-info', ''].join('\n');
}
