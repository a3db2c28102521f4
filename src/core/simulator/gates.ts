// The two gates of kube-apiserver: authentication gives a request a name, authorization lets the name do something.
// Sources: k8s.io/apiserver pkg/authentication/request/{anonymous,union}, plugin/pkg/auth/authorizer/rbac; run for 1.20.2 and 1.28.4.

import type { AnonymousMode } from '../kubernetes/api-server.ts';
import type { Minor } from '../kubernetes/version.ts';
import { userOf } from './lab/identities.ts';
import type { LabCredentials, LabRequest, LabUser } from './lab/lab.ts';
import { readRequestPath } from './lab/request-info.ts';
import { rbacReason, type LabBinding } from './lab/role-bindings.ts';

/** The server as far as the gates look at it. */
export interface ServerModel {
  readonly minor: Minor;
  readonly anonymous: AnonymousMode;
  /** With `anonymous: 'paths'`: the listed paths, compared exactly, without the query. */
  readonly anonymousPaths: readonly string[];
  /** In order; `rbac-then-allow` asks RBAC first. `other`: authorizers whose decision no file here shows. */
  readonly authorizer: 'rbac' | 'always-allow' | 'rbac-then-allow' | 'other';
  readonly bindings: readonly LabBinding[];
}

/** One request, as far as the gates look at it. Without a verb it is a get. */
export type GateRequest = Pick<LabRequest, 'path' | 'credentials'> & Partial<Pick<LabRequest, 'verb' | 'asAnonymous'>>;

/** What the gates answer; `refused-start` means that there is no server to ask, `unknown` that the paste does not say. */
export type Answer = 200 | 401 | 403 | 'refused-start' | 'unknown';

export interface Passage {
  readonly answer: Answer;
  /** Who it is to the server; absent after a 401, and where nobody can tell. */
  readonly user?: LabUser;
  /** For whom authorization was asked: another one only after impersonation. */
  readonly asked?: LabUser;
  /** The authorizer's reason, as an audit event writes it; present if authorization answered. */
  readonly reason?: string;
}

/** Health checks that a stranger may read by default. */
export const publicHealthPaths: readonly string[] = ['/healthz', '/livez', '/readyz'];

const anonymous: LabUser = { username: 'system:anonymous', groups: ['system:unauthenticated'] };

/** Sends one request through both gates: what comes out, and what each gate made of it. */
export function passGates(server: ServerModel, request: GateRequest): Passage {
  if (server.anonymous === 'invalid') return { answer: 'refused-start' };
  const { credentials } = request;
  if (credentials === 'none' && server.anonymous === 'unknown') return { answer: 'unknown' };
  const user = identify(server, credentials, request.path);
  if (!user) return { answer: 401 };
  const asked = request.asAnonymous === true && user !== anonymous ? anonymous : user;
  const reason = authorize(server, request, asked);
  if (reason === 'unknown') return { answer: 'unknown', user, asked };
  return reason === undefined ? { answer: 403, user, asked, reason: '' } : { answer: 200, user, asked, reason };
}

/** Only the answer. */
export function answer(server: ServerModel, request: GateRequest): Answer {
  return passGates(server, request).answer;
}

/** A wrong credential ends the chain before the anonymous one is asked. */
function identify(server: ServerModel, credentials: LabCredentials, path: string): LabUser | undefined {
  if (credentials !== 'none') return userOf(credentials, server.minor);
  const { anonymous: mode, anonymousPaths } = server;
  return mode === 'on' || (mode === 'paths' && anonymousPaths.includes(path)) ? anonymous : undefined;
}

/** The reason of the authorizer that allows it, empty for those that give none; undefined if none does. */
function authorize(server: ServerModel, request: GateRequest, user: LabUser): string | undefined {
  const { authorizer, bindings, minor } = server;
  if (user.groups.includes('system:masters') || authorizer === 'always-allow') return '';
  if (authorizer === 'other') return 'unknown';
  const { verb = 'get', path } = request;
  const resource = readRequestPath(path);
  const reason = rbacReason(bindings, { verb, path, user, ...(resource ? { resource } : {}) }, minor);
  return reason ?? (authorizer === 'rbac-then-allow' ? '' : undefined);
}
