// What a line of a scanner's report asks for.

import type { PastedObject } from '../formats/format.ts';
import { asRecord, asText } from '../source/untyped-value.ts';

/** A scanner wants anonymous requests off. */
export interface ScannerDemandFact {
  readonly object: number;
  readonly scanner: string;
}

export function readScannerDemand({ format, value }: PastedObject, object: number): ScannerDemandFact | undefined {
  if (format !== 'scanner-message') return undefined;
  return { object, scanner: asText(asRecord(value)['scanner']) ?? '' };
}
