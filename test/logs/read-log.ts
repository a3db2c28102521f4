// Reads a text as an audit log, in chunks of any size, for the tests of core/logs.

import { AuditReader, type AuditReaderOptions, type AuditSummary, type Platform } from '../../src/core/logs/index.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export const platform: Platform = {
  decode: (bytes) => decoder.decode(bytes),
  newline: (bytes, from) => bytes.indexOf(10, from),
};

export interface Reading extends AuditReaderOptions {
  /** Sizes of the chunks, in turn; without them the whole is one. */
  readonly chunks?: readonly number[];
}

export function readLog(text: string | Uint8Array, { chunks = [], ...options }: Reading = {}): AuditSummary {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const reader = new AuditReader(platform, options);
  reader.beginFile();
  // One buffer for all chunks: what a reader keeps of one must be its own.
  const buffer = new Uint8Array(Math.max(bytes.length, 1));
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = chunks[turn % chunks.length] ?? bytes.length;
    const chunk = bytes.subarray(at, at + size);
    buffer.fill(0);
    buffer.set(chunk);
    reader.push(buffer.subarray(0, chunk.length));
    at += chunk.length;
  }
  reader.endFile();
  return reader.summary();
}

/** What both ways of reading must agree on. */
export function said(summary: AuditSummary): AuditSummary {
  return { ...summary, everyLineParsed: true };
}
