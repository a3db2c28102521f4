// Audit events in the log store of OpenShift (the ViaQ data model): the event's own fields beside `@timestamp`, `hostname` and
// `log_type`; `level` is the store's, the real one stands in `k8s_audit_level` or `openshift_audit_level`. Writer: openshift/
// cluster-logging-operator. Lost: nothing.

import { recordFormat } from './wrapping.ts';

export const openshiftViaq = recordFormat({
  name: 'openshift-viaq',
  label: { en: 'audit log from the OpenShift log store', ja: '監査ログ(OpenShiftのログストア)' },
  sign: /\"(?:k8s_audit_level|openshift_audit_level|viaq_msg_id)\"\s*:/,
  isRecord: (record) => 'k8s_audit_level' in record || 'openshift_audit_level' in record || 'viaq_msg_id' in record,
});
