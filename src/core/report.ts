// What `inspect` returns: plain data, serialisable, without prose in any language.

import type { FormatName } from './formats/format.ts';
import type { Range } from './source/range.ts';
import type { Story } from './stories/story.ts';

/** The worst first. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

export interface RecognisedObject {
  readonly format: FormatName;
  readonly kind: string;
  readonly apiVersion?: string;
  readonly range: Range;
}

export type Args = Readonly<Record<string, string | number | boolean>>;

/** `range` is replaced by `newText`; a range without length is an insertion. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

export interface Finding {
  /** Permanent code, `KA` and three digits. */
  readonly code: string;
  readonly severity: Severity;
  readonly range: Range;
  /** What the finding's text needs; which names is known to the finding's own file. */
  readonly args: Args;
  /** The smallest change that makes it go away, in order of place; absent where no one way is right. */
  readonly edits?: readonly Edit[];
}

export const consumers = [
  'kubeadm init',
  'kubeadm join (token)',
  'kubeadm join (token, unsafe skip)',
  'kubeadm join (file with credentials)',
  'kubeadm join (file without credentials)',
  'startup probe',
  'liveness probe',
  'readiness probe',
  'load balancer /healthz',
  'authenticated clients',
  'OIDC discovery',
  'audit log',
] as const;
export type Consumer = (typeof consumers)[number];

export type Verdict = 'works' | 'fails' | 'degrades' | 'unknown';

export interface Outcome {
  readonly consumer: Consumer;
  readonly verdict: Verdict;
  /** The HTTP status that decides, if one does. */
  readonly httpStatus?: number;
  /** Codes of the findings that cause it. */
  readonly because: readonly string[];
  /** What the program itself prints (last error line or event), word for word; empty if nothing or not known. */
  readonly text: string;
}

export type KubeadmCommand = 'init' | 'join' | 'config validate' | 'config migrate';

export interface KubeadmVerdict {
  readonly command: KubeadmCommand;
  /** `1.20.0` as given, or the minor (`1.37`) if it was assumed. */
  readonly kubernetesVersion: string;
  readonly exitCode: number;
  readonly warnings: readonly string[];
  readonly error?: string;
}

/** Where the Kubernetes version of a report came from. */
export interface ReportVersion {
  readonly text: string;
  readonly minor: number;
  readonly from: 'option' | 'paste' | 'newest';
}

/** One argument of the kube-apiserver that the paste would start, and who put it there. */
export interface ApiServerFlag {
  /** As it stands on the command line: `--anonymous-auth=false`. */
  readonly text: string;
  readonly from: 'kubeadm default' | 'extraArgs' | 'manifest';
  /** Where the reader wrote it; absent for kubeadm's defaults. */
  readonly range?: Range;
}

/** The kube-apiserver that the paste would start. */
export interface ApiServerReport {
  /** In the order of the command line. */
  readonly flags: readonly ApiServerFlag[];
  /** What it prints when it exits at its start, as far as known; absent if nothing here keeps it from starting. */
  readonly error?: string;
}

export interface Report {
  readonly version: ReportVersion;
  readonly objects: readonly RecognisedObject[];
  readonly findings: readonly Finding[];
  readonly outcomes: readonly Outcome[];
  /** Objects told in rows (audit events, join output); `tell` gives the words. */
  readonly stories: readonly Story[];
  readonly kubeadm?: KubeadmVerdict;
  readonly apiServer?: ApiServerReport;
}

export interface InspectOptions {
  /** `1.20` or `v1.20.2`; anything unreadable is ignored. */
  readonly kubernetesVersion?: string;
  readonly command?: KubeadmCommand;
}
