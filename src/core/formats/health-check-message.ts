// Lines in which a health check tells that it was answered 401: events and logs of the kubelet, HAProxy's log. Copied from
// `kubectl describe pod`, `kubectl get events`, journalctl. Writers: pkg/probe/http of the kubelet, HAProxy's `option httpchk`.

import type { Span } from '../source/range.ts';
import type { Format, PastedObject, Segment, Unwrapped } from './format.ts';

/** The first group is the probe's name; HAProxy has none. */
const messages: readonly RegExp[] = [
  /\b(Startup|Liveness|Readiness) probe failed: HTTP probe failed with statuscode: 401\b/,
  /\bprobeType="(Startup|Liveness|Readiness)".{0,2000}HTTP probe failed with statuscode: 401\b/,
  /\b(Startup|Liveness|Readiness) probe for ".{0,500}HTTP probe failed with statuscode: 401\b/,
  /\bLayer7 wrong status, code: 401\b()/,
];
const longestLine = 4000;

export const healthCheckMessage: Format = {
  name: 'health-check-message',
  label: { en: 'messages of health checks', ja: 'ヘルスチェックのメッセージ' },
  claim: (text, free) => free.flatMap((part) => [...claimLines(text, part)]),
  read,
};

function* claimLines(text: string, { start, end }: Span): Generator<Segment> {
  const part = text.slice(start, end);
  if (!part.includes(': 401')) return;
  for (const { 0: line, index } of part.matchAll(/[^\r\n]+/g)) {
    if (probeOf(line) !== undefined) yield { text: line, offset: start + index };
  }
}

/** Startup, Liveness, Readiness; empty for a load balancer, undefined for every other line. */
function probeOf(line: string): string | undefined {
  const head = line.slice(0, longestLine);
  if (!head.includes(': 401')) return undefined;
  return messages.map((message) => message.exec(head)?.[1]).find((probe) => probe !== undefined);
}

function read({ text, offset }: Segment): Unwrapped {
  const start = offset + text.length - text.trimStart().length;
  const span = { start, end: offset + text.trimEnd().length };
  const object: PastedObject = {
    format: 'health-check-message',
    kind: 'health check message',
    value: { probe: (probeOf(text) ?? '').toLowerCase() },
    span,
    spanOf: () => span,
  };
  return { objects: [object], problems: [] };
}
