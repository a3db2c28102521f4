// Records of Splunk: what the HTTP Event Collector takes (`event` beside `sourcetype`), and results of a search (`result._raw`).
// Spec: docs.splunk.com, HTTP Event Collector. Lost: index, host, source and time of Splunk.

import { isRecord } from '../source/untyped-value.ts';
import { recordFormat } from './wrapping.ts';

export const splunk = recordFormat({
  name: 'splunk',
  label: { en: 'audit log from Splunk', ja: '監査ログ(Splunk)' },
  sign: /\"(?:event|_raw|result)\"\s*:/,
  isRecord: (record) =>
    '_raw' in record ||
    ('event' in record && ['sourcetype', 'source', 'index', 'time', 'host'].some((key) => key in record)) ||
    (isRecord(record['result']) && ('preview' in record || '_raw' in record['result'])),
});
