// The ConfigMap kube-public/cluster-info, as far as a joining node reads it.

import { asText, type UntypedRecord } from '../source/untyped-value.ts';

export type ClusterInfoSource = 'ConfigMap' | 'audit event' | 'kubectl describe';

export interface ClusterInfo {
  readonly from: ClusterInfoSource;
  /** Undefined if the key is missing. */
  readonly kubeconfig: string | undefined;
  /** By token id. */
  readonly signatures: ReadonlyMap<string, string>;
}

const signatureKey = 'jws-kubeconfig-';

/** From the ConfigMap's `data`. */
export function clusterInfoOf(data: UntypedRecord, from: ClusterInfoSource): ClusterInfo {
  const signatures = Object.entries(data).flatMap(([key, value]): [string, string][] =>
    key.startsWith(signatureKey) && typeof value === 'string' ? [[key.slice(signatureKey.length), value]] : [],
  );
  return { from, kubeconfig: asText(data['kubeconfig']), signatures: new Map(signatures) };
}
