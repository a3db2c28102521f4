// The own request of the policy simulator as readable words: `#request1&code=403&user=jane&verb=list&resource=secrets`.
//   request1  the version of this format; a reader refuses what is newer than itself
//   key=…     one field each, in the order of the table below; a field that is left out has its first value
// The names of the form's fields are the same. First values never change in version 1. The policy is never part of it.

import type { TrialRequest } from '../core/index.ts';

/** Fields with a list take nothing else. */
const fields = {
  code: ['200', '201', '101', '401', '403'],
  user: 'jane',
  groups: 'dev system:authenticated',
  verb: [
    'delete',
    'get',
    'list',
    'watch',
    'create',
    'update',
    'patch',
    'deletecollection',
    'head',
    'post',
    'put',
    'options',
  ],
  target: ['resource', 'path'],
  group: '',
  resource: 'pods',
  subresource: '',
  namespace: 'default',
  name: 'web-0',
  path: '/metrics',
} as const;

export type RequestKey = keyof typeof fields;
export type OwnRequest = Readonly<Record<RequestKey, string>>;

export const requestKeys = Object.keys(fields) as readonly RequestKey[];

/** The values of a field that takes only these; undefined for one that takes any text. */
export function choicesOf(key: RequestKey): readonly string[] | undefined {
  const field: string | readonly string[] = fields[key];
  return typeof field === 'string' ? undefined : field;
}

const firstOf = (key: RequestKey): string => choicesOf(key)?.[0] ?? (fields[key] as string);

export const firstRequest = Object.fromEntries(requestKeys.map((key) => [key, firstOf(key)])) as OwnRequest;

/** True for every fragment that means to carry a request, in this version or another. */
export function carriesRequest(fragment: string): boolean {
  return /^#request\d+(?:&|$)/.test(fragment);
}

/** The fragment of a request, with its `#`; the same request always gives the same text. */
export function writeRequest(request: OwnRequest): string {
  const pairs = requestKeys
    .filter((key) => request[key] !== firstOf(key))
    .map((key) => `${key}=${encodeURIComponent(request[key]).replace(/%(?:2F|3A)/g, decodeURIComponent)}`);
  return ['#request1', ...pairs].join('&');
}

export interface ReadRequest {
  readonly request: OwnRequest;
  /** Pieces of the address that mean nothing here, as they stand there; `newer` for a later version of the format. */
  readonly problems: readonly string[];
}

/** Never throws. What it does not understand is named in `problems`, and has its first value. */
export function readRequest(fragment: string): ReadRequest {
  if (!/^#request1(?:&|$)/.test(fragment)) return { request: firstRequest, problems: ['newer'] };
  const request: Record<string, string> = { ...firstRequest };
  const problems: string[] = [];
  for (const pair of fragment.split('&').slice(1)) {
    const [key = '', written = ''] = pair.split(/=(.*)/s);
    const value = unescape(written);
    if (!isKey(key) || value === undefined || !(choicesOf(key)?.includes(value) ?? true)) problems.push(pair);
    else request[key] = value;
  }
  return { request: request as OwnRequest, problems };
}

function isKey(key: string): key is RequestKey {
  return Object.hasOwn(fields, key);
}

/** Undefined for what is no encoded text, or holds a control character. */
function unescape(text: string): string | undefined {
  try {
    const value = decodeURIComponent(text);
    return /[\u0000-\u001f\u007f]/.test(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** What the core tries. With 401 the user and the groups stay in the form and out of the request. */
export function toTrialRequest(own: OwnRequest, name: TrialRequest['name']): TrialRequest {
  const groups = own.groups.split(/[\s,]+/).filter((group) => group !== '');
  const { group, resource, subresource, namespace } = own;
  const isResource = own.target === 'resource';
  return {
    id: 'own',
    name,
    code: Number(own.code),
    request: {
      ...(own.code === '401' ? {} : { user: { name: own.user, groups } }),
      verb: own.verb,
      path: isResource ? '' : own.path,
      ...(isResource ? { resource: { apiGroup: group, resource, subresource, namespace, name: own.name } } : {}),
    },
  };
}
