// Events inside a quoted string with its quotes escaped (`"{\"kind\":…}"`): a curl command, source code, a string that somebody
// copied out of other JSON. Spec: RFC 8259 strings. Lost: what stands around the string in its lines.

import type { Span } from '../source/range.ts';
import { endOfLine, unwrapped } from './event-runs.ts';
import { maybeEvents } from './event-value.ts';
import type { Format, Segment, Unwrapped } from './format.ts';
import { eachPart, groupRuns } from './group-runs.ts';
import { layerOf, unescape } from './layer.ts';
import { endOfString, readText, type Reading } from './read-events.ts';

const opening = /"(?=[^"\\\n]{0,200}\{\\")/g;

export const quotedJson: Format = {
  name: 'quoted-json',
  label: { en: 'audit log in a quoted string', ja: '監査ログ(引用符で囲まれた文字列)' },
  wraps: 'audit-log',
  claim: eachPart(claimStrings),
  read,
};

function* stringsOf(text: string): Generator<Span> {
  let end = 0;
  for (const { index } of text.matchAll(opening)) {
    if (index < end) continue;
    end = endOfString(text, index);
    if (maybeEvents.test(text.slice(index, end))) yield { start: index, end };
  }
}

function claimStrings({ text, offset }: Segment): readonly Segment[] {
  if (!maybeEvents.test(text)) return [];
  const lines: Span[] = [];
  for (const { start, end } of stringsOf(text)) {
    const taken = lines.at(-1)?.end ?? 0;
    if (start < taken) continue;
    const from = taken + text.slice(taken, start).lastIndexOf('\n') + 1;
    lines.push({ start: from, end: endOfLine(text, end) });
  }
  return groupRuns({ text, offset }, lines);
}

function read(segment: Segment): Unwrapped {
  const outer = layerOf(segment);
  const reading: Reading = { format: 'quoted-json', objects: [], broken: [] };
  for (const { start, end } of stringsOf(segment.text)) {
    const kept = reading.objects.length;
    const inner = unescape(outer, start, end);
    if (inner) readText(inner, reading);
    if (reading.objects.length === kept) reading.broken.push({ start: outer.toPaste(start), end: outer.toPaste(end) });
  }
  return unwrapped(reading);
}
