// The sequences that are recognised; one file each.

import { kubeadmJoin } from './kubeadm-join.ts';
import { loadBalancerRefused } from './load-balancer-refused.ts';
import { probeFailures } from './probe-failures.ts';
import type { Recogniser } from './recogniser.ts';
import { rejectedCredentials } from './rejected-credentials.ts';
import { scanner } from './scanner.ts';

export const recognisers: readonly Recogniser[] = [
  kubeadmJoin,
  probeFailures,
  loadBalancerRefused,
  scanner,
  rejectedCredentials,
];
