// Records of Fluent Bit, Fluentd, Vector or Filebeat: the event as a text in `log` or `message`, beside `kubernetes`, `stream` or a
// time; with a JSON parser its fields stand in the record itself. There is no specification. Lost: tag and metadata.

import { recordFormat } from './wrapping.ts';

export const fluent = recordFormat({
  name: 'fluent',
  label: { en: 'audit log in records of a log shipper', ja: '監査ログ(ログ転送ツールのレコード)' },
  sign: /\"(?:log|message|MESSAGE)\"\s*:/,
  isRecord: (record) =>
    [record['log'], record['message'], record['MESSAGE']].some((text) => text !== undefined) && !('auditID' in record),
});
