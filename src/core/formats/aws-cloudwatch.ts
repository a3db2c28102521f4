// Audit logs of EKS in CloudWatch Logs: `filter-log-events` and `get-log-events` (`events[].message`), a subscription
// (`logEvents[].message`), rows of Logs Insights (`@message`, or `field` and `value`). Spec: docs.aws.amazon.com, CloudWatch Logs API.
// Lost: log group, stream and times of CloudWatch.

import { recordFormat } from './wrapping.ts';

export const awsCloudwatch = recordFormat({
  name: 'aws-cloudwatch',
  label: { en: 'audit log from CloudWatch Logs', ja: '監査ログ(CloudWatch Logs)' },
  sign: /\"(?:events|logEvents|@message|@messageType|field|results|eventId|ingestionTime)\"\s*:/,
  isRecord: (record) =>
    '@message' in record ||
    'logEvents' in record ||
    'ingestionTime' in record ||
    (Array.isArray(record['events']) && record['kind'] === undefined) ||
    (Array.isArray(record['results']) && 'statistics' in record) ||
    (typeof record['field'] === 'string' && 'value' in record),
});
