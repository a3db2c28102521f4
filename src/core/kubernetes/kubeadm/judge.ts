// What kubeadm says to a configuration file: exit code, warnings, error, word for word and by version.

import type { Segment } from '../../formats/format.ts';
import type { KubeadmCommand, KubeadmVerdict } from '../../report.ts';
import type { Span } from '../../source/range.ts';
import type { Minor } from '../version.ts';

/** What kind of rule was broken; each kind has its finding. */
export type KubeadmProblemKind =
  | 'syntax' // the text is no YAML for Go
  | 'separator' // a document separator that kubeadm does not take
  | 'no-kind' // kind and apiVersion missing, comment-only chunks included
  | 'foreign-kind' // a document that is not kubeadm's
  | 'duplicate-kind'
  | 'nothing-to-read' // no document for this command
  | 'api-version' // old, deprecated, experimental or not registered
  | 'type' // a value of the wrong JSON type
  | 'unknown-field'
  | 'duplicate-key'
  | 'validation';

export interface KubeadmProblem {
  readonly kind: KubeadmProblemKind;
  /** Fatal = this command stops here; else it only warns. */
  readonly fatal: boolean;
  /** kubeadm's own text for it. */
  readonly text: string;
  /** Where the cause stands in the paste. */
  readonly span: Span;
  /** The path in kubeadm's spelling, the field's name, or empty. */
  readonly field: string;
}

export interface KubeadmJudgement {
  readonly verdict: KubeadmVerdict;
  /** In the order in which they stand in the text. */
  readonly problems: readonly KubeadmProblem[];
}

export interface JudgeOptions {
  readonly minor: Minor;
  /** As shown in the verdict. */
  readonly kubernetesVersion: string;
  readonly command: KubeadmCommand;
}

/** Judges the kubeadm documents of one segment; undefined if it holds none. Never throws. */
export function judgeKubeadmFile(_segment: Segment, _options: JudgeOptions): KubeadmJudgement | undefined {
  return undefined;
}
