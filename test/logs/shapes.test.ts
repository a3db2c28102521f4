// core/logs: other shapes than one event per line, bad input, and what stays bounded however long a log is.
import { describe, expect, it } from 'vitest';
import type { AuditSummary } from '../../src/core/logs/index.ts';
import { makeAuditLog } from '../bench/audit-log.ts';
import { readLog } from './read-log.ts';

const at = (second: number): string =>
  new Date(Date.UTC(2026, 0, 5) + second * 1000).toISOString().replace('Z', '000Z');
const event = (fields: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level: 'Metadata', auditID: 'a', stage: 'ResponseComplete' },
  ...{ requestURI: '/livez', verb: 'get', user: { username: 'system:anonymous', groups: ['system:unauthenticated'] } },
  ...{ sourceIPs: ['10.0.0.1'], userAgent: 'kube-probe/1.33', responseStatus: { metadata: {}, code: 200 } },
  ...{
    requestReceivedTimestamp: at(0),
    stageTimestamp: at(0),
    annotations: { 'authorization.k8s.io/decision': 'allow' },
  },
  ...fields,
});
const line = (fields: Readonly<Record<string, unknown>> = {}): string => JSON.stringify(event(fields));
const items = [event(), event({ verb: 'head' })].map(({ kind: _kind, apiVersion: _apiVersion, ...rest }) => rest);
const countsOf = ({ events, unread }: AuditSummary): readonly number[] => [events, ...Object.values(unread.counts)];

describe('shapes', () => {
  const shapes: Readonly<Record<string, readonly [text: string, events: number]>> = {
    'one per line': [`${line()}\n${line()}\n`, 2],
    'without a last line end': [`${line()}\n${line()}`, 2],
    'with CRLF and a byte order mark': [`\ufeff${line()}\r\n${line()}\r\n`, 2],
    'jq output': [[event(), event()].map((one) => JSON.stringify(one, null, 2)).join('\n'), 2],
    'on one line': [line() + line(), 2],
    'an array': [JSON.stringify([event(), event()]), 2],
    'an indented array': [JSON.stringify([event(), event()], null, 4), 2],
    'an array, one event per line': [`[\n${line()},\n${line()}\n]\n`, 2],
    'an EventList': [JSON.stringify({ kind: 'EventList', apiVersion: 'audit.k8s.io/v1', metadata: {}, items }), 2],
    'an indented EventList': [JSON.stringify({ kind: 'EventList', metadata: {}, items }, null, 2), 2],
    'behind node names': [`node-1 ${line()}\nnode-1 ${line()}\n`, 2],
    'as Docker writes it': [JSON.stringify({ log: `${line()}\n`, stream: 'stdout' }), 1],
    'behind a container runtime’s prefix': [`2026-01-05T08:00:00.0Z stdout F ${line()}\n`, 1],
    'in records of a cloud': [
      JSON.stringify({ records: [{ category: 'kube-audit', properties: { log: `${line()}\n` } }] }),
      1,
    ],
    'in the old text form': [
      '2026-01-05T08:00:00Z AUDIT: id="a" stage="ResponseComplete" ip="10.0.0.1" method="get" user="anna" uri="/livez" response="200"\n',
      1,
    ],
  };
  for (const [name, [text, events]] of Object.entries(shapes)) {
    it(`${name}: every event is counted, wherever chunks are cut`, () => {
      for (const chunks of [[], [1], [7, 100], [1000]])
        expect(countsOf(readLog(text, { chunks }))).toEqual([events, 0, 0, 0, 0]);
    });
  }
});

describe('bad input', () => {
  it('is counted with its places, and costs no good line', () => {
    const log = [
      line(),
      'I0105 08:00:00 1 server.go:1] started',
      line().slice(0, 200),
      line(),
      '{"kind":"Event","apiVersion":"v1","involvedObject":{}}',
      `${line()}}`,
      line(),
    ].join('\n');
    const { events, lines, unread } = readLog(`${log}\n`);
    expect([events, lines]).toEqual([4, 7]);
    expect(unread.counts).toEqual({ 'no-json': 1, broken: 1, 'other-json': 1, 'too-long': 0 });
    expect(unread.places.map((place) => [place.line, place.reason])).toEqual([
      [2, 'no-json'],
      [3, 'broken'],
      [5, 'other-json'],
    ]);
    const [first] = unread.places;
    expect(log.slice(first?.offset, (first?.offset ?? 0) + (first?.length ?? 0))).toMatch(/^I0105/);
  });

  it('is no event: other JSON, plain text, nothing', () => {
    expect(countsOf(readLog(''))).toEqual([0, 0, 0, 0, 0]);
    expect(countsOf(readLog('hello\n\nworld\n'))).toEqual([0, 2, 0, 0, 0]);
    expect(countsOf(readLog('[1,2,3]\n"text"\n')).slice(0, 1)).toEqual([0]);
    expect(countsOf(readLog(JSON.stringify({ kind: 'Policy', rules: [{ level: 'None' }] })))).toEqual([0, 0, 0, 1, 0]);
  });

  it('that is endless or deep ends all the same', () => {
    const endless = `${line()}\n{"a":"${'x'.repeat(17_000_000)}"}\n${line()}\n`;
    expect(countsOf(readLog(endless, { chunks: [1 << 20] }))).toEqual([2, 0, 0, 0, 1]);
    const deep = `${line({ requestObject: 'DEEP' }).replace('"DEEP"', '['.repeat(100_000) + ']'.repeat(100_000))}\n${line()}\n`;
    expect(readLog(deep).events).toBe(2);
    expect(readLog(`${'{"a":'.repeat(100_000)}\n${line()}\n`).events).toBe(1);
  });

  it('in UTF-8 becomes a replacement character, in both ways of reading', () => {
    const bytes = new TextEncoder().encode(`${line({ userAgent: 'curl\u0001' }).replace('\\u0001', '?')}\n`);
    bytes[bytes.indexOf(63)] = 0xff;
    expect(readLog(bytes).tallies.agent.values).toEqual([{ value: 'curl\ufffd', events: 1 }]);
    expect(readLog(bytes, { everyLine: true }).tallies.agent.values).toEqual([{ value: 'curl\ufffd', events: 1 }]);
  });
});

describe('what is kept', () => {
  it('is bounded: many paths, sources and agents', () => {
    const log = Array.from({ length: 30_000 }, (_, index) =>
      line({
        requestURI: `/x${index}`,
        sourceIPs: [`10.0.${index % 7000}.1`],
        userAgent: `a${index}`,
        responseStatus: { metadata: {}, code: 403 },
      }),
    ).join('\n');
    const { events, groups, ungrouped, tallies } = readLog(log);
    expect(events).toBe(30_000);
    expect(groups.length).toBeLessThanOrEqual(10_000);
    expect(groups.reduce((sum, group) => sum + group.events, ungrouped)).toBe(30_000);
    expect(tallies.agent.values.length).toBe(5000);
    expect(tallies.agent.values.reduce((sum, { events: some }) => sum + some, tallies.agent.others)).toBe(30_000);
  }, 30_000);

  it('says where the first line of each group stands', () => {
    const log = [...makeAuditLog({ size: 1_000_000, seed: 3 }).lines].join('');
    const { groups } = readLog(log, { chunks: [5000] });
    expect(groups.length).toBeGreaterThan(5);
    for (const { place, user, agent, first } of groups) {
      const one = JSON.parse(log.slice(place.offset, place.offset + place.length)) as Record<string, unknown>;
      expect(one).toMatchObject({
        userAgent: agent,
        requestReceivedTimestamp: first,
        user: user === '' ? {} : { username: user },
      });
      expect(log.slice(0, place.offset).split('\n').length).toBe(place.line);
    }
  });

  it('is a timeline of at most 240 buckets that holds every request, in any order', () => {
    const days = [0, 86_400, 5, 40 * 86_400, 86_401];
    const read = (order: readonly number[]): AuditSummary =>
      readLog(order.map((second) => line({ requestReceivedTimestamp: at(second) })).join('\n'));
    const { timeline, first, last } = read(days);
    expect(timeline.buckets.anonymous.length).toBeLessThanOrEqual(240);
    expect(timeline.buckets.anonymous.reduce((sum, one) => sum + one, 0)).toBe(5);
    expect([first, last]).toEqual([at(0), at(40 * 86_400)]);
    expect(read([...days].reverse()).timeline).toEqual(timeline);
  });

  it('counts a request once: not at its beginning, and a refused one without a name at ResponseStarted', () => {
    const log = [
      line({ stage: 'RequestReceived', responseStatus: undefined }),
      line(),
      line({ stage: 'ResponseStarted', user: { username: 'anna' }, verb: 'watch' }),
      line({ stage: 'ResponseStarted', user: {}, responseStatus: { metadata: {}, code: 401 } }),
    ].join('\n');
    const { events, requests, groups } = readLog(log);
    expect([events, requests]).toEqual([4, 2]);
    expect(groups.map(({ stage, countsAsRequest }) => [stage, countsAsRequest])).toEqual([
      ['RequestReceived', false],
      ['ResponseComplete', true],
      ['ResponseStarted', true],
    ]);
  });
});

describe('sequences', () => {
  const named = (lines: readonly string[]): readonly unknown[] =>
    readLog(lines.join('\n')).sequences.map(({ name, source, requests, steps }) => [name, source, requests, steps]);
  const times = (count: number, pause: number, fields: Readonly<Record<string, unknown>>): readonly string[] =>
    Array.from({ length: count }, (_, index) => line({ ...fields, requestReceivedTimestamp: at(index * pause) }));
  const rejected = {
    user: {},
    stage: 'ResponseStarted',
    responseStatus: { metadata: {}, code: 401 },
    annotations: undefined,
  };

  it('failing probes, but not three in an hour', () => {
    expect(named(times(4, 10, rejected))).toEqual([['probe-failures', '10.0.0.1', 4, ['refused']]]);
    expect(named(times(3, 1200, rejected))).toEqual([]);
    expect(named(times(4, 10, {}))).toEqual([]);
  });

  it('a load balancer that is refused', () => {
    const forbidden = {
      userAgent: 'ELB-HealthChecker/2.0',
      requestURI: '/',
      responseStatus: { metadata: {}, code: 403 },
    };
    expect(named(times(5, 10, forbidden))).toEqual([['load-balancer-refused', '10.0.0.1', 5, ['refused']]]);
  });

  it('a scanner: many doors, not one door many times', () => {
    const refused = (path: string): string =>
      line({ requestURI: path, userAgent: 'curl/8', responseStatus: { metadata: {}, code: 403 } });
    expect(named(['/a', '/b', '/c', '/d', '/e'].map(refused))).toEqual([['scanner', '10.0.0.1', 5, ['refused']]]);
    expect(named(['/a', '/a', '/a', '/a', '/a'].map(refused))).toEqual([]);
  });

  it('credentials that are refused again and again', () => {
    const token = { ...rejected, requestURI: '/api/v1/pods', userAgent: 'curl/8' };
    expect(named(times(20, 1, token))).toEqual([['rejected-credentials', '10.0.0.1', 20, ['refused']]]);
    expect(named(times(19, 1, token))).toEqual([]);
  });

  it('a join, complete or stopped', () => {
    const read = {
      requestURI: '/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s',
      userAgent: 'kubeadm/v1.33.4',
    };
    const token = { username: 'system:bootstrap:abcdef', groups: ['system:bootstrappers'] };
    const csr = {
      user: token,
      verb: 'create',
      requestURI: '/apis/certificates.k8s.io/v1/certificatesigningrequests',
      responseStatus: { metadata: {}, code: 201 },
    };
    expect(named([line(read)])).toEqual([['kubeadm-join', '10.0.0.1', 1, ['discovery']]]);
    expect(named([line(read), line({ user: token, requestURI: '/api/v1/nodes/a' }), line(csr)])).toEqual([
      ['kubeadm-join', '10.0.0.1', 3, ['discovery', 'bootstrap-token', 'csr']],
    ]);
  });
});
