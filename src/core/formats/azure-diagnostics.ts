// Audit logs of AKS as diagnostic records: `properties.log` as a text or as an object, in Event Hubs under `records`, in a storage
// account one record per line, in Log Analytics the column `log_s`. Spec: learn.microsoft.com, AKS monitoring reference.
// Lost: subscription, cluster and Pod; in Log Analytics what is longer than a column may be.

import { isRecord } from '../source/untyped-value.ts';
import { recordFormat } from './wrapping.ts';

export const azureDiagnostics = recordFormat({
  name: 'azure-diagnostics',
  label: { en: 'audit log from Azure diagnostic settings', ja: '監査ログ(Azureの診断設定)' },
  sign: /\"(?:log_s|properties|records)\"\s*:/,
  isRecord: (record) =>
    'log_s' in record ||
    (isRecord(record['properties']) && 'log' in record['properties']) ||
    Array.isArray(record['records']) ||
    (isRecord(record['body']) && Array.isArray(record['body']['value'])),
});
