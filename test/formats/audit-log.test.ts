// core/formats/audit-log: the wrappings that audit events are pasted in, what is kept of damaged ones, and big pastes.
import { describe, expect, it } from 'vitest';
import { inspect, type Report } from '../../src/core/index.ts';

const event = (id: string): object => ({
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  level: 'Metadata',
  auditID: id,
  stage: 'ResponseComplete',
  requestURI: '/livez',
  verb: 'get',
  user: { username: 'system:anonymous', groups: ['system:unauthenticated'] },
  userAgent: 'a "quoted" {brace} \\ and a bracket ]',
  responseStatus: { metadata: {}, code: 200 },
});
const line = (id: string): string => JSON.stringify(event(id));
const pretty = (id: string): string => JSON.stringify(event(id), null, 2);

const startsOf = (report: Report): readonly number[] => report.objects.map(({ range }) => range.start.line);
const codesOf = (report: Report): readonly string[] =>
  report.findings.filter(({ code }) => code.startsWith('KA0')).map(({ code, range }) => `${code}@${range.start.line}`);

describe('wrappings', () => {
  const wrapped: Readonly<Record<string, readonly [text: string, lines: readonly number[]]>> = {
    'one per line': [`${line('a')}\n${line('b')}\n`, [1, 2]],
    'jq output, one after another': [`${pretty('a')}\n${pretty('b')}\n`, [1, 21]],
    'on one line without a separator': [line('a') + line('b'), [1, 1]],
    'a JSON array': [JSON.stringify([event('a'), event('b')], null, 1), [2, 22]],
    'an array, one event per line': [`[\n${line('a')},\n${line('b')}\n]\n`, [2, 3]],
    'an EventList without kinds inside': [
      JSON.stringify({
        kind: 'EventList',
        apiVersion: 'audit.k8s.io/v1',
        metadata: {},
        items: [event('a'), event('b')],
      }),
      [1, 1],
    ],
    'behind a node name': [`node-1 ${line('a')}\nnode-1 ${line('b')}\n`, [1, 2]],
    'behind a container runtime’s prefix': [`2026-11-23T23:20:48.476619Z stdout F ${line('a')}\n`, [1]],
    'with CRLF': [`${line('a')}\r\n${line('b')}\r\n`, [1, 2]],
    'with a byte order mark': [`\ufeff${line('a')}\n`, [1]],
    'among the server’s own lines': [
      `I0520 05:24:43.888087       1 controller.go:606] quota admission\n${line('a')}\nW0520 05:24:44.1 1 x.go:1] y\n${line('b')}\n`,
      [2, 4],
    ],
    'under a command and over a prompt': [`$ tail -n 1 audit.log | jq .\n${pretty('a')}\n$\n`, [2]],
  };

  it.each(Object.entries(wrapped))('%s', (_name, [text, lines]) => {
    const report = inspect(text);
    expect(startsOf(report)).toEqual(lines);
    expect(report.objects.every(({ kind }) => kind === 'Event')).toBe(true);
    expect(codesOf(report).filter((code) => !code.startsWith('KA009'))).toEqual([]);
  });
});

describe('damage', () => {
  it('keeps what is whole and says where the text was cut', () => {
    const report = inspect(`${line('a')}\n${line('b')}\n${line('c').slice(0, 90)}`);
    expect(startsOf(report)).toEqual([1, 2]);
    expect(codesOf(report)).toEqual(['KA006@3']);
  });

  it('does the same for pretty-printed events', () => {
    const report = inspect(`${pretty('a')}\n${pretty('b').slice(0, 200)}`);
    expect(startsOf(report)).toEqual([1]);
    expect(codesOf(report)).toEqual(['KA006@21']);
  });

  it('counts broken lines in the middle and goes on behind them', () => {
    const report = inspect(
      [line('a'), line('b').slice(0, 70), line('c').replace('"verb"', 'verb'), line('d')].join('\n'),
    );
    expect(startsOf(report)).toEqual([1, 4]);
    expect(codesOf(report)).toEqual(['KA005@2']);
    expect(report.findings.find(({ code }) => code === 'KA005')?.args).toMatchObject({ kept: 2, broken: 2 });
  });

  it('counts an entry whose beginning is missing', () => {
    const report = inspect(`${line('a').slice(60)}\n${line('b')}\n`);
    expect(startsOf(report)).toEqual([2]);
    expect(codesOf(report)).toEqual(['KA005@1']);
  });

  it('keeps the whole items of an EventList that was cut off', () => {
    const list = JSON.stringify({ kind: 'EventList', items: [event('a'), event('b'), event('c')] });
    const report = inspect(list.slice(0, -80));
    expect(report.objects.length).toBe(2);
    expect(codesOf(report)).toEqual(['KA006@1']);
  });
});

describe('what is no audit log', () => {
  const kubeadm = { apiVersion: 'kubeadm.k8s.io/v1beta3', kind: 'ClusterConfiguration', kubernetesVersion: 'v1.28.4' };

  it.each([
    ['a kubeadm file in JSON', JSON.stringify(kubeadm, null, 2), 'ClusterConfiguration'],
    [
      'an audit policy in JSON',
      '{"apiVersion":"audit.k8s.io/v1","kind":"Policy","rules":[{"level":"None"}]}',
      'Policy',
    ],
    ['a core Event', '{"apiVersion":"v1","kind":"Event","reason":"Killing","involvedObject":{"kind":"Pod"}}', 'Event'],
  ])('leaves %s to the manifests', (_name, text, kind) => {
    expect(inspect(text).objects).toMatchObject([{ format: 'kubernetes-manifest', kind }]);
  });

  it('leaves a manifest between two logs alone', () => {
    const report = inspect(`${line('a')}\n---\n${JSON.stringify(kubeadm)}\n---\n${line('b')}\n`);
    expect(report.objects.map(({ kind }) => kind)).toEqual(['Event', 'ClusterConfiguration', 'Event']);
  });
});

it('names the foreign lines of a text once, with their number', () => {
  const report = inspect(`${line('a')}\nsome note\n`.repeat(1000));
  expect(report.objects.length).toBe(1000);
  const named = report.findings.filter(({ code }) => code === 'KA009');
  expect(named.map(({ args }) => [args['lines'], args['places']])).toEqual([[1000, 1000]]);
});

it('reads 5 MB of events, and tells 50 of them', () => {
  const text = Array.from({ length: 16_000 }, (_, index) => line(`id-${index}`)).join('\n');
  expect(text.length).toBeGreaterThan(5_000_000);
  const report = inspect(text);
  expect(report.objects.length).toBe(16_000);
  expect(report.stories.length).toBe(50);
  expect(report.stories.at(-1)?.args).toMatchObject({ untold: 15_950 });
  expect(report.findings.length).toBeLessThan(10);
});
