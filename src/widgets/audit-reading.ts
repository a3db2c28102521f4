// Reads chosen files as audit logs and tells how far it is. Runs in a worker, or in slices on the page itself.

import { AuditReader, type AuditSummary, type Platform } from '../core/logs/index.ts';
import { readBytes } from './audit-bytes.ts';
import type { AuditMessage, Stretch } from './audit-protocol.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const platform: Platform = {
  decode: (bytes) => decoder.decode(bytes),
  newline: (bytes, from) => bytes.indexOf(10, from),
};

/** In milliseconds. */
const [tellEvery, showEvery] = [100, 1000];
/** What was shown before stays as garbage for a while: the longer it takes, the less often it is shown anew. */
const showAfter = 1 / 2;
const shownGroups = 200;

export interface Reading {
  readonly tell: (message: AuditMessage) => void;
  readonly stretch?: Stretch;
  /** Awaited between slices of at most so many bytes; a worker needs no pause. */
  readonly slice?: { readonly bytes: number; pause(): Promise<void> | undefined };
}

/** Never rejects; what goes wrong is told. The last message is a result or an error. */
export async function readAudit(files: readonly File[], { tell, slice, stretch = {} }: Reading): Promise<void> {
  const reader = new AuditReader(platform, optionsOf(stretch));
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const started = performance.now();
  const counter = new Telling(reader, { tell, total, started });
  let before = 0;
  for (const file of files) {
    reader.beginFile();
    try {
      await readBytes(file, async (chunk, bytes) => {
        const step = slice?.bytes ?? chunk.length;
        for (let at = 0; at < chunk.length; at += step) {
          reader.push(chunk.subarray(at, at + step));
          await slice?.pause();
        }
        counter.tell(before + bytes);
      });
    } catch (error) {
      const problem = error instanceof TypeError ? 'damaged-archive' : 'unreadable';
      reader.endFile();
      return tell({ type: 'error', file: file.name, problem, summary: reader.summary() });
    }
    reader.endFile();
    before += file.size;
  }
  tell({ type: 'result', summary: reader.summary(), seconds: (performance.now() - started) / 1000 });
}

/** What a message carries besides is not for the reader. */
function optionsOf({ since, until }: Stretch): Stretch {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

interface Numbers {
  readonly tell: (message: AuditMessage) => void;
  readonly total: number;
  readonly started: number;
}

/** Tells the first numbers at once, then every so often. */
class Telling {
  readonly #reader: AuditReader;
  readonly #numbers: Numbers;
  #told = -Infinity;
  #shown = -Infinity;

  constructor(reader: AuditReader, numbers: Numbers) {
    this.#reader = reader;
    this.#numbers = numbers;
  }

  tell(bytes: number): void {
    const { total, started, tell } = this.#numbers;
    const now = performance.now();
    if (now - this.#told < tellEvery) return;
    this.#told = now;
    const seconds = Math.max((now - started) / 1000, 0.001);
    const { events } = this.#reader;
    const shows = now - this.#shown >= Math.max(showEvery, (now - started) * showAfter);
    if (shows) this.#shown = now;
    tell({
      ...{ type: 'progress', bytes, total, events, eventsPerSecond: Math.round(events / seconds) },
      secondsLeft: bytes > 0 ? ((total - bytes) / bytes) * seconds : 0,
      ...(shows ? { partial: this.#reader.summary(shownGroups) } : {}),
    });
  }
}

/** Reads a text at once. */
export function readAuditText(text: string, stretch: Stretch = {}): AuditSummary {
  const reader = new AuditReader(platform, stretch);
  reader.beginFile();
  reader.push(new TextEncoder().encode(text));
  reader.endFile();
  return reader.summary();
}
