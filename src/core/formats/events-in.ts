// The audit events inside a value or a line, wherever a log store put them: the same answer as for a paste, without places.

import type { UntypedRecord } from '../source/untyped-value.ts';
import { findJsonObjects } from '../source/json-objects.ts';
import { maybeEvents, readEventValue } from './event-value.ts';
import { readLegacyLine } from './legacy-line.ts';

/** Log stores nest ten levels at most (OTLP); what is much deeper belongs to no store. */
const deepest = 24;

/**
 * The events of any parsed JSON value: itself, the items of a list, or what its fields and texts carry, with the field
 * names that kube-apiserver writes. Empty if there is none; never throws.
 */
export function eventsIn(value: unknown, depth = 0): readonly UntypedRecord[] {
  if (depth > deepest || value === null) return [];
  if (typeof value === 'string') return maybeEvents.test(value) ? eventsInText(value, depth + 1) : [];
  if (typeof value !== 'object') return [];
  const event = readEventValue(value);
  if (event) return [event.value];
  const source = (value as UntypedRecord)['_source'];
  const parts: readonly unknown[] = source === undefined ? Object.values(value) : [source];
  return parts.flatMap((part) => eventsIn(part, depth + 1));
}

/** The events of a line or of any other text: prefixes are skipped, broken JSON gives nothing. */
export function eventsInText(text: string, depth = 0): readonly UntypedRecord[] {
  const objects = findJsonObjects(text);
  if (objects.length === 0) {
    return text
      .split('\n')
      .map(readLegacyLine)
      .filter((event) => event !== undefined);
  }
  return objects.flatMap(({ start, end, complete }) =>
    complete ? eventsIn(parse(text.slice(start, end)), depth) : [],
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
