// The fields of a v1beta4 object as kubeadm writes them: defaults filled in, maps of arguments as lists, empty fields left out.

import { asList, asRecord, type UntypedRecord } from '../../source/untyped-value.ts';
import type { GoField, GoStruct, GoType } from '../kubeadm/schema.ts';
import { alwaysWritten, defaults, rewrites } from './field-tables.ts';

/** The object as JSON has it; `apiVersion` and `kind` are the caller's. */
export function writeFields(given: UntypedRecord, struct: GoStruct): UntypedRecord {
  const written: [string, unknown][] = [];
  for (const field of struct.fields.values()) {
    const name = field.jsonName;
    const rewrite = rewrites[struct.shortName]?.[name];
    const value = rewritten(given[name], rewrite);
    const filled = isEmpty(value, field) ? (defaults[struct.shortName]?.[name] ?? value) : value;
    const always = alwaysWritten[struct.shortName]?.includes(name) ?? false;
    if (!always && isEmpty(filled, field) && !isPlainStruct(field)) continue;
    written.push([name, filled === undefined ? zeroOf(field.type) : writeValue(filled, field.type)]);
  }
  return Object.fromEntries(written);
}

function rewritten(value: unknown, rewrite: ((text: string) => string) | undefined): unknown {
  if (!rewrite || value === undefined) return value;
  return Array.isArray(value) ? value.map((one) => rewrite(String(one))) : rewrite(String(value));
}

function writeValue(value: unknown, type: GoType): unknown {
  if (type.kind === 'struct') return writeFields(asRecord(value), type);
  if (type.kind !== 'slice') return value;
  const list = Array.isArray(value) ? asList(value) : argumentsOf(asRecord(value));
  return list.map((one) => writeValue(one, type.element));
}

/** A map of extra arguments as the list that v1beta4 has, in the order of their names. */
function argumentsOf(map: UntypedRecord): readonly unknown[] {
  return Object.keys(map)
    .sort()
    .map((name) => ({ name, value: map[name] }));
}

/** What Go's `omitempty` leaves out: a pointer only if it is nil. */
function isEmpty(value: unknown, { pointer }: GoField): boolean {
  if (value === undefined || value === null) return true;
  if (pointer) return false;
  if (typeof value === 'object') return Object.keys(value).length === 0;
  return value === '' || value === 0 || value === false;
}

function isPlainStruct({ type, pointer }: GoField): boolean {
  return type.kind === 'struct' && !pointer;
}

function zeroOf(type: GoType): unknown {
  if (type.kind === 'struct') return writeFields({}, type);
  return type.kind === 'slice' ? null : '';
}
