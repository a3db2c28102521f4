// What a URL path asks for: a resource, or none. Upstream: k8s.io/apiserver pkg/endpoints/request/requestinfo.go.

export interface ResourceInfo {
  readonly apiGroup: string;
  readonly apiVersion: string;
  readonly namespace: string;
  readonly resource: string;
  readonly subresource: string;
  readonly name: string;
}

/** Undefined for a path that names no resource: `/livez`, `/api`, `/apis/apps/v1`. */
export function readRequestPath(path: string): ResourceInfo | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const isCore = parts[0] === 'api';
  if (!isCore && parts[0] !== 'apis') return undefined;
  const rest = parts.slice(isCore ? 2 : 3);
  if (rest.length === 0) return undefined;
  const isNamespaced = rest[0] === 'namespaces' && rest.length > 2;
  const [resource = '', name = '', ...below] = isNamespaced ? rest.slice(2) : rest;
  return {
    apiGroup: isCore ? '' : (parts[1] ?? ''),
    apiVersion: parts[isCore ? 1 : 2] ?? '',
    namespace: isNamespaced ? (rest[1] ?? '') : '',
    resource,
    subresource: below.join('/'),
    name,
  };
}
