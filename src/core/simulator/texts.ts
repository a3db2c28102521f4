// What kubeadm and the kubelet print when a gate refuses them, word for word, by version.
// Confidence per row: `run` = seen by us, `source` = read, `inferred` = the version limit is not settled.

import { rowFor, type Confidence, type Minor, type Ranged } from '../kubernetes/version.ts';

export interface TextRow extends Ranged {
  readonly text: string;
  readonly confidence: Confidence;
}

const identity = "error execution phase preflight: couldn't validate the identity of the API Server: ";

/** Token discovery, cluster-info answered 401. The change to the longer text lies between 1.29 and 1.33, most likely 1.32. */
export const tokenJoinUnauthorized: readonly TextRow[] = [
  { until: 17, text: `${identity}abort connecting to API servers after timeout of 5m0s`, confidence: 'source' },
  { since: 18, until: 28, text: `${identity}Unauthorized`, confidence: 'run' },
  { since: 29, until: 31, text: `${identity}Unauthorized`, confidence: 'inferred' },
  {
    since: 32,
    until: 33,
    text: `${identity}failed to request the cluster-info ConfigMap: Unauthorized`,
    confidence: 'inferred',
  },
  { since: 34, text: `${identity}failed to request the cluster-info ConfigMap: Unauthorized`, confidence: 'source' },
];

const forbidden =
  'configmaps "cluster-info" is forbidden: User "system:anonymous" cannot get resource "configmaps" in API group "" in the namespace "kube-public"';

/** Token discovery, cluster-info answered 403: the RoleBinding in kube-public is gone. */
export const tokenJoinForbidden: readonly TextRow[] = [
  { until: 17, text: `${identity}abort connecting to API servers after timeout of 5m0s`, confidence: 'source' },
  { since: 18, until: 31, text: `${identity}${forbidden}`, confidence: 'run' },
  { since: 32, text: `${identity}failed to request the cluster-info ConfigMap: ${forbidden}`, confidence: 'inferred' },
];

/** File or https discovery without credentials, cluster-info answered 401 until the time-out. */
export const fileJoinUnauthorized: readonly TextRow[] = [
  { until: 28, text: `${identity}Abort reading the cluster-info ConfigMap after timeout of 5m0s`, confidence: 'run' },
  {
    since: 29,
    until: 29,
    text: `${identity}Abort reading the cluster-info ConfigMap after timeout of 5m0s`,
    confidence: 'inferred',
  },
  {
    since: 30,
    text: `${identity}Abort reading the cluster-info ConfigMap after timeout of 5m0s: Unauthorized`,
    confidence: 'source',
  },
];

/** After discovery: the bootstrap token is refused as a credential (J11c, J14). */
export const bootstrapTokenRefused: readonly TextRow[] = [
  {
    since: 20,
    until: 28,
    text: 'error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: Unauthorized',
    confidence: 'run',
  },
];

const requestFailed: readonly (Ranged & { readonly before: string })[] = [
  { until: 31, before: '' },
  { since: 32, before: 'failed to request the cluster-info ConfigMap: ' },
];

/** Any other end of a token discovery; the words before a failed request came with the longer text above. */
export function discoveryFailed(cause: string, minor: Minor, isRequest: boolean): string {
  return `${identity}${isRequest ? (rowFor(requestFailed, minor)?.before ?? '') : ''}${cause}`;
}

/** File or https discovery, given up after the time-out (`5m0s`); the cause is named from 1.30 on. */
export function fileDiscoveryFailed(cause: string, minor: Minor, timeout: string): string {
  const text = `${identity}Abort reading the cluster-info ConfigMap after timeout of ${timeout}`;
  return minor >= 30 ? `${text}: ${cause}` : text;
}

/** A file without credentials, and no token for the TLS bootstrap: up to 1.28 with this spelling; the newer text is not known in full. */
export const noCredentials: readonly TextRow[] = [
  {
    until: 28,
    text: "error execution phase preflight: couldn't find authentication credentials for the TLS boostrap process. Please use Token discovery, a discovery file with embedded authentication credentials or a discovery file without authentication credentials but with the TLSBootstrapToken flag",
    confidence: 'run',
  },
];

/** The kubelet's event for a refused probe (run for 1.20.2, read in source for the others). */
export function probeEvent(probe: 'Startup' | 'Liveness' | 'Readiness', status: number): string {
  return `${probe} probe failed: HTTP probe failed with statuscode: ${status}`;
}

export function textFor(table: readonly TextRow[], minor: Minor): string {
  return rowFor(table, minor)?.text ?? '';
}
