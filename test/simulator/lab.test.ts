// What may never happen in the lab, whatever the settings.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defaultLabServer,
  labClients,
  labCredentials,
  newestMinor,
  oldestLabMinor,
  removableBindings,
  runClient,
  sendRequest,
  startServer,
  type LabRequest,
  type LabServer,
} from '../../src/core/index.ts';
import { clusterInfoPath } from '../../src/core/kubernetes/cluster-info.ts';

const path = fc.oneof(
  fc.constantFrom(
    '/livez',
    '/readyz',
    '/healthz',
    '/version',
    '/api',
    '/',
    '/livez/ping',
    '/healthz/',
    clusterInfoPath,
  ),
  fc.webPath(),
);
const minors = fc.integer({ min: oldestLabMinor, max: newestMinor });
const files = fc.record(
  {
    apiVersion: fc.constantFrom(
      'apiserver.config.k8s.io/v1alpha1',
      'apiserver.config.k8s.io/v1beta1',
      'apiserver.config.k8s.io/v1',
    ),
    anonymous: fc.record({ enabled: fc.boolean(), paths: fc.array(path, { maxLength: 4 }) }),
  },
  { requiredKeys: ['apiVersion'] },
);
const server: fc.Arbitrary<LabServer> = fc
  .record({
    minor: minors,
    anonymousAuth: fc.option(fc.boolean(), { nil: undefined }),
    file: fc.option(files, { nil: undefined }),
    modes: fc.constantFrom(['Node', 'RBAC'], ['AlwaysAllow'], ['RBAC', 'AlwaysAllow'], ['Node', 'Webhook']),
    bindings: fc.subarray([...removableBindings]),
    gate: fc.option(fc.boolean(), { nil: undefined }),
    clusterInfo: fc.constantFrom('signed', 'unsigned', 'missing'),
    auditPolicy: fc.constantFrom('metadata-for-all', 'article', 'none'),
  })
  .map(({ minor, anonymousAuth, file, modes, gate, ...rest }) => ({
    ...defaultLabServer(`1.${minor}`),
    ...rest,
    authorizationModes: modes,
    featureGates: gate === undefined ? {} : { AnonymousAuthConfigurableEndpoints: gate },
    ...(anonymousAuth === undefined ? {} : { anonymousAuth }),
    ...(file === undefined ? {} : { authenticationConfiguration: file }),
  }));
const request: fc.Arbitrary<LabRequest> = fc.record({
  verb: fc.constantFrom('get', 'list', 'create'),
  path,
  credentials: fc.constantFrom(...labCredentials),
  userAgent: fc.constantFrom('', 'curl/8.5.0', 'kube-probe/1.32', 'kubeadm/v1.32.0 (linux/amd64) kubernetes/0000000'),
});
const stranger = request.map((one): LabRequest => ({ ...one, credentials: 'none' }));
const statusOf = (one: LabServer, asked: LabRequest): number | undefined => sendRequest(one, asked).response?.status;

function withoutFile(any: LabServer): LabServer {
  const entries = Object.entries(any).filter(([key]) => key !== 'authenticationConfiguration');
  return Object.fromEntries(entries) as unknown as LabServer;
}

/** kubeadm's server with one list of paths, at a version that has lists. */
const listing = (minor: number, paths: readonly string[]): LabServer => ({
  ...defaultLabServer(`1.${minor}`),
  authenticationConfiguration: { apiVersion: 'apiserver.config.k8s.io/v1beta1', anonymous: { enabled: true, paths } },
});

describe('any server, any request', () => {
  it('lets no stranger through with the flag off, whatever else is set', () => {
    fc.assert(
      fc.property(server, stranger, (any, one) => {
        const rest = withoutFile(any);
        const off = { ...rest, anonymousAuth: false };
        const { response, steps } = sendRequest(off, one);
        expect(startServer(off).starts ? response?.status : undefined).toBe(response?.status);
        expect([401, undefined]).toContain(response?.status);
        expect(steps.some(({ passed }) => passed)).toBe(false);
      }),
    );
  });

  it('is never more open with a list than with everything open', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 32, max: newestMinor }),
        fc.array(path, { minLength: 1, maxLength: 5 }),
        stranger,
        (minor, paths, one) => {
          const listed = statusOf(listing(minor, paths), one);
          const open = statusOf(defaultLabServer(`1.${minor}`), one);
          expect([401, open]).toContain(listed);
          expect(listed === 401).toBe(!paths.includes(one.path));
        },
      ),
    );
  });

  it('answers alike with and without a query', () => {
    fc.assert(
      fc.property(
        server,
        request,
        fc.constantFrom('timeout=10s', 'verbose', 'pretty=true', 'a=%2Flivez'),
        (any, one, query) => {
          expect(statusOf(any, { ...one, query })).toBe(statusOf(any, one));
        },
      ),
    );
  });

  it('never turns 401 into something else by taking a binding away, and never opens anything by that', () => {
    fc.assert(
      fc.property(server, request, fc.constantFrom(...removableBindings), (any, one, binding) => {
        const before = statusOf(any, one);
        const after = statusOf({ ...any, bindings: any.bindings.filter((name) => name !== binding) }, one);
        if (before === 401 || before === 403) expect(after).toBe(before);
        else expect([before, 403]).toContain(after);
      }),
    );
  });

  it('refuses a wrong credential with 401 wherever strangers may come in', () => {
    const wrong = fc.constantFrom(
      'expired-bootstrap-token',
      'unknown-bootstrap-token',
      'bad-bearer-token',
      'expired-client-certificate',
    ) as fc.Arbitrary<LabRequest['credentials']>;
    fc.assert(
      fc.property(server, request, wrong, (any, one, credentials) => {
        const { response, auditEvents } = sendRequest(any, { ...one, credentials });
        expect([401, undefined]).toContain(response?.status);
        for (const event of auditEvents) expect(event).toMatchObject({ stage: 'ResponseStarted', user: {} });
      }),
    );
  });

  it('gives the same to those with credentials, whether strangers are let in or not', () => {
    fc.assert(
      fc.property(
        server,
        request,
        fc.constantFrom('bootstrap-token', 'service-account', 'client-certificate'),
        (any, one, credentials) => {
          const rest = withoutFile(any);
          const asked = { ...one, credentials };
          expect(statusOf({ ...rest, anonymousAuth: false }, asked)).toBe(
            statusOf({ ...rest, anonymousAuth: true }, asked),
          );
        },
      ),
    );
  });

  it('writes no line about a 401 with a policy that names users, and at most two about anything', () => {
    fc.assert(
      fc.property(server, request, (any, one) => {
        const { response, auditEvents } = sendRequest({ ...any, auditPolicy: 'article' }, one);
        if (response?.status === 401) expect(auditEvents).toEqual([]);
        expect(sendRequest(any, one).auditEvents.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('says of a server that does not start why, and lets nobody ask it', () => {
    fc.assert(
      fc.property(server, request, fc.constantFrom(...labClients), (any, one, { id }) => {
        const start = startServer(any);
        const { response, steps, auditEvents } = sendRequest(any, one);
        const run = runClient(any, id);
        if (start.starts) return;
        expect([response, steps.length, auditEvents.length]).toEqual([undefined, 0, 0]);
        expect([run.verdict, run.because]).toEqual(['fails', start.because]);
      }),
    );
  });

  it('ends every run with a verdict that its exit code bears out', () => {
    fc.assert(
      fc.property(server, fc.constantFrom(...labClients), (any, { id }) => {
        const { verdict, exitCode, because, turns } = runClient(any, id);
        if (exitCode !== undefined) expect(exitCode === 0).toBe(verdict === 'works');
        expect([because.en, because.ja].every((text) => text.length > 10)).toBe(true);
        expect(turns.map(({ atSeconds }) => atSeconds)).toEqual(
          turns.map(({ atSeconds }) => atSeconds).toSorted((a, b) => a - b),
        );
        expect(JSON.parse(JSON.stringify(turns))).toEqual(turns);
      }),
    );
  });
});
