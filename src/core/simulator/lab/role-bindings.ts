// The RBAC grants that matter here, and what RBAC says with them: one row per binding.
// Upstream: kubernetes/kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go and cmd/kubeadm/app/phases;
// the reasons were seen in the audit logs of 1.20.2 and 1.28.4.

import { coversMinor, type Minor, type Ranged } from '../../kubernetes/version.ts';
import type { LabUser } from './lab.ts';
import type { ResourceInfo } from './request-info.ts';

/** The bindings that a reader may take away. */
export const removableBindings = [
  'system:public-info-viewer',
  'kubeadm:bootstrap-signer-clusterinfo',
  'system:service-account-issuer-discovery',
] as const;
export type RemovableBinding = (typeof removableBindings)[number];

export interface LabSubject {
  readonly kind: 'User' | 'Group';
  readonly name: string;
}

/** A ClusterRoleBinding that the reader adds: read access to these URL paths (a `*` at the end counts). */
export interface AddedBinding {
  readonly name: string;
  readonly subject: LabSubject;
  readonly nonResourceURLs: readonly string[];
}
export type LabBinding = RemovableBinding | AddedBinding;

interface Grant extends Ranged {
  /** Binding and role have the same name, except where `role` says otherwise. */
  readonly name: string;
  readonly role?: string;
  /** Of a RoleBinding; absent for a ClusterRoleBinding. */
  readonly namespace?: string;
  readonly subjects: readonly LabSubject[];
  readonly urls?: readonly string[];
  /** A resource of the core group, by name; without `resource` every one of every group. */
  readonly reads?: { readonly resource?: string; readonly names?: readonly string[] };
  /** `get` if absent. */
  readonly verbs?: readonly string[];
}

const authenticated: LabSubject = { kind: 'Group', name: 'system:authenticated' };
const unauthenticated: LabSubject = { kind: 'Group', name: 'system:unauthenticated' };
const joiningNodes: LabSubject = { kind: 'Group', name: 'system:bootstrappers:kubeadm:default-node-token' };
const health = ['/healthz', '/livez', '/readyz', '/version', '/version/'];

const clusterGrants: readonly Grant[] = [
  {
    name: 'system:discovery',
    subjects: [authenticated],
    urls: ['/api', '/api/*', '/apis', '/apis/*', '/openapi', '/openapi/*', ...health],
  },
  { name: 'system:public-info-viewer', subjects: [authenticated, unauthenticated], urls: health },
  {
    name: 'system:service-account-issuer-discovery',
    since: 20,
    subjects: [{ kind: 'Group', name: 'system:serviceaccounts' }],
    urls: ['/.well-known/openid-configuration', '/openid/v1/jwks'],
  },
  { name: 'kubeadm:get-nodes', subjects: [joiningNodes], reads: { resource: 'nodes' } },
  {
    name: 'kubeadm:cluster-admins',
    role: 'cluster-admin',
    since: 29,
    subjects: [{ kind: 'Group', name: 'kubeadm:cluster-admins' }],
    urls: ['*'],
    reads: {},
    verbs: ['*'],
  },
];

const configMap = (name: string): NonNullable<Grant['reads']> => ({ resource: 'configmaps', names: [name] });

function namespacedGrants(minor: Minor): readonly Grant[] {
  const kubelet = kubeletConfigName(minor);
  const inSystem = { namespace: 'kube-system', subjects: [joiningNodes] };
  return [
    {
      name: 'kubeadm:bootstrap-signer-clusterinfo',
      namespace: 'kube-public',
      subjects: [{ kind: 'User', name: 'system:anonymous' }],
      reads: configMap('cluster-info'),
    },
    { ...inSystem, name: 'kubeadm:nodes-kubeadm-config', reads: configMap('kubeadm-config') },
    { ...inSystem, name: `kubeadm:${kubelet}`, reads: configMap(kubelet) },
    { ...inSystem, name: 'kube-proxy', reads: configMap('kube-proxy') },
  ];
}

/**
 * The kubelet's ConfigMap: `kubelet-config-1.20` was seen with 1.20.2, `kubelet-config` with 1.28.4; the new name came with
 * 1.24 (gate UnversionedKubeletConfigMap on by default).
 */
export function kubeletConfigName(minor: Minor): string {
  return minor >= 24 ? 'kubelet-config' : `kubelet-config-1.${minor}`;
}

export interface AccessQuestion {
  readonly verb: string;
  readonly path: string;
  readonly resource?: ResourceInfo;
  readonly user: LabUser;
}

/** RBAC's reason if one of the bindings allows it; undefined otherwise. */
export function rbacReason(
  bindings: readonly LabBinding[],
  question: AccessQuestion,
  minor: Minor,
): string | undefined {
  for (const grant of grantsFor(bindings, minor)) {
    const subject = grant.subjects.find(({ kind, name }) =>
      kind === 'User' ? name === question.user.username : question.user.groups.includes(name),
    );
    if (subject && covers(grant, question)) return reasonOf(grant, subject);
  }
  return undefined;
}

function grantsFor(bindings: readonly LabBinding[], minor: Minor): readonly Grant[] {
  const kept = [...clusterGrants, ...namespacedGrants(minor)].filter(
    (grant) => coversMinor(grant, minor) && (!isRemovable(grant.name) || bindings.includes(grant.name)),
  );
  const added = bindings.filter((one): one is AddedBinding => typeof one !== 'string');
  return [...kept, ...added.map(({ name, subject, nonResourceURLs: urls }) => ({ name, subjects: [subject], urls }))];
}

function isRemovable(name: string): name is RemovableBinding {
  return (removableBindings as readonly string[]).includes(name);
}

function covers({ urls = [], reads, namespace, verbs = ['get'] }: Grant, question: AccessQuestion): boolean {
  const { verb, path, resource } = question;
  if (!verbs.includes(verb) && !verbs.includes('*')) return false;
  if (!resource) return urls.some((url) => matchesUrl(url, path));
  if (!reads) return false;
  if (reads.resource === undefined) return true;
  if (resource.apiGroup !== '' || resource.subresource !== '' || reads.resource !== resource.resource) return false;
  return (namespace ?? resource.namespace) === resource.namespace && (reads.names?.includes(resource.name) ?? true);
}

function matchesUrl(url: string, path: string): boolean {
  return url === '*' || url === path || (url.endsWith('*') && path.startsWith(url.replace(/\*+$/, '')));
}

function reasonOf({ name, role = name, namespace }: Grant, subject: LabSubject): string {
  const binding = namespace === undefined ? `ClusterRoleBinding "${name}"` : `RoleBinding "${name}/${namespace}"`;
  const kind = namespace === undefined ? 'ClusterRole' : 'Role';
  return `RBAC: allowed by ${binding} of ${kind} "${role}" to ${subject.kind} "${subject.name}"`;
}
