// core/kubernetes/audit-policy: small cases of the matcher, and the decisions of the real evaluator of 1.28.4.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide, toPolicy, writes, type AuditRequest } from '../../src/core/kubernetes/audit-policy.ts';
import { readGoYaml } from '../../src/core/source/go-yaml.ts';

const anonymous = { name: 'system:anonymous', groups: ['system:unauthenticated'] };
const clusterInfo: AuditRequest = {
  verb: 'get',
  path: '/api/v1/namespaces/kube-public/configmaps/cluster-info',
  resource: {
    namespace: 'kube-public',
    apiGroup: '',
    resource: 'configmaps',
    subresource: '',
    name: 'cluster-info',
  },
};
const livez: AuditRequest = { verb: 'get', path: '/livez' };
const policyOf = (text: string): ReturnType<typeof toPolicy> => toPolicy(readGoYaml(text, 0).value);

describe('the policy that picks by user', () => {
  const policy = policyOf(`omitStages: [RequestReceived]
rules:
- level: RequestResponse
  users: ["system:anonymous"]
- level: None
`);

  it('writes an anonymous read', () => {
    expect(decide(policy, { ...clusterInfo, user: anonymous })).toMatchObject({ level: 'RequestResponse', rule: 0 });
  });

  it('does not see a request that was refused before it had a name', () => {
    expect(decide(policy, clusterInfo)).toMatchObject({ level: 'None', rule: 1 });
    expect(decide(policy, livez)).toMatchObject({ level: 'None', rule: 1 });
  });
});

describe('matching', () => {
  const level = (rule: string, request: AuditRequest, minor?: number): string =>
    decide(policyOf(`rules:\n- level: Metadata\n${rule}`), request, minor).level;
  const pods = (subresource: string, apiGroup = ''): AuditRequest => ({
    verb: 'get',
    path: '',
    resource: { namespace: 'a', apiGroup, resource: 'pods', subresource, name: 'web' },
  });

  it.each([
    ['resources: [{group: "", resources: ["pods"]}]', pods(''), 'Metadata'],
    ['resources: [{group: "", resources: ["pods"]}]', pods('log'), 'None'],
    ['resources: [{group: "", resources: ["pods/*"]}]', pods(''), 'Metadata'],
    ['resources: [{group: "", resources: ["pods/*"]}]', pods('log'), 'Metadata'],
    ['resources: [{group: "", resources: ["*/log"]}]', pods('log'), 'Metadata'],
    ['resources: [{group: "", resources: ["*/log"]}]', pods(''), 'None'],
    ['resources: [{group: "", resources: ["*"]}]', pods('log'), 'Metadata'],
    ['resources: [{group: ""}]', pods('log'), 'Metadata'],
    ['resources: [{group: "", resources: ["pods"], resourceNames: ["db"]}]', pods(''), 'None'],
    ['namespaces: ["b"]', pods(''), 'None'],
    ['nonResourceURLs: ["/livez*"]', livez, 'Metadata'],
    ['nonResourceURLs: ["/livez"]', pods(''), 'None'],
    ['namespaces: [""]', livez, 'None'],
    ['verbs: ["list"]', livez, 'None'],
    ['', livez, 'Metadata'],
  ])('%s', (rule, request, expected) => {
    expect(level(`  ${rule}\n`, request)).toBe(expected);
  });

  it('takes a star for every group from 1.36 on', () => {
    const rule = '  resources: [{group: "*", resources: ["pods"]}]\n';
    expect(level(rule, pods('', 'metrics.k8s.io'), 35)).toBe('None');
    expect(level(rule, pods('', 'metrics.k8s.io'), 36)).toBe('Metadata');
  });

  it('gives None and the policy’s stages if no rule matches', () => {
    const policy = policyOf('omitStages: [Panic]\nrules:\n- level: Metadata\n  verbs: ["list"]\n');
    expect(decide(policy, livez)).toEqual({ level: 'None', omitStages: ['Panic'], omitManagedFields: false });
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

describe.skipIf(!existsSync(evidence))('kube-apiserver 1.28.4 (the recorded runs lie beside the project)', () => {
  it('decides the same 3,000 times', () => {
    let checked = 0;
    for (const line of linesOf('audit-policy-1.28.4.jsonl')) {
      const run = JSON.parse(line) as {
        policy: unknown;
        cases: Case[];
        result: { Level: string; Omit: string[] | null; OmitMF: boolean }[];
      };
      run.cases.forEach((one, index) => {
        const decision = decide(toPolicy(run.policy), requestOf(one), 28);
        const real = run.result[index];
        const got = [decision.level, [...decision.omitStages].sort(), decision.omitManagedFields];
        expect(got).toEqual([real?.Level, [...(real?.Omit ?? [])].sort(), real?.OmitMF]);
        checked++;
      });
    }
    expect(checked).toBe(3000);
  });

  it.each(['v1.20.2', 'v1.28.4'])('writes the stages that %s wrote', (version) => {
    const lines = linesOf(`${version}/S5/audit-policy-vs-401.jsonl`);
    for (const line of lines) {
      const run = JSON.parse(line) as { policyText: string; request: string; status: number; stages: string[] };
      const request = run.request.includes('cluster-info') ? clusterInfo : livez;
      const refused = run.status === 401;
      const decision = decide(policyOf(run.policyText), refused ? request : { ...request, user: anonymous });
      const stages = refused ? (['ResponseStarted'] as const) : (['RequestReceived', 'ResponseComplete'] as const);
      expect(stages.filter((stage) => writes(decision, stage))).toEqual(run.stages);
    }
    expect(lines.length).toBe(54);
  });
});
