// The API server's own feature gates, as far as anonymous access depends on them.
// Source: k8s.io/apiserver pkg/features/kube_features.go v0.29–v0.37.0-beta.0.

import { findFlag, type ServerFact, type StartFailure } from '../api-server.ts';
import { rowFor, type Minor, type Ranged } from '../version.ts';
import { parseGoBool } from './go-values.ts';

export type ServerGate = 'StructuredAuthenticationConfiguration' | 'AnonymousAuthConfigurableEndpoints';

interface GateRow extends Ranged {
  readonly stage: 'absent' | 'alpha' | 'beta' | 'locked' | 'removed';
}

const gates: Readonly<Record<ServerGate, readonly GateRow[]>> = {
  StructuredAuthenticationConfiguration: [
    { until: 28, stage: 'absent' },
    { since: 29, until: 29, stage: 'alpha' },
    { since: 30, until: 33, stage: 'beta' },
    { since: 34, until: 36, stage: 'locked' },
    { since: 37, stage: 'removed' },
  ],
  AnonymousAuthConfigurableEndpoints: [
    { until: 30, stage: 'absent' },
    { since: 31, until: 31, stage: 'alpha' },
    { since: 32, until: 33, stage: 'beta' },
    { since: 34, until: 36, stage: 'locked' },
    { since: 37, stage: 'removed' },
  ],
};

type Flags = Pick<ServerFact, 'flags' | 'minor'>;

/** The `Name=true` pairs of --feature-gates; a later pair of the same name wins. */
export function gateSettings(server: Flags): ReadonlyMap<string, boolean> {
  const pairs = (findFlag(server, 'feature-gates')?.value ?? '').split(',').map((pair) => pair.trim().split('='));
  const read = pairs.map(([name = '', value = '']) => [name, parseGoBool(value)] as const);
  return new Map(read.filter((pair): pair is readonly [string, boolean] => pair[1] !== undefined));
}

export function gateStage(gate: ServerGate, minor: Minor): GateRow['stage'] {
  return rowFor(gates[gate], minor)?.stage ?? 'absent';
}

/** Whether a gate is on; `AllAlpha` and `AllBeta` count where the gate itself is not named. */
export function isGateOn(server: Flags, gate: ServerGate): boolean {
  const set = gateSettings(server);
  const stage = gateStage(gate, server.minor);
  if (stage === 'locked' || stage === 'removed') return true;
  if (stage === 'absent') return false;
  return set.get(gate) ?? set.get(stage === 'alpha' ? 'AllAlpha' : 'AllBeta') ?? stage === 'beta';
}

/**
 * Gates of the table that are named where this version does not know them, yet or any more, or set to false where they
 * are locked. Read in source (k8s.io/component-base featuregate); not run.
 */
export function* refuseFeatureGates(server: Flags): Generator<StartFailure> {
  const at = findFlag(server, 'feature-gates')?.at;
  if (!at) return;
  for (const [name, on] of gateSettings(server)) {
    if (!isServerGate(name)) continue;
    const stage = gateStage(name, server.minor);
    const isUnknown = stage === 'absent' || stage === 'removed';
    const text = isUnknown
      ? `unrecognized feature gate: ${name}`
      : `cannot set feature gate ${name} to false, feature is locked to true`;
    if (isUnknown || (stage === 'locked' && !on)) yield { kind: 'authentication-gate', name, text, at, hint: '' };
  }
}

function isServerGate(name: string): name is ServerGate {
  return name in gates;
}
