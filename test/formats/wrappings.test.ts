// Any event in any wrapping gives the same event, with places in the text that was pasted; good ones survive bad ones.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsIn, eventsInText } from '../../src/core/formats/events-in.ts';
import { unwrap } from '../../src/core/formats/unwrap.ts';
import { inspect } from '../../src/core/index.ts';
import { wrapAt, wrappings, type AuditEvent } from './wrappings.ts';

/** Words that look like the syntax around them. */
const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(...'{}[]"\'\\,:; \t=', 'auditID', 'é', '監', '👮', '\n', '<', '&', '\u2028'),
    maxLength: 12,
  }),
);

const event: fc.Arbitrary<AuditEvent> = fc.record({
  kind: fc.constant('Event'),
  apiVersion: fc.constantFrom('audit.k8s.io/v1', 'audit.k8s.io/v1beta1'),
  level: fc.constantFrom('Metadata', 'RequestResponse'),
  auditID: fc.uuid(),
  stage: fc.constantFrom('RequestReceived', 'ResponseComplete'),
  requestURI: word.map((text) => `/api/v1/pods?labelSelector=${text}`),
  verb: fc.constantFrom('get', 'list', 'create'),
  user: fc.record({ username: word, groups: fc.array(word, { maxLength: 3 }) }),
  sourceIPs: fc.array(fc.ipV4(), { minLength: 1, maxLength: 2 }),
  userAgent: word,
  requestObject: fc.oneof(
    fc.constant(null),
    fc.record({ log: word, message: word, _source: word, items: fc.array(word, { maxLength: 2 }) }),
  ),
  responseStatus: fc.record({ metadata: fc.constant({}), code: fc.constantFrom(200, 401, 403), message: word }),
  requestReceivedTimestamp: fc.constant('2026-11-24T03:00:00.123456Z'),
  annotations: fc.dictionary(
    word.filter((key) => key !== '__proto__' && !key.includes('_')),
    word,
    { maxKeys: 3 },
  ),
});
const events = fc.array(event, { minLength: 1, maxLength: 3 });

const eventOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(wrappings)('%s', (_name, format, wrap) => {
  it('gives the same events, in order, under its own name', () => {
    fc.assert(
      fc.property(events, (given) => {
        const { objects, problems } = unwrap(wrap(given));
        expect(objects.map(({ value }) => value)).toMatchObject(given);
        expect([...new Set(objects.map((object) => object.format))]).toEqual([format]);
        expect(problems.filter(({ problem }) => problem !== 'lines-not-recognised')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('points into the text that was pasted', () => {
    fc.assert(
      fc.property(events, (given) => {
        const text = wrap(given);
        const { objects } = unwrap(text);
        given.forEach(({ auditID, sourceIPs }, index) => {
          const spanOf = objects[index]?.spanOf;
          const there = (path: readonly (string | number)[]): string => {
            const { start = 0, end = 0 } = spanOf?.(path) ?? {};
            return text
              .slice(start, end)
              .replace(/\r?\n(?:\S+ stdout [PF] )?|"\}?,?\n?\{"log":"|","stream":"stdout","time":"[^"]*/g, '');
          };
          expect(there(['auditID'])).toContain(auditID);
          expect(there(['sourceIPs', 0])).toContain((sourceIPs as readonly string[])[0]);
          expect(there(['auditID']).length).toBeLessThan(format === 'audit-log-yaml' ? 100 : 250);
        });
      }),
      { numRuns: 20 },
    );
  });

  it('reads the same with CRLF line ends and behind a byte order mark', () => {
    fc.assert(
      fc.property(events, (given) => {
        const text = `\ufeff${wrap(given).replace(/\r?\n/g, '\r\n')}`;
        expect(unwrap(text).objects.map(({ value }) => value)).toMatchObject(given);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the events before the place where it was cut off', () => {
    fc.assert(
      fc.property(event, fc.nat(), (given, where) => {
        const one = wrap([given]);
        const text = wrap([given, given, given]);
        const cut = text.slice(0, Math.min(text.length, one.length * 2 + (where % one.length)));
        const whole = unwrap(cut).objects.filter(({ value }) => (value as AuditEvent)['auditID'] === given['auditID']);
        expect(whole.length).toBeLessThanOrEqual(3);
        inspect(cut);
      }),
      { numRuns: 20 },
    );
  });
});

it('a terminal may break a line before what looks like a new entry', () => {
  const one = {
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: 'a-b',
    annotations: { auditID: '' },
  };
  const line = JSON.stringify(one);
  const width = line.indexOf('{"auditID"');
  expect(unwrap(wrapAt(width, `${line}\n${line}\n`)).objects.map(({ value }) => value)).toEqual([one, one]);
});

describe('the same answer without places', () => {
  const inJson = wrappings.filter(([, format]) => !/yaml|terminal|cri|docker|csv|quoted/.test(format));

  it.each(inJson)('%s', (_name, _format, wrap) => {
    fc.assert(
      fc.property(events, (given) => {
        expect(eventsInText(wrap(given))).toMatchObject(given);
        expect(eventsIn({ any: [{ text: wrap(given) }] })).toMatchObject(given);
      }),
      { numRuns: 20 },
    );
  });
});

describe('good and bad lines', () => {
  const lineWise = wrappings.filter(
    ([name]) =>
      /^(?:one per line|CRI|Docker|syslog|aws logs tail|OpenShift|kubectl|Splunk HEC|Fluent)/.test(name) &&
      !name.includes('parts'),
  );
  const bad = fc.oneof(
    fc.constant((line: string) => line.slice(0, line.length >> 1)),
    fc.constant((line: string) => line.replace('"verb"', 'verb')),
    fc.constant(() => 'some other words'),
    fc.constant(() => ''),
  );

  it.each(lineWise)('%s: every good one is kept', (_name, _format, wrap) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(event, fc.option(bad, { freq: 2 })), { minLength: 1, maxLength: 8 }), (mix) => {
        const text = mix
          .map(([one, spoil]) => (spoil ? spoil(wrap([one]).trimEnd()) : wrap([one]).trimEnd()))
          .join('\n');
        const good = mix.filter(([, spoil]) => spoil === null).map(([one]) => eventOf(one));
        const ids = unwrap(text).objects.map(({ value }) => (value as AuditEvent)['auditID']);
        expect(ids).toEqual(expect.arrayContaining(good.map((one) => (one as AuditEvent)['auditID'])));
      }),
      { numRuns: 60 },
    );
  });
});
