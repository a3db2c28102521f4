// core/logs: the walk over the head of a line counts exactly what JSON.parse of every line counts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AuditSummary } from '../../src/core/logs/index.ts';
import { makeAuditLog } from '../bench/audit-log.ts';
import { readLog, said } from './read-log.ts';

const hard = fc.constantFrom(
  ...[
    'system:anonymous',
    '"user":{"username":"system:anonymous"}',
    '","responseStatus":{"code":401},"x":"\\',
    'ü日本 🙂',
  ],
  ...[
    '<script>&amp;',
    '\u2028',
    'tab\there',
    'a'.repeat(700),
    '{[}]',
    ',"stageTimestamp":"2026-01-05T08:00:00.000000Z"',
    '',
  ],
);
const text = fc.oneof(hard, fc.string({ maxLength: 40 }));
const time = fc
  .integer({ min: 0, max: 4e9 })
  .map(
    (at) =>
      `${new Date(Date.UTC(2026, 0, 5) + Math.floor(at / 1000)).toISOString().slice(0, 20)}${String(at % 1e6).padStart(6, '0')}Z`,
  );
const body = fc.oneof(
  fc.constant(undefined),
  fc.constant({
    user: { username: 'system:anonymous', groups: ['system:unauthenticated'] },
    responseStatus: { code: 401 },
  }),
  fc.jsonValue({ maxDepth: 3 }).filter((value) => typeof value === 'object' && value !== null),
);
const user = fc.oneof(
  ...['system:anonymous', 'system:node:a', 'system:serviceaccount:b:c', 'system:bootstrap:abcdef', 'anna'].map(
    (username) =>
      fc.constant({
        username,
        groups: [username === 'system:anonymous' ? 'system:unauthenticated' : 'system:authenticated'],
      }),
  ),
  fc.constant({}),
  fc.record({ username: text, groups: fc.array(text, { maxLength: 3 }) }),
  fc.record({
    username: text,
    uid: text,
    groups: fc.array(text, { maxLength: 3 }),
    extra: fc.dictionary(text, fc.array(text, { maxLength: 2 })),
  }),
);

/** Keys in the order in which kube-apiserver writes them. */
const event = fc
  .record({
    level: fc.constantFrom('Metadata', 'Request', 'RequestResponse'),
    auditID: text,
    stage: fc.constantFrom('ResponseComplete', 'ResponseStarted', 'RequestReceived', 'Panic', 'odd'),
    requestURI: fc.oneof(
      text,
      fc.constantFrom(
        '/livez?x=1',
        '/api/v1/namespaces/a/pods/b/log?c',
        '/oauth/authorize',
        '/api/v1/namespaces/kube-public/configmaps/cluster-info',
      ),
    ),
    verb: fc.constantFrom('get', 'list', 'create', 'watch'),
    user,
    impersonatedUser: fc.option(fc.constant({ username: 'system:anonymous', groups: ['system:unauthenticated'] }), {
      nil: undefined,
      freq: 12,
    }),
    sourceIPs: fc.option(fc.array(text, { maxLength: 3 }), { nil: undefined }),
    userAgent: fc.option(text, { nil: undefined }),
    objectRef: fc.option(
      fc.record({
        resource: fc.constantFrom('pods', 'secrets', ''),
        namespace: text,
        name: text,
        resourceVersion: fc.constant('9007199254740993'),
      }),
      { nil: undefined },
    ),
    responseStatus: fc.option(
      fc.oneof(
        fc.record({ metadata: fc.constant({}), code: fc.constantFrom(200, 201, 403, 401, 500) }),
        fc.record({
          metadata: fc.constant({}),
          status: text,
          message: text,
          details: fc.jsonValue({ maxDepth: 2 }),
          code: fc.constantFrom(401, 403, 404, 7, 1200),
        }),
      ),
      { nil: undefined, freq: 8 },
    ),
    requestObject: body,
    responseObject: body,
    requestReceivedTimestamp: fc.oneof(
      { weight: 9, arbitrary: time },
      { weight: 1, arbitrary: fc.constantFrom('', '2026-01-05T08:00:00Z', '9999-01-01T00:00:00.000000Z') },
    ),
    stageTimestamp: time,
    annotations: fc.option(
      fc.oneof(
        fc.record({
          'authorization.k8s.io/decision': fc.constantFrom('allow', 'forbid'),
          'authorization.k8s.io/reason': text,
        }),
        fc.constant({ authorization_k8s_io_x: 'a', 'authorization_k8s_io/decision': 'allow' }),
        fc.constant({ 'authentication.openshift.io/decision': 'deny' }),
        fc.dictionary(text, text),
      ),
      { nil: undefined },
    ),
  })
  .map((fields) => ({ kind: 'Event', apiVersion: 'audit.k8s.io/v1', ...fields }));

type Written = fc.Arbitrary<(value: object) => string>;
const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
};
const asGo = (value: object): string =>
  JSON.stringify(value).replace(/[<>&\u2028]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
/** Ways in which the same event may be written; the first is kube-apiserver's own. */
const written: Written = fc.constantFrom<((value: object) => string)[]>(
  ...[asGo, asGo, asGo, asGo],
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(sortKeys(value)),
  (value) => JSON.stringify(value).replace('"username":"s', '"username":"\\u0073'),
  (value) => JSON.stringify(value).replace('"user":{', '"user":{"username":"kubernetes-admin"},"user":{'),
  (value) => JSON.stringify(value).replace('"username":"', '"username":"x","username":"'),
  (value) => asGo(value).replace('"stage":"ResponseComplete"', '"stage": "ResponseComplete"'),
  (value) => JSON.stringify(value, null, 2),
  (value) => `Jan  5 08:00:00 host kube-apiserver[7]: ${asGo(value)}`,
  (value) => JSON.stringify({ log: `${asGo(value)}\n`, stream: 'stdout', time: '2026-01-05T08:00:00Z' }),
);
const newline = fc.constantFrom('\n', '\n', '\r\n', '\n\n');
const log = fc
  .array(fc.tuple(event, written, newline), { minLength: 1, maxLength: 25 })
  .map((entries) => entries.map(([value, write, end]) => write(value) + end).join(''));
const sizes = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 5 });

describe('the counts', () => {
  it('are those of a full parse, whatever stands in the texts and however events are written', () => {
    fc.assert(
      fc.property(log, (lines) => {
        expect(said(readLog(lines))).toEqual(said(readLog(lines, { everyLine: true })));
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('do not depend on where the chunks are cut', () => {
    fc.assert(
      fc.property(log, sizes, (lines, chunks) => {
        expect(readLog(lines, { chunks })).toEqual(readLog(lines));
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it('agree with a plain count of the same lines', () => {
    const tally = (summary: AuditSummary, name: 'code' | 'verb' | 'user' | 'stage'): Record<string, number> =>
      Object.fromEntries(summary.tallies[name].values.map(({ value, events }) => [value, events]));
    const made = makeAuditLog({ size: 3e6, seed: 5 });
    const lines = [...made.lines].join('');
    const summary = readLog(lines, { chunks: [65_536] });
    const plain: Record<'code' | 'verb' | 'user' | 'stage', Record<string, number>> = {
      code: {},
      verb: {},
      user: {},
      stage: {},
    };
    const add = (counts: Record<string, number>, value: string): void =>
      void (counts[value] = (counts[value] ?? 0) + 1);
    for (const line of lines.trimEnd().split('\n')) {
      const one = JSON.parse(line) as {
        verb: string;
        stage: string;
        user: { username?: string };
        responseStatus: { code: number };
      };
      add(plain.code, String(one.responseStatus.code));
      add(plain.verb, one.verb);
      add(plain.stage, one.stage);
      add(plain.user, one.user.username ?? '');
    }
    for (const name of ['code', 'verb', 'user', 'stage'] as const) expect(tally(summary, name)).toEqual(plain[name]);
    const { truth } = made;
    const grouped = (identity: string): number =>
      summary.groups.filter((group) => group.identity === identity).reduce((sum, group) => sum + group.events, 0);
    expect([summary.events, grouped('anonymous'), grouped('rejected')]).toEqual([
      truth.events,
      truth.anonymous,
      truth.unauthorized,
    ]);
    expect(summary.sequences.filter(({ name, steps }) => name === 'kubeadm-join' && steps.length === 3)).toHaveLength(
      truth.joins,
    );
  });
});

describe('damage', () => {
  const lines = [...makeAuditLog({ size: 100_000, seed: 9 }).lines].join('').trimEnd().split('\n');
  const damage = fc.record({
    line: fc.nat(lines.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    remove: fc.nat(40),
    add: fc.constantFrom('', '"', '\\', '{', '}', '\n', '\u0000', 'x', ',"code":401}'),
  });

  it('never costs a good line, and is found wherever it may change a count', () => {
    fc.assert(
      fc.property(fc.array(damage, { maxLength: 6 }), (damages) => {
        const broken = [...lines];
        for (const { line, at, remove, add } of damages) {
          const whole = broken[line] ?? '';
          const from = Math.floor(at * whole.length);
          broken[line] = whole.slice(0, from) + add + whole.slice(from + remove);
        }
        const text = `${broken.join('\n')}\n`;
        const fast = readLog(text, { chunks: [10_000] });
        const slow = readLog(text, { everyLine: true });
        const untouched = lines.filter((line, index) => broken[index] === line).length;
        expect(slow.events).toBeGreaterThanOrEqual(untouched);
        // Inside the bodies of events that do not matter damage goes unseen; everything that matters is the same.
        expect(fast.groups).toEqual(slow.groups);
        const unseen = slow.unread.counts.broken - fast.unread.counts.broken;
        expect(fast.events - slow.events).toBe(unseen);
        expect(unseen).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
