// An audit event as a row of the tables AKSAudit and AKSAuditAdmin of Azure Monitor: PascalCase columns, objects as JSON or as text.
// Spec: learn.microsoft.com/azure/azure-monitor/reference/tables/aksaudit. Lost: kind, apiVersion, impersonatedUser, bodies over a size.

import type { UntypedRecord } from '../source/untyped-value.ts';
import { renameFields, type EventValue, type Renaming } from './renamed-fields.ts';

const columns = {
  level: 'Level',
  auditID: 'AuditId',
  stage: 'Stage',
  requestURI: 'RequestUri',
  verb: 'Verb',
  user: 'User',
  sourceIPs: 'SourceIps',
  userAgent: 'UserAgent',
  objectRef: 'ObjectRef',
  responseStatus: 'ResponseStatus',
  requestObject: 'RequestObject',
  responseObject: 'ResponseObject',
  requestReceivedTimestamp: 'RequestReceivedTime',
  stageTimestamp: 'StageReceivedTime',
  annotations: 'Annotations',
};

/** The portal writes `StageReceivedTime [UTC]` over a column of times. */
const renaming: Renaming = Object.entries(columns).flatMap(([field, column]) => [
  [field, `${column} [UTC]`] as const,
  [field, column] as const,
]);

/** Undefined for a record that is no such row. */
export function readAksColumns(record: UntypedRecord): EventValue | undefined {
  if (typeof record['AuditId'] !== 'string') return undefined;
  const event = renameFields(record, renaming, readColumn);
  return { ...event, placeOf: (path) => event.placeOf(path).map((step) => nameIn(record, step)) };
}

/** An object or a list that the export wrote as text. */
function readColumn(value: unknown): unknown {
  if (typeof value !== 'string' || !/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}

function nameIn(record: UntypedRecord, step: string | number): string | number {
  return typeof step === 'string' && !(step in record) ? step.replace(' [UTC]', '') : step;
}
