// Runs of JSON objects that hold audit events: one after another, in an array, behind a prefix, with broken ones between.
// A run is claimed whole, so that what is broken in it can be counted.

import { findJsonObjects, type JsonObjectSpan } from '../source/json-objects.ts';
import type { Span } from '../source/range.ts';
import { eventKeys } from './event-value.ts';
import type { FormatName, ReadingProblem, Segment, Unwrapped } from './format.ts';
import type { Layer } from './layer.ts';
import { readObject, spanIn, type Reading } from './read-events.ts';

/** Whether an object of a text belongs to the format that asks. */
export type Holds = (text: string, object: JsonObjectSpan) => boolean;

/** A line that may stand between two entries: blank, a separator, `...`, or the server's own log (`--audit-log-path=-`). */
const separator = /^[\s,[\]]*$|^[IWEF]\d{4} \d\d:\d\d|^\s*(?:\.{3}|--)\s*$/;
/** GKE keeps what is done to clusters beside what is done in them. */
const clusterManagement = /"serviceName"\s*:\s*"container\.googleapis\.com"/;

/** An object with a key that only audit events have, its own or in a string; a broken one may show less. */
export function holdsEvents(text: string, object: JsonObjectSpan): boolean {
  const slice = text.slice(object.start, object.end);
  if (eventKeys.test(slice)) return !clusterManagement.test(slice) || slice.includes('auditID');
  if (!/"audit\.k8s\.io\//.test(slice)) return false;
  return object.complete ? /^\{\s*"kind"\s*:\s*"Event"/.test(slice) : !/"kind"\s*:\s*"Policy"/.test(slice);
}

interface Run {
  start: number;
  end: number;
}

/** With `headless` a run takes in the rest of an entry before it whose beginning is missing. */
export function claimRuns(part: Segment, holds: Holds, headless = false): readonly Segment[] {
  const { text, offset } = part;
  const runs: Run[] = [];
  let previous: JsonObjectSpan | undefined;
  for (const object of findJsonObjects(text)) {
    const last = runs.at(-1);
    if (previous && isPieceOf(previous, object, last)) continue;
    const from = previous?.end ?? 0;
    if (holds(text, object)) {
      if (!last || !extend(text, last, object))
        runs.push(begin(text, object, { from, limit: headless ? (last?.end ?? 0) : from }));
    } else if (last && last.end > object.start) {
      last.end = from;
    }
    previous = object;
  }
  return runs.map(({ start, end }) => ({ text: text.slice(start, end), offset: offset + start }));
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
export function endOfLine(text: string, offset: number): number {
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
  return eventKeys.test(rest) ? start - rest.replace(/^\n/, '').length : start;
}

/** Reads the objects of a run that belong to the format; every other one was taken in because it stood between. */
export function readRuns(layer: Layer, format: FormatName, holds: Holds): Unwrapped {
  const { text } = layer;
  const reading: Reading = { format, objects: [], broken: [] };
  let cutOff: Span | undefined;
  let first = true;
  for (const found of findJsonObjects(text)) {
    if (!holds(text, found)) continue;
    if (first) reading.broken.push(...headlessRest(layer, found));
    first = false;
    readObject(layer, found, reading);
    if (cutOff) reading.broken.push(cutOff);
    cutOff = found.complete ? undefined : spanIn(layer, { start: found.start, end: endOfLine(text, found.end) });
  }
  return unwrapped(reading, cutOff);
}

/** What was read, with a problem for every entry that could not be; `cutOff` is the entry that the text ends in. */
export function unwrapped({ format, objects, broken }: Reading, cutOff?: Span): Unwrapped {
  const args = { format, kept: objects.length };
  const problems: ReadingProblem[] = broken.map((span) => ({ problem: 'json-syntax', span, args }));
  if (cutOff) problems.push({ problem: 'json-truncated', span: cutOff, args });
  return { objects, problems };
}

/** What stands before the first entry and is no prefix of its line. */
function headlessRest(layer: Layer, first: Span): readonly Span[] {
  const end = layer.text.lastIndexOf('\n', first.start);
  return end > 0 && eventKeys.test(layer.text.slice(0, end)) ? [spanIn(layer, { start: 0, end })] : [];
}
