// Requests to try an audit policy on: those of our story, and those that policies are mostly written for.
// Names and groups as the server's authenticators give them; a request that was refused with 401 has neither.

import type { AuditRequest } from '../kubernetes/audit-policy.ts';
import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import type { Localised } from '../locale.ts';

export interface TrialRequest {
  readonly id: string;
  readonly name: Localised;
  readonly request: AuditRequest;
  /** HTTP status of the answer; 401 goes with a request without `user`. */
  readonly code: number;
}

type Resource = NonNullable<AuditRequest['resource']>;

const user = (name: string, ...groups: readonly string[]): NonNullable<AuditRequest['user']> => ({ name, groups });
const authenticated = 'system:authenticated';
const anonymous = user('system:anonymous', 'system:unauthenticated');
const admin = user('kubernetes-admin', 'kubeadm:cluster-admins', authenticated);
const node = user('system:node:worker-1', 'system:nodes', authenticated);
const controllers = user('system:kube-controller-manager', authenticated);
const monitoring = user(
  'system:serviceaccount:monitoring:prometheus',
  'system:serviceaccounts',
  'system:serviceaccounts:monitoring',
  authenticated,
);

const on = (resource: string, rest: Partial<Resource> = {}): Pick<AuditRequest, 'path' | 'resource'> => ({
  path: '',
  resource: { namespace: '', apiGroup: '', resource, subresource: '', name: '', ...rest },
});

const clusterInfo = {
  verb: 'get',
  ...on('configmaps', { namespace: 'kube-public', name: 'cluster-info' }),
  path: clusterInfoPath,
};

export const policyRequests: readonly TrialRequest[] = [
  {
    id: 'join-on',
    name: { en: 'kubeadm join, anonymous on', ja: 'kubeadm join（匿名が有効）' },
    request: { user: anonymous, ...clusterInfo },
    code: 200,
  },
  {
    id: 'join-off',
    name: { en: 'kubeadm join, anonymous off', ja: 'kubeadm join（匿名が無効）' },
    request: clusterInfo,
    code: 401,
  },
  {
    id: 'join-forbidden',
    name: { en: 'kubeadm join, RoleBinding missing', ja: 'kubeadm join（RoleBindingなし）' },
    request: { user: anonymous, ...clusterInfo },
    code: 403,
  },
  {
    id: 'livez-on',
    name: { en: 'Liveness probe, anonymous on', ja: 'Livenessプローブ（匿名が有効）' },
    request: { user: anonymous, verb: 'get', path: '/livez' },
    code: 200,
  },
  {
    id: 'livez-off',
    name: { en: 'Liveness probe, anonymous off', ja: 'Livenessプローブ（匿名が無効）' },
    request: { verb: 'get', path: '/livez' },
    code: 401,
  },
  {
    id: 'healthz-off',
    name: { en: 'Load balancer, anonymous off', ja: 'ロードバランサー（匿名が無効）' },
    request: { verb: 'get', path: '/healthz' },
    code: 401,
  },
  {
    id: 'secrets-bad-token',
    name: { en: 'Secrets with an expired token', ja: '期限切れトークンでSecretの一覧' },
    request: { verb: 'list', ...on('secrets', { namespace: 'kube-system' }) },
    code: 401,
  },
  {
    id: 'secrets-anonymous',
    name: { en: 'Secrets by a stranger', ja: '匿名でSecretの一覧' },
    request: { user: anonymous, verb: 'list', ...on('secrets', { namespace: 'kube-system' }) },
    code: 403,
  },
  {
    id: 'secret-node',
    name: { en: 'A Secret for a node’s Pod', ja: 'ノードがPodのSecretを読む' },
    request: { user: node, verb: 'get', ...on('secrets', { namespace: 'default', name: 'web-tls' }) },
    code: 200,
  },
  {
    id: 'exec',
    name: { en: 'A shell in a Pod', ja: 'Podの中でシェル' },
    request: {
      user: admin,
      verb: 'create',
      ...on('pods', { namespace: 'default', subresource: 'exec', name: 'web-0' }),
    },
    code: 101,
  },
  {
    id: 'rbac',
    name: { en: 'A new ClusterRoleBinding', ja: 'ClusterRoleBindingの作成' },
    request: {
      user: admin,
      verb: 'create',
      ...on('clusterrolebindings', { apiGroup: 'rbac.authorization.k8s.io' }),
    },
    code: 201,
  },
  {
    id: 'configmap-update',
    name: { en: 'A ConfigMap changed', ja: 'ConfigMapの更新' },
    request: { user: admin, verb: 'update', ...on('configmaps', { namespace: 'kube-system', name: 'kube-proxy' }) },
    code: 200,
  },
  {
    id: 'watch',
    name: { en: 'Controllers watch Pods', ja: 'コントローラーがPodをwatch' },
    request: { user: controllers, verb: 'watch', ...on('pods') },
    code: 200,
  },
  {
    id: 'service-account',
    name: { en: 'A service account lists Pods', ja: 'サービスアカウントがPodの一覧' },
    request: { user: monitoring, verb: 'list', ...on('pods') },
    code: 200,
  },
  {
    id: 'lease',
    name: { en: 'A node renews its Lease', ja: 'ノードがLeaseを更新' },
    request: {
      user: node,
      verb: 'update',
      ...on('leases', { apiGroup: 'coordination.k8s.io', namespace: 'kube-node-lease', name: 'worker-1' }),
    },
    code: 200,
  },
];
