// The two gates for any server and any request: what may never happen, whatever the settings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspect, newestMinor, oldestMinor, type Outcome } from '../../src/core/index.ts';
import { kubeadmFile } from '../kubernetes/kubeadm-file.ts';
import { answer, type GateRequest, type ServerModel } from '../../src/core/simulator/gates.ts';
import { removableBindings } from '../../src/core/simulator/lab/role-bindings.ts';
import { clusterInfoPath } from '../../src/core/kubernetes/cluster-info.ts';

const path = fc.oneof(
  fc.constantFrom(
    '/livez',
    '/readyz',
    '/healthz',
    '/version',
    '/api',
    '/metrics',
    '/livez/ping',
    '/healthz/',
    clusterInfoPath,
  ),
  fc.webPath(),
);
const server: fc.Arbitrary<ServerModel> = fc.record({
  minor: fc.integer({ min: oldestMinor, max: newestMinor }),
  anonymous: fc.constantFrom('on', 'off', 'paths', 'invalid', 'unknown'),
  anonymousPaths: fc.array(path, { maxLength: 6 }),
  authorizer: fc.constantFrom('rbac', 'always-allow', 'rbac-then-allow', 'other'),
  bindings: fc.subarray([...removableBindings]),
});
const request: fc.Arbitrary<GateRequest> = fc.record({
  path,
  credentials: fc.constantFrom('none', 'bootstrap-token', 'client-certificate'),
});
const stranger = request.map((one): GateRequest => ({ ...one, credentials: 'none' }));

describe('any server, any request', () => {
  it('lets no stranger in when anonymous requests are off', () => {
    fc.assert(
      fc.property(server, stranger, (model, one) => {
        expect(answer({ ...model, anonymous: 'off' }, one)).toBe(401);
      }),
    );
  });

  it('is never more open with a list than without one', () => {
    fc.assert(
      fc.property(server, stranger, (model, one) => {
        const listed = answer({ ...model, anonymous: 'paths' }, one);
        const open = answer({ ...model, anonymous: 'on' }, one);
        expect([401, open]).toContain(listed);
      }),
    );
  });

  it('opens exactly what is listed, and asks RBAC for the rest', () => {
    fc.assert(
      fc.property(server, stranger, (model, one) => {
        const listed = answer({ ...model, anonymous: 'paths' }, one);
        const isListed = model.anonymousPaths.includes(one.path);
        expect(listed === 401).toBe(!isListed);
      }),
    );
  });

  it('treats those with credentials alike, whatever strangers get', () => {
    fc.assert(
      fc.property(server, request, (model, one) => {
        fc.pre(one.credentials !== 'none');
        expect(answer({ ...model, anonymous: 'off' }, one)).toBe(answer({ ...model, anonymous: 'on' }, one));
        expect(answer({ ...model, anonymous: 'on' }, one)).not.toBe(401);
      }),
    );
  });

  it('answers nobody when it does not start', () => {
    fc.assert(
      fc.property(server, request, (model, one) => {
        expect(answer({ ...model, anonymous: 'invalid' }, one)).toBe('refused-start');
      }),
    );
  });
});

describe('any kubeadm file', () => {
  const minors = fc.integer({ min: oldestMinor, max: newestMinor });
  const outcomesOf = (minor: number, args: readonly (readonly [string, string])[]): readonly Outcome[] => {
    return inspect(kubeadmFile(minor, args), { kubernetesVersion: `1.${minor}` }).outcomes;
  };
  const strangers = [
    'kubeadm join (token)',
    'startup probe',
    'liveness probe',
    'readiness probe',
    'load balancer /healthz',
  ];

  it('foresees 401 for every stranger when the flag is one of Go’s six words for false', () => {
    fc.assert(
      fc.property(minors, fc.constantFrom('0', 'f', 'F', 'FALSE', 'false', 'False'), (minor, value) => {
        const asked = outcomesOf(minor, [['anonymous-auth', value]]).filter(({ consumer }) =>
          strangers.includes(consumer),
        );
        expect(asked.length).toBeGreaterThan(2);
        expect(asked.filter(({ verdict, httpStatus }) => verdict !== 'fails' || httpStatus !== 401)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives every consumer one outcome, and says which finding stands behind each refusal', () => {
    const flags = fc.constantFrom(
      ['anonymous-auth', 'false'],
      ['anonymous-auth', 'no'],
      ['authorization-mode', 'AlwaysAllow'],
      ['authorization-mode', 'Node,Webhook'],
      ['anonymus-auth', 'false'],
      ['authentication-config', '/etc/kubernetes/pki/authn.yaml'],
    ) as fc.Arbitrary<readonly [string, string]>;
    fc.assert(
      fc.property(minors, fc.array(flags, { maxLength: 3 }), (minor, args) => {
        const outcomes = outcomesOf(minor, args);
        expect(new Set(outcomes.map(({ consumer }) => consumer)).size).toBe(outcomes.length);
        const unexplained = outcomes.filter(
          ({ consumer, verdict, because }) =>
            verdict !== 'works' && because.length === 0 && consumer !== 'OIDC discovery',
        );
        expect(unexplained).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
