// SHA-256 and HMAC-SHA-256: by the browser or Node where they offer WebCrypto, else by a library. A page that came over plain
// http from another machine has no WebCrypto; both ways give the same bytes.

import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';

export interface Digests {
  sha256(bytes: Uint8Array): Promise<Uint8Array>;
  hmacSha256(key: Uint8Array, bytes: Uint8Array): Promise<Uint8Array>;
}

/** The part of SubtleCrypto that is used; `globalThis.crypto.subtle` fits. `K` is its CryptoKey. */
export interface Subtle<K> {
  digest(algorithm: 'SHA-256', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
  importKey(
    format: 'raw',
    key: Uint8Array<ArrayBuffer>,
    algorithm: { readonly name: 'HMAC'; readonly hash: 'SHA-256' },
    extractable: false,
    usages: 'sign'[],
  ): Promise<K>;
  sign(algorithm: 'HMAC', key: K, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}

/** @param subtle `globalThis.crypto.subtle`, or undefined where there is none. */
export function chooseDigests<K>(subtle: Subtle<K> | undefined): Digests {
  return subtle ? webDigests(subtle) : libraryDigests;
}

export const libraryDigests: Digests = {
  sha256: (bytes) => Promise.resolve(sha256(bytes)),
  hmacSha256: (key, bytes) => Promise.resolve(hmac(sha256, key, bytes)),
};

export function webDigests<K>(subtle: Subtle<K>): Digests {
  return {
    sha256: async (bytes) => new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes))),
    hmacSha256: async (key, bytes) => {
      const algorithm = { name: 'HMAC', hash: 'SHA-256' } as const;
      const imported = await subtle.importKey('raw', new Uint8Array(key), algorithm, false, ['sign']);
      return new Uint8Array(await subtle.sign('HMAC', imported, new Uint8Array(bytes)));
    },
  };
}
