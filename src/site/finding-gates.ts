// Findings that a picture of the two gates shows at once: who comes, what for, and how far.

import type { GatesOutcome } from '../i18n/gates.ts';

interface Journey {
  readonly outcome: GatesOutcome;
  readonly who: string;
  readonly path: string;
}

const clusterInfo = 'GET …/kube-public/configmaps/cluster-info';

export const findingGates: Readonly<Partial<Record<string, Journey>>> = {
  KA201: { outcome: 'refused-at-authentication', who: 'kubeadm join', path: clusterInfo },
  KA202: { outcome: 'refused-at-authentication', who: 'kube-probe', path: 'GET /livez' },
  KA203: { outcome: 'allowed', who: 'kubeadm join', path: clusterInfo },
};
