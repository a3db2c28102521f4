// The bytes of a log file: plain, compressed with gzip, UTF-16 as PowerShell writes it, or standard input.
// A plain file is read into one buffer again and again: fresh memory for each chunk would be slower than the reading itself.

import { closeSync, openSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Platform } from '../core/logs/index.ts';
import { readChunk } from './read-text.ts';

const chunkSize = 1 << 18;
/** In milliseconds. */
const longestTurn = 50;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const nodePlatform: Platform = {
  decode: (bytes) => decoder.decode(bytes),
  // Several times as fast as the method of Uint8Array.
  newline: (bytes, from) => Buffer.prototype.indexOf.call(bytes, 10, from),
};

/** Takes a chunk of text, whose memory is used again afterwards, and how many bytes of the file it cost. */
export type Take = (chunk: Uint8Array, bytes: number) => void;

/**
 * True if the file is plain text that may go on behind what was read. Throws what the system throws, also in the middle; what was
 * taken until then counts.
 */
export async function readLogFile(file: string, take: Take): Promise<boolean> {
  const descriptor = file === '-' ? 0 : openSync(file, 'r');
  const buffer = new Uint8Array(chunkSize);
  try {
    let length = readChunk(descriptor, buffer);
    const [first, second] = buffer;
    const more = (): number => (length = readChunk(descriptor, buffer));
    if (length > 1 && first === 0x1f && second === 0x8b) {
      await unzip(buffer, length, more, take);
      return false;
    }
    const encoding = utf16Of(first, second);
    let since = performance.now();
    const utf16 = encoding === '' || length < 2 ? undefined : new TextDecoder(encoding);
    for (; length > 0; length = readChunk(descriptor, buffer)) {
      const bytes = buffer.subarray(0, length);
      take(utf16 ? Buffer.from(utf16.decode(bytes, { stream: true })) : bytes, length);
      const now = performance.now();
      if (now - since < longestTurn) continue;
      since = now;
      // Lets a signal through.
      await new Promise(setImmediate);
    }
    return utf16 === undefined && file !== '-';
  } finally {
    if (descriptor > 0) closeSync(descriptor);
  }
}

/** By its byte order mark; empty if it has none. */
function utf16Of(first: number | undefined, second: number | undefined): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : '';
}

async function unzip(buffer: Uint8Array, first: number, more: () => number, take: Take): Promise<void> {
  const gunzip = createGunzip({ chunkSize });
  let length = first;
  let counted = 0;
  gunzip.on('data', (chunk: Buffer) => {
    take(chunk, gunzip.bytesWritten - counted);
    counted = gunzip.bytesWritten;
  });
  const ended = new Promise<void>((resolve, reject) => gunzip.on('end', resolve).on('error', reject));
  const written = async (): Promise<void> => {
    for (; length > 0; length = more()) {
      // The next read must not change what is still being unpacked.
      await new Promise<void>((resolve) => gunzip.write(buffer.subarray(0, length), () => resolve()));
    }
    gunzip.end();
  };
  await Promise.race([Promise.all([written(), ended]), ended]);
}
