// Reads the line again on which an event stands.

import type { LinePlace } from '../core/logs/index.ts';
import { isGzip } from './audit-bytes.ts';

/** Undefined if the file cannot be read any more. A compressed file is unpacked up to the line. */
export async function readLine(file: Blob | undefined, { offset, length }: LinePlace): Promise<string | undefined> {
  if (!file) return undefined;
  try {
    const packed = await isGzip(file);
    return await (packed ? unpackedPart(file, offset, length) : file.slice(offset, offset + length)).text();
  } catch {
    return undefined;
  }
}

function unpackedPart(file: Blob, offset: number, length: number): Response {
  let at = 0;
  const part = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      const [from, to] = [offset - at, offset + length - at];
      at += chunk.length;
      if (to > 0 && from < chunk.length) controller.enqueue(chunk.slice(Math.max(0, from), Math.min(chunk.length, to)));
      if (at >= offset + length) controller.terminate();
    },
  });
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip')).pipeThrough(part));
}
