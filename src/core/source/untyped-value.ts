// Reads values whose type the reader of a paste decides: what is of another type counts as absent.

export type UntypedRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is UntypedRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a mapping; empty if it is none. */
export function asRecord(value: unknown): UntypedRecord {
  return isRecord(value) ? value : {};
}

/** The value as a list; empty if it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string; undefined for everything else. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A finite number; undefined for everything else. */
export function asNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
