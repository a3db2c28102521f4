// `oc adm node-logs --role=master --path=kube-apiserver/audit.log`: the name of the node before each event; with one node
// named there is no prefix. Writer: pkg/cli/admin/node/logs.go of openshift/oc. Lost: the name of the node.

import { prefixFormat } from './wrapping.ts';

export const openshiftNodeLogs = prefixFormat({
  name: 'openshift-node-logs',
  label: { en: 'audit log from oc adm node-logs', ja: '監査ログ(oc adm node-logsの出力)' },
  sign: /(?:^|[\n\ufeff])[a-z0-9][a-z0-9.-]* \{/,
  before: /^[a-z0-9][a-z0-9.-]* $/,
});
