// Logs that are taken for a Kubernetes audit log, and how each is known.
// Specs: auditd (audit.rules(7)), OCSF (schema.ocsf.io, class 6003), CloudTrail record contents, Cloud Audit Logs of GKE's own API,
// klog (component-base/logs/json).

import type { Localised } from '../locale.ts';
import type { Span } from '../source/range.ts';
import type { ReadingProblem } from './format.ts';

export interface OtherLog {
  readonly name: string;
  readonly label: Localised;
  /** In a whole JSON object, YAML document or line; absent for objects that have a kind. */
  readonly sign?: RegExp;
}

/** What `kubectl get events -o yaml` gives: the most likely wrong paste, of the same kind and another group. */
export const clusterEvents: OtherLog = {
  name: 'cluster-events',
  label: {
    en: 'an Event about an object, as `kubectl get events` lists them',
    ja: '`kubectl get events`で表示される、オブジェクトについてのEvent',
  },
};

export const otherLogs: readonly OtherLog[] = [
  {
    name: 'auditd',
    label: { en: 'the audit log of Linux (auditd)', ja: 'Linuxの監査ログ(auditd)' },
    sign: /^(?:node=\S+ )?type=[A-Z_]+ msg=audit\(/,
  },
  {
    name: 'ocsf',
    label: { en: 'events in the OCSF schema', ja: 'OCSFスキーマのイベント' },
    sign: /^\{[^]*"class_uid"\s*:/,
  },
  {
    name: 'cloudtrail',
    label: { en: 'CloudTrail, the log of AWS API calls', ja: 'CloudTrail(AWS APIの呼び出しのログ)' },
    sign: /^(?=[^]*"eventVersion"\s*:)\{[^]*"eventSource"\s*:/,
  },
  {
    name: 'gke-management',
    label: {
      en: 'the log of the cluster management of GKE (`container.googleapis.com`)',
      ja: 'GKEのクラスター管理のログ(`container.googleapis.com`)',
    },
    sign: /serviceName"?\s*:\s*["']?container\.googleapis\.com/,
  },
  {
    name: 'klog-json',
    label: {
      en: 'the own log of a Kubernetes component in JSON (klog)',
      ja: 'Kubernetesコンポーネント自身のログ(klogのJSON形式)',
    },
    sign: /^(?=[^]*"caller"\s*:)(?=[^]*"msg"\s*:)\{[^]*"ts"\s*:/,
  },
];

export function otherLogProblem({ name, label }: OtherLog, span: Span): ReadingProblem {
  return { problem: 'other-log', span, args: { name, labelEn: label.en, labelJa: label.ja } };
}
