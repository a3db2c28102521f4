// The two gates of kube-apiserver: authentication gives a request a name, authorization lets the name do something.
// Sources: k8s.io/apiserver pkg/authentication/request/{anonymous,union}, plugin/pkg/auth/authorizer/rbac; run for 1.20.2 and 1.28.4.

import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import type { AnonymousMode } from '../kubernetes/api-server.ts';
import type { Minor } from '../kubernetes/version.ts';

/** The server as far as the gates look at it. */
export interface ServerModel {
  readonly minor: Minor;
  readonly anonymous: AnonymousMode;
  /** With `anonymous: 'paths'`: the listed paths, compared exactly, without the query. */
  readonly anonymousPaths: readonly string[];
  /** `other`: authorizers whose decision no file here shows (Webhook, ABAC, an authorization-config). */
  readonly authorizer: 'rbac' | 'always-allow' | 'other';
  /** kubeadm's RoleBinding `kubeadm:bootstrap-signer-clusterinfo` in kube-public. */
  readonly clusterInfoBinding: boolean;
}

/** Who asks. A bootstrap token and a client certificate are taken as valid. */
export type Credentials = 'none' | 'bootstrap-token' | 'admin-certificate';

export interface Request {
  /** URL path without query. All requests here are GETs. */
  readonly path: string;
  readonly credentials: Credentials;
}

/** What the gates answer; `refused-start` means that there is no server to ask, `unknown` that the paste does not say. */
export type Answer = 200 | 401 | 403 | 'refused-start' | 'unknown';

/** Health checks that a stranger may read by default. */
export const publicHealthPaths: readonly string[] = ['/healthz', '/livez', '/readyz'];

/** ClusterRole `system:public-info-viewer`, since 1.14 (before: `system:discovery`, which had them too). */
const publicPaths: readonly string[] = [...publicHealthPaths, '/version', '/version/'];

/** What every authenticated user may read besides: `system:discovery` (as far as the consumers here ask for it). */
const discoveryPaths: readonly string[] = [...publicPaths, '/api', '/apis'];

/** Sends one request through both gates, with kubeadm's default RBAC objects. */
export function answer(server: ServerModel, request: Request): Answer {
  if (server.anonymous === 'invalid') return 'refused-start';
  if (request.credentials === 'admin-certificate') return 200;
  if (request.credentials === 'none') {
    if (server.anonymous === 'unknown') return 'unknown';
    if (!becomesAnonymous(server, request.path)) return 401;
  }
  return authorize(server, request);
}

function authorize(server: ServerModel, request: Request): Answer {
  if (server.authorizer === 'always-allow') return 200;
  if (server.authorizer === 'other') return 'unknown';
  if (request.credentials === 'bootstrap-token') return discoveryPaths.includes(request.path) ? 200 : 403;
  if (request.path === clusterInfoPath) return server.clusterInfoBinding ? 200 : 403;
  return publicPaths.includes(request.path) ? 200 : 403;
}

function becomesAnonymous(server: ServerModel, path: string): boolean {
  return server.anonymous === 'on' || (server.anonymous === 'paths' && server.anonymousPaths.includes(path));
}
