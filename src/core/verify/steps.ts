// The steps of token discovery in the order in which kubeadm takes them, by version.
// Upstream: cmd/kubeadm/app/discovery/token/token.go, read at 1.17, 1.18 to 1.28, and after the dry-run change 126776, which
// moved the reading of the pins behind the first request; that this came with 1.32 is inferred.

import { rowFor, type Minor, type Ranged } from '../kubernetes/version.ts';

export type StepName =
  | 'token'
  | 'pins'
  | 'first-request'
  | 'signature-present'
  | 'kubeconfig-present'
  | 'signature'
  | 'kubeconfig'
  | 'one-cluster'
  | 'certificates'
  | 'pin'
  | 'second-request';

interface Order extends Ranged {
  readonly steps: readonly StepName[];
}

const behindPins = ['certificates', 'pin', 'second-request'] as const;

const orders: readonly Order[] = [
  {
    until: 17,
    steps: [
      ...(['token', 'pins', 'first-request', 'kubeconfig-present', 'signature-present', 'signature'] as const),
      ...(['kubeconfig', 'one-cluster'] as const),
      ...behindPins,
    ],
  },
  {
    since: 18,
    until: 31,
    steps: [
      ...(['token', 'pins', 'first-request', 'signature-present', 'kubeconfig-present', 'signature'] as const),
      ...(['kubeconfig', 'one-cluster'] as const),
      ...behindPins,
    ],
  },
  {
    since: 32,
    steps: [
      ...(['token', 'first-request', 'signature-present', 'pins', 'kubeconfig-present', 'signature'] as const),
      ...(['kubeconfig', 'one-cluster'] as const),
      ...behindPins,
    ],
  },
];

export function stepsOf(minor: Minor): readonly StepName[] {
  return rowFor(orders, minor)?.steps ?? [];
}
