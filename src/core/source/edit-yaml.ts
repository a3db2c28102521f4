// The smallest change of a YAML or JSON text that makes one value another: everything around it stays byte for byte.
// Works where the text's form is plain to see (block, flow, JSON, CRLF) and gives nothing elsewhere: behind anchors, aliases,
// tags and folded texts nobody can tell what else a change would change.

import { resolvePlainScalar } from './go-scalar.ts';
import type { Located } from './located.ts';
import type { Path } from './path.ts';
import type { Span } from './range.ts';

/** What is written into a text. */
export type NewValue = string | boolean | number | readonly NewValue[] | { readonly [key: string]: NewValue };

/** `span` is replaced by `newText`; an insertion has an empty span. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Gives the scalar at a path, or the key at its end, another value; nothing if it is not `was` now. */
export function setScalar(
  text: string,
  located: Located,
  at: { readonly path: Path; readonly part?: 'key' | 'value' },
  { was, to }: { readonly was: unknown; readonly to: string | boolean },
): TextEdit | undefined {
  const { path, part = 'value' } = at;
  if (!isEditable(text, located)) return undefined;
  const present = part === 'key' ? (has(located, path) ? path.at(-1) : undefined) : valueAt(located.value, path);
  if (present !== was) return undefined;
  const span = located.spanOf(path, part);
  const raw = text.slice(span.start, span.end);
  const newText = rewrite(raw, to, isInFlow(text, span));
  return newText === undefined ? undefined : { span, newText };
}

/** Takes an entry out of a mapping or an item out of a list, with its line; nothing if it is the only one there. */
export function removeEntry(text: string, located: Located, path: Path): TextEdit | undefined {
  const parent = valueAt(located.value, path.slice(0, -1));
  const isList = Array.isArray(parent);
  if (!isEditable(text, located) || !has(located, path) || sizeOf(parent) < 2) return undefined;
  const span = located.spanOf(path, isList ? 'value' : 'entry');
  const outside = located.spanOf(path.slice(0, -1));
  if (/[[{]/.test(text.charAt(outside.start))) return removeFromFlow(text, span);
  return removeLines(text, span, isList ? /^ *- +$/ : /^ *$/);
}

/** Puts items at the end of a list, or one entry under `key` at the end of a mapping. */
export function addEntries(
  text: string,
  located: Located,
  path: Path,
  added: readonly NewValue[] | { readonly key: string; readonly value: NewValue },
): TextEdit | undefined {
  const target = valueAt(located.value, path);
  const items = 'key' in added ? undefined : added;
  if (!isEditable(text, located) || Array.isArray(target) !== (items !== undefined)) return undefined;
  if (typeof target !== 'object' || target === null) return undefined;
  const span = located.spanOf(path);
  if (/[[{]/.test(text.charAt(span.start))) {
    const parts = 'key' in added ? [`"${added.key}": ${flowText(added.value)}`] : added.map(flowText);
    return addToFlow(text, located, path, parts);
  }
  if (sizeOf(target) === 0) return undefined;
  const first = items ? located.spanOf([...path, 0]).start : span.start;
  const lead = leadOf(text, first);
  if (!(items ? /^ *- +$/ : /^ *(?:- +)?$/).test(lead)) return undefined;
  const indent = items ? lead.replace(/- +$/, '') : ' '.repeat(lead.length);
  const lines = 'key' in added ? entryLines(added.key, added.value) : added.flatMap(itemLines);
  return insertLines(
    text,
    span.end,
    lines.map((line) => indent + line),
  );
}

/** Undefined where the path leads nowhere. */
function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined,
    value,
  );
}

function has({ value }: Located, path: Path): boolean {
  const parent = valueAt(value, path.slice(0, -1));
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, path.at(-1) ?? '');
}

function sizeOf(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

const editable = new WeakMap<Located, boolean>();

/** False for a text with anchors, aliases, tags or merges: one place may then stand for several. */
function isEditable(text: string, located: Located): boolean {
  const known = editable.get(located);
  if (known !== undefined) return known;
  const own = text.slice(located.span.start, located.span.end);
  const answer = !/(?:^|[\s[{,])(?:[&*!][A-Za-z0-9_!]|<<[ \t]*:)/.test(own);
  editable.set(located, answer);
  return answer;
}

/** The same form as before: quotes stay what they are; a plain text stays plain where that means the same. */
function rewrite(raw: string, to: string | boolean, inFlow: boolean): string | undefined {
  if (/^[|>]|[\r\n]/.test(raw) || raw === '') return undefined;
  if (typeof to === 'boolean') return String(to);
  if (raw.startsWith('"')) return JSON.stringify(to);
  if (raw.startsWith("'")) return `'${to.replaceAll("'", "''")}'`;
  return isPlain(to) && !(inFlow && to.includes(',')) ? to : JSON.stringify(to);
}

function isPlain(text: string): boolean {
  return /^[A-Za-z0-9/_.-][A-Za-z0-9/_.,=+-]*$/.test(text) && text !== '-' && resolvePlainScalar(text).value === text;
}

function isInFlow(text: string, { start }: Span): boolean {
  return /[[{]/.test(leadOf(text, start));
}

/** What stands before an offset on its line. */
function leadOf(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** The end of the line on which a value ends; undefined if something else follows there. */
function endOfLine(text: string, end: number): number | undefined {
  if (text.charAt(end - 1) === '\n') return end;
  const rest = /^[^\r\n]*/.exec(text.slice(end, end + 1000))?.[0] ?? '';
  return /^:?(?:[ \t]+#.*|[ \t]*)$/.test(rest) ? end + rest.length : undefined;
}

/** The lines of a value, if what stands before it there is nothing else. */
function removeLines(text: string, span: Span, pattern: RegExp): TextEdit | undefined {
  const lead = leadOf(text, span.start);
  const end = endOfLine(text, span.end);
  if (!pattern.test(lead) || end === undefined) return undefined;
  const start = span.start - lead.length;
  const lineEnd = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const isLast = end === text.length && lineEnd === 0 && text.charAt(end - 1) !== '\n';
  const from = isLast ? start - (/\r?\n$/.exec(text.slice(0, start))?.[0].length ?? 0) : start;
  return { span: { start: from, end: end + lineEnd }, newText: '' };
}

function removeFromFlow(text: string, { start, end }: Span): TextEdit | undefined {
  const comma = /^\s*,\s*/.exec(text.slice(end, end + 1000))?.[0];
  if (comma !== undefined && !/^[\]}#]/.test(text.slice(end + comma.length)))
    return { span: { start, end: end + comma.length }, newText: '' };
  const before = /,\s*$/.exec(text.slice(Math.max(0, start - 1000), start))?.[0];
  return before === undefined ? undefined : { span: { start: start - before.length, end }, newText: '' };
}

function addToFlow(text: string, located: Located, path: Path, parts: readonly string[]): TextEdit | undefined {
  const span = located.spanOf(path);
  const last = Object.keys(valueAt(located.value, path) as object).at(-1);
  if (last === undefined) {
    const inside = span.start + 1;
    return { span: { start: inside, end: inside }, newText: parts.join(', ') };
  }
  const isList = text.charAt(span.start) === '[';
  const child = located.spanOf([...path, isList ? Number(last) : last], 'entry');
  const lead = leadOf(text, child.start);
  const gap = lead.trim() === '' ? lineEndAt(text, child.start) + lead : ' ';
  return { span: { start: child.end, end: child.end }, newText: parts.map((part) => `,${gap}${part}`).join('') };
}

function insertLines(text: string, after: number, lines: readonly string[]): TextEdit | undefined {
  const at = endOfLine(text, after);
  if (at === undefined) return undefined;
  const lineEnd = lineEndAt(text, at);
  const isLineStart = text.charAt(at - 1) === '\n';
  const newText = lines.map((line) => (isLineStart ? line + lineEnd : lineEnd + line)).join('');
  return { span: { start: at, end: at }, newText };
}

/** The line end that the text uses around an offset. */
function lineEndAt(text: string, offset: number): string {
  const before = text.lastIndexOf('\n', offset - 1);
  const near = before >= 0 ? before : text.indexOf('\n', offset);
  return near > 0 && text.charAt(near - 1) === '\r' ? '\r\n' : '\n';
}

function flowText(value: NewValue): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${flowText(inner as NewValue)}`)
    .join(', ')}}`;
}

const scalarText = (value: string | boolean | number): string =>
  typeof value !== 'string' || isPlain(value) ? String(value) : JSON.stringify(value);

function isScalar(value: NewValue): value is string | boolean | number {
  return typeof value !== 'object';
}

/** Lists stand at the column of their key, as kubeadm writes them. */
function entryLines(key: string, value: NewValue): readonly string[] {
  if (isScalar(value)) return [`${key}: ${scalarText(value)}`];
  if (Array.isArray(value)) return [`${key}:`, ...(value as readonly NewValue[]).flatMap(itemLines)];
  return [`${key}:`, ...mappingLines(value).map((line) => `  ${line}`)];
}

function mappingLines(value: NewValue): readonly string[] {
  return Object.entries(value as object).flatMap(([key, inner]) => entryLines(key, inner as NewValue));
}

function itemLines(value: NewValue): readonly string[] {
  const lines = isScalar(value) ? [scalarText(value)] : mappingLines(value);
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}
