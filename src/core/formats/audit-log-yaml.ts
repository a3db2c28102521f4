// Audit events in YAML: what people write for examples and tests, what `gcloud logging read` prints for GKE, an EventList, or a list.
// Spec: YAML 1.1 as go-yaml reads it, documents split at `---`. Lost: nothing. An event inside a text is shown at the whole text.

import { readGoYaml } from '../source/go-yaml.ts';
import type { Located, Part } from '../source/located.ts';
import type { Path } from '../source/path.ts';
import type { Span } from '../source/range.ts';
import { isRecord } from '../source/untyped-value.ts';
import { splitDocuments } from '../source/yaml-documents.ts';
import { eventsInText } from './events-in.ts';
import { maybeEvents, readEventValue } from './event-value.ts';
import type { Format, PastedObject, ReadingProblem, Segment, Unwrapped } from './format.ts';
import { groupRuns } from './group-runs.ts';

const format = 'audit-log-yaml';
/** A key that only an event has, at the start of a line; not the one of a container's service. */
const sign = /(?:^|[\n\ufeff])[ \t-]*(?:auditID|protoPayload):/;
const foreign = /\n[ \t]*serviceName: *["']?container\.googleapis\.com/;
const deepest = 8;
/** In UTF-16 units; a larger document is left to the manifests, which say so. */
const largest = 3_000_000;

export const auditLogYaml: Format = {
  name: format,
  label: { en: 'audit log in YAML', ja: '監査ログ(YAML)' },
  wraps: 'audit-log',
  claim: (text, free) =>
    free.flatMap(({ start, end }) => {
      const part = text.slice(start, end);
      return sign.test(part) ? claimDocuments({ text: part, offset: start }) : [];
    }),
  read,
};

function claimDocuments({ text, offset }: Segment): readonly Segment[] {
  const documents: Span[] = [];
  for (const document of splitDocuments({ text, offset: 0 })) {
    if (!sign.test(document.text) || foreign.test(document.text)) continue;
    if (document.text.length > largest || read(document).objects.length === 0) continue;
    const separator = /(?:^|[\n\ufeff])(---[^\n]*\n)$/.exec(text.slice(0, document.offset))?.[1] ?? '';
    documents.push({ start: document.offset - separator.length, end: document.offset + document.text.length });
  }
  return groupRuns({ text, offset }, documents);
}

function read(segment: Segment): Unwrapped {
  const objects: PastedObject[] = [];
  const problems: ReadingProblem[] = [];
  for (const { text, offset } of splitDocuments(segment)) {
    const yaml = readGoYaml(text, offset);
    const lastItem = yaml.error ? /\n[ ]*- [^\n]*(?:\n(?![ ]*- )[^\n]*)*$/.exec(text) : undefined;
    const rest = lastItem && readGoYaml(text.slice(0, lastItem.index), offset);
    const readable = rest ?? yaml;
    if (!readable.error) collect(readable, readable.value, [], objects);
    if (!lastItem || readable.error) continue;
    const span = { start: offset + lastItem.index + 1, end: offset + text.trimEnd().length };
    problems.push({ problem: 'json-truncated', span, args: { format } });
  }
  return { objects, problems };
}

function collect(yaml: Located, value: unknown, path: Path, objects: PastedObject[]): void {
  if (path.length > deepest) return;
  const event = readEventValue(value);
  if (event) {
    const spanOf = (inside: Path, part?: Part): Span => yaml.spanOf([...path, ...event.placeOf(inside)], part);
    objects.push(pasted(event.value, yaml.spanOf(path), spanOf));
  } else if (typeof value === 'string' && maybeEvents.test(value)) {
    const span = yaml.spanOf(path);
    for (const inner of eventsInText(value)) objects.push(pasted(inner, span, () => span));
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      collect(yaml, item, [...path, index], objects);
    });
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) collect(yaml, item, [...path, key], objects);
  }
}

function pasted(value: PastedObject['value'], span: Span, spanOf: PastedObject['spanOf']): PastedObject {
  const apiVersion = isRecord(value) ? value['apiVersion'] : undefined;
  return { format, kind: 'Event', ...(typeof apiVersion === 'string' ? { apiVersion } : {}), value, span, spanOf };
}
