// Answers of Loki's API and exports of Grafana: `values` with pairs of time and line below `streams` or `data.result`, or `line`
// beside `fields`. Spec: grafana.com/docs/loki, HTTP API. Lost: labels and times of Loki.

import { isRecord } from '../source/untyped-value.ts';
import { recordFormat } from './wrapping.ts';

export const loki = recordFormat({
  name: 'loki',
  label: { en: 'audit log from Loki', ja: '監査ログ(Loki)' },
  sign: /\"(?:values|line|streams)\"\s*:/,
  isRecord: (record) =>
    ('stream' in record && 'values' in record) ||
    ('line' in record && !('auditID' in record)) ||
    'streams' in record ||
    (isRecord(record['data']) && Array.isArray(record['data']['result'])),
});
