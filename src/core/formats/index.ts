// The formats, in the order in which they may claim a part of the paste: what wraps an audit log before the log itself, since the
// log is also what it holds; manifests take what the others leave, and lines that manifests hold too are looked for behind them.

import type { Format } from './format.ts';
import { auditLog } from './audit-log.ts';
import { auditLogYaml } from './audit-log-yaml.ts';
import { awsCloudwatch } from './aws-cloudwatch.ts';
import { awsLogsTail } from './aws-logs-tail.ts';
import { azureAksAudit } from './azure-aks-audit.ts';
import { azureDiagnostics } from './azure-diagnostics.ts';
import { criLog } from './cri-log.ts';
import { csvExport } from './csv-export.ts';
import { datadog } from './datadog.ts';
import { dockerLog } from './docker-log.ts';
import { elasticsearch } from './elasticsearch.ts';
import { fluent } from './fluent.ts';
import { googleCloudLogging } from './google-cloud-logging.ts';
import { healthCheckMessage } from './health-check-message.ts';
import { kubeApiserverCommand } from './kube-apiserver-command.ts';
import { kubeApiserverOutput } from './kube-apiserver-output.ts';
import { kubeadmOutput } from './kubeadm-output.ts';
import { kubernetesManifest } from './kubernetes-manifest.ts';
import { legacyAuditLog } from './legacy-audit-log.ts';
import { loki } from './loki.ts';
import { otherLog } from './other-log.ts';
import { openshiftNodeLogs } from './openshift-node-logs.ts';
import { openshiftViaq } from './openshift-viaq.ts';
import { otlp } from './otlp.ts';
import { quotedJson } from './quoted-json.ts';
import { scannerMessage } from './scanner-message.ts';
import { singleQuotedJson } from './single-quoted-json.ts';
import { splunk } from './splunk.ts';
import { syslog } from './syslog.ts';
import { terminalWrap } from './terminal-wrap.ts';
import { timestampedLog } from './timestamped-log.ts';

export const formats: readonly Format[] = [
  auditLogYaml,
  dockerLog,
  criLog,
  legacyAuditLog,
  terminalWrap,
  csvExport,
  singleQuotedJson,
  azureAksAudit,
  azureDiagnostics,
  googleCloudLogging,
  awsCloudwatch,
  elasticsearch,
  loki,
  splunk,
  otlp,
  datadog,
  openshiftViaq,
  fluent,
  awsLogsTail,
  syslog,
  timestampedLog,
  openshiftNodeLogs,
  auditLog,
  quotedJson,
  otherLog,
  kubeadmOutput,
  kubeApiserverOutput,
  kubernetesManifest,
  healthCheckMessage,
  scannerMessage,
  kubeApiserverCommand,
];
