// The authorizers that reach the server: --authorization-mode, after what kubeadm makes of it.
// Upstream: kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go (getAuthzModes),
// pkg/kubeapiserver/authorizer/modes; https://github.com/kubernetes/kubernetes/pull/82616.

import { findFlag, flagName, type ServerFact, type StartFailure } from '../api-server.ts';

const validModes: readonly string[] = ['AlwaysAllow', 'AlwaysDeny', 'ABAC', 'Webhook', 'RBAC', 'Node'];
const kubeadmModes: readonly string[] = ['Node', 'RBAC'];

type Server = Pick<ServerFact, 'flags' | 'minor' | 'from'>;

/** What stands on the command line; a list flag that is given twice is added up. `unknown` if a file decides. */
export function authorizationModes(server: Server): readonly string[] {
  if (findFlag(server, 'authorization-config')) return ['unknown'];
  const written = server.flags.filter((flag) => flagName(flag.name, server.minor) === 'authorization-mode');
  const modes = written.flatMap(({ value }) => value.split(','));
  if (written.length === 0) return isWholeManifest(server) ? ['AlwaysAllow'] : kubeadmModes;
  if (server.from !== 'kubeadm' || server.minor >= 28) return modes;
  if (server.minor <= 16)
    return [...kubeadmModes, ...['ABAC', 'Webhook'].filter((mode) => modes.join().includes(mode))];
  const known = modes.filter((mode) => validModes.includes(mode));
  return known.length > 0 ? known : kubeadmModes;
}

/** Without a flag the server's own default counts; an excerpt of a manifest is taken as kubeadm's. */
export function isWholeManifest(server: Server): boolean {
  return server.from === 'manifest' && findFlag(server, 'etcd-servers') !== undefined;
}

/** A mode that the server does not know; until 1.27 kubeadm drops such modes itself. */
export function refuseModes(server: Server, modes: readonly string[]): readonly StartFailure[] {
  const flag = findFlag(server, 'authorization-mode');
  const wrong = modes.find((mode) => !validModes.includes(mode));
  if (!flag || wrong === undefined || wrong === 'unknown') return [];
  const hint = validModes.find((mode) => mode.toLowerCase() === wrong.trim().toLowerCase()) ?? '';
  const text = `authorization-mode ${JSON.stringify(wrong)} is not a valid mode`;
  return [{ kind: 'authorization-mode', name: wrong, text, at: flag.at, hint }];
}
