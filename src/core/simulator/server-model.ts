// The server's facts as far as the two gates look at them.

import type { ServerFact } from '../kubernetes/api-server.ts';
import type { ServerModel } from './gates.ts';

/** kubeadm's own RBAC objects are taken to be there. */
export function modelOf(server: ServerFact): ServerModel {
  const { access, authorizationModes: modes, failures, minor } = server;
  return {
    minor,
    anonymous: failures.length > 0 ? 'invalid' : access.mode,
    anonymousPaths: access.paths.map(({ path }) => path),
    authorizer: modes.includes('AlwaysAllow') ? 'always-allow' : modes.includes('RBAC') ? 'rbac' : 'other',
    clusterInfoBinding: true,
  };
}
