// Does a server with these settings start, and what does it make of strangers? The same rules as for a pasted server.

import type { FlagFact, ServerFact, StartFailure } from '../../kubernetes/api-server.ts';
import { refuseModes } from '../../kubernetes/api-server/authorization-modes.ts';
import { refuseAuthentication } from '../../kubernetes/api-server/authentication-failures.ts';
import { decideAccess } from '../../kubernetes/api-server/decide-access.ts';
import { readAuthentication } from '../../kubernetes/authentication-configuration.ts';
import { newestMinor, parseVersion, type KubernetesVersion } from '../../kubernetes/version.ts';
import type { ServerModel } from '../gates.ts';
import { modelOf } from '../server-model.ts';
import { fileObject } from './authentication-file.ts';
import type { Basis, LabServer, ServerStart } from './lab.ts';
import { startText } from './start-texts.ts';

const at = { object: 0, path: [] } as const;

export function labVersion({ kubernetesVersion }: Pick<LabServer, 'kubernetesVersion'>): KubernetesVersion {
  return parseVersion(kubernetesVersion) ?? { minor: newestMinor, text: `1.${newestMinor}` };
}

/** The settings in the words of a pasted server: flags and the file. */
function draftOf(server: LabServer) {
  const { minor } = labVersion(server);
  const { anonymousAuth, authenticationConfiguration: file, featureGates, authorizationModes } = server;
  const gates = Object.entries(featureGates).map(([name, on]) => `${name}=${String(on)}`);
  const flag = (name: string, value: string): FlagFact => ({ name, value, at });
  const flags = [
    ...(anonymousAuth === undefined ? [] : [flag('anonymous-auth', String(anonymousAuth))]),
    ...(file ? [flag('authentication-config', '/etc/kubernetes/authn/authentication-config.yaml')] : []),
    flag('authorization-mode', authorizationModes.join(',')),
    ...(gates.length > 0 ? [flag('feature-gates', gates.join(','))] : []),
  ];
  const authentication = file && readAuthentication(fileObject(file), 0, minor);
  return {
    // Before 1.29 the flag that names the file does not exist: the file alone says so.
    from: file && minor < 29 ? ('authentication-configuration' as const) : ('manifest' as const),
    object: 0,
    at,
    minor,
    flags,
    authorizationModes,
    ...(authentication ? { authentication } : {}),
  };
}

const unused = {
  volumes: [],
  showsMounts: false,
  certificatesDir: '',
  probes: [],
  startupSeconds: 240,
  kubeadmFeatureGates: {},
  bootstrapTokens: true,
  unsettled: [],
} as const;

function judge(server: LabServer): { readonly failures: readonly StartFailure[]; readonly model: ServerModel } {
  const draft = draftOf(server);
  const { text, minor } = labVersion(server);
  const failures = [...refuseModes(draft, draft.authorizationModes), ...refuseAuthentication(draft, text)];
  const undecided: Omit<ServerFact, 'access' | 'commandLine'> = { ...unused, ...draft, failures };
  const access = decideAccess(undecided, text);
  return { failures, model: modelOf({ ...draft, minor, failures, access }, server.bindings) };
}

/** The two gates of this server. */
export function gatesOf(server: LabServer): ServerModel {
  return judge(server).model;
}

/** Whether kube-apiserver starts with these settings, what it warns about, or why it exits. Never throws. */
export function startServer(server: LabServer): ServerStart {
  const [failure] = judge(server).failures;
  if (failure) {
    const basis: Basis = failure.kind === 'flag-name' || failure.kind === 'authorization-mode' ? 'run' : 'source';
    return { starts: false, error: failure.text, because: startText(failure.kind), basis };
  }
  const { authorizationModes, anonymousAuth, authenticationConfiguration: file } = server;
  const resets = authorizationModes.includes('AlwaysAllow') && anonymousAuth !== false && !file?.anonymous;
  return { starts: true, warnings: resets ? [alwaysAllowWarning] : [] };
}

/** Seen with 1.20.2 and 1.28.4. */
const alwaysAllowWarning =
  'AnonymousAuth is not allowed with the AlwaysAllow authorizer. Resetting AnonymousAuth to false. You should use a different authorizer';
