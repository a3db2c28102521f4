// Whether a value is an audit event, and what kube-apiserver wrote before a tool renamed its fields.

import { isRecord, type UntypedRecord } from '../source/untyped-value.ts';
import { readAksColumns } from './aks-columns.ts';
import { readGoogleEntry } from './google-entry.ts';
import type { EventValue } from './renamed-fields.ts';

const keys = '(?:auditID|AuditId|stageTimestamp|requestReceivedTimestamp|protoPayload)';

/** A key that only events have, in any way of quoting, or a line of the legacy text. */
export const eventKeys = new RegExp(`${keys}[\\\\"']*\\s*:|AUDIT: id=`);

/** A quick look at a text: where this finds nothing, no event is. */
export const maybeEvents = new RegExp(`${eventKeys.source}|audit\\.k8s\\.io/`);

/** Undefined for everything that is no event; for an event its fields under the names that kube-apiserver gives them. */
export function readEventValue(value: unknown): EventValue | undefined {
  if (!isRecord(value)) return undefined;
  if (isEvent(value)) return { value: undoTools(value), placeOf: (path) => path };
  return readAksColumns(value) ?? (isRecord(value['protoPayload']) ? readGoogleEntry(value) : undefined);
}

/** Items of an EventList have no kind and no apiVersion; tools drop other fields. */
function isEvent(value: UntypedRecord): boolean {
  const { kind, apiVersion, auditID, stage, verb, requestURI } = value;
  if (kind === 'Event' && typeof apiVersion === 'string') return apiVersion.startsWith('audit.k8s.io/');
  if (kind !== undefined && kind !== 'Event') return false;
  return typeof auditID === 'string' && [stage, verb, requestURI].some((field) => typeof field === 'string');
}

/** OpenShift's log store keeps the level under another name; search stores write `_` for the dots of an annotation's key. */
function undoTools(event: UntypedRecord): UntypedRecord {
  const level = event['k8s_audit_level'] ?? event['openshift_audit_level'];
  const annotations = event['annotations'];
  const renamed = isRecord(annotations) && Object.keys(annotations).some(lacksDots);
  if (typeof level !== 'string' && !renamed) return event;
  return {
    ...event,
    ...(typeof level === 'string' ? { level } : {}),
    ...(renamed ? { annotations: withDots(annotations) } : {}),
  };
}

function lacksDots(key: string): boolean {
  return /^[^./]*_(?:k8s|kubernetes)_io\//.test(key);
}

function withDots(annotations: UntypedRecord): UntypedRecord {
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => {
      const slash = lacksDots(key) ? key.indexOf('/') : 0;
      return [key.slice(0, slash).replaceAll('_', '.') + key.slice(slash), value];
    }),
  );
}
