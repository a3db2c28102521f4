// The steps of one `kubeadm join` in order, each with the line that shows it; steps that print nothing are known by what comes after them.

import type { TerminalLine } from '../source/terminal-lines.ts';
import type { Span } from '../source/range.ts';
import { hideTokenSecrets } from './join-command.ts';
import { joinSteps, type JoinStep } from './join-causes.ts';

export interface TimelineStep {
  readonly step: JoinStep;
  /** `implied`: no line of it stands there, but one of a later step does. `open`: the text ends here. */
  readonly state: 'passed' | 'implied' | 'failed' | 'open';
  /** How often the answer was not the wanted one. */
  readonly retries: number;
  readonly line?: { readonly span: Span; readonly text: string };
}

/** By which lines a step is known; the first that matches holds. */
const signs: readonly (readonly [JoinStep, RegExp])[] = [
  ['joined', /This node has joined the cluster/],
  ['arguments', /loading configuration from|found NodeName empty|^\[?discovery[\w.]*: (?:Invalid|Required) value/],
  ['tls-bootstrap', /perform the TLS Bootstrap|\[(?:kubelet-check|tlsbootstrap|patchnode)\]|preserving the crisocket/],
  ['kubelet-start', /\[kubelet(?:-start)?\] |"kubelet-config-1/],
  ['control-plane-prepare', /\[(?:download-certs|certs|certificates|kubeconfig|control-plane)\] (?!Skipping)/],
  [
    'control-plane-join',
    /\[(?:etcd|update-status|upload-config|mark-control-plane|wait-control-plane|control-plane-check)\] (?!Skipping)/,
  ],
  [
    'kubeadm-config',
    /Reading configuration from the cluster|Fetching init configuration|Retrieving KubeConfig|kubeadm-config/,
  ],
  ['discovery', /Discovering cluster-info|\[discovery\]|cluster-info/],
  [
    'checks',
    /\[preflight\] (?:Running (?:pre-flight|general) checks|Some fatal)|checks\.go:\d+\]|^\s*\[(?:WARNING|ERROR) [\w-]+\]: /,
  ],
];

/** The step that a line belongs to; undefined for lines that could be of any. */
export function stepOf(text: string): JoinStep | undefined {
  const phase = /error execution phase ([\w-]+)/.exec(text)?.[1] ?? '';
  if (phase !== 'preflight' && joinSteps.some((step) => step === phase)) return phase as JoinStep;
  return signs.find(([, sign]) => sign.test(text))?.[0];
}

/** Where a step stands in the order; `other` is before all. */
export function stepRank(step: JoinStep): number {
  return step === 'other' ? -1 : joinSteps.indexOf(step);
}

/** Steps that every join takes, whether it prints something or not. */
const always: readonly JoinStep[] = [
  'arguments',
  'checks',
  'discovery',
  'kubeadm-config',
  'kubelet-start',
  'tls-bootstrap',
];

/** Empty if no line tells a step. */
export function joinTimeline(
  lines: readonly TerminalLine[],
  result: 'joined' | 'failed' | 'unfinished',
  failedStep: JoinStep,
  deciding: TerminalLine | undefined,
): readonly TimelineStep[] {
  const seen = new Map<JoinStep, { line: TerminalLine; retries: number }>();
  for (const line of lines) {
    const step = stepOf(line.text);
    if (step === undefined || (result === 'failed' && stepRank(step) > stepRank(failedStep) && failedStep !== 'other'))
      continue;
    const before = seen.get(step);
    const retries =
      (before?.retries ?? 0) +
      (/will try again|Retrying due to error|Failed to connect to API/.test(line.text) ? 1 : 0);
    seen.set(step, { line: before?.line ?? line, retries });
  }
  if (result === 'failed' && deciding) {
    seen.set(failedStep, { line: deciding, retries: seen.get(failedStep)?.retries ?? 0 });
  }
  const last = Math.max(-1, ...[...seen.keys()].map(stepRank));
  const isTaken = (step: JoinStep): boolean => seen.has(step) || (always.includes(step) && stepRank(step) < last);
  const stateOf = (step: JoinStep): TimelineStep['state'] => {
    if (result === 'failed' && step === failedStep) return 'failed';
    if (!seen.has(step)) return 'implied';
    return result === 'unfinished' && stepRank(step) === last ? 'open' : 'passed';
  };
  return joinSteps.filter(isTaken).map((step) => {
    const { line, retries = 0 } = seen.get(step) ?? {};
    const shown = line && { span: line.span, text: hideTokenSecrets(line.text.trim()) };
    return { step, state: stateOf(step), retries, ...(shown ? { line: shown } : {}) };
  });
}
