// One thing that kubeadm finds wrong in a configuration file.

import type { Span } from '../../source/range.ts';

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
  /** Fatal = this command stops because of it; else it only warns, or drops something. */
  readonly fatal: boolean;
  /** False: kubeadm does not say it in this run, because it stopped earlier or because it never says so. */
  readonly printed: boolean;
  /** kubeadm's own text for it; empty if it has none. */
  readonly text: string;
  /** Where the cause stands in the paste. */
  readonly span: Span;
  /** The path in kubeadm's spelling, the field's name, or empty. */
  readonly field: string;
  /** The field that was probably meant. */
  readonly meant?: string;
}
