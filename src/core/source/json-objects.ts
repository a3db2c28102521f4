// Finds JSON objects in any text: one per line, pretty-printed, in an array, behind a prefix, or cut off.
// Brackets are balanced outside strings only; whether the inside is JSON is for JSON.parse to say.
// Every character is looked at once, so garbage of any size costs linear time.

import type { Span } from './range.ts';

export interface JsonObjectSpan extends Span {
  /** False if the text ended, a line broke inside a string, or something stood there that no JSON has. */
  readonly complete: boolean;
  /** True if it is incomplete because the text ended. */
  readonly cutOff: boolean;
  /** The largest complete objects inside an incomplete one. */
  readonly inner: readonly Span[];
}

const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** What may stand outside strings: blanks, numbers, `true`, `false`, `null`, punctuation. */
const outsideStrings = new Set([...' \t\r\n{}[],:0123456789+-.eEtrufalsn'].map((char) => char.charCodeAt(0)));

/** All objects of a text in order of appearance; nested ones only where the outer one is incomplete. */
export function findJsonObjects(text: string): readonly JsonObjectSpan[] {
  const found: JsonObjectSpan[] = [];
  const candidate = /\{\s*"/g;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const object = scanObject(text, match.index);
    found.push(object);
    candidate.lastIndex = Math.max(object.end, match.index + 1);
  }
  return found;
}

function scanObject(text: string, start: number): JsonObjectSpan {
  const open: number[] = [];
  const closed: Span[] = [];
  const column = start - (text.lastIndexOf('\n', start) + 1);
  const broken = (at: number): JsonObjectSpan => ({
    start,
    end: at,
    complete: false,
    cutOff: at >= text.length,
    inner: closed,
  });
  for (let at = start; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === quote) {
      const end = endOfString(text, at);
      if (text.charCodeAt(end) !== quote) return broken(end);
      at = end;
    } else if (char === openBrace || char === openBracket) {
      open.push(at);
    } else if (char === closeBrace || char === closeBracket) {
      const from = open.pop() ?? start;
      if (text.charCodeAt(from) !== (char === closeBrace ? openBrace : openBracket)) return broken(at);
      if (open.length === 0) return { start, end: at + 1, complete: true, cutOff: false, inner: [] };
      if (char === closeBrace) keepLargest(closed, { start: from, end: at + 1 });
    } else if (char === newline) {
      if (startsNewObject(text, at + 1, column)) return broken(at);
    } else if (!outsideStrings.has(char)) {
      return broken(at);
    }
  }
  return broken(text.length);
}

/** Where the string that begins at `start` ends: its quote, the line end that breaks it, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === quote || char === newline) return at;
    if (char === backslash) at++;
  }
  return text.length;
}

/** An object that begins no further right than an open one belongs to a new record. */
function startsNewObject(text: string, lineStart: number, column: number): boolean {
  for (let at = lineStart; at <= lineStart + column; at++) {
    const char = text.charCodeAt(at);
    if (char === openBrace) return true;
    if (char !== 0x20 && char !== 0x09) return false;
  }
  return false;
}

function keepLargest(spans: Span[], span: Span): void {
  while ((spans.at(-1)?.start ?? -1) > span.start) spans.pop();
  spans.push(span);
}
