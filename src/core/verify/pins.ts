// Pins: `sha256:` and 64 hexadecimal digits, as --discovery-token-ca-cert-hash takes them, and what kubeadm says about others.
// Upstream: cmd/kubeadm/app/util/pubkeypin/pubkeypin.go, read at 1.17, 1.18 and after change 101977 (made for 1.22).

import { goQuote } from '../kubernetes/kubeadm/go-quote.ts';
import { coversMinor, type Minor } from '../kubernetes/version.ts';
import type { Digests } from './digests.ts';
import { hex } from './base64.ts';

/** The pin of a certificate: the SHA-256 of its SubjectPublicKeyInfo. */
export async function pinOf(publicKeyInfo: Uint8Array, digests: Digests): Promise<string> {
  return `sha256:${hex(await digests.sha256(publicKeyInfo))}`;
}

/** As kubeadm keeps it: `sha256` in any case, digits in lower case. */
export function canonicalPin(pin: string): string {
  return pin.toLowerCase();
}

/** Up to here kubeadm looked at the first pin only; whether patch releases got the fix is not known. */
export const onlyFirstPin = { until: 21 } as const;

/** The pins that count in a version. */
export function countedPins(pins: readonly string[], minor: Minor): readonly string[] {
  return coversMinor(onlyFirstPin, minor) ? pins.slice(0, 1) : pins;
}

/** From this minor on the texts name the known formats (change 97290). */
const longTexts = { since: 21 } as const;

/** What kubeadm says about the first pin that it cannot read; undefined if it can read all that count. */
export function pinProblem(
  pins: readonly string[],
  minor: Minor,
): { readonly pin: string; readonly text: string } | undefined {
  for (const pin of countedPins(pins, minor)) {
    const text = textAbout(pin, coversMinor(longTexts, minor));
    if (text !== undefined)
      return {
        pin,
        text: coversMinor(longTexts, minor) ? `invalid discovery token CA certificate hash: ${text}` : text,
      };
  }
  return undefined;
}

function textAbout(pin: string, long: boolean): string | undefined {
  const known = long ? '. Known format(s) are: sha256' : '';
  const [format = '', value = '', ...more] = pin.split(':');
  if (!pin.includes(':') || more.length > 0)
    return long
      ? `invalid hash, expected "format:hex-value"${known}`
      : 'invalid public key hash, expected "format:value"';
  if (format.toLowerCase() !== 'sha256') return `unknown hash format ${goQuote(format)}${known}`;
  const problem = digitsProblem(value, long);
  return problem === undefined ? undefined : long ? `invalid hash ${goQuote(pin)}, ${problem}` : problem;
}

/** Go counts bytes; what has other letters than ASCII is longer for it than it looks. */
function digitsProblem(value: string, long: boolean): string | undefined {
  const wide = [...value].reduce((sum, character) => sum + utf8Length(character.codePointAt(0) ?? 0), 0);
  const bytes = Math.floor(wide / 2);
  if (bytes !== 32) return `expected a 32 byte SHA-256 hash, found ${bytes} bytes`;
  const wrong = /[^0-9a-fA-F]/.exec(value)?.[0];
  if (wrong === undefined && wide % 2 === 0) return undefined;
  const decoder =
    wrong === undefined ? 'encoding/hex: odd length hex string' : `encoding/hex: invalid byte: ${goRune(wrong)}`;
  return long ? `could not decode SHA-256 from hex: ${decoder}` : decoder;
}

function utf8Length(code: number): number {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** %#U; what is no printable ASCII is left open. */
function goRune(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20 || code > 0x7e) return '…';
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} '${character}'`;
}
