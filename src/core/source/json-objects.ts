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
  for (; at < text.length; at++) {
    const char = text[at] ?? '';
    const opening = openingOf[char];
    if (char === '"') {
      const end = endOfString(text, at);
      if (text[end] !== '"') return { start, end, complete: false, inner };
      at = end;
    } else if (char === '{' || char === '[') {
      open.push(at);
    } else if (opening !== undefined) {
      const from = open.pop() ?? start;
      if (text[from] !== opening) break;
      if (open.length === 0) return { start, end: at + 1, complete: true, inner: [] };
      if (opening === '{') keepLargest(inner, { start: from, end: at + 1 });
    } else if (!outsideStrings.has(char) || (char === '\n' && startsNewObject(text, at + 1, column))) {
      break;
    }
  }
  return { start, end: at, complete: false, inner };
}

/** Where the string that begins at `start` ends: its quote, the line end that breaks it, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === '\n') return at;
    if (char === '\\') at++;
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
