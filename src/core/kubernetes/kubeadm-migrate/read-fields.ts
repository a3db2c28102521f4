// A document's values, read by the fields of its kind: nulls left out, durations and times as Go prints them.

import type { Path } from '../../source/path.ts';
import { asRecord, type UntypedRecord } from '../../source/untyped-value.ts';
import type { GoStruct, GoType } from '../kubeadm/schema.ts';
import { printGoDuration } from './go-duration.ts';

export interface FieldProblem {
  readonly problem: 'unknown-field' | 'type';
  readonly path: Path;
}

export interface FieldReading {
  readonly fields: UntypedRecord;
  readonly problems: readonly FieldProblem[];
}

/** Never throws; what is unknown or of another type is left out and named. */
export function readFields(value: unknown, struct: GoStruct): FieldReading {
  const problems: FieldProblem[] = [];
  const wrong = (path: Path): undefined => {
    problems.push({ problem: 'type', path });
    return undefined;
  };

  const read = (from: unknown, type: GoType, path: Path): unknown => {
    if (from === null || from === undefined) return undefined;
    if (type.kind === 'slice') {
      return Array.isArray(from) ? from.map((one, at) => element(one, type.element, [...path, at])) : wrong(path);
    }
    if (type.kind === 'map') {
      return isObject(from) ? mapValues(from, (one, key) => element(one, type.element, [...path, key])) : wrong(path);
    }
    if (type.kind === 'struct') return isObject(from) ? readStruct(from, type, path) : wrong(path);
    return readScalar(from, type.kind) ?? wrong(path);
  };

  const element = (from: unknown, type: GoType, path: Path): unknown => read(from, type, path) ?? zeroOf(type);

  const readStruct = (from: UntypedRecord, { fields }: GoStruct, path: Path): UntypedRecord => {
    const known: [string, unknown][] = [];
    for (const [name, one] of Object.entries(from)) {
      const field = fields.get(name);
      if (!field) problems.push({ problem: 'unknown-field', path: [...path, name] });
      else known.push([name, read(one, field.type, [...path, name])]);
    }
    return Object.fromEntries(known.filter(([, one]) => one !== undefined));
  };

  return { fields: readStruct(asRecord(value), struct, []), problems };
}

/** Undefined if the value is of another type, or no duration or time for Go. */
function readScalar(value: unknown, kind: GoType['kind']): unknown {
  if (kind === 'raw') return value;
  if (kind === 'bool') return typeof value === 'boolean' ? value : undefined;
  if (kind === 'int' || kind === 'int32') return Number.isInteger(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  if (kind === 'Duration') return printGoDuration(value);
  return kind === 'Time' ? printGoTime(value) : value;
}

function printGoTime(text: string): string | undefined {
  const time = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? text : NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace(/\.\d+Z$/, 'Z');
}

function zeroOf({ kind }: GoType): unknown {
  if (kind === 'bool') return false;
  if (kind === 'int' || kind === 'int32') return 0;
  if (kind === 'slice' || kind === 'raw') return null;
  return kind === 'struct' || kind === 'map' ? {} : '';
}

function isObject(value: unknown): value is UntypedRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapValues(from: UntypedRecord, change: (value: unknown, key: string) => unknown): UntypedRecord {
  return Object.fromEntries(Object.entries(from).map(([key, value]) => [key, change(value, key)]));
}
