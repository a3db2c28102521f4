// A server as kubeadm sets it up, to start from.

import type { LabServer } from './lab.ts';
import { removableBindings } from './role-bindings.ts';

/** kubeadm's own settings in one version: nothing written about strangers, RBAC, every binding there. */
export function defaultLabServer(kubernetesVersion: string): LabServer {
  return {
    kubernetesVersion,
    featureGates: {},
    authorizationModes: ['Node', 'RBAC'],
    bindings: removableBindings,
    clusterInfo: 'signed',
    auditPolicy: 'metadata-for-all',
  };
}
