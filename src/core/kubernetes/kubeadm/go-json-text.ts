// A value as Go's encoding/json writes it: compact, keys in byte order, HTML characters escaped.

import { goJsonString } from '../../source/go-scalar.ts';
import { compareBytes } from './go-quote.ts';

export function goJsonText(value: unknown): string {
  if (typeof value === 'string') return goJsonString(value);
  if (Array.isArray(value)) return `[${value.map(goJsonText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const record = value as Readonly<Record<string, unknown>>;
    return `{${sortedKeys(record)
      .map((key) => `${goJsonString(key)}:${goJsonText(record[key])}`)
      .join(',')}}`;
  }
  return String(value);
}

export function sortedKeys(record: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(record).sort(compareBytes);
}
