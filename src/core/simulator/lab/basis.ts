// How sure a run of the lab is: which versions were run for real, which were read in source, which are concluded from neighbours.

import { skipsExclusion } from '../../kubernetes/api-server/authentication-failures.ts';
import { coversMinor, type Minor, type Ranged } from '../../kubernetes/version.ts';
import type { Basis, LabServer, LabSource } from './lab.ts';
import { removableBindings } from './role-bindings.ts';
import { labVersion } from './start-server.ts';

/** What a statement is about: each has its own sources. */
export type Subject =
  | 'flag'
  | 'file'
  | 'token-discovery'
  | 'file-discovery'
  | 'https-discovery'
  | 'control-plane-join'
  | 'probes'
  | 'init'
  | 'kubectl'
  | 'oidc';

interface Known {
  /** Minors whose programs we ran, and those whose source was opened. */
  readonly run: readonly Minor[];
  readonly source: readonly (Ranged & { readonly since: Minor })[];
  readonly sources: readonly LabSource[];
}

const only = (...minors: readonly Minor[]): Known['source'] => minors.map((minor) => ({ since: minor, until: minor }));
const ran = (source: string, minor: Minor): LabSource => ({ source, confidence: 'run', since: minor, until: minor });
const read = (source: string, since?: Minor, until?: Minor): LabSource => ({
  ...{ source, confidence: 'source' },
  ...(since === undefined ? {} : { since }),
  ...(until === undefined ? {} : { until }),
});

const kubeadm = 'kubernetes/kubernetes cmd/kubeadm/app';
const apiserver = 'kubernetes/apiserver pkg';

export const knowledge: Readonly<Record<Subject, Known>> = {
  flag: {
    run: [20, 28],
    source: [{ since: 17, until: 37 }],
    sources: [
      ran('v1.20.2/S1m', 20),
      ran('v1.20.2/S2m', 20),
      ran('v1.20.2/S4', 20),
      ran('v1.28.4/S2m', 28),
      read(`${apiserver}/authentication/request/union/union.go v0.18.0–v0.37.0-beta.0`),
    ],
  },
  file: {
    run: [],
    source: [{ since: 29, until: 37 }],
    sources: [
      read(`${apiserver}/authentication/request/anonymous/anonymous.go v0.31.0–v0.37.0-beta.0`, 31),
      read(`${apiserver}/apis/apiserver/validation/validation.go v0.37.0-beta.0`, 29),
    ],
  },
  'token-discovery': {
    run: [20, 28],
    source: only(17, 19, 22, 34),
    sources: [
      ran('v1.20.2/S2', 20),
      ran('v1.28.4/S2', 28),
      read(`${kubeadm}/discovery/token/token.go v1.28.7`, 18, 31),
      read(`${kubeadm}/discovery/token/token.go about 1.34`, 32),
    ],
  },
  'file-discovery': {
    run: [20, 28],
    source: only(17, 19, 22, 34),
    sources: [
      ran('v1.20.2/K2-init-false', 20),
      ran('v1.28.4/S2', 28),
      read(`${kubeadm}/discovery/file/file.go v1.28.7`, 16, 29),
      read(`${kubeadm}/discovery/file/file.go about 1.34`, 30),
    ],
  },
  'https-discovery': {
    run: [20],
    source: only(22, 28),
    sources: [ran('v1.20.2/S1m', 20), read(`${kubeadm}/discovery/https/https.go v1.28.7`)],
  },
  'control-plane-join': {
    run: [],
    source: only(28),
    sources: [read(`${kubeadm}/discovery/token/token.go v1.28.7`)],
  },
  probes: {
    run: [20],
    source: only(17, 19, 22, 28, 31),
    sources: [
      ran('v1.20.2/K1-init-true', 20),
      ran('v1.20.2/K2-init-false', 20),
      read(`${kubeadm}/phases/controlplane/manifests.go v1.28.7`, 19, 30),
      read(`${kubeadm}/phases/controlplane/manifests.go about 1.31`, 31),
    ],
  },
  init: {
    run: [20],
    source: only(17, 28, 30, 33),
    sources: [
      ran('v1.20.2/K2-init-false', 20),
      read(`${kubeadm}/util/apiclient/wait.go v1.28.7`, 17, 29),
      read(`${kubeadm}/util/apiclient/wait.go about 1.30`, 30),
    ],
  },
  kubectl: {
    run: [20, 28],
    source: [{ since: 17, until: 37 }],
    sources: [
      ran('v1.20.2/S2m', 20),
      ran('v1.28.4/S2m', 28),
      read(`${apiserver}/authentication/request/union/union.go`),
    ],
  },
  oidc: {
    run: [20, 28],
    source: only(22),
    sources: [
      ran('v1.20.2/S1m', 20),
      ran('v1.28.4/S1m', 28),
      read('kubernetes/kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go v1.28.7', 20),
    ],
  },
};

const order: readonly Basis[] = ['run', 'source', 'inferred'];

function weakest(...bases: readonly Basis[]): Basis {
  return order[Math.max(...bases.map((basis) => order.indexOf(basis)))] ?? 'inferred';
}

function basisAt({ run, source }: Known, minor: Minor): Basis {
  if (run.includes(minor)) return 'run';
  return source.some((range) => coversMinor(range, minor)) ? 'source' : 'inferred';
}

/** Settings that no run had are at most read in source; some were run in one version, or with joins only. */
function wasRun(server: LabServer, subject: Subject, minor: Minor): boolean {
  const { authenticationConfiguration, bindings, authorizationModes, featureGates } = server;
  const taken = removableBindings.filter((name) => !bindings.includes(name));
  const isJoin = subject === 'token-discovery' || subject === 'file-discovery';
  const modes = authorizationModes.join();
  return (
    !authenticationConfiguration &&
    Object.keys(featureGates).length === 0 &&
    bindings.every((binding) => typeof binding === 'string') &&
    taken.every((name) => name === 'kubeadm:bootstrap-signer-clusterinfo' && isJoin) &&
    (modes === 'Node,RBAC' || (modes === 'AlwaysAllow' && minor === 20))
  );
}

/** Where a run of the lab stands, and its sources for this version. */
export function basisOf(server: LabServer, subject: Subject): { basis: Basis; sources: readonly LabSource[] } {
  const { minor, text } = labVersion(server);
  const gate = knowledge[server.authenticationConfiguration ? 'file' : 'flag'];
  const client = knowledge[subject];
  // That 1.32.0 to 1.32.2 take both and follow the file was reported by others.
  const isBoth = server.anonymousAuth !== undefined && server.authenticationConfiguration?.anonymous !== undefined;
  const both: Basis = isBoth && skipsExclusion(text) ? 'inferred' : 'run';
  const basis = weakest(
    basisAt(gate, minor),
    basisAt(client, minor),
    wasRun(server, subject, minor) ? 'run' : 'source',
    both,
  );
  const sources = [...new Set([...client.sources, ...gate.sources])].filter((source) => coversMinor(source, minor));
  return { basis, sources };
}
