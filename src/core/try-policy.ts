// A pasted text as an audit policy to try: which rule decides which request, and the findings that a policy by itself can have.
// They are those of `inspect`; the rest of the bench is left out, since a page of its own loads this.

import { explainKind, type Explanation } from './explain-kind.ts';
import { ka004 } from './findings/ka004-yaml-syntax.ts';
import { ka405 } from './findings/ka405-audit-policy-blind-to-refusals.ts';
import { ka409 } from './findings/ka409-audit-policy-refused.ts';
import { ka410 } from './findings/ka410-audit-policy-field-ignored.ts';
import { kubernetesManifest } from './formats/kubernetes-manifest.ts';
import { createPlaces, judge } from './judge.ts';
import { readPolicy, type AuditPolicy } from './kubernetes/audit-policy.ts';
import type { Facts } from './kubernetes/facts.ts';
import { newestMinor, type Minor } from './kubernetes/version.ts';
import type { Locale } from './locale.ts';
import type { Finding } from './report.ts';
import type { TrialRequest } from './simulator/policy-requests.ts';
import { remarkOnRules, tryRequest, type RequestTrial, type RuleRemarks } from './simulator/policy-trial.ts';
import type { Range } from './source/range.ts';

const policyKinds = [ka405, ka409, ka410];
const kinds = [ka004, ...policyKinds];

/** The findings that are about a policy by itself. */
export const policyFindingCodes: readonly string[] = policyKinds.map(({ code }) => code);

export interface TriedPolicy {
  readonly policy: AuditPolicy;
  /** Where each rule stands, with its dash. */
  readonly places: readonly Range[];
  readonly remarks: readonly RuleRemarks[];
  readonly trials: readonly RequestTrial[];
  /** True if a server of this version does not start with it: the trials then hold for none. */
  readonly refused: boolean;
}

export interface PolicyTrial {
  /** The first Policy of the text; a server reads no other of a file. */
  readonly tried?: TriedPolicy;
  /** How many more there are. */
  readonly more: number;
  readonly findings: readonly Finding[];
}

/** Never throws. A text without a Policy gives the findings of its reading alone. */
export function tryPolicy(text: string, requests: readonly TrialRequest[], minor: Minor = newestMinor): PolicyTrial {
  const { objects, problems } = kubernetesManifest.read({ text, offset: 0 });
  const policies = objects.flatMap((object, index) => readPolicy(object, index, minor) ?? []);
  const places = createPlaces(text, objects);
  const facts: Facts = {
    version: { text: `1.${minor}`, minor, from: 'option' },
    command: 'init',
    text,
    reading: problems,
    unreadAuthentication: [],
    serverOutputs: [],
    healthChecks: [],
    scannerDemands: [],
    apiAnswers: [],
    anonymousBindings: [],
    lookAlikes: [],
    policies,
    events: [],
    joins: [],
  };
  const findings = judge(kinds, facts, places);
  const [fact, ...others] = policies;
  if (!fact) return { more: 0, findings };
  const { policy, object } = fact;
  const trials = requests.map((request) => tryRequest(policy, request, minor));
  const tried = {
    policy,
    places: policy.rules.map((_, index) => places.rangeOf({ object, path: ['rules', index], part: 'entry' })),
    remarks: remarkOnRules(policy, trials),
    trials,
    refused: fact.problems.length > 0,
  };
  return { tried, more: others.length, findings };
}

/** Words for a finding of `tryPolicy`; throws for any other. */
export function explainPolicyFinding({ code, args }: Finding, locale: Locale): Explanation {
  const kind = kinds.find((one) => one.code === code);
  if (!kind) throw new RangeError(`${code} is no finding of a policy alone`);
  return explainKind(kind, args, locale);
}
