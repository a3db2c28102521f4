// The certificates of a CA bundle, each with its pin.

import { readCertificate, type CertificateFacts } from './certificate.ts';
import type { Digests } from './digests.ts';
import { isCertificate, readPem } from './pem.ts';
import { pinOf } from './pins.ts';

export type Validity = 'valid' | 'expired' | 'not yet valid';

export interface PinnedCertificate extends CertificateFacts {
  readonly pin: string;
  readonly validity: Validity;
}

export interface Bundle {
  readonly certificates: readonly PinnedCertificate[];
  /** Blocks that name themselves certificates and could not be read. */
  readonly unreadable: number;
  /** Labels of other blocks: private keys, certificates with headers. */
  readonly others: readonly string[];
}

/** @param now milliseconds since 1970, for what is expired. */
export async function readBundle(text: string, digests: Digests, now: number): Promise<Bundle> {
  const blocks = readPem(text);
  const read = blocks.map((block) => (isCertificate(block) ? readCertificate(block.der) : undefined));
  const certificates = await Promise.all(
    read
      .filter((one) => one !== undefined)
      .map(async ({ facts, publicKeyInfo }) => ({
        ...facts,
        pin: await pinOf(publicKeyInfo, digests),
        validity: validityOf(facts, now),
      })),
  );
  return {
    certificates,
    unreadable: blocks.filter((block, index) => block.label === 'CERTIFICATE' && !read[index]).length,
    others: blocks.filter(({ label }) => label !== 'CERTIFICATE').map(({ label }) => label),
  };
}

function validityOf({ notBefore, notAfter }: CertificateFacts, now: number): Validity {
  if (now < Date.parse(notBefore)) return 'not yet valid';
  return now > Date.parse(notAfter) ? 'expired' : 'valid';
}
