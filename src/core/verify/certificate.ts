// What an X.509 certificate says, read by @peculiar/asn1-x509, and the bytes over which kubeadm computes a pin.

import { ECParameters } from '@peculiar/asn1-ecc';
import { RSAPublicKey } from '@peculiar/asn1-rsa';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate,
  id_ce_basicConstraints,
  type Name,
  type SubjectPublicKeyInfo,
} from '@peculiar/asn1-x509';
import { characters, hex } from './base64.ts';

export interface CertificateKey {
  /** `RSA`, `ECDSA`, `Ed25519`, or the OID of another. */
  readonly algorithm: string;
  /** Undefined if not known. */
  readonly bits?: number;
  /** `P-256`; of an ECDSA key only. */
  readonly curve?: string;
}

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Without colons. */
  readonly serialNumber: string;
  /** As `2026-11-23T22:56:58Z`. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly key: CertificateKey;
  readonly isCA: boolean;
}

/** The facts, and the DER of the SubjectPublicKeyInfo; undefined if the bytes are no certificate. Never throws. */
export function readCertificate(
  der: Uint8Array,
): { readonly facts: CertificateFacts; readonly publicKeyInfo: Uint8Array } | undefined {
  try {
    const { tbsCertificate: body } = AsnConvert.parse(der, Certificate);
    const publicKeyInfo = new Uint8Array(AsnConvert.serialize(body.subjectPublicKeyInfo));
    // Written anew from what was read; only if these very bytes stand in the certificate is their hash the pin.
    if (!characters(der).includes(characters(publicKeyInfo))) return undefined;
    return {
      publicKeyInfo,
      facts: {
        subject: nameText(body.subject),
        issuer: nameText(body.issuer),
        serialNumber: hex(new Uint8Array(body.serialNumber)),
        notBefore: dateText(body.validity.notBefore.getTime()),
        notAfter: dateText(body.validity.notAfter.getTime()),
        key: keyOf(body.subjectPublicKeyInfo),
        isCA: (body.extensions ?? []).some(
          ({ extnID, extnValue }) =>
            extnID === id_ce_basicConstraints && AsnConvert.parse(extnValue.buffer, BasicConstraints).cA,
        ),
      },
    };
  } catch {
    return undefined;
  }
}

const attributeNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
};

/** `CN=kubernetes`, in the order of the certificate. */
function nameText(name: Name): string {
  return name.flatMap((part) => part.map(({ type, value }) => `${attributeNames[type] ?? type}=${value}`)).join(', ');
}

/** Seconds are the finest that a certificate knows. */
function dateText(date: Date): string {
  return date.toISOString().replace('.000Z', 'Z');
}

const curves: Readonly<Record<string, { readonly curve: string; readonly bits: number }>> = {
  '1.2.840.10045.3.1.7': { curve: 'P-256', bits: 256 },
  '1.3.132.0.34': { curve: 'P-384', bits: 384 },
  '1.3.132.0.35': { curve: 'P-521', bits: 521 },
};

function keyOf({ algorithm, subjectPublicKey }: SubjectPublicKeyInfo): CertificateKey {
  switch (algorithm.algorithm) {
    case '1.2.840.113549.1.1.1': {
      const modulus = hex(new Uint8Array(AsnConvert.parse(subjectPublicKey, RSAPublicKey).modulus)).replace(/^0+/, '');
      return { algorithm: 'RSA', bits: modulus === '' ? 0 : BigInt(`0x${modulus}`).toString(2).length };
    }
    case '1.2.840.10045.2.1': {
      const oid = algorithm.parameters && AsnConvert.parse(algorithm.parameters, ECParameters).namedCurve;
      return { algorithm: 'ECDSA', ...(curves[oid ?? ''] ?? (oid ? { curve: oid } : {})) };
    }
    case '1.3.101.112':
      return { algorithm: 'Ed25519', bits: 256 };
    default:
      return { algorithm: algorithm.algorithm };
  }
}
