// Audit logs of AKS in the tables AKSAudit and AKSAuditAdmin of Log Analytics: a row per event, its fields as PascalCase columns.
// Spec: learn.microsoft.com/azure/azure-monitor/reference/tables/aksaudit. Lost: impersonatedUser, and bodies over a size, in whose
// place stands `skipped-too-big-size-object`.

import { recordFormat } from './wrapping.ts';

export const azureAksAudit = recordFormat({
  name: 'azure-aks-audit',
  label: { en: 'audit log from the table AKSAudit', ja: '監査ログ(AKSAuditテーブル)' },
  sign: /\"AuditId\"\s*:/,
  isRecord: (record) => 'AuditId' in record,
});
