// Audit events under other field names: a table says which field stands where, and finds the place of each again.

import type { Path } from '../source/path.ts';
import { isRecord, type UntypedRecord } from '../source/untyped-value.ts';

/** Two paths with dots: the field of an audit event, and where the other schema keeps it. */
export type Renaming = readonly (readonly [field: string, kept: string])[];

export interface EventValue {
  /** With the field names that kube-apiserver writes. */
  readonly value: UntypedRecord;
  /** Where a path of the event stands in the record that it was read from. */
  placeOf(path: Path): Path;
}

/** The fields that the record has; `read` may change a value on its way. */
export function renameFields(
  record: UntypedRecord,
  renaming: Renaming,
  read: (value: unknown) => unknown = (value) => value,
): EventValue {
  const value: Record<string, unknown> = {};
  for (const [field, kept] of renaming) {
    const found = read(fieldAt(record, kept.split('.')));
    if (found !== undefined && found !== null && found !== '') put(value, field.split('.'), found);
  }
  return { value, placeOf: (path) => placeOf(path, renaming) };
}

function placeOf(path: Path, renaming: Renaming): Path {
  for (const [field, kept] of renaming) {
    const steps = field.split('.');
    if (steps.every((step, index) => step === path[index])) return [...kept.split('.'), ...path.slice(steps.length)];
  }
  return [];
}

function fieldAt(record: UntypedRecord, steps: readonly string[]): unknown {
  return steps.reduce<unknown>((value, step) => (isRecord(value) ? value[step] : undefined), record);
}

function put(target: Record<string, unknown>, steps: readonly string[], value: unknown): void {
  const [step = '', ...rest] = steps;
  if (rest.length === 0) target[step] = value;
  else put((target[step] ??= {}) as Record<string, unknown>, rest, value);
}
