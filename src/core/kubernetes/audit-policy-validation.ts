// What kube-apiserver says when it loads an audit policy: the faults that stop it, in its own words, and the fields it ignores.
// Upstream: staging/src/k8s.io/apiserver/pkg/audit/policy/reader.go and pkg/apis/audit/validation/validation.go.
// Held against what 1.20.2 and 1.28.4 said to the same files.

import type { PastedObject } from '../formats/format.ts';
import type { Path } from '../source/path.ts';
import { asList, asRecord, type UntypedRecord } from '../source/untyped-value.ts';
import type { AuditPolicy, GroupResources, PolicyRule } from './audit-policy.ts';
import type { Minor } from './version.ts';

export interface PolicyProblem {
  readonly path: Path;
  /** The server's words between `loading audit policy file: ` and `: from file …`; empty where they depend on too much. */
  readonly text: string;
}

const levels = ['None', 'Metadata', 'Request', 'RequestResponse'];
const stages = ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic'];

/** The older versions of the kind were taken up to this minor. */
const betaUntil: Minor = 23;
const anyGroupSince: Minor = 36;
/** Up to here Go printed the list with its type. */
const goListUntil: Minor = 33;

/** What stops the server: the kind's version, else types, else all faults of validation, else that there are no rules. */
export function refusePolicy(object: PastedObject, policy: AuditPolicy, minor: Minor): readonly PolicyProblem[] {
  const version = object.apiVersion ?? '';
  const taken = minor <= betaUntil ? ['v1', 'v1beta1', 'v1alpha1'] : ['v1'];
  if (!taken.includes(version.replace('audit.k8s.io/', ''))) {
    const text = `failed decoding: no kind "Policy" is registered for version "${version}"`;
    return [{ path: ['apiVersion'], text }];
  }
  const wrongTypes = findWrongTypes(asRecord(object.value));
  if (wrongTypes.length > 0) return wrongTypes;
  const faults = [
    ...refuseStages(policy.omitStages, ['omitStages']),
    ...policy.rules.flatMap((rule, index) => refuseRule(rule, ['rules', index], minor)),
  ];
  if (faults.length > 0 || policy.rules.length > 0) return faults;
  return [{ path: ['rules'], text: 'loaded illegal policy with 0 rules' }];
}

function refuseRule(rule: PolicyRule, path: Path, minor: Minor): readonly PolicyProblem[] {
  const mixed = rule.nonResourceURLs.length > 0 && (rule.resources.length > 0 || rule.namespaces.length > 0);
  return [
    ...refuseLevel(rule.level, [...path, 'level']),
    ...rule.nonResourceURLs.flatMap((url, index) => refuseURL(url, [...path, 'nonResourceURLs', index])),
    ...rule.resources.flatMap((item, index) => refuseResources(item, { path, index, minor })),
    ...refuseStages(rule.omitStages, [...path, 'omitStages']),
    ...(mixed
      ? [
          fault(
            [...path, 'nonResourceURLs'],
            `Invalid value: ${list(rule.nonResourceURLs, minor)}: rules cannot apply to both regular resources and non-resource URLs`,
          ),
        ]
      : []),
  ];
}

function refuseLevel(level: string, path: Path): readonly PolicyProblem[] {
  if (levels.includes(level)) return [];
  if (level === '') return [fault(path, 'Required value')];
  const supported = levels.map((one) => `"${one}"`).join(', ');
  return [fault(path, `Unsupported value: "${level}": supported values: ${supported}`)];
}

function refuseURL(url: string, path: Path): readonly PolicyProblem[] {
  if (url === '*') return [];
  const value = `Invalid value: ${JSON.stringify(url)}: `;
  if (!url.startsWith('/')) return [fault(path, `${value}non-resource URL rules must begin with a '/' character`)];
  if (!url.slice(0, -1).includes('*')) return [];
  return [fault(path, `${value}non-resource URL wildcards '*' must be the final character of the rule`)];
}

const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const subdomainText =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

interface RulePlace {
  readonly path: Path;
  readonly index: number;
  readonly minor: Minor;
}

/** The server names no index here: `rules[0].resources.group`. */
function refuseResources(item: GroupResources, { path, index, minor }: RulePlace): readonly PolicyProblem[] {
  const { group, resources, resourceNames } = item;
  const anyGroup = group === '*' && minor >= anyGroupSince;
  const at = (field: string): Path => [...path, 'resources', index, field];
  const say = (field: string, text: string): string => `${dotted([...path, 'resources', field])}: ${text}`;
  return [
    ...(group === '' || anyGroup || subdomain.test(group)
      ? []
      : [{ path: at('group'), text: say('group', `Invalid value: ${JSON.stringify(group)}: ${subdomainText}`) }]),
    ...(resourceNames.length > 0 && resources.length === 0
      ? [
          {
            path: at('resourceNames'),
            text: say(
              'resourceNames',
              `Invalid value: ${list(resourceNames, minor)}: using resourceNames requires at least one resource`,
            ),
          },
        ]
      : []),
  ];
}

function refuseStages(given: readonly string[], path: Path): readonly PolicyProblem[] {
  return given.flatMap((stage, index) =>
    stages.includes(stage)
      ? []
      : [fault([...path, index], `Invalid value: ${JSON.stringify(stage)}: allowed stages are ${stages.join(',')}`)],
  );
}

function fault(path: Path, text: string): PolicyProblem {
  return { path, text: `${dotted(path)}: ${text}` };
}

function dotted(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function list(items: readonly string[], minor: Minor): string {
  const quoted = items.map((item) => JSON.stringify(item));
  return minor <= goListUntil ? `[]string{${quoted.join(', ')}}` : `[${quoted.join(',')}]`;
}

type Shape = 'text' | 'texts' | 'boolean';
const policyShape: Readonly<Record<string, Shape>> = { omitStages: 'texts', omitManagedFields: 'boolean' };
const ruleShape: Readonly<Record<string, Shape>> = {
  level: 'text',
  users: 'texts',
  userGroups: 'texts',
  verbs: 'texts',
  namespaces: 'texts',
  nonResourceURLs: 'texts',
  omitStages: 'texts',
  omitManagedFields: 'boolean',
};
const resourceShape: Readonly<Record<string, Shape>> = { group: 'text', resources: 'texts', resourceNames: 'texts' };

interface Part {
  readonly value: UntypedRecord;
  readonly path: Path;
  readonly shape: Readonly<Record<string, Shape>>;
  readonly others: readonly string[];
}

/** The policy, its rules and their resources, each with the fields it may have. */
function partsOf(policy: UntypedRecord): readonly Part[] {
  const parts: Part[] = [
    { value: policy, path: [], shape: policyShape, others: ['apiVersion', 'kind', 'metadata', 'rules'] },
  ];
  asList(policy['rules']).forEach((rule, index) => {
    const path: Path = ['rules', index];
    parts.push({ value: asRecord(rule), path, shape: ruleShape, others: ['resources'] });
    asList(asRecord(rule)['resources']).forEach((item, at) => {
      parts.push({ value: asRecord(item), path: [...path, 'resources', at], shape: resourceShape, others: [] });
    });
  });
  return parts;
}

function findWrongTypes(policy: UntypedRecord): readonly PolicyProblem[] {
  const rules = policy['rules'];
  const noList = rules !== undefined && rules !== null && !Array.isArray(rules);
  const wrong = partsOf(policy).flatMap(({ value, path, shape }) =>
    Object.entries(value)
      .filter(([name, one]) => one !== null && name in shape && !hasShape(one, shape[name]))
      .map(([name]) => ({ path: [...path, name], text: '' })),
  );
  return noList ? [{ path: ['rules'], text: '' }, ...wrong] : wrong;
}

function hasShape(value: unknown, shape: Shape | undefined): boolean {
  if (shape === 'texts') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return typeof value === (shape === 'text' ? 'string' : 'boolean');
}

/** Fields that no policy has: the server goes on without them (up to 1.25 in silence, from 1.26 with a warning). */
export function findUnknownFields(object: PastedObject): readonly Path[] {
  return partsOf(asRecord(object.value)).flatMap(({ value, path, shape, others }) =>
    Object.keys(value)
      .filter((name) => !(name in shape) && !others.includes(name))
      .map((name) => [...path, name]),
  );
}
