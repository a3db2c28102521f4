// Lines with a time and nothing else before the event: `kubectl logs --timestamps`, a CloudWatch export to S3, `aws logs tail
// --format short`, Grafana's text download; with `kubectl logs --prefix` the Pod stands before it. Lost: the time, the Pod.

import { prefixFormat } from './wrapping.ts';

export const timestampedLog = prefixFormat({
  name: 'timestamped-log',
  label: { en: 'audit log with a time before each line', ja: '監査ログ(行頭に時刻があるもの)' },
  sign: /(?:^|[\n\ufeff])(?:\[pod\/|\d{4}-\d\d-\d\d[T ][\d:.,]+\S*\s+\{)/,
  before: /^(?=.)(?:\[pod\/\S+\] ?)?(?:\d{4}-\d\d-\d\d[T ][\d:.,]+(?:Z|[+-][\d:]+)?\s+)?$/,
});
