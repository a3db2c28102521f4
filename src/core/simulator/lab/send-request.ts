// One request to one server: through the two gates, with the answer, the audit lines, and who notices.

import { clusterInfoPath } from '../../kubernetes/cluster-info.ts';
import { passGates, type Passage, type ServerModel } from '../gates.ts';
import { auditLines, type Happened } from './audit-log-line.ts';
import { explainAuthentication, explainAuthorization } from './gate-texts.ts';
import type { Exchange, GateStep, LabRequest, LabResponse, LabServer } from './lab.ts';
import { noticedBy } from './notice-texts.ts';
import { readRequestPath } from './request-info.ts';
import { contentOf, sampleClusterInfo, type Version } from './response-content.ts';
import { gatesOf, labVersion } from './start-server.ts';
import { forbidden, notFound, statusObject, unauthorized, wantsIndent, writeJson, type Status } from './status-body.ts';

/**
 * What happens to one request. A server that does not start answers nothing: no steps, no response, no events.
 * `atSeconds` only dates the events.
 */
export function sendRequest(server: LabServer, request: LabRequest, atSeconds = 0): Exchange {
  const model = gatesOf(server);
  const version = labVersion(server);
  const passage = passGates(model, request);
  const steps = stepsOf(server, model, request, passage);
  const failure = failureOf(server, request, passage);
  const response = respond(server, request, passage, failure, version);
  const happened = response && happenedTo(server, request, passage, response, failure, atSeconds, version);
  const auditEvents = happened ? auditLines(server.auditPolicy, happened) : [];
  return {
    request,
    steps,
    ...(response ? { response } : {}),
    auditEvents,
    noticedBy: noticedBy(request, response?.status, auditEvents.length, server.auditPolicy),
  };
}

function stepsOf(server: LabServer, model: ServerModel, request: LabRequest, passage: Passage): readonly GateStep[] {
  const { answer, user, asked, reason } = passage;
  if (answer === 'refused-start') return [];
  const named: GateStep = {
    gate: 'authentication',
    passed: user !== undefined,
    ...(answer === 'unknown' && !user ? { unknown: true } : {}),
    ...(user ? { user } : {}),
    because: explainAuthentication(server, model, request, passage),
  };
  if (!user || !asked) return [named];
  const allowed: GateStep = {
    gate: 'authorization',
    passed: answer === 200,
    ...(answer === 'unknown' ? { unknown: true } : {}),
    user: asked,
    because: explainAuthorization(model, request, passage),
    ...(reason === undefined ? {} : { rule: reason }),
  };
  return [named, allowed];
}

function failureOf(server: LabServer, { verb, path }: LabRequest, { answer, asked }: Passage): Status | undefined {
  if (answer === 401) return unauthorized;
  const resource = readRequestPath(path);
  if (answer === 403 && asked) return forbidden(asked, verb, path, resource);
  const isMissing = answer === 200 && path === clusterInfoPath && server.clusterInfo === 'missing';
  return isMissing && resource ? notFound(resource) : undefined;
}

function respond(
  server: LabServer,
  request: LabRequest,
  { answer }: Passage,
  failure: Status | undefined,
  version: Version,
): LabResponse | undefined {
  if (failure) {
    const isIndented = wantsIndent(request.userAgent, request.query ?? '');
    return { status: failure.code, body: writeJson(statusObject(failure), isIndented, version.minor), bodyIs: 'exact' };
  }
  return answer === 200 ? contentOf(server, request, version) : undefined;
}

function happenedTo(
  server: LabServer,
  request: LabRequest,
  passage: Passage,
  { status }: LabResponse,
  failure: Status | undefined,
  atSeconds: number,
  { minor }: Version,
): Happened {
  const isClusterInfo = readRequestPath(request.path)?.name === 'cluster-info' && status === 200;
  return {
    ...{ request, passage, status, atSeconds, minor },
    ...(failure ? { failure } : {}),
    ...(isClusterInfo ? { object: sampleClusterInfo(server.clusterInfo === 'signed') } : {}),
  };
}
