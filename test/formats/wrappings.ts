// The ways in which log stores and tools keep audit events, written the other way round: events in, text out.
import type { FormatName } from '../../src/core/index.ts';

export type AuditEvent = Readonly<Record<string, unknown>>;
type Wrap = (events: readonly AuditEvent[]) => string;

const json = (value: unknown): string => JSON.stringify(value);
const lines =
  (map: (event: AuditEvent, index: number) => string): Wrap =>
  (events) =>
    `${events.map(map).join('\n')}\n`;
const time = (index: number): string => `2026-11-24T03:00:${String(index % 60).padStart(2, '0')}.123456789Z`;
const at = 1_764_000_000;

/** Cuts every line at a width, as a terminal does. */
export const wrapAt = (width: number, text: string): string =>
  text.replace(new RegExp(`([^\\n]{${width}})(?=[^\\n])`, 'g'), '$1\n');

/** A log line in parts of a size, as a runtime writes long lines. */
const parts = (text: string, size: number): readonly string[] =>
  text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [text];

const python = (value: unknown): string => {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string')
    return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  if (typeof value !== 'object') return String(value);
  return `{${Object.entries(value as object)
    .map(([key, one]) => `${python(key)}: ${python(one)}`)
    .join(', ')}}`;
};

const yaml = (value: unknown, indent = ''): string =>
  Object.entries(value as object)
    .map(([key, one]) => `${indent}${key}: ${json(one)}\n`)
    .join('');

/** Without `legacy-audit-log`, `azure-aks-audit` and `google-cloud-logging`, which keep other fields: those have tests of their own. */
export const wrappings: readonly (readonly [name: string, format: FormatName, wrap: Wrap])[] = [
  ['one per line', 'audit-log', lines(json)],
  ['jq output', 'audit-log', (events) => `${events.map((event) => JSON.stringify(event, null, 2)).join('\n')}\n`],
  ['an array', 'audit-log', (events) => JSON.stringify(events, null, 1)],
  ['an array, one per line', 'audit-log', (events) => `[\n${events.map(json).join(',\n')}\n]\n`],
  [
    'an EventList',
    'audit-log',
    (items) => json({ kind: 'EventList', apiVersion: 'audit.k8s.io/v1', metadata: {}, items }),
  ],
  [
    'an HTTP dump of the webhook backend',
    'audit-log',
    (items) => `POST /audit?timeout=30s HTTP/1.1\nHost: 192.0.2.1\n\n${json({ metadata: {}, items })}\n`,
  ],
  ['any other JSON', 'audit-log', lines((event) => json({ at, payload: { list: [{ deep: json(event) }] } }))],
  [
    'other lines',
    'audit-log',
    lines((event) => `${json(event)}\nI0520 05:24:43.888087       1 controller.go:606] quota`),
  ],
  ['YAML', 'audit-log-yaml', (events) => events.map((event) => yaml(event)).join('---\n')],
  [
    'an EventList in YAML',
    'audit-log-yaml',
    (events) =>
      `kind: EventList\napiVersion: audit.k8s.io/v1\nitems:\n${events.map((event) => `- ${yaml(event, '  ').slice(2)}`).join('')}`,
  ],
  ['a terminal', 'terminal-wrap', (events) => wrapAt(145, `$ tail audit.log\n${lines(json)(events)}`)],
  ['CRI', 'cri-log', lines((event, index) => `${time(index)} stdout F ${json(event)}`)],
  [
    'CRI with long lines in parts',
    'cri-log',
    (events) =>
      events
        .flatMap((event, index) => {
          const pieces = parts(json(event), 120);
          return pieces.map(
            (piece, part) => `${time(index)} stdout ${part < pieces.length - 1 ? 'P' : 'F'} ${piece}\n`,
          );
        })
        .join(''),
  ],
  [
    'Docker',
    'docker-log',
    lines((event, index) => json({ log: `${json(event)}\n`, stream: 'stdout', time: time(index) })),
  ],
  [
    'Docker with long lines in parts',
    'docker-log',
    (events) =>
      events
        .flatMap((event, index) =>
          parts(`${json(event)}\n`, 150).map((log) => json({ log, stream: 'stdout', time: time(index) })),
        )
        .join('\n'),
  ],
  ['syslog', 'syslog', lines((event) => `Nov 24 03:00:01 cp-1 kube-apiserver[812]: ${json(event)}`)],
  ['syslog of RFC 5424', 'syslog', lines((event, index) => `<134>1 ${time(index)} cp-1 audit 812 - - ${json(event)}`)],
  ['kubectl logs --timestamps', 'timestamped-log', lines((event, index) => `${time(index)} ${json(event)}`)],
  [
    'kubectl logs --prefix',
    'timestamped-log',
    lines((event) => `[pod/kube-apiserver-cp-1/kube-apiserver] ${json(event)}`),
  ],
  [
    'aws logs tail',
    'aws-logs-tail',
    lines(
      (event, index) =>
        `2026-11-24T03:00:${10 + (index % 50)}+00:00 kube-apiserver-audit-0a1b2c3d4e5f60718293a4b5c6d7e8f9 ${json(event)}`,
    ),
  ],
  [
    'aws logs filter-log-events',
    'aws-cloudwatch',
    (events) =>
      JSON.stringify(
        {
          events: events.map((event, index) => ({
            logStreamName: 'kube-apiserver-audit-0a1b',
            timestamp: at + index,
            message: json(event),
            eventId: String(index),
          })),
          searchedLogStreams: [],
        },
        null,
        4,
      ),
  ],
  [
    'rows of Logs Insights',
    'aws-cloudwatch',
    (events) =>
      json({
        results: events.map((event, index) => [
          { field: '@timestamp', value: time(index) },
          { field: '@message', value: json(event) },
        ]),
        statistics: { recordsMatched: events.length },
        status: 'Complete',
      }),
  ],
  [
    'a CloudWatch subscription',
    'aws-cloudwatch',
    (events) =>
      json({ messageType: 'DATA_MESSAGE', logEvents: events.map((event, id) => ({ id, message: json(event) })) }),
  ],
  [
    'AKS, text',
    'azure-diagnostics',
    (events) =>
      json({
        records: events.map((event) => ({
          category: 'kube-audit',
          properties: { log: `${json(event)}\n`, stream: 'stdout' },
        })),
      }),
  ],
  [
    'AKS, objects',
    'azure-diagnostics',
    lines((log) => json({ category: 'kube-audit', properties: { log, pod: 'kube-apiserver-0' } })),
  ],
  [
    'AKS, a column',
    'azure-diagnostics',
    (events) =>
      JSON.stringify(
        events.map((event) => ({ Category: 'kube-audit', log_s: json(event) })),
        null,
        2,
      ),
  ],
  [
    'AKS in single quotes',
    'single-quoted-json',
    lines((event) => python({ category: 'kube-audit', properties: { log: json(event) } })),
  ],
  ['Python', 'single-quoted-json', (events) => `${python(events)}\n`],
  ['OpenShift nodes', 'openshift-node-logs', lines((event) => `cp-1.example.com ${json(event)}`)],
  [
    'OpenShift ViaQ',
    'openshift-viaq',
    lines((event, index) =>
      json({ '@timestamp': time(index), ...event, log_type: 'audit', viaq_msg_id: String(index) }),
    ),
  ],
  [
    'an Elasticsearch hit',
    'elasticsearch',
    (events) => events.map((_source) => JSON.stringify({ _index: 'audit-1', _id: 'x', _source }, null, 2)).join('\n'),
  ],
  [
    'an Elasticsearch search',
    'elasticsearch',
    (events) =>
      json({
        took: 2,
        hits: {
          total: 2,
          hits: events.map((event) => ({ _source: { kubernetes: { audit: event } }, fields: { auditID: ['x'] } })),
        },
      }),
  ],
  [
    'Fluent Bit',
    'fluent',
    lines((event, date) => json({ date, log: `${json(event)}\n`, kubernetes: { pod_name: 'kube-apiserver-cp-1' } })),
  ],
  [
    'Filebeat',
    'fluent',
    lines((event, index) => json({ '@timestamp': time(index), message: json(event), log: { offset: 1 } })),
  ],
  ['the journal in JSON', 'fluent', lines((event) => json({ _HOSTNAME: 'cp-1', MESSAGE: json(event) }))],
  [
    'Loki',
    'loki',
    (events) =>
      json({
        status: 'success',
        data: {
          resultType: 'streams',
          result: [{ stream: {}, values: events.map((event, index) => [`${at}${index}`, json(event)]) }],
        },
      }),
  ],
  [
    'a Grafana export',
    'loki',
    (events) =>
      JSON.stringify(
        events.map((event) => ({ line: json(event), fields: {} })),
        null,
        2,
      ),
  ],
  ['Splunk HEC', 'splunk', lines((event) => json({ time: at, sourcetype: 'kube:audit', event }))],
  [
    'a Splunk search',
    'splunk',
    lines((event) => json({ preview: false, result: { _raw: json(event), host: 'cp-1' } })),
  ],
  [
    'Datadog',
    'datadog',
    (events) =>
      json({
        data: events.map((event) => ({
          id: 'x',
          type: 'log',
          attributes: { service: 'kube-audit', attributes: event },
        })),
      }),
  ],
  [
    'OTLP',
    'otlp',
    (events) =>
      json({
        resourceLogs: [
          {
            scopeLogs: [
              { logRecords: events.map((event) => ({ timeUnixNano: '1', body: { stringValue: json(event) } })) },
            ],
          },
        ],
      }),
  ],
  [
    'CSV',
    'csv-export',
    (events) =>
      `@timestamp,@message\n${events.map((event, index) => `${time(index)},"${json(event).replaceAll('"', '""')}"\n`).join('')}`,
  ],
  ['curl', 'quoted-json', (events) => events.map((event) => `curl -X POST --data ${json(json(event))} \\\n`).join('')],
];
