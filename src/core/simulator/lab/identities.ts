// Who a credential is to the server: user name and groups. Upstream: bootstrap token, x509 and service account authenticators;
// the kubeadm administrator's group changed with 1.29.

import type { Minor } from '../../kubernetes/version.ts';
import type { LabCredentials, LabUser } from './lab.ts';

const authenticated = 'system:authenticated';

const bootstrapper: LabUser = {
  username: 'system:bootstrap:abcdef',
  groups: ['system:bootstrappers', 'system:bootstrappers:kubeadm:default-node-token', authenticated],
};

const serviceAccount: LabUser = {
  username: 'system:serviceaccount:default:default',
  groups: ['system:serviceaccounts', 'system:serviceaccounts:default', authenticated],
};

/** Undefined for a credential that no authenticator accepts, and for none at all. */
export function userOf(credentials: LabCredentials, minor: Minor): LabUser | undefined {
  if (credentials === 'bootstrap-token') return bootstrapper;
  if (credentials === 'service-account') return serviceAccount;
  if (credentials !== 'client-certificate') return undefined;
  const group = minor >= 29 ? 'kubeadm:cluster-admins' : 'system:masters';
  return { username: 'kubernetes-admin', groups: [group, authenticated] };
}
