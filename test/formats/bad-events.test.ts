// What is no audit log, or a bad one: clear words, no throw, no secret shown. That nothing hangs is held by the tests' time limit.
import { describe, expect, it } from 'vitest';
import { explain, inspect, locales, tell, type Report } from '../../src/core/index.ts';
import { wrappings } from './wrappings.ts';

const event = {
  kind: 'Event',
  apiVersion: 'audit.k8s.io/v1',
  level: 'RequestResponse',
  auditID: 'f4818184-7fbd-41a8-b6c1-89d51af38a3b',
  stage: 'ResponseComplete',
  requestURI: '/api/v1/namespaces/shop/secrets?access_token=s3cr3t-in-query&limit=1',
  verb: 'create',
  user: { username: 'ann' },
  objectRef: { resource: 'secrets', namespace: 'shop' },
  responseStatus: { metadata: {}, code: 201 },
  requestObject: { kind: 'Secret', data: { password: 's3cr3t-in-body' } },
  responseObject: { kind: 'Secret', stringData: { password: 's3cr3t-in-answer' } },
};

/** Everything that a reader gets to see of a report. */
function shown(report: Report): string {
  const words = locales.flatMap((locale) => [
    ...report.findings.map((finding) => explain(finding, locale)),
    ...report.stories.map((story) => tell(story, locale)),
  ]);
  return JSON.stringify({ report, words });
}

const codesOf = (text: string): readonly string[] => inspect(text).findings.map(({ code }) => code);

describe('secrets', () => {
  it.each(wrappings)('of bodies and queries are not shown, whatever is around them: %s', (_name, _format, wrap) => {
    const report = inspect(wrap([event]));
    expect(report.stories.length).toBe(1);
    expect(shown(report)).not.toContain('s3cr3t');
  });
});

describe('another log', () => {
  it.each([
    ['auditd', 'type=USER_LOGIN msg=audit(1764000000.123:456): pid=1 uid=0\n'],
    ['klog-json', '{"ts":1764000000123.4,"caller":"x.go:1","msg":"y","v":0}\n{"ts":2,"caller":"x.go:1","msg":"z"}\n'],
    ['ocsf', '{"class_uid":6003,"api":{"operation":"get"}}\n'],
    ['cloudtrail', '{"eventVersion":"1.08","eventSource":"eks.amazonaws.com","eventName":"CreateCluster"}\n'],
    ['gke-management', '{"protoPayload":{"serviceName":"container.googleapis.com","methodName":"x"}}\n'],
    ['cluster-events', '{"apiVersion":"v1","kind":"Event","reason":"Killing","involvedObject":{"kind":"Pod"}}\n'],
    ['cluster-events', 'apiVersion: events.k8s.io/v1\nkind: Event\nreason: Killing\nregarding:\n  kind: Pod\n'],
  ])('%s is named', (name, text) => {
    const { findings, stories } = inspect(text);
    expect(findings.filter(({ code }) => code === 'KA008').map(({ args }) => args['name'])).toEqual([name]);
    expect(findings.map(({ code }) => code)).not.toContain('KA001');
    expect(stories).toEqual([]);
  });

  it('beside an audit log does not hide it', () => {
    const text = `type=CWD msg=audit(1764000000.123:456): cwd="/"\n${JSON.stringify(event)}\n`;
    expect(inspect(text).stories.length).toBe(1);
    expect(codesOf(text)).toContain('KA008');
  });

  it('of no known kind is said to be unknown', () => {
    expect(codesOf('{"some":"json","of":"ours"}\n')).toEqual(['KA001']);
  });

  it('a Status or a Policy is no event', () => {
    const status = '{"kind":"Status","apiVersion":"v1","status":"Failure","code":401}';
    expect(inspect(status).stories).toEqual([]);
    expect(inspect('{"kind":"Policy","apiVersion":"audit.k8s.io/v1","rules":[]}').objects).toMatchObject([
      { kind: 'Policy' },
    ]);
  });
});

describe('bad JSON', () => {
  it('with undecodable bytes is read with the characters that stand for them', () => {
    const report = inspect(JSON.stringify({ ...event, userAgent: 'curl\ufffd\ufffd' }));
    expect(report.stories[0]?.args).toMatchObject({ userAgent: 'curl\ufffd\ufffd' });
  });

  it('names a key twice: the last one counts, as for any reader of JSON', () => {
    const text = JSON.stringify(event).replace('"verb":"create"', '"verb":"get","verb":"delete"');
    expect(inspect(text).stories[0]?.args).toMatchObject({ verb: 'delete' });
  });

  it('of an example on a page is read: comments, three dots, commas at the end', () => {
    const example = `{
  "kind": "Event", "apiVersion": "audit.k8s.io/v1", // one of many
  "auditID": "a1", "stage": "ResponseComplete", "verb": "get",
  "requestObject": { "items": [
    { "a": 1 },
...
  ] },
  "annotations": { "authorization.k8s.io/decision": "allow", }
}`;
    expect(inspect(example).stories[0]?.args).toMatchObject({ verb: 'get', decision: 'allow' });
    expect(codesOf(example)).toEqual([]);
  });

  it('is counted, and its lines are named', () => {
    const good = JSON.stringify(event);
    const bad = good.slice(0, 200);
    const report = inspect([good, bad, good, bad, good].join('\n'));
    const finding = report.findings.find(({ code }) => code === 'KA005');
    expect(finding?.args).toMatchObject({ kept: 3, broken: 2, lines: '2, 4' });
    expect(finding && explain(finding, 'en').message).toContain('(lines 2, 4)');
    expect(finding && explain(finding, 'ja').message).toContain('行: 2, 4');
  });
});

describe('texts made to hurt', { timeout: 60_000 }, () => {
  const size = 1_000_000;
  const filled = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));
  const one = JSON.stringify(event);
  const bombs: Readonly<Record<string, () => string>> = {
    'arrays in a body': () => one.replace('"data":{', `"x":${'['.repeat(size)}${']'.repeat(size)},"data":{`),
    'objects in a body, not closed': () => one.replace('"data":{', `"data":${'{"a":'.repeat(200_000)}`),
    'records around an event': () => `${'{"a":'.repeat(5000)}${one}${'}'.repeat(5000)}`,
    'strings in strings': () => {
      let text = one;
      for (let layer = 0; layer < 8; layer++) text = JSON.stringify({ log: text, layer });
      return text;
    },
    'parts of a line that never ends': () => filled('2026-11-24T03:00:00.123456789Z stdout P {"auditID":"x",\n'),
    'Docker entries that never end': () => filled('{"log":"{\\"auditID\\":","stream":"stdout"}\n'),
    'CSV quotes': () => filled('"{""auditID"":""x'),
    'single quotes': () => filled("{'auditID': 'x"),
    'escaped quotes': () => filled('"{\\"auditID\\":'),
    'lines of one width': () => filled('{"kind":"Event","auditID":"0123456789012345678901234567890123456789\n'),
    'YAML keys': () => filled('auditID: x\n- '),
    'legacy lines': () => filled('AUDIT: id="x" a="\\"'),
    'signs of every store': () =>
      filled('{"_source":{"log":"auditID\\":","values":[["line"]],"records":[{"properties":{"log":"AuditId"}}]}}\n'),
    'lines of auditd': () => filled('type=CWD msg=audit(1764000000.123:456): cwd="/"\n'),
    'one line without an end': () => `${filled(`${one},`)}`,
  };

  it.each(Object.entries(bombs))('%s', (_name, make) => {
    const report = inspect(make());
    expect(report.stories.length).toBeLessThanOrEqual(50);
    expect(report.findings.length).toBeLessThan(200);
  });
});
