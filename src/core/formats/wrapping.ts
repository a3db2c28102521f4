// A format made from a row of facts: how to know a log store's records around audit events, or its prefix before them.

import type { Localised } from '../locale.ts';
import type { JsonObjectSpan } from '../source/json-objects.ts';
import { isRecord, type UntypedRecord } from '../source/untyped-value.ts';
import { eventKeys, maybeEvents } from './event-value.ts';
import { claimRuns, holdsEvents, readRuns, type Holds } from './event-runs.ts';
import type { Format, FormatName } from './format.ts';
import { layerOf } from './layer.ts';

interface Row {
  readonly name: FormatName;
  readonly label: Localised;
  /** Stands in every such text: a quick no for all others. */
  readonly sign: RegExp;
}

/** Text that stands before an event in its line, from the line's start to the opening brace. */
interface PrefixRow extends Row {
  readonly before: RegExp;
}

/** A record with an event somewhere in it. A cut-off one is known by the sign alone. */
interface RecordRow extends Row {
  readonly isRecord: (record: UntypedRecord) => boolean;
}

/** A cut-off event is nothing but an event; its fields may be called like those of a record. */
const beginsAsEvent = /^\{\s*"(?:kind|apiVersion|level|auditID|metadata|stage)"/;

export function prefixFormat({ before, ...row }: PrefixRow): Format {
  return formatOf(row, (text, object) => before.test(prefixOf(text, object)) && holdsEvents(text, object));
}

export function recordFormat({ isRecord: isOurs, ...row }: RecordRow): Format {
  return formatOf(row, (text, object) => {
    const slice = text.slice(object.start, object.end);
    if (!eventKeys.test(slice)) return false;
    const value = object.complete ? parse(slice) : undefined;
    return isRecord(value) ? isOurs(value) : !beginsAsEvent.test(slice) && row.sign.test(slice);
  });
}

function formatOf({ name, label, sign }: Row, holds: Holds): Format {
  return {
    name,
    label,
    wraps: 'audit-log',
    claim: (text, free) =>
      free.flatMap(({ start, end }) => {
        const part = text.slice(start, end);
        return sign.test(part) && maybeEvents.test(part) ? claimRuns({ text: part, offset: start }, holds) : [];
      }),
    read: (segment) => readRuns(layerOf(segment), name, holds),
  };
}

const longestPrefix = 400;

/** What stands in the line before an object; something that no prefix is if the line is too long to be one. */
function prefixOf(text: string, { start }: JsonObjectSpan): string {
  const before = text.slice(Math.max(0, start - longestPrefix), start);
  const newline = before.lastIndexOf('\n');
  return newline < 0 && start > longestPrefix ? '}' : before.slice(newline + 1).replace('\ufeff', '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
