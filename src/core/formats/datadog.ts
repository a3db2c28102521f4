// Log events of Datadog, as its API and its explorer give them: the event in `attributes`, one or two levels deep, or as a text in
// `message`. Spec: docs.datadoghq.com/api/latest/logs. Lost: tags, service and host of Datadog.

import { isRecord } from '../source/untyped-value.ts';
import { recordFormat } from './wrapping.ts';

export const datadog = recordFormat({
  name: 'datadog',
  label: { en: 'audit log from Datadog', ja: '監査ログ(Datadog)' },
  sign: /\"(?:attributes|content)\"\s*:/,
  isRecord: (record) =>
    isRecord(record['attributes']) ||
    (isRecord(record['content']) && 'attributes' in record['content']) ||
    (Array.isArray(record['data']) && record['data'].some((one) => isRecord(one) && 'attributes' in one)),
});
