// Reads audit logs of any size as they come, chunk by chunk, and says at any moment what was seen so far.

import { EventEntry } from './event-entry.ts';
import { lookAhead } from './head-walk.ts';
import { Ledger } from './ledger.ts';
import type { Platform } from './platform.ts';
import { RecordReader } from './record-reader.ts';
import type { AuditSummary } from './summary.ts';
import { UnreadLines } from './unread-lines.ts';

/** A record that is longer is reported and left out up to the next line. */
const longestRecord = 16_000_000;

export interface AuditReaderOptions {
  /** Parses every line whole: three to four times slower, and finds damage inside bodies as well. */
  readonly everyLine?: boolean;
  /** RFC 3339. Only events from the first time on and before the second are counted. */
  readonly since?: string;
  readonly until?: string;
}

export class AuditReader {
  readonly #platform: Platform;
  readonly #everyLine: boolean;
  readonly #ledger: Ledger;
  readonly #unread = new UnreadLines();
  readonly #records: RecordReader;
  /** The beginning of a record whose end is not there yet. */
  #held = new Uint8Array(1 << 16);
  #heldView = new DataView(this.#held.buffer);
  #heldLength = 0;
  /** Whether a record was too long, and its rest is left out. */
  #skipping = false;
  #bytes = 0;
  #lines = 0;

  constructor(platform: Platform, { everyLine = false, since, until }: AuditReaderOptions = {}) {
    this.#platform = platform;
    this.#ledger = new Ledger(since, until);
    this.#everyLine = everyLine;
    const entry = new EventEntry(this.#ledger, platform);
    this.#records = new RecordReader({ platform, entry, unread: this.#unread, everyLine });
  }

  /** Comes before the first chunk of each file. */
  beginFile(): void {
    this.#records.beginFile();
    this.#heldLength = 0;
    this.#skipping = false;
  }

  /** Reads a chunk; nothing of it is kept but the beginning of a record, so its memory may be used again. */
  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    let at = this.#skipping ? this.#skip(chunk, 0) : 0;
    if (this.#heldLength > 0) at = this.#finishHeld(chunk, at);
    const limit = chunk.length - lookAhead;
    if (at < limit) {
      const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
      const before = at;
      this.#records.base -= before;
      at = this.#records.read({ bytes: chunk, view, limit, final: false }, at);
      this.#records.base += at;
    }
    if (at < chunk.length) this.#hold(chunk, at, chunk.length);
  }

  /** Reads the last complete lines too, which otherwise wait for more bytes: for a file that grows. */
  settle(): void {
    if (this.#heldLength > 0 && !this.#skipping) this.#readHeld(false);
  }

  /** Comes behind the last chunk of each file. */
  endFile(): void {
    // The last bytes of a file are held, unless they were settled and complete.
    const isOpen = this.#heldLength > 0 && this.#held[this.#heldLength - 1] !== 10;
    if (this.#heldLength > 0) this.#readHeld(true);
    this.#heldLength = 0;
    this.#lines += (isOpen ? 1 : 0) + this.#records.line - 1;
    this.#records.line = 1;
  }

  /** How many events were seen so far. */
  get events(): number {
    return this.#ledger.events;
  }

  /** What was seen so far; with the largest groups only, if there are more than so many. */
  summary(mostGroups = Infinity): AuditSummary {
    return {
      bytes: this.#bytes,
      lines: this.#lines + this.#records.line - 1,
      ...this.#ledger.summary(mostGroups),
      unread: this.#unread.unread(),
      everyLineParsed: this.#everyLine,
    };
  }

  /** Adds as much of the chunk to what is held as completes it; answers where the chunk's own records begin. */
  #finishHeld(chunk: Uint8Array, from: number): number {
    let taken = from;
    for (let step = 0; ; step = step * 4 + 65_536) {
      const before = this.#heldLength;
      const next = this.#platform.newline(chunk, Math.min(chunk.length, taken + step)) + 1;
      const upTo = next === 0 ? chunk.length : next;
      this.#hold(chunk, taken, upTo);
      taken = upTo;
      const read = this.#readHeld(false);
      if (read >= before) {
        const rest = this.#heldLength;
        this.#heldLength = 0;
        return taken - rest;
      }
      if (this.#heldLength > longestRecord) {
        this.#records.tooLong(this.#heldLength);
        this.#records.base += this.#heldLength;
        this.#heldLength = 0;
        this.#skipping = true;
        return this.#skip(chunk, taken);
      }
      if (taken === chunk.length) return taken;
    }
  }

  /** Reads what is held and drops what was read; answers how much that was. */
  #readHeld(final: boolean): number {
    const length = this.#heldLength;
    const bytes = this.#held.subarray(0, length);
    const read = this.#records.read({ bytes, view: this.#heldView, limit: length, final }, 0);
    this.#records.base += read;
    this.#held.copyWithin(0, read, length);
    this.#heldLength = length - read;
    return read;
  }

  /** To the next line. */
  #skip(chunk: Uint8Array, from: number): number {
    const next = this.#platform.newline(chunk, from);
    const to = next < 0 ? chunk.length : next;
    this.#records.base += to - from;
    this.#skipping = next < 0;
    return to;
  }

  #hold(chunk: Uint8Array, from: number, to: number): void {
    const length = this.#heldLength + to - from;
    if (length + lookAhead > this.#held.length) {
      const larger = new Uint8Array(2 ** Math.ceil(Math.log2(length + lookAhead)));
      larger.set(this.#held.subarray(0, this.#heldLength));
      this.#held = larger;
      this.#heldView = new DataView(larger.buffer);
    }
    this.#held.set(chunk.subarray(from, to), this.#heldLength);
    this.#heldLength = length;
  }
}
