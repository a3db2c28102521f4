// core/formats/events-in: whatever a log store puts around an event, the same event comes out, at any depth.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsIn, eventsInText } from '../../src/core/formats/events-in.ts';

const event = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  level: 'Metadata',
  auditID: 'a1',
  stage: 'ResponseComplete',
  requestURI: '/readyz',
  verb: 'get',
  user: { username: 'system:anonymous', groups: ['system:unauthenticated'] },
  sourceIPs: ['192.0.2.7'],
  userAgent: 'a "quoted" {brace}\\',
  responseStatus: { metadata: {}, code: 200 },
};

describe('an event', () => {
  const around = fc.constantFrom<(inner: unknown) => unknown>(
    (inner) => inner,
    (inner) => [inner],
    (inner) => ({ items: [inner] }),
    (inner) => ({ log: `${JSON.stringify(inner)}\n`, stream: 'stdout' }),
    (inner) => ({ message: `2026-11-24T03:00:00Z stdout F ${JSON.stringify(inner)}` }),
    (inner) => ({ _index: 'x', _source: inner, fields: { auditID: ['a1'] } }),
    (inner) => ({ values: [['1732417200000000000', JSON.stringify(inner)]] }),
  );

  it('is the same inside any three wrappings', () => {
    fc.assert(
      fc.property(around, around, around, (outer, middle, inner) => {
        expect(eventsIn(outer(middle(inner(event))))).toEqual([event]);
      }),
    );
  });

  it('is found in a line behind a prefix', () => {
    expect(eventsInText(`Nov 24 03:00:00 cp-1 audit: ${JSON.stringify(event)}`)).toEqual([event]);
  });

  it('may be one that a body quotes: then only the outer one counts', () => {
    const outer = { ...event, requestObject: { log: JSON.stringify(event) } };
    expect(eventsIn(outer)).toEqual([outer]);
  });
});

describe('other field names', () => {
  it('reads the columns of AKSAudit, objects as text too', () => {
    const row = {
      AuditId: 'a1',
      RequestUri: '/readyz',
      User: '{"username":"system:anonymous"}',
      SourceIps: ['192.0.2.7'],
      'StageReceivedTime [UTC]': '2026-11-24T03:00:00Z',
    };
    expect(eventsIn({ tables: [{ rows: [row] }] })).toEqual([
      {
        auditID: 'a1',
        requestURI: '/readyz',
        user: { username: 'system:anonymous' },
        sourceIPs: ['192.0.2.7'],
        stageTimestamp: '2026-11-24T03:00:00Z',
      },
    ]);
  });

  it('reads an entry of GKE and keeps its gRPC code away from HTTP codes', () => {
    const entry = {
      operation: { id: 'a1' },
      labels: { 'authorization.k8s.io/decision': 'forbid' },
      protoPayload: {
        serviceName: 'k8s.io',
        methodName: 'io.k8s.apps.v1.deployments.scale.patch',
        resourceName: 'apps/v1/namespaces/shop/deployments/web/scale',
        authenticationInfo: { principalEmail: 'ann@example.com' },
        requestMetadata: { callerIp: '192.0.2.7' },
        status: { code: 7, message: 'PERMISSION_DENIED' },
      },
    };
    expect(eventsIn(entry)).toMatchObject([
      {
        auditID: 'a1',
        verb: 'patch',
        user: { username: 'ann@example.com' },
        objectRef: {
          resource: 'deployments',
          namespace: 'shop',
          name: 'web',
          subresource: 'scale',
          apiGroup: 'apps',
          apiVersion: 'v1',
        },
        requestURI: '/apis/apps/v1/namespaces/shop/deployments/web/scale',
        responseStatus: { grpcCode: 7 },
        annotations: { 'authorization.k8s.io/decision': 'forbid' },
      },
    ]);
  });

  it('leaves the cluster management of GKE alone', () => {
    const protoPayload = { serviceName: 'container.googleapis.com', methodName: 'google.container.v1.CreateCluster' };
    expect(eventsIn({ protoPayload })).toEqual([]);
  });

  it('puts the dots back and takes the real level', () => {
    const kept = { ...event, level: 'default', k8s_audit_level: 'Metadata' };
    const annotations = { authorization_k8s_io_: 'x', 'authorization_k8s_io/decision': 'allow', 'a.b/c_d': 'y' };
    expect(eventsIn({ ...kept, annotations })).toMatchObject([
      {
        level: 'Metadata',
        annotations: { authorization_k8s_io_: 'x', 'authorization.k8s.io/decision': 'allow', 'a.b/c_d': 'y' },
      },
    ]);
  });

  it('reads the legacy text', () => {
    const line =
      '2022-05-18T20:30:39.8+08:00 AUDIT: id="a1" stage="Panic" ip="192.0.2.7" method="watch" user="eve" groups="\\"k:users\\",\\"system:authenticated\\"" as="<self>" asgroups="<lookup>" namespace="<none>" uri="/apis?watch=true" response="500"';
    expect(eventsInText(line)).toEqual([
      {
        auditID: 'a1',
        stage: 'Panic',
        requestURI: '/apis?watch=true',
        verb: 'watch',
        user: { username: 'eve', groups: ['k:users', 'system:authenticated'] },
        sourceIPs: ['192.0.2.7'],
        responseStatus: { metadata: {}, code: 500 },
        requestReceivedTimestamp: '2022-05-18T20:30:39.8+08:00',
      },
    ]);
  });
});

it('takes any value without throwing', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(Array.isArray(eventsIn(value))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', 'auditID', ':', 'AUDIT: id=', ' ') }),
      (text) => {
        expect(Array.isArray(eventsInText(text))).toBe(true);
      },
    ),
  );
});
