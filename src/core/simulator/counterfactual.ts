// One audit event, and the event that the same request would have left if one setting were different.
// What is compared is the request's last event; a request refused with 401 has only one, at ResponseStarted.

import { readEvent, type EventFact } from '../kubernetes/audit-event.ts';
import { decide, writes, type AuditPolicy, type AuditStage } from '../kubernetes/audit-policy.ts';
import { newestMinor, type Minor } from '../kubernetes/version.ts';
import type { Localised } from '../locale.ts';
import { formatPath } from '../source/path.ts';
import { isRecord } from '../source/untyped-value.ts';
import { counterfactualTexts, type CounterfactualText } from './counterfactual-texts.ts';
import type { AuditEventJson, Basis } from './lab/lab.ts';
import { readRequestPath } from './lab/request-info.ts';
import { auditStatus, forbidden, statusObject, unauthorized, type Status } from './lab/status-body.ts';

export const counterfactualChanges = [
  'anonymous-off',
  'path-not-listed',
  'path-listed',
  'role-binding-removed',
] as const;
/**
 * `anonymous-off`: no anonymous requests at all. `path-listed`, `path-not-listed`: an AuthenticationConfiguration with
 * this very path, or with other paths only. `role-binding-removed`: the binding that the event names is gone.
 */
export type CounterfactualChange = (typeof counterfactualChanges)[number];

/** One field that differs. `undefined` means that it is not there. */
export interface FieldDifference {
  /** `annotations["authorization.k8s.io/reason"]` */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface Counterfactual {
  /** The event of the changed world; absent if none would be written, or if it cannot be told. */
  readonly event?: AuditEventJson;
  /** In the order of the fields; empty if nothing changes. */
  readonly differences: readonly FieldDifference[];
  readonly outcome: 'same' | 'changed' | 'not-written' | 'not-known';
  readonly because: Localised;
  /** What had to be taken for granted, if anything. */
  readonly assumes?: Localised;
  readonly basis: Basis;
}

export interface CounterfactualOptions {
  /** Of the server; decides how a failure is written. The newest if absent. */
  readonly minor?: Minor;
  /** If given, it is asked whether the changed request is still logged, and at which level. */
  readonly policy?: AuditPolicy;
}

/** Total: what is no audit event gives `not-known`. */
export function counterfactual(
  event: AuditEventJson,
  change: CounterfactualChange,
  { minor = newestMinor, policy }: CounterfactualOptions = {},
): Counterfactual {
  const fact = factOf(event);
  const { outcome, why, code } = fact ? judge(fact, change, minor) : notAnEvent;
  const told = { differences: [], outcome, because: counterfactualTexts[why], basis: basisFor(change, minor) };
  if (!fact || outcome === 'not-known') return told;
  if (outcome === 'same') return { ...told, event };
  const failure = code === 401 ? unauthorized : refusalOf(fact);
  const level = policy ? levelUnder(policy, fact, failure, minor) : fact.level;
  const assumes = code === 403 ? 'no-other-binding' : policy ? undefined : 'policy-not-asked';
  const more = assumes ? { assumes: counterfactualTexts[assumes] } : {};
  if (level === undefined) {
    const because = counterfactualTexts['not-written'];
    return { ...told, ...more, differences: compareFields(event, {}), outcome: 'not-written', because };
  }
  const changed = rewrite(event, fact, failure, level, minor);
  return { ...told, ...more, event: changed, differences: compareFields(event, changed) };
}

/** Both settings of the flag and the deleted RoleBinding were run with 1.20.2 and 1.28.4; lists of paths were read in source. */
function basisFor(change: CounterfactualChange, minor: Minor): Basis {
  return !isAboutPaths(change) && (minor === 20 || minor === 28) ? 'run' : 'source';
}

const isAboutPaths = (change: CounterfactualChange): boolean =>
  change === 'path-listed' || change === 'path-not-listed';

const notAnEvent = { outcome: 'not-known', why: 'no-event', code: undefined } as const;

function factOf(event: AuditEventJson): EventFact | undefined {
  const span = { start: 0, end: 0 };
  if (!isRecord(event['user']) || typeof event['stage'] !== 'string') return undefined;
  return readEvent({ format: 'audit-log', kind: 'Event', value: event, span, spanOf: () => span }, 0);
}

interface Verdict {
  readonly outcome: 'same' | 'changed' | 'not-known';
  readonly why: CounterfactualText;
  readonly code?: 401 | 403;
}

function judge(fact: EventFact, change: CounterfactualChange, minor: Minor): Verdict {
  if (isAboutPaths(change) && minor < 31) return { outcome: 'not-known', why: 'no-lists-yet' };
  if (fact.otherServer || fact.identity === 'unknown') return { outcome: 'not-known', why: 'other-server' };
  if (fact.identity === 'rejected') {
    return change === 'path-listed'
      ? { outcome: 'not-known', why: 'rejected-why' }
      : { outcome: 'same', why: 'rejected-anyway' };
  }
  if (change === 'role-binding-removed') return withoutBinding(fact);
  if (fact.identity !== 'anonymous') return { outcome: 'same', why: 'has-credentials' };
  if (change === 'path-listed') return { outcome: 'same', why: 'path-is-listed' };
  return { outcome: 'changed', why: change === 'anonymous-off' ? 'anonymous-off' : 'path-not-listed', code: 401 };
}

function withoutBinding(fact: EventFact): Verdict {
  if (fact.decision !== 'allow')
    return { outcome: 'same', why: fact.decision === 'forbid' ? 'forbidden-anyway' : 'not-asked' };
  if (!fact.reason) return { outcome: 'same', why: 'no-binding' };
  return { outcome: 'changed', why: 'binding-removed', code: 403 };
}

/** Authorization is asked about the impersonated user where there is one. */
function refusalOf({ username, impersonatedUsername, verb, path }: EventFact): Status {
  const user = { username: impersonatedUsername || username, groups: [] };
  return forbidden(user, verb, path, readRequestPath(path));
}

/**
 * The fields of the moment stay: auditID, times, addresses, user agent. The order of the keys is kube-apiserver's.
 * A refused request's body is never read, so what came out of it is gone too.
 */
function rewrite(event: AuditEventJson, fact: EventFact, failure: Status, level: string, minor: Minor): AuditEventJson {
  const nameless = failure.code === 401;
  const ofAnswer = ['responseStatus', 'requestObject', 'responseObject', 'annotations'];
  const fields = Object.entries(event).flatMap(([key, value]): readonly (readonly [string, unknown])[] => {
    if (ofAnswer.includes(key) || isTime(key) || (nameless && key === 'impersonatedUser')) return [];
    if (key === 'level') return [[key, level]];
    if (key === 'stage') return [[key, stageOf(failure)]];
    if (key === 'user' && nameless) return [[key, {}]];
    return [[key, key === 'objectRef' ? nameFromPath(value, fact) : value]];
  });
  const times = Object.entries(event).filter(([key]) => isTime(key));
  const decision = { 'authorization.k8s.io/decision': 'forbid', 'authorization.k8s.io/reason': '' };
  return {
    ...Object.fromEntries(fields),
    responseStatus: auditStatus(failure, minor),
    ...(level === 'RequestResponse' ? { responseObject: statusObject(failure) } : {}),
    ...Object.fromEntries(times),
    ...(nameless ? {} : { annotations: decision }),
  };
}

const isTime = (key: string): boolean => key === 'requestReceivedTimestamp' || key === 'stageTimestamp';

/** A created object's name comes from the body. */
function nameFromPath(objectRef: unknown, { path }: EventFact): unknown {
  if (!isRecord(objectRef) || readRequestPath(path)?.name !== '') return objectRef;
  return Object.fromEntries(Object.entries(objectRef).filter(([key]) => key !== 'name'));
}

const stageOf = ({ code }: Status): AuditStage => (code === 401 ? 'ResponseStarted' : 'ResponseComplete');

/** Undefined if the policy writes nothing for the changed request. It looks at the caller, not at an impersonated user. */
function levelUnder(policy: AuditPolicy, fact: EventFact, failure: Status, minor: Minor): string | undefined {
  const resource = readRequestPath(fact.path);
  const user = failure.code === 401 ? {} : { user: { name: fact.username, groups: fact.groups } };
  const request = { ...user, verb: fact.verb, path: fact.path, ...(resource ? { resource } : {}) };
  const decision = decide(policy, request, minor);
  return writes(decision, stageOf(failure)) ? decision.level : undefined;
}

/** Leaves that differ, in the order in which they stand; lists are compared as wholes. */
function compareFields(
  before: unknown,
  after: unknown,
  at: readonly (string | number)[] = [],
): readonly FieldDifference[] {
  if (isRecord(before) && isRecord(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => compareFields(before[key], after[key], [...at, key]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const path = formatPath(at);
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}
