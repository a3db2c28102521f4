// The Status objects of kube-apiserver: what a refused client reads, and what the audit log keeps of it.
// Upstream: k8s.io/apimachinery pkg/api/errors and pkg/runtime/serializer/json; seen with 1.20.2 and 1.28.4.

import { rowFor, type Confidence, type Minor, type Ranged } from '../../kubernetes/version.ts';
import type { LabUser } from './lab.ts';
import type { ResourceInfo } from './request-info.ts';

export interface Status {
  readonly code: 401 | 403 | 404;
  readonly reason: 'Unauthorized' | 'Forbidden' | 'NotFound';
  readonly message: string;
  readonly details?: Readonly<Record<string, string>>;
}

export const unauthorized: Status = { code: 401, reason: 'Unauthorized', message: 'Unauthorized' };

/** Who may not do what, as RBAC's refusal is worded. */
export function forbidden(user: LabUser, verb: string, path: string, resource: ResourceInfo | undefined): Status {
  const who = `User ${JSON.stringify(user.username)} cannot ${verb}`;
  if (!resource) {
    return { code: 403, reason: 'Forbidden', message: `forbidden: ${who} path ${JSON.stringify(path)}`, details: {} };
  }
  const { apiGroup, namespace, name } = resource;
  const kind = [resource.resource, resource.subresource].filter(Boolean).join('/');
  const scope = namespace === '' ? 'at the cluster scope' : `in the namespace ${JSON.stringify(namespace)}`;
  const object = name === '' ? qualified(resource) : `${qualified(resource)} ${JSON.stringify(name)}`;
  return {
    code: 403,
    reason: 'Forbidden',
    message: `${object} is forbidden: ${who} resource "${kind}" in API group "${apiGroup}" ${scope}`,
    details: detailsOf(resource),
  };
}

export function notFound(resource: ResourceInfo): Status {
  const message = `${qualified(resource)} ${JSON.stringify(resource.name)} not found`;
  return { code: 404, reason: 'NotFound', message, details: detailsOf(resource) };
}

function qualified({ resource, apiGroup }: ResourceInfo): string {
  return apiGroup === '' ? resource : `${resource}.${apiGroup}`;
}

function detailsOf({ name, apiGroup, resource }: ResourceInfo): Readonly<Record<string, string>> {
  return { ...(name ? { name } : {}), ...(apiGroup ? { group: apiGroup } : {}), kind: resource };
}

/** The whole object, as it goes to the client and into `responseObject`. */
export function statusObject({ code, reason, message, details }: Status): Readonly<Record<string, unknown>> {
  return {
    ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason },
    ...(details ? { details } : {}),
    code,
  };
}

/** Of a failure, 1.11–1.23 keep neither message nor details in the audit log (commit ba2b9977b). */
export function auditStatus({ code, reason, message, details }: Status, minor: Minor) {
  const isShort = minor <= 23;
  return {
    metadata: {},
    status: 'Failure',
    ...(isShort ? {} : { message }),
    reason,
    ...(isShort || !details ? {} : { details }),
    code,
  };
}

interface JsonStyle extends Ranged {
  readonly emptyObject: string;
  readonly compactEnd: string;
  readonly confidence: Confidence;
}

/** How this version writes JSON: an empty object in indented text, and what follows compact text. */
const jsonStyles: readonly JsonStyle[] = [
  { until: 20, emptyObject: '{\n<indent>  \n<indent>}', compactEnd: '', confidence: 'run' },
  { since: 21, until: 22, emptyObject: '{\n<indent>  \n<indent>}', compactEnd: '', confidence: 'inferred' },
  { since: 23, until: 27, emptyObject: '{}', compactEnd: '\n', confidence: 'inferred' },
  { since: 28, emptyObject: '{}', compactEnd: '\n', confidence: 'run' },
];

/** Indented for those who look like people: the query `pretty`, or a user agent of curl, Wget or a browser. */
export function wantsIndent(userAgent: string, query: string): boolean {
  const pretty = /(?:^|&)pretty=([^&]*)/.exec(query)?.[1];
  if (pretty) return /^(?:1|t|T|TRUE|true|True)$/.test(pretty);
  return /^(?:curl|Wget|Mozilla\/5\.0)/.test(userAgent);
}

export function writeJson(value: unknown, indented: boolean, minor: Minor): string {
  const style = rowFor(jsonStyles, minor);
  if (!indented) return JSON.stringify(value) + (style?.compactEnd ?? '');
  return JSON.stringify(value, null, 2).replace(
    /^( *)(.*)\{\}(,?)$/gm,
    (_line, indent: string, before: string, comma: string) => {
      return `${indent}${before}${(style?.emptyObject ?? '{}').replaceAll('<indent>', indent)}${comma}`;
    },
  );
}
