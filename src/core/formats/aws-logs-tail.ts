// `aws logs tail /aws/eks/<cluster>/cluster`: the time and the name of the log stream before each event. Streams of other
// components of the control plane stand between. Written by AWS CLI v2. Lost: the time and the name of the stream.

import { prefixFormat } from './wrapping.ts';

export const awsLogsTail = prefixFormat({
  name: 'aws-logs-tail',
  label: { en: 'audit log from aws logs tail', ja: '監査ログ(aws logs tailの出力)' },
  sign: /(?:^|[\n\ufeff])\d{4}-\d\d-\d\dT\S+ kube-apiserver-audit-\S+ /,
  before: /^\d{4}-\d\d-\d\dT\S+ kube-apiserver-audit-\S+ $/,
});
