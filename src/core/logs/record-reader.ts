// Reads records out of bytes: a line of the log backend by its head; everything else by JSON.parse, wherever in a line it begins
// and however many lines it has. Says how far it came; the rest waits for more bytes.

import { eventsIn } from '../formats/events-in.ts';
import { maybeEvents } from '../formats/event-value.ts';
import { readLegacyLine } from '../formats/legacy-line.ts';
import { isRecord } from '../source/untyped-value.ts';
import { balancedValue } from './balanced-value.ts';
import type { EventEntry } from './event-entry.ts';
import { HeadWalk } from './head-walk.ts';
import type { Platform } from './platform.ts';
import type { LinePlace, UnreadReason } from './summary.ts';
import type { UnreadLines } from './unread-lines.ts';

/** The bytes that are there, and what is known about them. */
export interface Window {
  readonly bytes: Uint8Array;
  /** Over the same bytes and at least `lookAhead` more. */
  readonly view: DataView;
  readonly limit: number;
  /** Whether nothing comes behind the limit. */
  readonly final: boolean;
}

/** A line that is shorter so far is waited for before anything is tried. */
const patience = 65_536;
/** More bytes are needed; never a position. */
const wait = -1;
const [newlineByte, openBrace, closeBrace] = [10, 123, 125];
/** Blanks and what stands between records: line ends, commas, brackets. */
const separators = new Uint8Array(256);
for (const character of ' \t\r\n,[]') separators[character.charCodeAt(0)] = 1;

const listHead = /^\{[^[\]]*?"(?:items|records|Records|events|logEvents|results|entries|hits)"\s*:\s*\[/;
const headLength = 1024;

/** The line at hand. */
interface Line {
  readonly lineEnd: number;
  /** Whether its end is there. */
  readonly isWhole: boolean;
  /** What to answer while a record is not complete. */
  readonly unfinished: number;
  /** Whether its head was walked already, in vain. */
  readonly walked: boolean;
}

export class RecordReader {
  readonly #platform: Platform;
  readonly #entry: EventEntry;
  readonly #unread: UnreadLines;
  readonly #everyLine: boolean;
  readonly #head: HeadWalk;
  #window!: Window;
  /** Of the record that is being read. */
  #start = 0;
  #end = 0;
  /** Whether the line at hand gave a value already: what else stands in it is its wrapping. */
  #hadValue = false;
  /** Whether a list was opened whose closing brackets will come. */
  #inList = false;
  file = -1;
  line = 1;
  /** Where the window begins in the file. */
  base = 0;
  readonly #walkedPlace = (): LinePlace => this.#place(this.#start, this.#end);
  readonly #newline = (from: number): number => this.#platform.newline(this.#window.bytes, from);

  constructor(parts: { platform: Platform; entry: EventEntry; unread: UnreadLines; everyLine: boolean }) {
    this.#platform = parts.platform;
    this.#entry = parts.entry;
    this.#unread = parts.unread;
    this.#everyLine = parts.everyLine;
    this.#head = new HeadWalk(parts.platform);
  }

  beginFile(): void {
    this.file++;
    this.line = 1;
    this.base = 0;
    this.#hadValue = false;
    this.#inList = false;
  }

  /** Reads what is complete, from a place on; answers where the rest begins. */
  read(window: Window, from: number): number {
    this.#window = window;
    let at = from;
    while (at < window.limit) {
      const next = this.#walkLine(at);
      if (next >= 0) {
        at = next;
        continue;
      }
      const behind = this.#readSlowly(at);
      if (behind === wait) return at;
      at = behind;
    }
    return at;
  }

  /** Reports what is longer than there is room for. */
  tooLong(length: number): void {
    this.#unread.add('too-long', { file: this.file, line: this.line, offset: this.base, length });
  }

  #walkLine(at: number): number {
    if (this.#everyLine) return wait;
    const { bytes, view, limit } = this.#window;
    const next = this.#head.walk(bytes, view, at, limit);
    if (next < 0) return wait;
    this.#start = at;
    this.#end = view.getUint8(next - 2) === 13 ? next - 2 : next - 1;
    if (!this.#entry.enterWalked(view, this.#head, this.#walkedPlace)) return wait;
    this.line++;
    this.#hadValue = false;
    return next;
  }

  #readSlowly(from: number): number {
    const { limit, final } = this.#window;
    const at = this.#skipSeparators(from);
    if (at >= limit) return at;
    const found = this.#newline(at);
    const lineEnd = found < 0 || found >= limit ? limit : found;
    const isWhole = lineEnd < limit || final;
    if (!isWhole && limit - at < patience) return at === from ? wait : at;
    const brace = this.#findBrace(at, lineEnd);
    if (brace < 0) {
      if (!isWhole) return at === from ? wait : at;
      this.#textLine(at, lineEnd);
      return lineEnd;
    }
    return this.#readRecord(brace, { lineEnd, isWhole, unfinished: at === from ? wait : at, walked: brace === from });
  }

  /** A record whose opening brace is known. */
  #readRecord(brace: number, line: Line): number {
    const walked = line.walked ? wait : this.#walkLine(brace);
    if (walked >= 0) return walked;
    const { view } = this.#window;
    const { lineEnd } = line;
    const valueEnd = view.getUint8(lineEnd - 1) === 13 ? lineEnd - 1 : lineEnd;
    const isShort = line.isWhole && lineEnd - brace < patience;
    if (isShort && view.getUint8(valueEnd - 1) === closeBrace && this.#readValue(brace, valueEnd)) return lineEnd;
    const opened = this.#openList(brace);
    if (opened > 0) return opened;
    return this.#readBalanced(brace, line);
  }

  /** Blanks, commas and brackets between records, counting lines. */
  #skipSeparators(from: number): number {
    const { view, limit } = this.#window;
    let at = from;
    for (; at < limit; at++) {
      const byte = view.getUint8(at);
      if (byte === newlineByte) {
        this.line++;
        this.#hadValue = false;
      } else if (separators[byte] !== 1 && !(this.#inList && byte === closeBrace)) {
        if (byte !== 0xef || this.base + at !== 0 || at + 3 > limit) return at;
        at += 2; // a byte order mark
      }
    }
    return at;
  }

  /** The first brace of a line behind which a key or the end of the object stands, also on the next line. */
  #findBrace(from: number, lineEnd: number): number {
    const { view } = this.#window;
    for (let at = from; at < lineEnd; at++) {
      if (view.getUint8(at) !== openBrace) continue;
      let next = at + 1;
      while (next < lineEnd && separators[view.getUint8(next)] === 1) next++;
      if (next >= lineEnd || view.getUint8(next) === 34) return at;
    }
    return -1;
  }

  /** Behind the opening bracket of a list of records, so that its items are read one by one; 0 if there is none. */
  #openList(brace: number): number {
    const { limit } = this.#window;
    const head = this.#text(brace, Math.min(limit, brace + headLength));
    const list = listHead.exec(head)?.[0];
    if (list === undefined || list.includes('"auditID"')) return 0;
    for (const character of list) if (character === '\n') this.line++;
    this.#inList = true;
    this.#hadValue = true;
    return brace + list.length;
  }

  /** An object that may go over many lines. */
  #readBalanced(brace: number, { lineEnd, isWhole, unfinished }: Line): number {
    const { view, limit, final } = this.#window;
    const result = balancedValue(view, brace, limit, this.#columnOf(brace));
    if (result.found === 'more-needed') {
      if (!final) return unfinished;
      this.#report('broken', brace, lineEnd);
      return this.#countLines(brace, limit);
    }
    if (result.found === 'whole') {
      if (!this.#readValue(brace, result.end)) this.#report('broken', brace, Math.min(result.end, lineEnd));
      this.#hadValue = result.lines === 0;
      this.line += result.lines;
      return result.end;
    }
    if (!isWhole && result.at < lineEnd) return unfinished;
    this.#report('broken', brace, lineEnd);
    if (result.at <= lineEnd) return lineEnd;
    const isLineStart = view.getUint8(result.at - 1) === newlineByte;
    const next = isLineStart ? result.at : this.#newline(result.at);
    return this.#countLines(brace, next < 0 || next > limit ? limit : next);
  }

  /** False if it is no JSON. */
  #readValue(start: number, end: number): boolean {
    let value: unknown;
    try {
      value = JSON.parse(this.#text(start, end));
    } catch {
      return false;
    }
    this.#hadValue = true;
    if (!isRecord(value)) return true;
    const events = eventsIn(value);
    for (const event of events) this.#entry.enterParsed(event, () => this.#place(start, end));
    if (events.length === 0) this.#report('other-json', start, end);
    return true;
  }

  #textLine(start: number, end: number): void {
    if (this.#hadValue || this.#inList) return;
    const text = this.#text(start, Math.min(end, start + 65_536));
    const legacy = maybeEvents.test(text) ? readLegacyLine(text) : undefined;
    if (legacy) this.#entry.enterParsed(legacy, () => this.#place(start, end));
    else this.#report('no-json', start, end);
  }

  #report(reason: UnreadReason, start: number, end: number): void {
    this.#unread.add(reason, this.#place(start, end));
  }

  #place(start: number, end: number): LinePlace {
    return { file: this.file, line: this.line, offset: this.base + start, length: end - start };
  }

  /** How far right a place stands, as far as the bytes go back. */
  #columnOf(at: number): number {
    const { view } = this.#window;
    let start = at;
    while (start > 0 && view.getUint8(start - 1) !== newlineByte) start--;
    return at - start;
  }

  /** Counts the line ends between two places and answers the second. */
  #countLines(from: number, to: number): number {
    for (let at = this.#newline(from); at >= 0 && at < to; at = this.#newline(at + 1)) {
      this.line++;
      this.#hadValue = false;
    }
    return to;
  }

  #text(start: number, end: number): string {
    return this.#platform.decode(this.#window.bytes.subarray(start, end));
  }
}
