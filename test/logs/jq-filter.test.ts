// core/logs/jq-filter: jq itself selects exactly the events that the groups count.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, type TestContext } from 'vitest';
import {
  facets,
  facetValue,
  filterGroups,
  jqFilter,
  noFilter,
  shortcuts,
  toggleShortcut,
  toggleValue,
  type EventGroup,
  type JqWishes,
} from '../../src/core/logs/index.ts';
import { makeAuditLog } from '../bench/audit-log.ts';
import { readLog } from './read-log.ts';

const hasJq = spawnSync('jq', ['--version']).status === 0;
const usual = [...makeAuditLog({ size: 400_000, seed: 11 }).lines].slice(0, 250);

const event = (index: number, fields: Readonly<Record<string, unknown>>): string =>
  `${JSON.stringify({
    ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level: 'Metadata', auditID: `odd-${index}` },
    ...{ stage: 'ResponseComplete', requestURI: '/livez', verb: 'get', sourceIPs: ['10.0.0.1'], userAgent: 'curl/8' },
    user: { username: 'system:anonymous', groups: ['system:unauthenticated'] },
    responseStatus: { metadata: {}, code: 200 },
    requestReceivedTimestamp: `2026-01-05T08:00:${String(index % 60).padStart(2, '0')}.000000Z`,
    ...fields,
  })}\n`;
const anna = { username: 'anna', groups: ['system:authenticated'] };
/** What a filter may trip over: quotes, odd identities, other servers, missing fields, long texts, wild codes. */
const odd = [
  { userAgent: `it's "a" \\(trap) \u2028 $x/1` },
  { userAgent: 'ünder_score/1' },
  { userAgent: 'a-b_c.d/v1.2 (linux)' },
  { userAgent: undefined },
  { verb: `get'; rm "` },
  { verb: `${'v'.repeat(499)}🙂${'w'.repeat(99)}` },
  { verb: 'w'.repeat(500) },
  { sourceIPs: [] },
  { sourceIPs: undefined },
  { sourceIPs: ['1.2.3.4', `a'b\\"c`] },
  { requestURI: '/oauth/authorize?client=x' },
  { requestURI: '/login' },
  { requestURI: '/logins' },
  { requestURI: '' },
  { requestURI: '?/livez' },
  { requestURI: '/livez/ping?verbose#x' },
  { requestURI: '/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s' },
  { requestURI: '/openid/v1/jwks' },
  { requestURI: '/version/' },
  { requestURI: '/apis' },
  { annotations: { 'authentication.openshift.io/decision': 'deny' } },
  { user: {} },
  { user: {}, stage: 'ResponseStarted', responseStatus: { metadata: {}, code: 401 } },
  { user: {}, stage: 'ResponseStarted', responseStatus: { metadata: {}, code: 400 } },
  { user: { username: 'system:anonymous', groups: ['system:masters'] } },
  { user: anna, impersonatedUser: { username: 'system:anonymous' }, responseStatus: { metadata: {}, code: 403 } },
  { user: anna, responseStatus: { metadata: {}, code: 403 } },
  { user: anna },
  { user: { username: "o'hara" }, responseStatus: { metadata: {}, code: 403 } },
  { user: { username: 'system:bootstrap:abcdef' } },
  { user: { username: 'system:node:a' }, responseStatus: { metadata: {}, code: 403 } },
  { user: { username: 'system:serviceaccount:a:b' }, responseStatus: { metadata: {}, code: 403 } },
  { responseStatus: undefined },
  { responseStatus: { metadata: {}, code: 1200 } },
  { responseStatus: { metadata: {}, code: 404 } },
  { stage: 'RequestReceived' },
  { stage: 'Panic', responseStatus: { metadata: {}, code: 500 } },
].map((fields, index) => event(index, fields));

const lines = [...usual, ...odd];
/** The one group of each line; none if the line does not matter. */
const groupOf = lines.map((line) => readLog(line).groups[0]);
const grouped = groupOf.filter((group): group is EventGroup => group !== undefined);
const idOf = (line: string): string => (JSON.parse(line) as { auditID: string }).auditID;

function expected({ filter, onlyRequests, since = '', until = '~' }: JqWishes): readonly string[] {
  return lines
    .filter((_line, index) => {
      const group = groupOf[index];
      if (!group || (onlyRequests && !group.countsAsRequest)) return false;
      return group.first >= since && group.first < until && filterGroups([group], filter).length === 1;
    })
    .map(idOf);
}

function byJq(wishes: JqWishes): readonly string[] {
  const { stdout, stderr } = spawnSync('jq', ['-r', `${jqFilter(wishes)} | .auditID`], {
    input: lines.join(''),
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((id) => id !== '');
}

const filter = fc
  .record({
    ticks: fc.array(fc.tuple(fc.constantFrom(...facets), fc.constantFrom(...grouped)), { maxLength: 5 }),
    asked: fc.subarray([...shortcuts]),
  })
  .map(({ ticks, asked }) => {
    const some = new Map(ticks.map(([facet, group]) => [`${facet} ${facetValue(group, facet)}`, { facet, group }]));
    let chosen = asked.reduce(toggleShortcut, noFilter);
    for (const { facet, group } of some.values()) chosen = toggleValue(chosen, facet, facetValue(group, facet));
    return chosen;
  });
const times = [...new Set(grouped.map(({ first }) => `${first.slice(0, 19)}.000000Z`))];
const wishes: fc.Arbitrary<JqWishes> = fc.record(
  {
    filter,
    onlyRequests: fc.boolean(),
    since: fc.constantFrom(...times),
    until: fc.constantFrom(...times),
  },
  { requiredKeys: ['filter', 'onlyRequests'] },
);

describe('jq', () => {
  beforeEach((context: TestContext) => {
    if (!hasJq) context.skip('jq is not installed');
  });

  it('selects what each single choice selects', () => {
    const one = [
      noFilter,
      ...shortcuts.map((shortcut) => toggleShortcut(noFilter, shortcut)),
      ...facets.flatMap((facet) =>
        [...new Set(grouped.map((group) => facetValue(group, facet)))]
          .slice(0, 12)
          .map((value) => toggleValue(noFilter, facet, value)),
      ),
    ];
    for (const chosen of one) {
      const asked = { filter: chosen, onlyRequests: false };
      expect(byJq(asked), jqFilter(asked)).toEqual(expected(asked));
    }
  }, 60_000);

  it('selects what any combination selects', () => {
    fc.assert(
      fc.property(wishes, (asked) => {
        expect(byJq(asked)).toEqual(expected(asked));
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});

it('can stand between single quotes in a shell', () => {
  fc.assert(
    fc.property(filter, (chosen) => {
      expect(jqFilter({ filter: chosen, onlyRequests: true })).not.toContain("'");
    }),
  );
});
