// core/try-policy and core/simulator/policy-trial: which rule decides which request, what is written, and what is left out.

import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  explainPolicyFinding,
  findingKinds,
  inspect,
  isLongRunning,
  locales,
  newestMinor,
  parseVersion,
  policyRequests,
  tryPolicy,
  type AuditRequest,
  type RequestTrial,
  type TriedPolicy,
  type TrialRequest,
} from '../../src/core/index.ts';

const policyOf = (rules: string, top = ''): string =>
  `apiVersion: audit.k8s.io/v1\nkind: Policy\n${top}rules:\n${rules}`;

function tried(text: string, requests = policyRequests, minor = newestMinor): TriedPolicy {
  const { tried: one } = tryPolicy(text, requests, minor);
  if (!one) throw new Error('no policy in the text');
  return one;
}

function trialOf(text: string, id: string): RequestTrial {
  const found = tried(text).trials.find(({ request }) => request.id === id);
  if (!found) throw new Error(`no request ${id}`);
  return found;
}

const written = ({ stages }: RequestTrial): readonly string[] =>
  stages.filter((one) => one.written).map(({ stage }) => stage);

const article = policyOf(
  '- level: RequestResponse\n  users: ["system:anonymous"]\n- level: None\n',
  'omitStages:\n- RequestReceived\n',
);

describe('the ready-made requests', () => {
  it('have no user exactly where the answer is 401, and a name in both languages', () => {
    for (const { request, code, name } of policyRequests) {
      expect(request.user === undefined).toBe(code === 401);
      for (const locale of locales) expect(name[locale]).not.toBe('');
    }
    expect(new Set(policyRequests.map(({ id }) => id)).size).toBe(policyRequests.length);
  });
});

describe('the policy that picks by user', () => {
  it('writes the join while anonymous requests are on, and nothing of it when they are off', () => {
    expect(written(trialOf(article, 'join-on'))).toEqual(['ResponseComplete']);
    const off = trialOf(article, 'join-off');
    expect(written(off)).toEqual([]);
    expect(off.rules).toEqual([{ state: 'passes over', field: 'users' }, { state: 'decides' }]);
  });

  it('is marked as one that needs a name, with the rule that nobody reaches behind the last', () => {
    const { remarks, places } = tried(`${article}- level: Metadata\n  verbs: ["watch"]\n`);
    expect(remarks.map(({ needsName }) => needsName)).toEqual([true, false, false]);
    expect(remarks.map(({ behind }) => behind)).toEqual([undefined, undefined, 1]);
    expect(remarks.reduce((sum, { decided }) => sum + decided, 0)).toBe(policyRequests.length);
    expect(places.map(({ start, end }) => [start.line, end.line])).toEqual([
      [6, 7],
      [8, 8],
      [9, 10],
    ]);
  });
});

describe('stages', () => {
  const all = policyOf('- level: Metadata\n');

  it.each([
    ['livez-on', ['RequestReceived', 'ResponseComplete']],
    ['livez-off', ['ResponseStarted']],
    ['watch', ['RequestReceived', 'ResponseStarted', 'ResponseComplete']],
    ['exec', ['RequestReceived', 'ResponseStarted', 'ResponseComplete']],
  ])('of %s', (id, stages) => {
    expect(written(trialOf(all, id))).toEqual(stages);
  });

  it('that are left out by the policy and by the rule are left out both', () => {
    const text = policyOf('- level: Metadata\n  omitStages: [ResponseStarted]\n', 'omitStages: [RequestReceived]\n');
    expect(written(trialOf(text, 'watch'))).toEqual(['ResponseComplete']);
    expect(written(trialOf(text, 'join-off'))).toEqual([]);
  });
});

it.each([
  ['Metadata', 'left out', 'left out'],
  ['Request', 'written', 'left out'],
  ['RequestResponse', 'written', 'written'],
])('level %s: requestObject is %s, responseObject %s', (level, sent, answered) => {
  const { requestObject, responseObject } = trialOf(policyOf(`- level: ${level}\n`), 'configmap-update');
  expect([requestObject, responseObject]).toEqual([sent, answered]);
});

it.each([
  [{ verb: 'watch', path: '/api/v1/pods' }, true],
  [{ verb: 'get', path: '/debug/pprof/heap' }, true],
  [{ verb: 'get', path: '/debug/pprof' }, false],
  [{ verb: 'get', path: '/livez' }, false],
] as const)('%j stays open: %s', (request, expected) => {
  expect(isLongRunning(request)).toBe(expected);
});

describe('reading', () => {
  it.each(['', 'kind: Pod', '\u0000', '- [', 'kind: Policy\napiVersion: policy/v1\n', '{'])(
    '%j holds no policy',
    (text) => {
      expect(tryPolicy(text, policyRequests).tried).toBeUndefined();
    },
  );

  it('tries the first of several, and says that there are more', () => {
    const { tried: one, more } = tryPolicy(`${article}---\n${policyOf('- level: Metadata\n')}`, policyRequests);
    expect([one?.policy.rules.length, more]).toEqual([2, 1]);
  });

  it('knows which version it is tried on', () => {
    const text = policyOf('- level: Metadata\n  resources: [{group: "*"}]\n');
    expect([tried(text, policyRequests, 35).refused, tried(text, policyRequests, 36).refused]).toEqual([true, false]);
  });

  it('finds in a policy what the bench finds', () => {
    const examples = findingKinds.flatMap(({ fires, silent }) => [...fires, ...silent]);
    let compared = 0;
    for (const { text: marked, kubernetesVersion, repeat } of examples) {
      const text = marked.replaceAll(/[«»]/g, '');
      if (repeat || !/^apiVersion: audit\.k8s\.io\/\S+\nkind: Policy/.test(text) || text.includes('\n---')) continue;
      const options = kubernetesVersion === undefined ? {} : { kubernetesVersion };
      const minor = parseVersion(kubernetesVersion ?? '')?.minor ?? newestMinor;
      const { findings } = tryPolicy(text, policyRequests, minor);
      expect(findings).toEqual(inspect(text, options).findings.map(({ edits: _, ...finding }) => finding));
      for (const finding of findings) expect(explainPolicyFinding(finding, 'ja').message).not.toBe('');
      compared++;
    }
    expect(compared).toBeGreaterThan(5);
  });
});

const evidence = new URL('../../../shared/evidence/', import.meta.url).pathname;
const linesOf = (file: string): readonly string[] =>
  readFileSync(evidence + file, 'utf8')
    .trim()
    .split('\n');

interface Case {
  readonly NoUser: boolean;
  readonly User: string;
  readonly Groups: readonly string[] | null;
  readonly Verb: string;
  readonly Namespace: string;
  readonly Group: string;
  readonly Resource: string;
  readonly Subresource: string;
  readonly Name: string;
  readonly Path: string;
  readonly IsResource: boolean;
}

function requestOf(one: Case): AuditRequest {
  const { Namespace: namespace, Group: apiGroup, Resource: resource, Subresource: subresource, Name: name } = one;
  return {
    ...(one.NoUser ? {} : { user: { name: one.User, groups: one.Groups ?? [] } }),
    verb: one.Verb,
    path: one.Path,
    ...(one.IsResource ? { resource: { namespace, apiGroup, resource, subresource, name } } : {}),
  };
}

const named = (request: AuditRequest, code: number): TrialRequest => ({
  id: 'recorded',
  name: { en: 'recorded', ja: 'recorded' },
  request,
  code,
});

interface RecordedEvent {
  readonly stage: string;
  readonly level: string;
  readonly verb: string;
  readonly requestURI: string;
  readonly user: { readonly username?: string; readonly groups?: readonly string[] };
  readonly objectRef?: Partial<NonNullable<AuditRequest['resource']>>;
  readonly responseStatus?: { readonly code: number };
  readonly requestObject?: unknown;
  readonly responseObject?: unknown;
}

function requestOfEvent({ user, verb, requestURI, objectRef }: RecordedEvent): AuditRequest {
  const nothing = { namespace: '', apiGroup: '', resource: '', subresource: '', name: '' };
  return {
    ...(user.username === undefined ? {} : { user: { name: user.username, groups: user.groups ?? [] } }),
    verb,
    path: requestURI.replace(/\?.*/, ''),
    ...(objectRef ? { resource: { ...nothing, ...objectRef } } : {}),
  };
}

describe.skipIf(!existsSync(evidence))('recorded runs (they lie beside the project)', () => {
  it('names the rule of the 3,000 decisions of 1.28.4: it decides, and none before it fits', () => {
    let checked = 0;
    for (const line of linesOf('audit-policy-1.28.4.jsonl')) {
      const run = JSON.parse(line) as { policy: unknown; cases: Case[]; result: { Level: string }[] };
      const requests = run.cases.map((one) => named(requestOf(one), one.NoUser ? 401 : 200));
      const { trials, policy } = tried(JSON.stringify(run.policy), requests, 28);
      trials.forEach(({ decision, rules }, index) => {
        expect(decision.level).toBe(run.result[index]?.Level);
        const at = rules.findIndex(({ state }) => state === 'decides');
        expect(at).toBe(decision.rule ?? -1);
        expect(at < 0 ? 'None' : policy.rules[at]?.level).toBe(decision.level);
        const [before, behind] = at < 0 ? [rules, []] : [rules.slice(0, at), rules.slice(at + 1)];
        expect(before.every(({ state }) => state === 'passes over')).toBe(true);
        expect(behind.every(({ state }) => state === 'not asked')).toBe(true);
        checked++;
      });
    }
    expect(checked).toBe(3000);
  });

  it.each(['v1.20.2', 'v1.28.4'])('%s: nine policies, three requests, on and off', (version) => {
    const lines = linesOf(`${version}/S5/audit-policy-vs-401.jsonl`);
    const user = { name: 'system:anonymous', groups: ['system:unauthenticated'] };
    const requests = new Map(policyRequests.map(({ id, request }) => [id, request]));
    for (const line of lines) {
      const run = JSON.parse(line) as { policyText: string; request: string; status: number; stages: string[] };
      const request = requests.get(run.request.includes('cluster-info') ? 'join-off' : 'livez-off');
      if (!request) throw new Error('no such request');
      const asked = named(run.status === 401 ? request : { ...request, user }, run.status);
      const [trial] = tried(run.policyText, [asked]).trials;
      expect(trial && written(trial)).toEqual(run.stages);
    }
    expect(lines.length).toBe(54);
  });

  it.each(['v1.20.2/S2m', 'v1.28.4/S2m', 'v1.20.2/S1m', 'v1.28.4/S1m'])('%s: the bodies that were written', (run) => {
    const events = linesOf(`${run}/audit.log`).map((line) => JSON.parse(line) as RecordedEvent);
    let checked = 0;
    for (const event of events) {
      if (event.stage === 'RequestReceived' || !event.responseStatus) continue;
      const { level, responseStatus, requestObject, responseObject } = event;
      const [trial] = tried(policyOf(`- level: ${level}\n`), [
        named(requestOfEvent(event), responseStatus.code),
      ]).trials;
      if (trial?.requestObject !== 'unknown')
        expect(trial?.requestObject === 'written').toBe(requestObject !== undefined);
      if (trial?.responseObject !== 'unknown')
        expect(trial?.responseObject === 'written').toBe(responseObject !== undefined);
      checked++;
    }
    expect(checked).toBeGreaterThan(20);
  });
});
