// The flags of `kubeadm join`, by version, and the field of a JoinConfiguration that says the same.
// Upstream: cmd/kubeadm/app/cmd/join.go, cmd/options; which flags may stand beside --config: validation.ValidateMixedArguments.

import { coversMinor, type Minor, type Ranged } from './version.ts';

export interface JoinFlag extends Ranged {
  readonly name: string;
  readonly type: 'text' | 'list' | 'number' | 'switch';
  /** In a JoinConfiguration; absent where no field says it. */
  readonly field?: string;
  /** The first v1betaN that has the field, if not the first. */
  readonly fieldSince?: number;
  /** May stand beside --config. */
  readonly beside?: true | Ranged;
  /** The name it had or has in other versions. */
  readonly elsewhere?: string;
  /** Only a new control plane heeds it. */
  readonly controlPlaneOnly?: true;
}

export const joinFlags: readonly JoinFlag[] = [
  { name: 'token', type: 'text', field: 'discovery.bootstrapToken.token' },
  { name: 'discovery-token', type: 'text', field: 'discovery.bootstrapToken.token' },
  { name: 'tls-bootstrap-token', type: 'text', field: 'discovery.tlsBootstrapToken' },
  { name: 'discovery-token-ca-cert-hash', type: 'list', field: 'discovery.bootstrapToken.caCertHashes' },
  {
    name: 'discovery-token-unsafe-skip-ca-verification',
    type: 'switch',
    field: 'discovery.bootstrapToken.unsafeSkipCAVerification',
  },
  { name: 'discovery-file', type: 'text', field: 'discovery.file.kubeConfigPath' },
  { name: 'control-plane', type: 'switch', since: 15, elsewhere: 'experimental-control-plane' },
  { name: 'experimental-control-plane', type: 'switch', until: 15, elsewhere: 'control-plane' },
  {
    name: 'certificate-key',
    type: 'text',
    field: 'controlPlane.certificateKey',
    fieldSince: 2,
    controlPlaneOnly: true,
  },
  {
    name: 'apiserver-advertise-address',
    type: 'text',
    field: 'controlPlane.localAPIEndpoint.advertiseAddress',
    controlPlaneOnly: true,
  },
  {
    name: 'apiserver-bind-port',
    type: 'number',
    field: 'controlPlane.localAPIEndpoint.bindPort',
    controlPlaneOnly: true,
  },
  { name: 'node-name', type: 'text', field: 'nodeRegistration.name', beside: true },
  { name: 'cri-socket', type: 'text', field: 'nodeRegistration.criSocket', beside: { until: 21 } },
  {
    name: 'ignore-preflight-errors',
    type: 'list',
    field: 'nodeRegistration.ignorePreflightErrors',
    fieldSince: 2,
    beside: true,
  },
  { name: 'skip-phases', type: 'list', field: 'skipPhases', fieldSince: 3, beside: true },
  {
    name: 'patches',
    type: 'text',
    field: 'patches.directory',
    fieldSince: 3,
    since: 22,
    elsewhere: 'experimental-patches',
    beside: true,
  },
  { name: 'experimental-patches', type: 'text', since: 19, elsewhere: 'patches' },
  { name: 'dry-run', type: 'switch', field: 'dryRun', fieldSince: 4, since: 23, beside: true },
  { name: 'config', type: 'text', beside: true },
  { name: 'rootfs', type: 'text', beside: true },
  { name: 'v', type: 'number', beside: true },
];

export function joinFlag(name: string): JoinFlag | undefined {
  return joinFlags.find((flag) => flag.name === name);
}

/** Anything that begins with `skip-` may, and what the table names. */
export function mayStandBeside({ name, beside }: JoinFlag, minor: Minor): boolean {
  return name.startsWith('skip-') || beside === true || (beside !== undefined && coversMinor(beside, minor));
}
