// The lines that one request leaves in the audit log: which stages are written, and which fields each of them has.
// Upstream: k8s.io/apiserver pkg/endpoints/filters/{audit,authn_audit}.go, pkg/audit/request.go; held against the recorded
// events of 1.20.2 and 1.28.4.

import { decide, writes, type AuditPolicy, type AuditStage } from '../../kubernetes/audit-policy.ts';
import type { Minor } from '../../kubernetes/version.ts';
import type { Passage } from '../gates.ts';
import type { AuditEventJson, LabAuditPolicy, LabRequest, LabUser } from './lab.ts';
import { readRequestPath } from './request-info.ts';
import { auditStatus, statusObject, type Status } from './status-body.ts';

const rule = {
  users: [],
  userGroups: [],
  verbs: [],
  resources: [],
  namespaces: [],
  nonResourceURLs: [],
  omitStages: [],
};
const everything = { ...rule, omitManagedFields: undefined };
const named = { omitStages: ['RequestReceived'], omitManagedFields: false };

/** `article`: only what system:anonymous does, as in the article that this guide answers. */
const policies: Readonly<Record<Exclude<LabAuditPolicy, AuditPolicy>, AuditPolicy>> = {
  'metadata-for-all': { ...named, rules: [{ ...everything, level: 'Metadata' }] },
  article: {
    ...named,
    rules: [
      { ...everything, level: 'RequestResponse', users: ['system:anonymous'] },
      { ...everything, level: 'None' },
    ],
  },
  none: { ...named, rules: [] },
};

export function policyOf(policy: LabAuditPolicy): AuditPolicy {
  return typeof policy === 'string' ? policies[policy] : policy;
}

/** What happened to a request, as far as the log tells of it. */
export interface Happened {
  readonly request: LabRequest;
  readonly passage: Passage;
  readonly status: number;
  /** Of a failure. */
  readonly failure?: Status;
  /** The object that went out, for the level RequestResponse. */
  readonly object?: unknown;
  readonly atSeconds: number;
  readonly minor: Minor;
}

/** No lines if the policy writes none, or if nothing is known of the request. */
export function auditLines(policy: LabAuditPolicy, happened: Happened): readonly AuditEventJson[] {
  const { request, passage } = happened;
  const resource = readRequestPath(request.path);
  const { user } = passage;
  const seen = user ? { user: { name: user.username, groups: user.groups } } : {};
  const decision = decide(
    policyOf(policy),
    { ...seen, verb: request.verb, path: request.path, ...(resource ? { resource } : {}) },
    happened.minor,
  );
  const stages: readonly AuditStage[] = user ? ['RequestReceived', 'ResponseComplete'] : ['ResponseStarted'];
  return stages.filter((stage) => writes(decision, stage)).map((stage) => line(stage, decision.level, happened));
}

function line(stage: AuditStage, level: string, happened: Happened): AuditEventJson {
  const { request, passage, atSeconds } = happened;
  const { user, asked } = passage;
  const answered = stage !== 'RequestReceived';
  return {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level,
    auditID: auditId(happened),
    stage,
    requestURI: request.path + (request.query === undefined ? '' : `?${request.query}`),
    verb: request.verb,
    user: user ? plainUser(user) : {},
    ...(answered && asked && asked !== user ? { impersonatedUser: plainUser(asked) } : {}),
    sourceIPs: ['192.0.2.20'],
    ...(request.userAgent === '' ? {} : { userAgent: request.userAgent }),
    ...objectRef(request.path),
    ...(answered ? answerFields(level, happened) : {}),
    requestReceivedTimestamp: timestamp(atSeconds, 0),
    stageTimestamp: timestamp(atSeconds, answered ? 2 : 0),
    ...(answered ? decisionFields(happened) : {}),
  };
}

function answerFields(level: string, { request, failure, status, object, minor }: Happened): AuditEventJson {
  const body = failure ? statusObject(failure) : readRequestPath(request.path) && object;
  return {
    responseStatus: failure ? auditStatus(failure, minor) : { metadata: {}, code: status },
    ...(level === 'RequestResponse' && body ? { responseObject: body } : {}),
  };
}

/** Absent after a 401: authorization was never asked. */
function decisionFields({ passage, status }: Happened): AuditEventJson {
  if (passage.reason === undefined) return {};
  const decision = status === 403 ? 'forbid' : 'allow';
  return {
    annotations: { 'authorization.k8s.io/decision': decision, 'authorization.k8s.io/reason': passage.reason },
  };
}

function plainUser({ username, groups }: LabUser): Readonly<Record<string, unknown>> {
  return { username, groups };
}

function objectRef(path: string): Readonly<Record<string, unknown>> {
  const found = readRequestPath(path);
  if (!found) return {};
  const { resource, namespace, name, apiGroup, apiVersion, subresource } = found;
  const fields = { resource, namespace, name, apiGroup, apiVersion, subresource };
  return { objectRef: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')) };
}

/** Made-up times: the lab starts at midnight of 2026-01-01. */
function timestamp(atSeconds: number, milliseconds: number): string {
  const time = new Date(Date.UTC(2026, 0, 1) + Math.round(atSeconds * 1000) + milliseconds).toISOString();
  return time.replace('Z', '000Z');
}

/** A made-up UUID that is the same for the same request at the same time. */
function auditId({ request, atSeconds }: Happened): string {
  let hash = 0x811c9dc5;
  for (const letter of `${request.path} ${request.userAgent} ${atSeconds}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  const hex = hash.toString(16).padStart(8, '0');
  return `${hex}-0000-4000-8000-${hex}0000`;
}
