// Audit events as kube-apiserver's log backend writes them (one JSON object per line), and as people copy them:
// pretty-printed by jq one after another, in a JSON array, in an EventList of the webhook backend, behind a prefix
// of syslog, a container runtime or `oc adm node-logs`, with CRLF, with a BOM, cut off at either end.
// Spec: staging/src/k8s.io/apiserver/pkg/apis/audit/v1/types.go; the writer: plugin/pkg/audit/log/backend.go.
// Lost: prefixes, and what no longer is JSON. Not read: events inside strings of other JSON (docker, Loki, CloudWatch).

import { isRecord } from '../source/untyped-value.ts';
import { readJson, type JsonText } from '../source/json.ts';
import { findJsonObjects, type JsonObjectSpan } from '../source/json-objects.ts';
import type { Span } from '../source/range.ts';
import type { Format, PastedObject, ReadingProblem, Segment, Unwrapped } from './format.ts';

/** A line that may stand between two entries: blank, a separator, `...`, or the server's own log (`--audit-log-path=-`). */
const separator = /^[\s,[\]]*$|^[IWEF]\d{4} \d\d:\d\d|^\s*(?:\.{3}|--)\s*$/;
const eventKey = /"(?:auditID|stageTimestamp|requestReceivedTimestamp)"\s*:/;

export const auditLog: Format = {
  name: 'audit-log',
  label: { en: 'audit log', ja: '監査ログ' },
  claim,
  read,
};

interface Run {
  start: number;
  end: number;
}

function claim(text: string): readonly Segment[] {
  if (!/"auditID"|"audit\.k8s\.io\//.test(text)) return [];
  const runs: Run[] = [];
  let previous: JsonObjectSpan | undefined;
  for (const object of findJsonObjects(text)) {
    const last = runs.at(-1);
    if (previous && isPieceOf(previous, object, last)) continue;
    const from = previous?.end ?? 0;
    if (holdsEvents(text, object)) {
      if (!last || !extend(text, last, object)) runs.push(begin(text, object, { from, limit: last?.end ?? 0 }));
    } else if (last && last.end > object.start) {
      last.end = from;
    }
    previous = object;
  }
  return runs.map(({ start, end }) => ({ text: text.slice(start, end), offset: start }));
}

/** What follows a broken entry in its line is a piece of it. */
function isPieceOf(broken: JsonObjectSpan, object: Span, run: Run | undefined): boolean {
  return !broken.complete && run !== undefined && object.start < run.end;
}

/** Takes an entry into a run if nothing else stands between; what stands before it in its line is its prefix. */
function extend(text: string, run: Run, object: Span): boolean {
  const between = text.slice(run.end, object.start);
  const lines = between.split('\n').slice(0, -1);
  if (!lines.every((line) => separator.test(line))) return false;
  if (run.end < object.end) run.end = endOfLine(text, object.end);
  return true;
}

/** A new run, with the whole of its first line; `from` is where the object before ends, `limit` where the run before does. */
function begin(text: string, object: Span, { from, limit }: { readonly from: number; readonly limit: number }): Run {
  const lineStart = from + text.slice(from, object.start).lastIndexOf('\n') + 1;
  return { start: widen(text.slice(limit, lineStart), lineStart), end: endOfLine(text, object.end) };
}

/** Where the line of an offset ends, without a CR. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

const longestRest = 20_000;
/** Lines of a pretty-printed object, down to the next one. */
const restOfLines = /(?:(?:^|\n)[^\S\n]*["\]}][^\n]*)+\n\s*$/;
const restOfLine = /(?:^|\n)[^\n]*\}[^\S\n]*\n\s*$/;

/** The start of a run with an opening bracket before it, or the rest of an entry whose beginning was cut off. */
function widen(before: string, start: number): number {
  const bracket = /\[[\s,]*$/.exec(before);
  if (bracket) return start - before.length + bracket.index;
  const near = before.slice(-longestRest);
  const rest = restOfLines.exec(near)?.[0] ?? restOfLine.exec(near)?.[0] ?? '';
  return eventKey.test(rest) ? start - rest.replace(/^\n/, '').length : start;
}

function holdsEvents(text: string, object: JsonObjectSpan): boolean {
  const slice = text.slice(object.start, object.end);
  if (eventKey.test(slice)) return true;
  return !object.complete && /"audit\.k8s\.io\//.test(slice) && !/"kind"\s*:\s*"Policy"/.test(slice);
}

function read(segment: Segment): Unwrapped {
  const { text, offset } = segment;
  const objects: PastedObject[] = [];
  const broken: Span[] = [];
  let cutOff: Span | undefined;
  for (const found of findJsonObjects(text)) {
    if (!holdsEvents(text, found)) continue;
    if (objects.length === 0 && broken.length === 0) broken.push(...headlessRest(text, found));
    const values = found.complete ? [found] : found.inner.filter((inner) => eventKey.test(slice(text, inner)));
    const events = values.flatMap((value) => eventsIn(text, value, offset));
    for (const event of events) objects.push(event);
    if (cutOff) broken.push(cutOff);
    cutOff = found.complete ? undefined : { start: found.start, end: endOfLine(text, found.end) };
    if (found.complete && events.length === 0) broken.push(found);
  }
  return { objects, problems: problems({ broken, cutOff, kept: objects.length, offset }) };
}

/** What stands before the first entry and is no prefix of its line. */
function headlessRest(text: string, first: Span): readonly Span[] {
  const end = text.lastIndexOf('\n', first.start);
  return end > 0 && eventKey.test(text.slice(0, end)) ? [{ start: 0, end }] : [];
}

interface Unreadable {
  readonly broken: readonly Span[];
  readonly cutOff: Span | undefined;
  readonly kept: number;
  readonly offset: number;
}

function problems({ broken, cutOff, kept, offset }: Unreadable): readonly ReadingProblem[] {
  const move = (span: Span): Span => ({ start: span.start + offset, end: span.end + offset });
  const [first] = broken;
  return [
    ...(first
      ? [
          {
            problem: 'json-syntax' as const,
            span: move(first),
            args: { format: 'audit-log', kept, broken: broken.length },
          },
        ]
      : []),
    ...(cutOff
      ? [{ problem: 'json-truncated' as const, span: move(cutOff), args: { format: 'audit-log', kept } }]
      : []),
  ];
}

function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The events of one value: itself, or the items of an EventList; none if it is no JSON or no event. */
function eventsIn(text: string, span: Span, offset: number): readonly PastedObject[] {
  const json = readJson(slice(text, span), span.start + offset);
  if (!isRecord(json.value)) return [];
  if (Array.isArray(json.value['items'])) {
    const inside = { start: span.start + 1, end: span.end - 1 };
    return findJsonObjects(slice(text, inside)).flatMap((item) =>
      eventsIn(text, { start: item.start + inside.start, end: item.end + inside.start }, offset),
    );
  }
  return isEvent(json.value) ? [pastedEvent(json, json.value['apiVersion'])] : [];
}

/** Items of an EventList have no kind and no apiVersion; tools drop other fields. */
function isEvent(value: Readonly<Record<string, unknown>>): boolean {
  const { kind, auditID, stage, verb, requestURI } = value;
  if (kind !== undefined && kind !== 'Event') return false;
  return typeof auditID === 'string' && [stage, verb, requestURI].some((field) => typeof field === 'string');
}

function pastedEvent({ value, span, spanOf }: JsonText, apiVersion: unknown): PastedObject {
  return {
    format: 'audit-log',
    kind: 'Event',
    ...(typeof apiVersion === 'string' ? { apiVersion } : {}),
    value,
    span,
    spanOf,
  };
}
