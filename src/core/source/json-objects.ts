// Finds JSON objects in any text: one per line, pretty-printed, in an array, behind a prefix, or cut off.
// Brackets are balanced outside strings only; whether the inside is JSON is for JSON.parse to say.
// Every character is looked at once, so garbage of any size costs linear time.

import type { Span } from './range.ts';

export interface JsonObjectSpan extends Span {
  /** False if the text ended, a line broke inside a string, or something stood there that no JSON has. */
  readonly complete: boolean;
  /** The largest complete objects inside an incomplete one. */
  readonly inner: readonly Span[];
}

/** What may stand outside strings besides brackets: blanks, numbers, `true`, `false`, `null`, `,` and `:`. */
const outsideStrings = new Set(' \t\r\n,:0123456789+-.eEtrufalsn');

const openingOf: Readonly<Record<string, string>> = { '}': '{', ']': '[' };

/** All objects of a text in order of appearance; nested ones only where the outer one is incomplete. */
export function findJsonObjects(text: string): readonly JsonObjectSpan[] {
  const found: JsonObjectSpan[] = [];
  const candidate = /\{\s*"/g;
  let seen = 0;
  let lineStart = 0;
  for (let match = candidate.exec(text); match; match = candidate.exec(text)) {
    const newline = text.slice(seen, match.index).lastIndexOf('\n');
    if (newline >= 0) lineStart = seen + newline + 1;
    seen = match.index;
    const object = scanObject(text, match.index, match.index - lineStart);
    found.push(object);
    candidate.lastIndex = Math.max(object.end, match.index + 1);
  }
  return found;
}

function scanObject(text: string, start: number, column: number): JsonObjectSpan {
  const open: number[] = [];
  const inner: Span[] = [];
  let at = start;
  let sure = start;
  for (; at < text.length; at++) {
    const char = text[at] ?? '';
    const opening = openingOf[char];
    if (char === '/' && text[at + 1] === '/') {
      at = endOfComment(text, at);
    } else if (char === '"') {
      const end = endOfString(text, at);
      if (text[end] !== '"') return { start, end, complete: false, inner };
      at = end;
      sure = at;
    } else if (char === '{' || char === '[') {
      open.push(at);
      sure = at;
    } else if (opening !== undefined) {
      const from = open.pop() ?? start;
      if (text[from] !== opening) break;
      if (open.length === 0) return { start, end: at + 1, complete: true, inner: [] };
      if (opening === '{') keepLargest(inner, { start: from, end: at + 1 });
      sure = at;
    } else if (isForeign(text, at, column)) {
      break;
    }
  }
  return { start, end: endOfBroken(text, sure, at), complete: false, inner };
}

/** A character that no JSON has outside strings, or the line end before another record. */
function isForeign(text: string, at: number, column: number): boolean {
  const char = text[at] ?? '';
  return !outsideStrings.has(char) || (char === '\n' && startsNewObject(text, at + 1, column));
}

/** What stands in a later line than the last string or bracket is the prefix of another entry, or no JSON at all. */
function endOfBroken(text: string, sure: number, at: number): number {
  const newline = text.indexOf('\n', sure);
  return newline < 0 || newline > at ? at : newline;
}

/** Comments are no JSON, but pages have them in examples: the character before the line's end. */
function endOfComment(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return (newline < 0 ? text.length : newline) - 1;
}

/** Where the string that begins at `start` ends: its quote, the line end that breaks it, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === '\n') return at;
    if (char === '\\' && text[at + 1] !== '\n') at++;
  }
  return text.length;
}

/** An object that begins no further right than an open one belongs to a new record. */
function startsNewObject(text: string, lineStart: number, column: number): boolean {
  for (let at = lineStart; at <= lineStart + column; at++) {
    const char = text[at];
    if (char === '{') return true;
    if (char !== ' ' && char !== '\t') return false;
  }
  return false;
}

function keepLargest(spans: Span[], span: Span): void {
  while ((spans.at(-1)?.start ?? -1) > span.start) spans.pop();
  spans.push(span);
}
