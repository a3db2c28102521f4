// Logs that are taken for a Kubernetes audit log and are none: each is named, nothing in it is judged.

import { findJsonObjects } from '../source/json-objects.ts';
import type { Span } from '../source/range.ts';
import { splitDocuments } from '../source/yaml-documents.ts';
import type { Format, Segment, Unwrapped } from './format.ts';
import { linesOf } from './group-runs.ts';
import { otherLogProblem, otherLogs, type OtherLog } from './other-logs.ts';

const anySign = /msg=audit\(|"class_uid"|"eventSource"|container\.googleapis\.com|"caller"\s*:/;
const longestLook = 20_000;

export const otherLog: Format = {
  name: 'other-log',
  label: { en: 'another log', ja: '別のログ' },
  wraps: 'audit-log',
  claim: (text, free) =>
    free.flatMap(({ start, end }) => {
      const part = text.slice(start, end);
      return anySign.test(part) ? claimRuns({ text: part, offset: start }) : [];
    }),
  read: ({ text, offset }): Unwrapped => {
    const log = identify(text.trimStart());
    return { objects: [], problems: log ? [otherLogProblem(log, { start: offset, end: offset + text.length })] : [] };
  },
};

function identify(text: string): OtherLog | undefined {
  const head = text.slice(0, longestLook);
  return otherLogs.find(({ sign }) => sign?.test(head));
}

/** JSON objects where there are some, else lines, else YAML documents; neighbours of one kind are one segment. */
function claimRuns({ text, offset }: Segment): readonly Segment[] {
  const runs: { name: string; start: number; end: number }[] = [];
  for (const { start, end } of partsOf(text)) {
    const name = identify(text.slice(start, end).trimStart())?.name;
    const last = runs.at(-1);
    if (name === undefined) continue;
    if (last?.name === name && /^[\s,]*$/.test(text.slice(last.end, start))) last.end = end;
    else runs.push({ name, start, end });
  }
  return runs.map(({ start, end }) => ({ text: text.slice(start, end), offset: offset + start }));
}

function partsOf(text: string): readonly Span[] {
  if (/\bmsg=audit\(/.test(text)) return linesOf(text);
  const objects = findJsonObjects(text);
  if (objects.length > 0) return objects;
  return splitDocuments({ text, offset: 0 }).map((one) => ({ start: one.offset, end: one.offset + one.text.length }));
}
