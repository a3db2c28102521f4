// Audit events as kube-apiserver's log backend writes them (one JSON object per line), and as people copy them:
// pretty-printed by jq one after another, in a JSON array, in an EventList of the webhook backend, behind a prefix
// of syslog, a container runtime or `oc adm node-logs`, with CRLF, with a BOM, cut off at either end.
// Spec: staging/src/k8s.io/apiserver/pkg/apis/audit/v1/types.go; the writer: plugin/pkg/audit/log/backend.go.
// Lost: prefixes, and what no longer is JSON. Not read: events inside strings of other JSON (docker, Loki, CloudWatch).

import { readJson, type JsonText } from '../source/json.ts';
import { findJsonObjects, type JsonObjectSpan } from '../source/json-objects.ts';
import type { Span } from '../source/range.ts';
import type { Format, PastedObject, ReadingProblem, Segment, Unwrapped } from './format.ts';

/** What may stand between two entries of one log. */
const onlySeparators = /^[\s,[\]]*$/;
const eventKey = /"(?:auditID|stageTimestamp|requestReceivedTimestamp)"\s*:/;

export const auditLog: Format = {
  name: 'audit-log',
  label: { en: 'audit log', ja: '監査ログ' },
  claim,
  read,
};

function claim(text: string): readonly Segment[] {
  if (!/"auditID"|"audit\.k8s\.io\//.test(text)) return [];
  const runs: { start: number; end: number }[] = [];
  let previousEnd = 0;
  for (const object of findJsonObjects(text)) {
    const last = runs.at(-1);
    if (holdsEvents(text, object)) {
      const joined = last && onlySeparators.test(text.slice(last.end, wholeLines(text, object, last.end).start));
      if (joined) last.end = wholeLines(text, object, previousEnd).end;
      else runs.push(widen(text, wholeLines(text, object, previousEnd), last?.end ?? 0));
    } else if (last && last.end > object.start) {
      last.end = previousEnd;
    }
    previousEnd = object.end;
  }
  return runs.map(({ start, end }) => ({ text: text.slice(start, end), offset: start }));
}

/** A prefix in the same line belongs to the entry. */
function wholeLines(text: string, object: Span, limit: number): Span {
  return { start: Math.max(text.lastIndexOf('\n', object.start) + 1, limit), end: endOfLine(text, object.end) };
}

/** Where the line of an offset ends, without a CR. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** Takes in an opening bracket, and the rest of an entry whose beginning was cut off. */
function widen(text: string, run: Span, limit: number): { start: number; end: number } {
  const before = text.slice(limit, run.start);
  const bracket = /\[[\s,]*$/.exec(before);
  if (bracket) return { start: limit + bracket.index, end: run.end };
  const rest = /(?:(?:^|\n)[^\S\n]*["\]}][^\n]*)+\n\s*$/.exec(before.slice(-20_000));
  const start = rest && eventKey.test(rest[0]) ? run.start - rest[0].replace(/^\n/, '').length : run.start;
  return { start, end: run.end };
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
