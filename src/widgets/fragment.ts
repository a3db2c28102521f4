// A text inside an address: `#v1.<data>.<checksum>`.
//   v1        the version of this format; a reader refuses what is newer than itself
//   data      the UTF-8 bytes of the text, deflate-raw (RFC 1951), base64url without padding (RFC 4648, section 5)
//   checksum  CRC-32 (as in gzip) of the UTF-8 bytes, eight hexadecimal digits
// The part behind # is never sent to a server. Written by the bench and by pages at build time, read by the bench.

export type Opened = { readonly text: string } | { readonly problem: 'damaged' | 'newer' | 'too-large' };

/** A text that inflates to more bytes is not opened. */
export const largestInflated = 1_000_000;

export function crc32(bytes: Uint8Array): string {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Throws on characters that are not base64url. */
function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new SyntaxError('not base64url');
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));
}

/** Gives undefined as soon as more than `limit` bytes come out; rejects on damaged data. */
async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
  limit = Infinity,
): Promise<Uint8Array | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(through).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** The fragment of a text, with its `#`. */
export async function encodeFragment(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const deflated = (await pipe(bytes, new CompressionStream('deflate-raw'))) ?? bytes;
  return `#v1.${toBase64Url(deflated)}.${crc32(bytes)}`;
}

/** Never rejects: what cannot be read is a problem to be shown. */
export async function decodeFragment(fragment: string): Promise<Opened> {
  const version = Number(/^#v(\d+)\./.exec(fragment)?.[1]);
  if (version > 1) return { problem: 'newer' };
  const [, data, checksum] = /^#v1\.([\w-]*)\.([0-9a-f]{8})$/.exec(fragment) ?? [];
  if (data === undefined || checksum === undefined) return { problem: 'damaged' };
  try {
    const bytes = await pipe(fromBase64Url(data), new DecompressionStream('deflate-raw'), largestInflated);
    if (!bytes) return { problem: 'too-large' };
    if (crc32(bytes) !== checksum) return { problem: 'damaged' };
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: 'damaged' };
  }
}
