// The server's facts as far as the two gates look at them.

import type { ServerFact } from '../kubernetes/api-server.ts';
import type { ServerModel } from './gates.ts';
import { removableBindings, type LabBinding } from './lab/role-bindings.ts';

/** kubeadm's own RBAC objects are taken to be there, unless others are named. */
export function modelOf(
  server: Pick<ServerFact, 'access' | 'authorizationModes' | 'failures' | 'minor'>,
  bindings: readonly LabBinding[] = removableBindings,
): ServerModel {
  const { access, authorizationModes: modes, failures, minor } = server;
  return {
    minor,
    anonymous: failures.length > 0 ? 'invalid' : access.mode,
    anonymousPaths: access.paths.map(({ path }) => path),
    authorizer: authorizerOf(modes),
    bindings,
  };
}

function authorizerOf(modes: readonly string[]): ServerModel['authorizer'] {
  const [rbac, allow] = [modes.indexOf('RBAC'), modes.indexOf('AlwaysAllow')];
  if (allow >= 0) return rbac >= 0 && rbac < allow ? 'rbac-then-allow' : 'always-allow';
  return rbac >= 0 ? 'rbac' : 'other';
}
