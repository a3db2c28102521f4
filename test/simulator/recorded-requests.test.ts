// Every recorded HTTP request of 1.20.2 and 1.28.4, sent to the lab's servers: status, body, and the audit events it left.
import { afterAll, describe, expect, it } from 'vitest';
import { sendRequest, type Exchange, type LabRequest, type LabServer } from '../../src/core/index.ts';
import { hasEvidence, readRows, reasonToSkip } from '../kubernetes/evidence.ts';
import { policyFrom, probedScenarios, recordedCredentials, recordedServer } from './recorded-servers.ts';

type Json = Readonly<Record<string, unknown>>;

/** Agreed and seen, per kind of comparison; printed at the end. */
const tally = new Map<string, { agreed: number; total: number }>();

function count(kind: string, agrees: boolean): boolean {
  const known = tally.get(kind) ?? { agreed: 0, total: 0 };
  tally.set(kind, { agreed: known.agreed + (agrees ? 1 : 0), total: known.total + 1 });
  return agrees;
}

/** Bodies that are left out are not compared; they are not counted as agreed either. */
function countBody(bodyIs: string | undefined, agrees: boolean): void {
  if (bodyIs === 'left-out') notCompared++;
  else count(bodyIs === 'sample' ? 'beginning of bodies that are a cluster’s own' : 'whole bodies', agrees);
}
let notCompared = 0;
let eitherWay = 0;

afterAll(() => {
  process.stdout.write(`bodies that are not modelled, so not compared: ${notCompared}\n`);
  process.stdout.write(`events in which RBAC named the other of two bindings: ${eitherWay}\n`);
  for (const [kind, { agreed, total }] of tally) process.stdout.write(`${kind}: ${agreed} of ${total} agreed\n`);
});

function requestOf(row: Json, minor: string): LabRequest {
  const credential = String(row['credential']);
  const sent = recordedCredentials[credential];
  if (!sent) throw new Error(`no such credential here: ${credential}`);
  const userAgent = credential === 'kube-probe' ? `kube-probe/1.${minor}` : 'curl/7.88.1';
  return { verb: 'get', path: String(row['path']), userAgent, ...sent };
}

/** What an answer to an allowed request holds is the cluster's own; then only its beginning or its shape is compared. */
function bodyAgrees(exchange: Exchange, body: string): string {
  const { response, request } = exchange;
  if (!response) return 'no answer';
  if (response.bodyIs === 'exact') return response.body === body ? '' : 'another body';
  if (response.bodyIs === 'left-out') return '';
  if (request.path === '/version') {
    const [own, real] = [JSON.parse(response.body) as Json, JSON.parse(body) as Json];
    return Object.entries(own).every(([key, value]) => real[key] === value) ? '' : 'another version';
  }
  const start = response.body.slice(0, response.body.indexOf('"uid"'));
  return body.startsWith(start) && start.includes('cluster-info') ? '' : 'another beginning';
}

describe.skipIf(!hasEvidence).each(probedScenarios)(`%s %s${reasonToSkip}`, (version, scenario, setting) => {
  const server = hasEvidence ? recordedServer(version, scenario, setting) : undefined;
  const minor = version.split('.')[1] ?? '';

  it('answers with the same status and body', () => {
    const rows = readRows(`${version}/${scenario}/http-probes.jsonl`);
    const wrong = rows.flatMap((row) => {
      const exchange = sendRequest(server as LabServer, requestOf(row, minor));
      const fault = exchange.response?.status === row['status'] ? bodyAgrees(exchange, String(row['body'])) : 'status';
      count('status of recorded requests', fault !== 'status');
      countBody(exchange.response?.bodyIs, fault === '');
      return fault === '' ? [] : [`${String(row['credential'])} ${String(row['path'])}: ${fault}`];
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(132);
  });

  it('leaves the same audit events', () => {
    const rows = readRows(`${version}/${scenario}/http-probes.audit.jsonl`);
    const wrong = rows.flatMap((row) => {
      const { auditEvents } = sendRequest(server as LabServer, requestOf(row, minor));
      const faults = compareEvents(auditEvents, row['auditEvents'] as readonly Json[]);
      return faults.map((fault) => `${String(row['credential'])} ${String(row['path'])}: ${fault}`);
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(132);
  });
});

/** Fields that are a matter of one moment or one cluster. */
const ofTheMoment = ['auditID', 'sourceIPs', 'requestReceivedTimestamp', 'stageTimestamp'];

/**
 * Two ClusterRoleBindings give the group system:authenticated the same paths, and RBAC names the one that it happens to
 * find first: both were recorded for the same request.
 */
const eitherReason =
  /(ClusterRole(?:Binding)?) "system:(?:discovery|public-info-viewer)"(?= (?:of|to Group "system:authenticated"))/g;

function comparable(event: Json): string {
  const fields = Object.entries(event).map(([key, value]) => {
    if (ofTheMoment.includes(key)) return [key, '…'];
    // An allowed read at RequestResponse: the object itself was left out of the record.
    const isObject = key === 'responseObject' && (value as Json | string | undefined) !== undefined;
    return [key, isObject && !JSON.stringify(value).includes('"kind":"Status"') ? '…' : value];
  });
  return JSON.stringify(Object.fromEntries(fields))
    .replaceAll('\\"', '"')
    .replace(eitherReason, '$1 "either"')
    .replace(eitherReason, '$1 "either"');
}

function compareEvents(own: readonly Json[], real: readonly Json[]): readonly string[] {
  if (!count('number of audit events', own.length === real.length))
    return [`${own.length} events, recorded ${real.length}`];
  return own.flatMap((event, index) => {
    const [a, b] = [comparable(event), comparable(real[index] ?? {})];
    const reasons = [event, real[index]].map((one) => JSON.stringify(one?.['annotations']));
    if (a === b && reasons[0] !== reasons[1]) eitherWay++;
    return count('fields of audit events, in their order', a === b) ? [] : [`${a}\n   recorded: ${b}`];
  });
}

describe.skipIf(!hasEvidence).each(['v1.20.2', 'v1.28.4'])(`audit policies of %s${reasonToSkip}`, (version) => {
  it('writes the same stages and events for each policy', () => {
    const rows = readRows(`${version}/S5/audit-policy-vs-401.jsonl`);
    const wrong = rows.flatMap((row) => {
      const { auditEvents, response } = sendRequest(serverFor(version, row), requestFor(String(row['request'])));
      const stages = auditEvents.map(({ stage }) => stage);
      const agrees = response?.status === row['status'] && JSON.stringify(stages) === JSON.stringify(row['stages']);
      count('audit policies: status and stages', agrees);
      const faults = compareEvents(auditEvents, row['events'] as readonly Json[]);
      const label = `${String(row['policy'])} ${String(row['anonymousAuth'])} ${String(row['request'])}`;
      return agrees && faults.length === 0 ? [] : [`${label}: ${stages.join()} ${faults.join('; ')}`];
    });
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(54);
  });

  function serverFor(folder: string, row: Json): LabServer {
    const setting = { anonymousAuth: String(row['anonymousAuth']) };
    // These clusters were made without the RoleBinding of cluster-info.
    const server = recordedServer(folder, 'S5', setting);
    const bindings = server.bindings.filter((binding) => binding !== 'kubeadm:bootstrap-signer-clusterinfo');
    return { ...server, bindings, auditPolicy: policyFrom(String(row['policyText'])) };
  }

  function requestFor(text: string): LabRequest {
    const credentials = text.startsWith('wrong bearer') ? 'bad-bearer-token' : 'none';
    const path = text.endsWith('cluster-info') ? '/api/v1/namespaces/kube-public/configmaps/cluster-info' : '/livez';
    return { verb: 'get', path, credentials, userAgent: 'curl/7.88.1' };
  }
});
