// Base64 as Go's encoding/base64 reads and writes it, and text as UTF-8 bytes. Core has no atob and no Buffer.

import { toBytes } from '../kubernetes/kubeadm/utf8.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Go's StdEncoding: padding is wanted, line ends are passed over. Undefined for everything else. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/[\r\n]/g, '');
  if (compact.length % 4 !== 0) return undefined;
  const bare = compact.replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(bare)) return undefined;
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  let bits = 0;
  let at = 0;
  for (let index = 0; index < bare.length; index++) {
    bits = ((bits << 6) | letters.indexOf(bare.charAt(index))) & 0xffffff;
    if (index % 4 > 0) bytes[at++] = (bits >> (6 - 2 * (index % 4))) & 0xff;
  }
  return bytes;
}

/** Go's StdEncoding. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) text += letters.charAt((bits >> shift) & 63);
  }
  const padding = (3 - (bytes.length % 3)) % 3;
  return text.slice(0, text.length - padding) + '='.repeat(padding);
}

/** The form inside a JWS: `-` and `_`, without padding. */
export function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** Undefined for what is no base64url. */
export function decodeBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  const plain = text.replaceAll('-', '+').replaceAll('_', '/');
  return decodeBase64(plain.padEnd(Math.ceil(plain.length / 4) * 4, '='));
}

export function utf8Bytes(text: string): Uint8Array {
  return byteString(toBytes(text));
}

/** One character per byte. */
export function byteString(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The opposite: bytes as one character each. */
export function characters(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
