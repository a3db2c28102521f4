// core/kubernetes/audit-event and what stands on it: identities, RBAC reasons, times, stories, the pair of one join.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain, inspect, locales, tell, type Report, type Story } from '../../src/core/index.ts';
import { parseRbacReason } from '../../src/core/kubernetes/rbac-reason.ts';
import { parseMicroseconds } from '../../src/core/kubernetes/timestamp.ts';

const event = (fields: object): string =>
  JSON.stringify({
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: 'f4818184-7fbd-41a8-b6c1-89d51af38a3b',
    stage: 'ResponseComplete',
    requestURI: '/livez?timeout=10s&token=secret',
    verb: 'get',
    user: {},
    ...fields,
  });
const anonymous = { username: 'system:anonymous', groups: ['system:unauthenticated'] };
const refused = { responseStatus: { code: 401 } };

function storyOf(fields: object): Story {
  const [story] = inspect(event(fields)).stories;
  if (!story) throw new Error('no story');
  return story;
}

describe('who asked, and what would change without anonymous access', () => {
  it.each([
    ['anonymous', 'refused', { user: anonymous }],
    ['anonymous-name-only', 'name-only', { user: { username: 'system:anonymous', groups: ['system:masters'] } }],
    ['rejected', 'already-refused', { user: {}, ...refused }],
    ['unknown', 'unknown', { user: {}, responseStatus: { code: 200 } }],
    ['unknown', 'bad-timeout', { user: {}, stage: 'ResponseStarted', responseStatus: { code: 400 } }],
    ['bootstrap-token', 'unchanged', { user: { username: 'system:bootstrap:abcdef' } }],
    ['node', 'unchanged', { user: { username: 'system:node:node01' } }],
    ['service-account', 'unchanged', { user: { username: 'system:serviceaccount:default:web' } }],
    ['impersonated', 'unchanged-impersonation', { user: { username: 'admin' }, impersonatedUser: anonymous }],
    ['user', 'unchanged', { user: { username: 'kubernetes-admin', groups: ['system:masters'] } }],
    ['anonymous', 'other-server', { user: anonymous, requestURI: '/oauth/authorize' }],
  ])('%s: %s', (identity, anonymousOff, fields) => {
    expect(storyOf(fields).args).toMatchObject({ identity, anonymousOff });
  });
});

it('reads an event in YAML', () => {
  const yaml = `apiVersion: audit.k8s.io/v1
kind: Event
auditID: f4818184-7fbd-41a8-b6c1-89d51af38a3b
stage: ResponseStarted
verb: get
requestURI: /livez
user: {}
responseStatus:
  code: 401
`;
  expect(inspect(yaml).stories[0]?.args).toMatchObject({ identity: 'rejected', code: 401 });
});

it('judges nothing in a log that another server wrote', () => {
  const login = { requestURI: '/login', user: anonymous, responseStatus: { code: 302 } };
  const head = { requestURI: '/', verb: 'head', user: anonymous, responseStatus: { code: 403 } };
  expect(inspect(`${event(login)}\n${event(head)}\n`).findings).toEqual([]);
});

it('never shows the query of a request', () => {
  expect(JSON.stringify(inspect(event({ user: anonymous })))).not.toContain('secret');
});

it('never shows a body', () => {
  const secret = { requestObject: { data: { password: 'c2VjcmV0' } }, responseObject: { data: 'c2VjcmV0' } };
  const report = inspect(event({ user: anonymous, level: 'RequestResponse', ...secret }));
  expect(JSON.stringify(report)).not.toContain('c2VjcmV0');
  expect(report.stories[0]?.args).toMatchObject({ bodies: 'both' });
});

describe('RBAC reasons', () => {
  it('has the name before the namespace', () => {
    const text =
      'RBAC: allowed by RoleBinding "kubeadm:bootstrap-signer-clusterinfo/kube-public" of Role "kubeadm:bootstrap-signer-clusterinfo" to User "system:anonymous"';
    expect(parseRbacReason(text)).toEqual({
      bindingKind: 'RoleBinding',
      bindingName: 'kubeadm:bootstrap-signer-clusterinfo',
      bindingNamespace: 'kube-public',
      roleKind: 'Role',
      roleName: 'kubeadm:bootstrap-signer-clusterinfo',
      subjectKind: 'User',
      subjectName: 'system:anonymous',
    });
  });

  it('reads quoted quotes and a cluster-wide binding', () => {
    const text = String.raw`RBAC: allowed by ClusterRoleBinding "a\"b/c" of ClusterRole "view" to ServiceAccount "web/default"`;
    expect(parseRbacReason(text)).toMatchObject({ bindingName: 'a"b/c', subjectName: 'web/default' });
    expect(parseRbacReason(text)).not.toHaveProperty('bindingNamespace');
  });

  it.each(['', 'access granted by IAM permissions.', 'RBAC: clusterrole.rbac.authorization.k8s.io "x" not found'])(
    'leaves %j alone',
    (text) => {
      expect(parseRbacReason(text)).toBeUndefined();
    },
  );
});

it('keeps microseconds', () => {
  const [a, b] = ['2020-12-13T10:48:45.085069Z', '2020-12-13T19:48:45.098993+09:00'].map(parseMicroseconds);
  expect((b ?? 0) - (a ?? 0)).toBe(13_924);
  expect(parseMicroseconds('yesterday')).toBeUndefined();
});

it('tells nameless requests first if there are too many', () => {
  const admin = event({ user: { username: 'kubernetes-admin' } });
  const report = inspect([...Array<string>(200).fill(admin), event({ user: anonymous })].join('\n'));
  expect(report.stories.at(-1)?.args).toMatchObject({ identity: 'anonymous', untold: 151 });
});

const shared = new URL('../../../shared/', import.meta.url).pathname;
const codesOf = ({ findings }: Report): readonly string[] => findings.map(({ code }) => code);

describe.skipIf(!existsSync(shared))('the recorded runs, which lie beside the project', () => {
  it('tells the article’s two events', () => {
    const article = readFileSync(`${shared}article/kube-apiserver-anonymous-auth-false.txt`, 'utf8');
    const events = article.slice(article.indexOf('{\n  "kind": "Event"'), article.lastIndexOf('\n}\n') + 3);
    const report = inspect(events);
    expect(report.objects.length).toBe(2);
    expect(codesOf(report)).toEqual(['KA501', 'KA503', 'KA502']);
    const pair = report.findings.find(({ code }) => code === 'KA502');
    expect(pair?.args).toMatchObject({ milliseconds: 13.9, source: '10.146.0.5' });
    for (const locale of locales) {
      const said = [
        ...report.findings.map((one) => explain(one, locale).message),
        ...tell(report.stories[0] as Story, locale).rows.map(({ text }) => text),
      ].join('\n');
      for (const word of [
        'system:anonymous',
        'cluster-info',
        '10.146.0.5',
        'kubeadm:bootstrap-signer-clusterinfo',
        '401',
      ]) {
        expect(said).toContain(word);
      }
    }
  });

  it.each([
    ['v1.20.2/K4-article-true', ['KA501', 'KA502', 'KA503', 'KA512']],
    ['v1.20.2/K2-init-false', ['KA504', 'KA513']],
    ['v1.20.2/S2m', ['KA504', 'KA510', 'KA513']],
    ['v1.28.4/S2m', ['KA504', 'KA510', 'KA513']],
    ['v1.28.4/S1m', ['KA501', 'KA501', 'KA502', 'KA503', 'KA504', 'KA510', 'KA511', 'KA512']],
  ])('says the right things about %s', (run, codes) => {
    const report = inspect(readFileSync(`${shared}evidence/${run}/audit.log`, 'utf8'));
    expect([...codesOf(report)].sort()).toEqual(codes);
  });
});
