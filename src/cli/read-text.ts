// A file or standard input as text, in the encodings that terminals and editors write.

import { closeSync, openSync, readSync } from 'node:fs';

export type ReadProblem = 'missing' | 'directory' | 'forbidden' | 'too-large' | 'broken';

/** More than this is not read at all; what is smaller but still too much is said by the report. */
export const largestFile = 100_000_000;

/** Never throws: what cannot be read is named. UTF-8, or UTF-16 with its byte order mark. */
export function readText(file: string): { readonly text: string } | { readonly problem: ReadProblem } {
  let descriptor = 0;
  try {
    if (file !== '-') descriptor = openSync(file, 'r');
    const bytes = readBytes(descriptor);
    return bytes ? { text: decode(bytes) } : { problem: 'too-large' };
  } catch (error) {
    return { problem: problemOf(error) };
  } finally {
    if (descriptor > 0) closeSync(descriptor);
  }
}

/** Undefined if there is more than the limit. */
function readBytes(descriptor: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  let size = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 20);
    const length = readChunk(descriptor, chunk);
    if (length === 0) return Buffer.concat(chunks);
    size += length;
    if (size > largestFile) return undefined;
    chunks.push(chunk.subarray(0, length));
  }
}

/** How many bytes came, 0 at the end. A terminal or a pipe set to non-blocking answers EAGAIN while its writer is busy. */
export function readChunk(descriptor: number, into: Uint8Array): number {
  for (;;) {
    try {
      return readSync(descriptor, into);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function decode(bytes: Buffer): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8', { ignoreBOM: true }).decode(bytes);
}

/** What the system says about a file that cannot be read. */
export function problemOf(error: unknown): ReadProblem {
  const problems: Readonly<Record<string, ReadProblem>> = {
    ENOENT: 'missing',
    ENOTDIR: 'missing',
    EISDIR: 'directory',
    EACCES: 'forbidden',
    EPERM: 'forbidden',
  };
  return problems[(error as NodeJS.ErrnoException).code ?? ''] ?? 'broken';
}
