// Container logs of Docker's json-file driver: `{"log":"…\n","stream":"stdout","time":"…"}`, from /var/lib/docker/containers,
// where kube-apiserver writes its audit log to standard output. Writer: daemon/logger/jsonfilelog of moby; a line of the
// container over 16 KB becomes several entries, of which only the last ends with `\n`. Lost: nothing; stream and time are not used.

import { findJsonObjects } from '../source/json-objects.ts';
import type { Span } from '../source/range.ts';
import { holdsEvents, readRuns } from './event-runs.ts';
import { maybeEvents } from './event-value.ts';
import type { Format, Segment, Unwrapped } from './format.ts';
import { eachPart, groupRuns } from './group-runs.ts';
import { LayerBuilder, layerOf } from './layer.ts';
import { endOfString } from './read-events.ts';

const entry = /^\{\s*"log"\s*:\s*(?=")/;
const others = /^\s*(?:,\s*"(?:stream|time|attrs)"[^]*)?\}$/;

export const dockerLog: Format = {
  name: 'docker-log',
  label: { en: 'audit log in the log of a Docker container', ja: '監査ログ(Dockerコンテナのログ)' },
  wraps: 'audit-log',
  claim: eachPart(claimEntries),
  read,
};

interface Entry extends Span {
  readonly complete: boolean;
  /** The string with the text, quotes included. */
  readonly string: Span;
}

function claimEntries({ text, offset }: Segment): readonly Segment[] {
  if (!/\{\s*"log"\s*:/.test(text) || !maybeEvents.test(text)) return [];
  const records: Entry[][] = [];
  let open = false;
  for (const one of entriesOf(text)) {
    if (open) records.at(-1)?.push(one);
    else records.push([one]);
    open = one.complete && !endsLine(text.slice(one.string.start, one.string.end));
  }
  const ours = records
    .map((parts) => ({ start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 }))
    .filter(({ start, end }) => maybeEvents.test(text.slice(start, end)));
  return groupRuns({ text, offset }, ours);
}

/** An escaped newline at the end of a string, and not the letter n behind an escaped backslash. */
function endsLine(string: string): boolean {
  return (/(\\+)n"$/.exec(string)?.[1]?.length ?? 0) % 2 === 1;
}

function* entriesOf(text: string): Generator<Entry> {
  for (const { start, end, complete } of findJsonObjects(text)) {
    const slice = text.slice(start, end);
    const head = entry.exec(slice)?.[0];
    if (head === undefined || /[^\s,[\ufeff]/.test(text.slice(Math.max(0, start - 1), start))) continue;
    const string = { start: start + head.length, end: Math.min(endOfString(text, start + head.length), end) };
    if (!complete || others.test(text.slice(string.end, end))) yield { start, end, complete, string };
  }
}

/** The container's own lines, put together again. */
function read(segment: Segment): Unwrapped {
  const outer = layerOf(segment);
  const inner = new LayerBuilder(outer);
  for (const { string, complete, end } of entriesOf(segment.text)) {
    inner.putString(string.start, string.end);
    if (!complete) inner.put('\n', end);
  }
  return readRuns(inner.build(), 'docker-log', holdsEvents);
}
