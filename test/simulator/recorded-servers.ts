// The servers of the recorded runs, as servers of the lab, and the policies that they had.
import { load } from 'js-yaml';
import { defaultLabServer, type LabServer } from '../../src/core/index.ts';
import { toPolicy, type AuditPolicy } from '../../src/core/kubernetes/audit-policy.ts';
import { readEvidence } from '../kubernetes/evidence.ts';

export const policyFrom = (text: string): AuditPolicy => toPolicy(load(text));

interface Setting {
  readonly anonymousAuth: string | null;
  readonly authorizationMode?: string;
}

/** `version` as the folders are named: `v1.20.2`. */
export function recordedServer(version: string, scenario: string, setting: Setting): LabServer {
  const server = defaultLabServer(version.slice(1));
  const { anonymousAuth, authorizationMode = 'Node,RBAC' } = setting;
  return {
    ...server,
    ...(anonymousAuth === null ? {} : { anonymousAuth: anonymousAuth === 'true' }),
    authorizationModes: authorizationMode.split(','),
    auditPolicy: policyFrom(readEvidence(`${version}/${scenario}/audit-policy.yaml`)),
  };
}

/** The scenarios with HTTP requests of their own. */
export const probedScenarios: readonly (readonly [string, string, Setting])[] = [
  ['v1.20.2', 'S1', { anonymousAuth: 'true' }],
  ['v1.20.2', 'S1m', { anonymousAuth: 'true' }],
  ['v1.20.2', 'S2', { anonymousAuth: 'false' }],
  ['v1.20.2', 'S2m', { anonymousAuth: 'false' }],
  ['v1.20.2', 'S3', { anonymousAuth: null }],
  ['v1.20.2', 'S4', { anonymousAuth: 'true', authorizationMode: 'AlwaysAllow' }],
  ['v1.28.4', 'S1m', { anonymousAuth: 'true' }],
  ['v1.28.4', 'S2', { anonymousAuth: 'false' }],
  ['v1.28.4', 'S2m', { anonymousAuth: 'false' }],
];

/** What the credentials of the recorded requests are to a server. */
export const recordedCredentials: Readonly<Record<string, LabCredentialsOf>> = {
  none: { credentials: 'none' },
  'kube-probe': { credentials: 'none' },
  // An empty bearer header and basic authentication count as no credentials at all.
  'empty-bearer': { credentials: 'none' },
  'basic-auth': { credentials: 'none' },
  'bootstrap-token': { credentials: 'bootstrap-token' },
  'bootstrap-token-wrong-secret': { credentials: 'unknown-bootstrap-token' },
  'wrong-bearer': { credentials: 'bad-bearer-token' },
  'expired-client-cert': { credentials: 'expired-client-certificate' },
  'foreign-ca-client-cert': { credentials: 'expired-client-certificate' },
  'admin-client-cert': { credentials: 'client-certificate' },
  'admin-impersonating-anonymous': { credentials: 'client-certificate', asAnonymous: true },
};

interface LabCredentialsOf {
  readonly credentials:
    | 'none'
    | 'bootstrap-token'
    | 'unknown-bootstrap-token'
    | 'bad-bearer-token'
    | 'expired-client-certificate'
    | 'client-certificate';
  readonly asAnonymous?: true;
}
