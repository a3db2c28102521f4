// What a format is: how a text was wrapped when it was copied. A format unwraps; it never judges.

import type { Localised } from '../locale.ts';
import type { Located } from '../source/located.ts';
import type { Span } from '../source/range.ts';

export type FormatName =
  | 'kubernetes-manifest'
  | 'audit-log'
  | 'kubeadm-output'
  | 'kube-apiserver-output'
  | 'kube-apiserver-command'
  | 'health-check-message'
  | 'scanner-message'
  // Audit events as other programs keep or print them.
  | 'audit-log-yaml'
  | 'legacy-audit-log'
  | 'terminal-wrap'
  | 'cri-log'
  | 'docker-log'
  | 'syslog'
  | 'timestamped-log'
  | 'aws-logs-tail'
  | 'aws-cloudwatch'
  | 'azure-diagnostics'
  | 'azure-aks-audit'
  | 'google-cloud-logging'
  | 'openshift-node-logs'
  | 'openshift-viaq'
  | 'elasticsearch'
  | 'fluent'
  | 'loki'
  | 'splunk'
  | 'datadog'
  | 'otlp'
  | 'csv-export'
  | 'quoted-json'
  | 'single-quoted-json'
  // What is taken for an audit log and is none.
  | 'other-log';

/** A stretch of the paste that one format claims. */
export interface Segment {
  /** The segment's own text. */
  readonly text: string;
  /** Where it starts in the paste. */
  readonly offset: number;
}

/** One thing with a kind, found in the paste. */
export interface PastedObject extends Located {
  readonly format: FormatName;
  /** Kubernetes' kind (`ClusterConfiguration`, `Event`), or our word for what is no object (`kubeadm join output`). */
  readonly kind: string;
  readonly apiVersion?: string;
}

/** Something that could not be read. `problem` names the sentence, `args` fill it. */
export interface ReadingProblem {
  readonly problem: ProblemName;
  readonly span: Span;
  readonly args: Readonly<Record<string, string | number>>;
}

export type ProblemName =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'not-recognised'
  | 'lines-not-recognised'
  | 'yaml-syntax'
  | 'json-syntax'
  | 'json-truncated'
  | 'other-log';

export interface Unwrapped {
  readonly objects: readonly PastedObject[];
  readonly problems: readonly ReadingProblem[];
}

export interface Format {
  readonly name: FormatName;
  /** What it is called on a page, for "recognised as" and "tried". */
  readonly label: Localised;
  /** The format that it wraps, where it is only a way of keeping that one. */
  readonly wraps?: FormatName;
  /**
   * Finds the stretches of the paste that it wrote, inside those that the formats before it left free
   * (`free`, in order, none of them blank). A segment that reaches outside them is dropped.
   */
  claim(text: string, free: readonly Span[]): readonly Segment[];
  /** Unwraps one segment; never throws. */
  read(segment: Segment): Unwrapped;
}
