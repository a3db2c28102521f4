// audit.k8s.io Event (v1alpha1 and v1beta1 to 1.23, v1 from 1.12): what one entry of an audit log says.
// Upstream: staging/src/k8s.io/apiserver/pkg/apis/audit/v1/types.go; who writes which field: pkg/endpoints/filters/{audit,authn_audit}.go.

import { asRecord, isRecord } from '../source/untyped-value.ts';
import { readEventDetails, type EventDetails } from './audit-details.ts';
import { clusterInfoPath } from './cluster-info.ts';
import type { PastedObject } from '../formats/format.ts';
import { parseRbacReason, type RbacReason } from './rbac-reason.ts';
import { healthCheckers, readUserAgent, type UserAgentClaim } from './user-agent.ts';

export type Identity =
  | 'anonymous' // system:anonymous in system:unauthenticated, without impersonation
  | 'anonymous-name-only' // system:anonymous without that group: a credential of that name, or an edited event
  | 'rejected' // `user: {}` with 401: refused before it had a name
  | 'bootstrap-token'
  | 'node'
  | 'service-account'
  | 'impersonated' // `username` is the real caller, `impersonatedUsername` the assumed one
  | 'user'
  | 'unknown'; // `user: {}` without 401: another server, a cut event, or a 400 before authentication

/** Who asked for what and when, as it stands in an event: quick to read, for logs of millions of them. */
export interface EventHead {
  readonly identity: Identity;
  readonly username: string;
  readonly groups: readonly string[];
  readonly impersonatedUsername: string;
  readonly verb: string;
  /** Path without the query: a query may hold secrets. */
  readonly path: string;
  readonly sourceIPs: readonly string[];
  readonly userAgent: string;
  readonly stage: string;
  readonly level: string;
  readonly code?: number;
  /** As written; microseconds matter. */
  readonly receivedAt: string;
  readonly completedAt: string;
}

export interface EventFact extends EventHead {
  /** Index of the object in the paste. */
  readonly object: number;
  readonly objectRef?: Readonly<Record<string, string>>;
  readonly client: UserAgentClaim;
  readonly auditID: string;
  /** `responseStatus.message`: absent for refusals of 1.11–1.23. */
  readonly message: string;
  readonly decision?: string;
  readonly reason?: RbacReason;
  readonly reasonText: string;
  readonly hasRequestObject: boolean;
  readonly hasResponseObject: boolean;
  /** True if it was not kube-apiserver that wrote it: OpenShift's OAuth server uses the same library. */
  readonly otherServer: boolean;
  /** The rest, worked out when a story needs it: a log has thousands of events. */
  readonly details: () => EventDetails;
  /** What the client and its path look like; user agents are claims. */
  readonly looksLike: 'kubeadm-discovery' | 'probe' | 'other';
}

type Json = Readonly<Record<string, unknown>>;

/** Reads an event of a log, or one in YAML; undefined for every other object. Missing fields become empty texts. */
export function readEvent(object: PastedObject, index: number, paste = ''): EventFact | undefined {
  if (object.kind !== 'Event') return undefined;
  if (object.format === 'kubernetes-manifest' && !object.apiVersion?.startsWith('audit.k8s.io/')) return undefined;
  const event = asRecord(object.value);
  const annotations = asRecord(event['annotations']);
  const head = readEventHead(event);
  const client = readUserAgent(head.userAgent);
  const reasonText = text(annotations['authorization.k8s.io/reason']);
  const reason = parseRbacReason(reasonText);
  const decision = annotations['authorization.k8s.io/decision'];
  const objectRef = event['objectRef'];
  return {
    ...head,
    object: index,
    ...(isRecord(objectRef) ? { objectRef: textsOf(objectRef) } : {}),
    client,
    auditID: text(event['auditID']),
    message: text(asRecord(event['responseStatus'])['message']),
    ...(typeof decision === 'string' ? { decision } : {}),
    ...(reason ? { reason } : {}),
    reasonText,
    hasRequestObject: event['requestObject'] !== undefined,
    hasResponseObject: event['responseObject'] !== undefined,
    otherServer: isOtherServer(head.path, annotations),
    details: () => readEventDetails(event, asWritten(object, paste)),
    looksLike: resemble(head.path, client.program),
  };
}

/** Of an event's fields under the names that kube-apiserver gives them; missing ones become empty texts. */
export function readEventHead(event: Json): EventHead {
  const user = asRecord(event['user']);
  const { code } = asRecord(event['responseStatus']);
  const caller = {
    username: text(user['username']),
    groups: texts(user['groups']),
    impersonatedUsername: text(asRecord(event['impersonatedUser'])['username']),
    code: typeof code === 'number' ? code : undefined,
  };
  return {
    identity: identify(caller),
    username: caller.username,
    groups: caller.groups,
    impersonatedUsername: caller.impersonatedUsername,
    verb: text(event['verb']),
    path: text(event['requestURI']).replace(/[?#].*$/s, ''),
    sourceIPs: texts(event['sourceIPs']),
    userAgent: text(event['userAgent']),
    stage: text(event['stage']),
    level: text(event['level']),
    ...(caller.code === undefined ? {} : { code: caller.code }),
    receivedAt: text(event['requestReceivedTimestamp']),
    completedAt: text(event['stageTimestamp']),
  };
}

/** A number as the paste has it: JavaScript would round a large one. */
function asWritten({ value, spanOf }: PastedObject, paste: string): string {
  const version = asRecord(asRecord(value)['objectRef'])['resourceVersion'];
  if (typeof version !== 'number') return text(version);
  const { start, end } = spanOf(['objectRef', 'resourceVersion']);
  const written = paste.slice(start, end);
  return /^-?\d+$/.test(written) ? written : String(version);
}

interface Caller {
  readonly username: string;
  readonly groups: readonly string[];
  readonly impersonatedUsername: string;
  readonly code: number | undefined;
}

/** Who a caller is, by its names, groups and the answer it got. */
export function identify({ username, groups, impersonatedUsername, code }: Caller): Identity {
  if (username === '') return code === 401 ? 'rejected' : 'unknown';
  if (impersonatedUsername !== '') return 'impersonated';
  if (username === 'system:anonymous') {
    return groups.includes('system:unauthenticated') ? 'anonymous' : 'anonymous-name-only';
  }
  if (username.startsWith('system:bootstrap:')) return 'bootstrap-token';
  if (username.startsWith('system:node:')) return 'node';
  return username.startsWith('system:serviceaccount:') ? 'service-account' : 'user';
}

/** The server's own health endpoints, their subpaths included. */
export function isHealthPath(path: string): boolean {
  return /^\/(livez|readyz|healthz)(\/|$)/.test(path);
}

function resemble(path: string, program: string): EventFact['looksLike'] {
  if (path === clusterInfoPath && program === 'kubeadm') return 'kubeadm-discovery';
  return healthCheckers.includes(program) ? 'probe' : 'other';
}

/** Whether another server wrote an event with this path and these annotations: OpenShift's OAuth server uses the same library. */
export function isOtherServer(path: string, annotations: Json): boolean {
  if (/^\/(oauth\/|login\b)/.test(path)) return true;
  return Object.keys(annotations).some((key) => key.startsWith('authentication.openshift.io/'));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function textsOf(value: Json): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
