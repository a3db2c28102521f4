// core/stories/audit-event: what annotations, credentials, user agents, addresses and reasons say.
import { describe, expect, it } from 'vitest';
import { answer, noted, told } from './told-event.ts';

describe('what the server noted', () => {
  it.each<readonly [string, object]>([
    ['a deprecated API, gone in 1.25', { 'k8s.io/deprecated': 'true', 'k8s.io/removed-release': '1.25' }],
    [
      'Pod Security enforces `baseline:latest`; would violate PodSecurity "restricted:latest": x',
      {
        'pod-security.kubernetes.io/enforce-policy': 'baseline:latest',
        'pod-security.kubernetes.io/audit-violations': 'would violate PodSecurity "restricted:latest": x',
      },
    ],
    ['exempt from Pod Security by its namespace', { 'pod-security.kubernetes.io/exempt': 'namespace' }],
    [
      'a service account token from a Secret, which never expires',
      { 'authentication.k8s.io/legacy-token': 'system:serviceaccount:shop:web' },
    ],
    [
      'changed by 1 admission webhook; let through although a webhook failed: `w.example.com`',
      {
        'mutation.webhook.admission.k8s.io/round_0_index_0': '{"configuration":"a","webhook":"b","mutated":true}',
        'mutation.webhook.admission.k8s.io/round_0_index_1': '{"configuration":"a","webhook":"c","mutated":false}',
        'failed-open.validating.webhook.admission.k8s.io/round_0_index_0': 'w.example.com',
      },
    ],
    [
      '1 failed check of ValidatingAdmissionPolicies',
      { 'validation.policy.admission.k8s.io/validation_failure': '[{"message":"m","policy":"p","binding":"b"}]' },
    ],
  ])('%s', (text, annotations) => {
    expect(told(noted(annotations))['Noted by the server']).toBe(text);
  });

  it('says where the time went, and that bodies were too large', () => {
    const rows = told({
      level: 'RequestResponse',
      ...noted({ 'apiserver.latency.k8s.io/etcd': '1.2s', 'audit.k8s.io/truncated': 'true' }),
    });
    expect(rows['When']).toContain('of these: etcd 1.2s');
    expect(rows['Written as']).toContain('too large and left out');
  });
});

describe('who and with what', () => {
  const extra = (key: string, value: string): object => ({
    user: {
      username: 'system:serviceaccount:shop:web',
      extra: { [`authentication.kubernetes.io/${key}`]: [value] },
    },
  });

  it('reads the credential and the Pod', () => {
    expect(told(extra('credential-id', 'JTI=1'))['Credentials']).toContain('service account token');
    expect(told(extra('credential-id', 'X509SHA256=ab'))['Credentials']).toContain('client certificate');
    expect(told(extra('pod-name', 'web-1'))['Who']).toContain('from the Pod `web-1`');
  });

  it.each([
    ['kube-scheduler/v1.33.1 (linux/amd64) kubernetes/8adc0f0/leader-election', 'a part of Kubernetes itself'],
    ['Go-http-client/1.1', 'without a name of its own'],
    ['Mozilla/5.0 zgrab/0.x', 'a browser, or a program that poses as one'],
    ['operator/v0.0.0 (linux/amd64) kubernetes/$Format', 'built without a version'],
    ['x...TRUNCATED', 'cut off by the server'],
  ])('%s', (userAgent, kind) => {
    expect(told({ userAgent })['Client']).toContain(kind);
  });

  it('trusts the last address only, and sees masked ones', () => {
    expect(told({ sourceIPs: ['203.0.113.9', '10.0.0.1'] })['From']).toContain('Only the last address is certain');
    expect(told({ sourceIPs: ['99.999.999.999'] })['From']).toContain('masked');
    expect(told({ sourceIPs: ['fe80::1'] })['From']).toBe('`fe80::1`');
  });
});

describe('why a request was refused', () => {
  const forbid = (reason: string): object =>
    noted({ 'authorization.k8s.io/decision': 'forbid', 'authorization.k8s.io/reason': reason });

  it.each([
    ['', 'refused: no rule allows it'],
    ['Everything is forbidden.', 'AlwaysDeny'],
    ["no relationship found between node 'n1' and this object", 'by the Node authorizer'],
    ['RBAC: clusterrole.rbac.authorization.k8s.io "x" not found', 'RBAC met an error'],
  ])('%s', (reason, text) => {
    expect(told({ ...forbid(reason), ...answer(403) })['Gate 2: authorization']).toContain(text);
  });
});
