// Log records of OpenTelemetry in JSON: `resourceLogs[].scopeLogs[].logRecords[].body.stringValue`, a whole request per line as the
// file exporter writes it. Spec: opentelemetry-proto logs/v1. Lost: resource, scope and attributes. Not read: bodies as key-value lists.

import { isRecord } from '../source/untyped-value.ts';
import { recordFormat } from './wrapping.ts';

export const otlp = recordFormat({
  name: 'otlp',
  label: { en: 'audit log in OpenTelemetry records', ja: '監査ログ(OpenTelemetryのレコード)' },
  sign: /\"(?:resourceLogs|scopeLogs|logRecords|stringValue)\"\s*:/,
  isRecord: (record) =>
    'resourceLogs' in record ||
    'scopeLogs' in record ||
    'logRecords' in record ||
    (isRecord(record['body']) && 'stringValue' in record['body']),
});
