// An audit policy tried on requests: rule by rule why it fits or not, which stages are written, and what is left out of them.
// Upstream: k8s.io/apiserver pkg/audit/policy/checker.go, pkg/endpoints/filters/{audit,authn_audit}.go, pkg/server/filters/longrunning.go.

import {
  decide,
  mismatch,
  writes,
  type AuditDecision,
  type AuditPolicy,
  type AuditRequest,
  type AuditStage,
  type PolicyRule,
  type RuleField,
} from '../kubernetes/audit-policy.ts';
import { newestMinor, type Minor } from '../kubernetes/version.ts';
import type { TrialRequest } from './policy-requests.ts';

/** One rule before one request. `not asked`: an earlier rule decided, whether or not this one fits. */
export type RuleAnswer =
  | { readonly state: 'decides' }
  | { readonly state: 'passes over'; readonly field: RuleField }
  | { readonly state: 'not asked'; readonly fits: boolean };

export interface StageAnswer {
  readonly stage: AuditStage;
  readonly written: boolean;
}

/** `never`: there is none. `unknown`: neither run nor read by us. */
export type BodyAnswer = 'written' | 'left out' | 'never' | 'unknown';

export interface RequestTrial {
  readonly request: TrialRequest;
  readonly decision: AuditDecision;
  /** In the policy's order. */
  readonly rules: readonly RuleAnswer[];
  /** The stages that the request passes, in order of time. */
  readonly stages: readonly StageAnswer[];
  readonly requestObject: BodyAnswer;
  readonly responseObject: BodyAnswer;
}

export function tryRequest(policy: AuditPolicy, request: TrialRequest, minor: Minor = newestMinor): RequestTrial {
  const decision = decide(policy, request.request, minor);
  const stages = stagesOf(request).map((stage) => ({ stage, written: writes(decision, stage) }));
  const isWritten = stages.some(({ stage, written }) => written && stage !== 'RequestReceived');
  const { sent, answered } = bodiesOf(request);
  return {
    request,
    decision,
    rules: policy.rules.map((rule, index) => answerOf(rule, index, request.request, decision, minor)),
    stages,
    requestObject: kept(sent, isWritten && ['Request', 'RequestResponse'].includes(decision.level)),
    responseObject: kept(answered, isWritten && isAnswerKept(decision.level, stages)),
  };
}

function answerOf(
  rule: PolicyRule,
  index: number,
  request: AuditRequest,
  decision: AuditDecision,
  minor: Minor,
): RuleAnswer {
  if (index === decision.rule) return { state: 'decides' };
  const field = mismatch(rule, request, minor);
  if (decision.rule !== undefined && index > decision.rule) return { state: 'not asked', fits: field === undefined };
  return { state: 'passes over', field: field ?? 'users' };
}

const longRunningVerbs: readonly string[] = ['watch', 'proxy'];
const longRunningSubresources: readonly string[] = ['attach', 'exec', 'proxy', 'log', 'portforward'];

/** A request that stays open: the server tells of its start, too. */
export function isLongRunning({ verb, resource, path }: AuditRequest): boolean {
  if (longRunningVerbs.includes(verb)) return true;
  return resource ? longRunningSubresources.includes(resource.subresource) : path.startsWith('/debug/pprof/');
}

/** What was refused before it had a name has one stage only. */
function stagesOf({ request }: TrialRequest): readonly AuditStage[] {
  if (!request.user) return ['ResponseStarted'];
  return isLongRunning(request)
    ? ['RequestReceived', 'ResponseStarted', 'ResponseComplete']
    : ['RequestReceived', 'ResponseComplete'];
}

type Body = 'some' | 'none' | 'unknown';

/** Refused requests are never read, and their answer is a Status; paths that answer well leave no body (both run). */
function bodiesOf({ request, code }: TrialRequest): { readonly sent: Body; readonly answered: Body } {
  if (code === 401 || code === 403) return { sent: 'none', answered: 'some' };
  if (!request.resource) return { sent: 'none', answered: 'none' };
  const reads = ['get', 'list', 'watch'].includes(request.verb);
  const writesObject = ['create', 'update', 'patch'].includes(request.verb);
  if (isLongRunning(request)) return { sent: reads ? 'none' : 'unknown', answered: 'unknown' };
  return { sent: reads ? 'none' : writesObject ? 'some' : 'unknown', answered: 'some' };
}

/** The answer stands in the event of the last stage. */
function isAnswerKept(level: string, stages: readonly StageAnswer[]): boolean {
  return level === 'RequestResponse' && (stages.at(-1)?.written ?? false);
}

function kept(body: Body, written: boolean): BodyAnswer {
  if (body === 'none') return 'never';
  if (!written) return 'left out';
  return body === 'unknown' ? 'unknown' : 'written';
}

/** What is so about a rule whatever the request is, or what these requests show. */
export interface RuleRemarks {
  /** It asks for users or groups: never fits a request that was refused with 401. */
  readonly needsName: boolean;
  /** Index of an earlier rule without any condition: this one is never asked. */
  readonly behind?: number;
  /** How many of the requests it decides. */
  readonly decided: number;
}

export function remarkOnRules(policy: AuditPolicy, trials: readonly RequestTrial[]): readonly RuleRemarks[] {
  const catchAll = policy.rules.findIndex(hasNoCondition);
  return policy.rules.map((rule, index) => ({
    needsName: rule.users.length > 0 || rule.userGroups.length > 0,
    ...(catchAll >= 0 && index > catchAll ? { behind: catchAll } : {}),
    decided: trials.filter(({ decision }) => decision.rule === index).length,
  }));
}

function hasNoCondition(rule: PolicyRule): boolean {
  const { users, userGroups, verbs, namespaces, resources, nonResourceURLs } = rule;
  return [users, userGroups, verbs, namespaces, resources, nonResourceURLs].every((list) => list.length === 0);
}
