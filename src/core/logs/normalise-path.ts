// Requests for objects of one kind under one path: names of objects become `{name}`, namespaces stay.
// The form of the paths: https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris

import { clusterInfoPath } from '../kubernetes/cluster-info.ts';

const groupPath = /^\/(?:api\/[^/]+|apis\/[^/]+\/[^/]+)\/(?:watch\/)?/;
/** What stands below a namespace and is no resource. */
const namespaceParts: readonly string[] = ['status', 'finalize'];

/** A path without query. The one object that anybody may read keeps its name; so do namespaces. */
export function normalisePath(path: string): string {
  const head = groupPath.exec(path)?.[0];
  if (head === undefined || path === clusterInfoPath) return path;
  const [first = '', second = '', third = '', ...rest] = path.slice(head.length).split('/');
  if (first === 'namespaces') {
    const [name, ...below] = rest;
    if (name === undefined || name === '' || namespaceParts.includes(third)) return path;
    return [`${head}${first}/${second}/${third}/{name}`, ...below].join('/');
  }
  return second === '' ? path : [`${head}${first}/{name}`, ...path.slice(head.length).split('/').slice(2)].join('/');
}
