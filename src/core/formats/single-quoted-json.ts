// Events in single quotes: what Python prints for a dict, and what some Azure exports write in the place of JSON
// (`{'category': 'kube-audit', 'properties': {'log': '{"kind":…}'}}`). There is no specification. Lost: nothing.

import type { Span } from '../source/range.ts';
import { holdsEvents, readRuns } from './event-runs.ts';
import { maybeEvents } from './event-value.ts';
import type { Format, Segment, Unwrapped } from './format.ts';
import { eachPart, groupRuns } from './group-runs.ts';
import { LayerBuilder, layerOf } from './layer.ts';

const opening = /\{\s*'[\w.@-]+'\s*:/g;
const words: Readonly<Record<string, string>> = { None: 'null', True: 'true', False: 'false' };
const token = /['"]|None|True|False/g;

export const singleQuotedJson: Format = {
  name: 'single-quoted-json',
  label: { en: 'audit log in single quotes', ja: '監査ログ(一重引用符)' },
  wraps: 'audit-log',
  claim: eachPart(claimRecords),
  read,
};

function claimRecords({ text, offset }: Segment): readonly Segment[] {
  if (!/\{\s*'/.test(text) || !maybeEvents.test(text)) return [];
  const records: Span[] = [];
  let at = 0;
  let inString = false;
  for (const { index } of text.matchAll(opening)) {
    for (; at < index; at++) {
      if (text[at] === '\n') inString = false;
      else if (text[at] === '\\') at++;
      else if (text[at] === '"') inString = !inString;
    }
    if (inString || at > index) continue;
    at = endOfRecord(text, index);
    if (maybeEvents.test(text.slice(index, at))) records.push({ start: index, end: at });
  }
  return groupRuns({ text, offset }, records);
}

/** Behind the brace that closes the record, or before the line in which the next one begins. */
function endOfRecord(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === "'" || char === '"') at = endOfQuote(text, at);
    if (text.startsWith("\n{'", at)) return at;
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

function endOfQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === text[start] || text[at] === '\n') return at;
    if (text[at] === '\\') at++;
  }
  return text.length;
}

/** With double quotes around strings and inside them escaped, as JSON wants it. */
function read(segment: Segment): Unwrapped {
  const { text } = segment;
  const inner = new LayerBuilder(layerOf(segment));
  let from = 0;
  for (const { 0: found, index } of text.matchAll(token)) {
    if (index < from) continue;
    inner.copy(from, index);
    const word = words[found];
    from = word === undefined ? endOfQuote(text, index) + 1 : index + found.length;
    if (word !== undefined) inner.put(word, index);
    else if (found === '"') inner.copy(index, from);
    else requote(inner, index, text.slice(index, from));
  }
  inner.copy(from, text.length);
  return readRuns(inner.build(), 'single-quoted-json', holdsEvents);
}

function requote(inner: LayerBuilder, start: number, quoted: string): void {
  inner.put('"', start);
  let from = 1;
  for (const { 0: found, index } of quoted.slice(0, -1).matchAll(/\\(?:x(?=[0-9a-fA-F]{2})|.)|["\u0000-\u001f]/gs)) {
    const written = asJson(found);
    if (index < from || written === found) continue;
    inner.copy(start + from, start + index);
    from = index + found.length;
    inner.put(written, start + index);
  }
  inner.copy(start + from, start + quoted.length - 1);
  inner.put('"', start + quoted.length - 1);
}

/** An escape or a character of a Python string as JSON writes it. */
function asJson(found: string): string {
  if (found === "\\'") return "'";
  if (found === '\\x') return '\\u00';
  return found.startsWith('\\') ? found : JSON.stringify(found).slice(1, -1);
}
