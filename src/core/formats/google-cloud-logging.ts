// Requests to a GKE API server in Cloud Audit Logs: entries with `protoPayload` of the service `k8s.io`, one per line or in a list.
// Spec: cloud.google.com/logging/docs/audit. Lost: stage, level, groups, the query, the HTTP status (the code is one of gRPC).

import { isRecord } from '../source/untyped-value.ts';
import { recordFormat } from './wrapping.ts';

export const googleCloudLogging = recordFormat({
  name: 'google-cloud-logging',
  label: { en: 'audit log from Google Cloud Logging', ja: '監査ログ(Google Cloud Logging)' },
  sign: /\"protoPayload\"\s*:/,
  isRecord: ({ protoPayload }) => isRecord(protoPayload) && protoPayload['serviceName'] !== 'container.googleapis.com',
});
