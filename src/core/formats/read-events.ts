// Reads the audit events of a text with their places in the paste, however deep other JSON and its strings hold them.
// `events-in.ts` gives the same events for a value, without places.

import { readJson } from '../source/json.ts';
import { findJsonObjects, type JsonObjectSpan } from '../source/json-objects.ts';
import type { Part } from '../source/located.ts';
import type { Path } from '../source/path.ts';
import type { Span } from '../source/range.ts';
import { isRecord } from '../source/untyped-value.ts';
import { eventKeys, maybeEvents, readEventValue } from './event-value.ts';
import type { FormatName, PastedObject } from './format.ts';
import { unescape, type Layer } from './layer.ts';
import { readLegacyLine } from './legacy-line.ts';

/** Takes what is found in order of appearance; spans are those of the paste. */
export interface Reading {
  readonly format: FormatName;
  readonly objects: PastedObject[];
  readonly broken: Span[];
}

const deepest = 12;

export function spanIn(layer: Layer, { start, end }: Span): Span {
  const from = layer.toPaste(start);
  return { start: from, end: Math.max(from, layer.toPaste(Math.max(start, end - 1)) + (end > start ? 1 : 0)) };
}

/** Everything that a text holds: JSON objects, or lines of the legacy text. */
export function readText(layer: Layer, reading: Reading, depth = 0): void {
  const objects = findJsonObjects(layer.text);
  for (const object of objects) readObject(layer, object, reading, depth);
  if (objects.length > 0) return;
  for (const { 0: line, index } of layer.text.matchAll(/[^\r\n]+/g)) {
    const value = readLegacyLine(line);
    const span = spanIn(layer, { start: index, end: index + line.length });
    if (value) reading.objects.push({ format: reading.format, kind: 'Event', value, span, spanOf: () => span });
  }
}

/** One object of a text: an event, a list of them, or a record around them; what is cut off may have whole ones inside. */
export function readObject(layer: Layer, object: JsonObjectSpan, reading: Reading, depth = 0): void {
  if (!maybeEvents.test(layer.text.slice(object.start, object.end))) return;
  const kept = reading.objects.length;
  const found = reading.broken.length;
  if (object.complete) readValue(layer, object, reading, depth);
  else for (const part of partsOf(layer.text, object, object.inner)) readPart(layer, part, reading, depth);
  const nothing = reading.objects.length === kept && reading.broken.length === found;
  if (nothing && object.complete) reading.broken.push(spanIn(layer, object));
}

function readValue(layer: Layer, span: Span, reading: Reading, depth: number): void {
  const slice = layer.text.slice(span.start, span.end);
  if (depth > deepest || !maybeEvents.test(slice)) return;
  const strict = readJson(slice, span.start);
  const json = strict.fault ? readJson(blankOut(slice), span.start) : strict;
  const event = readEventValue(json.value);
  if (event) {
    const apiVersion = event.value['apiVersion'];
    reading.objects.push({
      format: reading.format,
      kind: 'Event',
      ...(typeof apiVersion === 'string' ? { apiVersion } : {}),
      value: event.value,
      span: spanIn(layer, json.span),
      spanOf: (path: Path, part?: Part) => spanIn(layer, json.spanOf(event.placeOf(path), part)),
    });
  } else if (isRecord(json.value)) {
    const source = json.value['_source'] === undefined ? undefined : json.spanOf(['_source']);
    const inside = source ?? { start: span.start + 1, end: span.end - 1 };
    for (const part of partsOf(layer.text, inside)) readPart(layer, part, reading, depth + 1);
  }
}

const longestExample = 200_000;
const loose = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\.\.\.|,(?=(?:\s|\/\/[^\n]*|\.\.\.)*[}\]])/g;

/** Examples on pages have comments, `...` for what is left out, and commas at the end: with blanks there it may be JSON. */
function blankOut(text: string): string {
  if (text.length > longestExample) return text;
  return text.replace(loose, (found) => (found.startsWith('"') ? found : ' '.repeat(found.length)));
}

function readPart(layer: Layer, part: Span, reading: Reading, depth: number): void {
  if (layer.text[part.start] !== '"') {
    readValue(layer, part, reading, depth);
    return;
  }
  const raw = layer.text.slice(part.start, part.end);
  const inner = maybeEvents.test(raw) ? unescape(layer, part.start, part.end) : undefined;
  if (!inner || !eventKeys.test(inner.text)) return;
  const kept = reading.objects.length;
  readText(inner, reading, depth);
  if (reading.objects.length === kept) reading.broken.push(spanIn(layer, part));
}

/** The outermost objects and the strings beside them: inside valid JSON, or, in broken JSON, those that are known to be whole. */
function partsOf(text: string, { start, end }: Span, whole?: readonly Span[]): readonly Span[] {
  const parts: Span[] = [];
  const known = new Map(whole?.map((span) => [span.start, span]));
  let depth = 0;
  let from = start;
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === '"') {
      const close = endOfString(text, at);
      if (depth === 0 && close <= end) parts.push({ start: at, end: close });
      at = close - 1;
    } else if (known.has(at)) {
      const span = known.get(at) ?? { start: at, end };
      parts.push(span);
      at = span.end - 1;
    } else if (char === '{' && !whole) {
      if (depth++ === 0) from = at;
    } else if (char === '}' && !whole && --depth === 0) {
      parts.push({ start: from, end: at + 1 });
    }
  }
  return parts;
}

/** Behind the closing quote of the string that begins here. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === '\\') at++;
  }
  return text.length;
}
