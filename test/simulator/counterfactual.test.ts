// The event that a request would have left under another setting, held against the event that it did leave there.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  auditEventsIn,
  counterfactual,
  counterfactualChanges,
  defaultLabServer,
  sendRequest,
  type AuditEventJson,
  type LabRequest,
} from '../../src/core/index.ts';
import { clusterInfoPath } from '../../src/core/kubernetes/cluster-info.ts';
import { hasEvidence, readEvidence, readRows, reasonToSkip } from '../kubernetes/evidence.ts';
import { policyFrom } from './recorded-servers.ts';

const ofTheMoment = ['auditID', 'sourceIPs', 'requestReceivedTimestamp', 'stageTimestamp'];
const comparable = (event: AuditEventJson | undefined): string =>
  JSON.stringify(event, (key, value: unknown) => (ofTheMoment.includes(key) ? '…' : value));

/** One event of our own: the read of cluster-info by a joining node. */
const request: LabRequest = {
  verb: 'get',
  path: clusterInfoPath,
  query: 'timeout=10s',
  credentials: 'none',
  userAgent: 'kubeadm/v1.28.4 (linux/amd64) kubernetes/0000000',
};
const [read] = sendRequest(defaultLabServer('1.28.4'), request).auditEvents;
const event = read as AuditEventJson;

describe('one read of cluster-info', () => {
  it('shows field by field what anonymous off changes', () => {
    const { differences, outcome, assumes } = counterfactual(event, 'anonymous-off', { minor: 28 });
    expect(outcome).toBe('changed');
    expect(assumes?.en).toContain('policy');
    expect(differences.map(({ path, before, after }) => [path, before ?? null, after ?? null])).toEqual([
      ['stage', 'ResponseComplete', 'ResponseStarted'],
      ['user.username', 'system:anonymous', null],
      ['user.groups', ['system:unauthenticated'], null],
      ['responseStatus.code', 200, 401],
      ['responseStatus.status', null, 'Failure'],
      ['responseStatus.message', null, 'Unauthorized'],
      ['responseStatus.reason', null, 'Unauthorized'],
      ['annotations', event['annotations'], null],
    ]);
  });

  it('keeps the name and changes the decision when the binding is gone', () => {
    const { event: after, assumes } = counterfactual(event, 'role-binding-removed', { minor: 28 });
    expect(after).toMatchObject({
      stage: 'ResponseComplete',
      user: { username: 'system:anonymous' },
      responseStatus: { reason: 'Forbidden', code: 403 },
      annotations: { 'authorization.k8s.io/decision': 'forbid', 'authorization.k8s.io/reason': '' },
    });
    expect(assumes?.en).toContain('No other binding');
  });

  it('says nothing new where nothing changes', () => {
    const same = counterfactual(event, 'path-listed');
    expect([same.outcome, same.differences, same.event]).toEqual(['same', [], event]);
    const refused = counterfactual(event, 'anonymous-off').event as AuditEventJson;
    expect(counterfactual(refused, 'anonymous-off').outcome).toBe('same');
    expect(counterfactual(refused, 'path-listed').outcome).toBe('not-known');
  });

  it('disappears under a policy that names users', () => {
    const policy = policyFrom('rules: [{level: Metadata, users: ["system:anonymous"]}]');
    expect(counterfactual(event, 'anonymous-off', { minor: 28, policy })).toMatchObject({ outcome: 'not-written' });
    expect(counterfactual(event, 'anonymous-off', { minor: 28, policy })).not.toHaveProperty('event');
  });

  it('leaves out message and details up to 1.23', () => {
    const { event: after } = counterfactual(event, 'anonymous-off', { minor: 23 });
    expect(after?.['responseStatus']).toEqual({ metadata: {}, status: 'Failure', reason: 'Unauthorized', code: 401 });
  });
});

describe('any object', () => {
  it('is answered, whatever it is', () => {
    fc.assert(
      fc.property(fc.object(), fc.constantFrom(...counterfactualChanges), (any, change) => {
        expect(counterfactual(any as AuditEventJson, change).because.en.length).toBeGreaterThan(10);
      }),
    );
  });

  it('is the same as the lab’s own event under the other setting', () => {
    const paths = ['/livez', '/version', '/api', '/metrics', clusterInfoPath];
    fc.assert(
      fc.property(fc.integer({ min: 18, max: 37 }), fc.constantFrom(...paths), (minor, path) => {
        const server = defaultLabServer(`1.${minor}`);
        const one = { ...request, path };
        const [on] = sendRequest(server, one).auditEvents;
        const [off] = sendRequest({ ...server, anonymousAuth: false }, one).auditEvents;
        expect(counterfactual(on as AuditEventJson, 'anonymous-off', { minor }).event).toEqual(off);
      }),
    );
  });
});

interface Row {
  readonly credential: string;
  readonly path: string;
  readonly auditEvents: readonly AuditEventJson[];
}

describe.skipIf(!hasEvidence).each([
  ['v1.20.2', 20],
  ['v1.28.4', 28],
])(`the recorded requests of %s${reasonToSkip}`, (version, minor) => {
  const policy = hasEvidence ? policyFrom(readEvidence(`${version}/S2m/audit-policy.yaml`)) : undefined;
  const rowsOf = (scenario: string): readonly Row[] =>
    readRows(`${version}/${scenario}/http-probes.audit.jsonl`) as unknown as readonly Row[];

  it('become the events that were recorded with --anonymous-auth=false', () => {
    const off = rowsOf('S2m');
    const strangers = ['none', 'kube-probe', 'empty-bearer', 'basic-auth'];
    const rows = rowsOf('S1m').filter(({ credential }) => strangers.includes(credential));
    const wrong = rows.filter(({ credential, path, auditEvents }) => {
      const twin = off.find((one) => one.credential === credential && one.path === path)?.auditEvents[0];
      const { event: after } = counterfactual(auditEvents[0] as AuditEventJson, 'anonymous-off', {
        minor,
        ...(policy ? { policy } : {}),
      });
      return comparable(after) !== comparable(twin);
    });
    process.stdout.write(
      `counterfactual of ${version}: ${rows.length - wrong.length} of ${rows.length} events as recorded\n`,
    );
    expect(wrong.map(({ credential, path }) => `${credential} ${path}`)).toEqual([]);
    expect(rows).toHaveLength(48);
  });

  it('stay what they were for those with credentials', () => {
    const rows = rowsOf('S1m').filter(
      ({ credential }) => /token$|admin|secret|bearer$|cert/.test(credential) && credential !== 'empty-bearer',
    );
    const outcomes = rows.map(
      ({ auditEvents }) => counterfactual(auditEvents[0] as AuditEventJson, 'anonymous-off', { minor }).outcome,
    );
    expect([...new Set(outcomes)]).toEqual(['same']);
    expect(rows).toHaveLength(84);
  });

  it('loses its binding as it was recorded on servers without it', () => {
    const refused = readRows(`${version}/S5/audit-policy-vs-401.jsonl`).find(
      (row) =>
        row['policy'] === 'omit-RequestReceived' &&
        row['anonymousAuth'] === 'true' &&
        row['request'] === 'no credentials cluster-info',
    ) as unknown as { readonly policyText: string; readonly events: readonly AuditEventJson[] };
    const allowed = rowsOf('S1m').find(({ credential, path }) => credential === 'none' && path === clusterInfoPath);
    const { event: after } = counterfactual(allowed?.auditEvents[0] as AuditEventJson, 'role-binding-removed', {
      minor,
      policy: policyFrom(refused.policyText),
    });
    expect(comparable(after)).toBe(comparable(refused.events[0]));
  });
});

describe('a pasted log', () => {
  it('gives its events as they stand in it', () => {
    expect(auditEventsIn(`${JSON.stringify(event)}\n${JSON.stringify(event)}\n`)).toEqual([event, event]);
    expect(auditEventsIn('nothing of the kind')).toEqual([]);
  });
});
