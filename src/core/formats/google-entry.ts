// A request to a GKE API server as Cloud Audit Logs keep it: a LogEntry with `protoPayload`, service `k8s.io`.
// Groups are not kept; kube-apiserver gives `system:anonymous` one group, always the same.
// Spec: cloud.google.com/logging/docs/audit/understanding-audit-logs. Lost: stage, level, the query, and the HTTP status:
// `status.code` is a gRPC code and stays one (`responseStatus.grpcCode`).

import type { Path } from '../source/path.ts';
import { asRecord, asText, isRecord, type UntypedRecord } from '../source/untyped-value.ts';
import { renameFields, type EventValue, type Renaming } from './renamed-fields.ts';

const payload = 'protoPayload';

const renaming: Renaming = [
  ['auditID', 'operation.id'],
  ['user.username', `${payload}.authenticationInfo.principalEmail`],
  ['userAgent', `${payload}.requestMetadata.callerSuppliedUserAgent`],
  ['responseStatus.grpcCode', `${payload}.status.code`],
  ['responseStatus.message', `${payload}.status.message`],
  ['requestObject', `${payload}.request`],
  ['responseObject', `${payload}.response`],
  ['requestReceivedTimestamp', 'timestamp'],
  ['annotations', 'labels'],
];

/** What is worked out of one field: the verb, the object and the address. */
const workedOut: Readonly<Record<string, Path>> = {
  verb: [payload, 'methodName'],
  objectRef: [payload, 'resourceName'],
  requestURI: [payload, 'resourceName'],
  sourceIPs: [payload, 'requestMetadata', 'callerIp'],
};

/** Undefined for a record that is no such entry, also for one of another service (`container.googleapis.com`). */
export function readGoogleEntry(record: UntypedRecord): EventValue | undefined {
  const body = asRecord(record[payload]);
  const method = asText(body['methodName']) ?? '';
  if (!method.startsWith('io.k8s.') && body['serviceName'] !== 'k8s.io') return undefined;
  const event = renameFields(record, renaming);
  const callerIp = asText(asRecord(body['requestMetadata'])['callerIp']);
  const status = isRecord(event.value['responseStatus']) ? event.value['responseStatus'] : { grpcCode: 0 };
  const user = isRecord(event.value['user']) ? event.value['user'] : {};
  const groups = user['username'] === 'system:anonymous' ? { groups: ['system:unauthenticated'] } : {};
  const value = {
    ...event.value,
    user: { ...user, ...groups },
    responseStatus: status,
    verb: method.slice(method.lastIndexOf('.') + 1),
    ...addressOf(asText(body['resourceName']) ?? '', method),
    sourceIPs: callerIp === undefined ? [] : [callerIp],
  };
  return { value, placeOf: (path) => workedOut[String(path[0])] ?? event.placeOf(path) };
}

/** `apps/v1/namespaces/shop/deployments/web/scale`; what has no version in second place is a path. */
function addressOf(name: string, method: string): UntypedRecord {
  const [group = '', version = '', ...rest] = name.split('/');
  const [, scope, namespace, ...inside] = ['', ...rest];
  const inNamespace = scope === 'namespaces' && inside.length > 0 && !/\.namespaces\.\w+$/.test(method);
  const [resource, object, ...deeper] = inNamespace ? inside : rest;
  if (!/^v\d/.test(version) || resource === undefined) return { requestURI: `/${name}` };
  const prefix = group === 'core' ? '/api' : `/apis/${group}`;
  return {
    requestURI: `${prefix}/${[version, ...rest].join('/')}`,
    objectRef: {
      resource,
      ...(inNamespace ? { namespace } : {}),
      ...(object === undefined ? {} : { name: object }),
      ...(group === 'core' ? {} : { apiGroup: group }),
      apiVersion: version,
      ...(deeper.length === 0 ? {} : { subresource: deeper.join('/') }),
    },
  };
}
