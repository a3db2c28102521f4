// audit.k8s.io Event (v1alpha1, v1beta1, v1): what one line of an audit log says.

import type { PastedObject } from '../formats/format.ts';

export type Identity =
  | 'anonymous'
  | 'rejected' // `user: {}` with 401: refused before it had a name
  | 'bootstrap-token'
  | 'node'
  | 'service-account'
  | 'impersonated'
  | 'user'
  | 'unknown';

/** `RBAC: allowed by RoleBinding "name/namespace" of Role "name" to User "name"`, taken apart. */
export interface RbacReason {
  readonly bindingKind: 'ClusterRoleBinding' | 'RoleBinding';
  readonly bindingName: string;
  readonly bindingNamespace?: string;
  readonly roleKind: 'ClusterRole' | 'Role';
  readonly roleName: string;
  readonly subjectKind: 'User' | 'Group' | 'ServiceAccount';
  readonly subjectName: string;
}

export interface EventFact {
  /** Index of the object in the paste. */
  readonly object: number;
  readonly identity: Identity;
  readonly username: string;
  readonly verb: string;
  /** Path without the query. */
  readonly path: string;
  readonly objectRef?: Readonly<Record<string, string>>;
  readonly sourceIPs: readonly string[];
  readonly userAgent: string;
  readonly stage: string;
  readonly level: string;
  readonly auditID: string;
  readonly code?: number;
  readonly decision?: string;
  readonly reason?: RbacReason;
  readonly reasonText: string;
  /** As written; microseconds matter. */
  readonly receivedAt: string;
  readonly completedAt: string;
  /** What kubeadm, a probe or a scanner would look like; user agents are claims. */
  readonly looksLike: 'kubeadm-discovery' | 'probe' | 'other';
}

export function readEvent(_object: PastedObject, _index: number): EventFact | undefined {
  return undefined;
}
