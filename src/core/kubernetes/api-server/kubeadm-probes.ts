// The probes that kubeadm writes into the static Pod: httpGet over TLS, without headers and credentials in every version.
// Upstream: kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go; 1.18 is judged from the 1.19 changelog.

import type { ProbeFact } from '../api-server.ts';
import { rowFor, type Minor, type Ranged } from '../version.ts';

interface Row extends Ranged {
  readonly probes: readonly Pick<
    ProbeFact,
    'probe' | 'path' | 'initialDelaySeconds' | 'periodSeconds' | 'failureThreshold'
  >[];
}

const rows: readonly Row[] = [
  {
    until: 18,
    probes: [{ probe: 'liveness', path: '/healthz', initialDelaySeconds: 15, periodSeconds: 10, failureThreshold: 8 }],
  },
  {
    since: 19,
    probes: [
      { probe: 'startup', path: '/livez', initialDelaySeconds: 10, periodSeconds: 10, failureThreshold: 24 },
      { probe: 'liveness', path: '/livez', initialDelaySeconds: 10, periodSeconds: 10, failureThreshold: 8 },
      { probe: 'readiness', path: '/readyz', initialDelaySeconds: 0, periodSeconds: 1, failureThreshold: 3 },
    ],
  },
];

/** kubeadm's probes; the time-out for the control plane sets how often the startup probe may fail. */
export function kubeadmProbes(minor: Minor, startupSeconds: number): readonly ProbeFact[] {
  const threshold = Math.max(1, Math.ceil(startupSeconds / 10));
  return (rowFor(rows, minor)?.probes ?? []).map((probe) => ({
    ...probe,
    ...(probe.probe === 'startup' ? { failureThreshold: threshold } : {}),
    how: 'https',
    credentials: false,
  }));
}
