// JSON texts: values by JSON.parse, places by a small scanner that runs only when one is asked for.

import type { Located, Part } from './located.ts';
import type { Path } from './path.ts';
import type { Span } from './range.ts';

export interface JsonFault {
  /** Where the text stops being JSON, counted like the spans. */
  readonly offset: number;
  /** True if the text simply ends too early. */
  readonly truncated: boolean;
}

export interface JsonText extends Located {
  /** Undefined if there is a fault. */
  readonly value: unknown;
  readonly fault?: JsonFault;
}

/** Reads one JSON value with nothing but white space around it; never throws. Spans count from `offset`. */
export function readJson(text: string, offset = 0): JsonText {
  const start = skipSpace(text, 0);
  const span = { start: offset + start, end: offset + text.trimEnd().length };
  const spanOf = (path: Path, part: Part = 'value'): Span => {
    const { start: from, end } = findPath(text, start, path, part);
    return { start: offset + from, end: offset + end };
  };
  try {
    return { value: JSON.parse(text) as unknown, span, spanOf };
  } catch {
    const scanned = scanJson(text, start);
    const at = scanned.fault ? scanned.fault.offset : skipSpace(text, scanned.end);
    const fault = { offset: offset + at, truncated: scanned.fault?.truncated ?? false };
    return { value: undefined, span, fault, spanOf: () => span };
  }
}

/** `end` is where the value that starts at `start` ends, or where the fault is. */
export interface JsonScan {
  readonly end: number;
  readonly fault?: JsonFault;
}

/** Finds the end of the JSON value at an offset; what follows it does not matter. Never throws. */
export function scanJson(text: string, start: number): JsonScan {
  const open: ('{' | '[')[] = [];
  let at = skipSpace(text, start);
  for (;;) {
    const character = text[at];
    if (character === '{' || character === '[') {
      const close = character === '{' ? '}' : ']';
      const inside = skipSpace(text, at + 1);
      if (text[inside] !== close) {
        open.push(character);
        const key = character === '{' ? afterKey(text, inside) : inside;
        if (key < 0) return faultAt(text, inside);
        at = key;
        continue;
      }
      at = inside + 1;
    } else {
      const end = endOfScalar(text, at);
      if (end < 0) return faultAt(text, at);
      at = end;
    }
    const next = afterValue(text, at, open);
    if (next.done) return { end: next.at };
    if (next.at < 0) return faultAt(text, skipSpace(text, ~next.at));
    at = next.at;
  }
}

/** After a value: closes what ends here, or gives the start of the next value; `at` is `~offset` on a fault. */
function afterValue(text: string, from: number, open: ('{' | '[')[]): { readonly at: number; readonly done: boolean } {
  let at = from;
  while (open.length > 0) {
    const inside = open.at(-1);
    const next = skipSpace(text, at);
    if (text[next] === ',') {
      const value = inside === '{' ? afterKey(text, skipSpace(text, next + 1)) : skipSpace(text, next + 1);
      return { at: value < 0 ? ~(next + 1) : value, done: false };
    }
    if (text[next] !== (inside === '{' ? '}' : ']')) return { at: ~next, done: false };
    open.pop();
    at = next + 1;
  }
  return { at, done: true };
}

/** Start of the value behind `"key":`, or -1. */
function afterKey(text: string, at: number): number {
  if (text[at] !== '"') return -1;
  const end = endOfScalar(text, at);
  const colon = end < 0 ? -1 : skipSpace(text, end);
  return colon >= 0 && text[colon] === ':' ? skipSpace(text, colon + 1) : -1;
}

const wordPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** Behind the string, number or word that starts here, or -1. Strings by hand: a regular expression would recurse over long ones. */
function endOfScalar(text: string, start: number): number {
  if (text[start] !== '"') {
    wordPattern.lastIndex = start;
    return wordPattern.test(text) ? wordPattern.lastIndex : -1;
  }
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return -1;
    if (code === 92) {
      escapePattern.lastIndex = at;
      if (!escapePattern.test(text)) return -1;
      at = escapePattern.lastIndex;
    } else {
      at++;
    }
  }
  return -1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at++;
  }
}

/** A fault counts as truncation if nothing but one unfinished key, string, number or word stands there. */
function faultAt(text: string, at: number): JsonScan {
  const truncated = isUnfinished(text, at);
  return { end: at, fault: { offset: truncated ? text.length : at, truncated } };
}

function isUnfinished(text: string, at: number): boolean {
  if (at >= text.length) return true;
  if (text[at] !== '"')
    return /^(?:-?\d*\.?\d*(?:[eE][-+]?)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)\s*$/.test(text.slice(at, at + 64));
  const end = endOfScalar(text, at);
  if (end >= 0) return /^\s*:?\s*$/.test(text.slice(end, end + 64));
  return text.indexOf('\n', at) < 0 || text.indexOf('\n', at) >= text.trimEnd().length;
}

function findPath(text: string, start: number, path: Path, part: Part): Span {
  let value: Span = { start, end: scanJson(text, start).end };
  let key: Span | undefined;
  for (const step of path) {
    const found = findChild(text, value.start, step);
    if (!found) return value;
    ({ key, value } = found);
  }
  if (!key || part === 'value') return value;
  return part === 'key' ? key : { start: key.start, end: value.end };
}

interface Child {
  readonly key: Span | undefined;
  readonly value: Span;
}

/** The child that counts: the n-th item, or the last entry with the key, as JSON.parse takes it. */
function findChild(text: string, start: number, step: string | number): Child | undefined {
  const inObject = text[start] === '{';
  if (!inObject && text[start] !== '[') return undefined;
  let found: Child | undefined;
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    const key = inObject ? { start: at, end: endOfScalar(text, at) } : undefined;
    const from = key ? afterKey(text, at) : at;
    if (from < 0) break;
    const value = { start: from, end: scanJson(text, from).end };
    const name: unknown = key ? JSON.parse(text.slice(key.start, key.end)) : index;
    if (name === step || String(name) === String(step)) found = { key, value };
    if (!inObject && found) break;
    at = skipSpace(text, value.end);
    if (text[at] !== ',') break;
    at = skipSpace(text, at + 1);
  }
  return found;
}
