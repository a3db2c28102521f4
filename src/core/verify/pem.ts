// PEM blocks of a text, as Go's encoding/pem and client-go's ParseCertsPEM read them: text around them is passed over, and so
// is a block whose base64 is broken; a block with headers is no certificate.

import { decodeBase64 } from './base64.ts';

export interface PemBlock {
  /** `CERTIFICATE`, `RSA PRIVATE KEY`. */
  readonly label: string;
  /** The block as it stands. */
  readonly text: string;
  /** Undefined if its base64 is broken. */
  readonly der: Uint8Array | undefined;
  readonly hasHeaders: boolean;
}

const block = /^-----BEGIN ([^\r\n]*?)-----[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?:\r\n|\n|\r)?^-----END \1-----/gm;

/** In order of appearance; line ends of any system. */
export function readPem(text: string): readonly PemBlock[] {
  return [...text.matchAll(block)].map(([whole, label = '', body = '']) => {
    const lines = body.split(/\r\n|\n|\r/);
    const headers = lines.findIndex((line) => !line.includes(':'));
    const base64 = lines.slice(Math.max(headers, 0)).join('').replace(/[ \t]/g, '');
    return { label, text: whole, der: base64 === '' ? undefined : decodeBase64(base64), hasHeaders: headers > 0 };
  });
}

/** What ParseCertsPEM takes for a certificate. */
export function isCertificate(pem: PemBlock): pem is PemBlock & { readonly der: Uint8Array } {
  return pem.label === 'CERTIFICATE' && !pem.hasHeaders && pem.der !== undefined;
}
