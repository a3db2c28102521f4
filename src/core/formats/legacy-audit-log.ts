// The text form of the audit log: `--audit-log-format=legacy` (from 1.8), one line per event, and the two lines per request of
// 1.7 and older, joined by their id. Spec: pkg/audit/format.go of k8s.io/apiserver.
// Lost: the object of the request, the level, annotations, all source addresses but the first.

import type { UntypedRecord } from '../source/untyped-value.ts';
import type { Format, PastedObject, Segment, Unwrapped } from './format.ts';
import { groupRuns, linesOf } from './group-runs.ts';
import { readLegacyLine } from './legacy-line.ts';

const sign = /\bAUDIT: id="/;

export const legacyAuditLog: Format = {
  name: 'legacy-audit-log',
  label: { en: 'audit log as legacy text', ja: '監査ログ(legacy形式のテキスト)' },
  wraps: 'audit-log',
  claim: (text, free) =>
    free.flatMap(({ start, end }) => {
      const part = text.slice(start, end);
      if (!sign.test(part)) return [];
      const lines = linesOf(part).filter((line) => sign.test(line.text) && !line.text.includes('{"'));
      return groupRuns({ text: part, offset: start }, lines);
    }),
  read,
};

function read({ text, offset }: Segment): Unwrapped {
  const objects: PastedObject[] = [];
  const problems: Unwrapped['problems'][number][] = [];
  for (const line of linesOf(text)) {
    const event = readLegacyLine(line.text);
    const span = { start: offset + line.start, end: offset + line.end };
    if (!event) problems.push({ problem: 'json-syntax', span, args: { format: 'legacy-audit-log' } });
    else if (!completes(objects, event)) {
      objects.push({ format: 'legacy-audit-log', kind: 'Event', value: event, span, spanOf: () => span });
    }
  }
  return { objects, problems };
}

/** Of two lines with one id the second holds the answer. */
function completes(objects: PastedObject[], { auditID, requestURI, responseStatus }: UntypedRecord): boolean {
  if (requestURI !== undefined) return false;
  const index = objects.findLastIndex(({ value }) => (value as UntypedRecord)['auditID'] === auditID);
  const request = objects[index];
  if (!request) return false;
  objects[index] = { ...request, value: { ...(request.value as UntypedRecord), responseStatus } };
  return true;
}
