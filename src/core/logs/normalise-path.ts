// Requests for objects of one kind under one path: names of objects become `{name}`, namespaces stay.
// The form of the paths: https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris

import { clusterInfoPath } from '../kubernetes/cluster-info.ts';

const objectPath =
  /^(\/(?:api\/[^/]+|apis\/[^/]+\/[^/]+)\/(?:watch\/)?(?:namespaces\/[^/]+\/(?!status$|finalize$))?[^/]+\/)([^/]+)(\/.*)?$/;

/** A path without query. The one object that anybody may read keeps its name; so do namespaces. */
export function normalisePath(path: string): string {
  if (path === clusterInfoPath || /^\/api\/[^/]+\/namespaces\/[^/]+(?:\/(?:status|finalize))?$/.test(path)) return path;
  return path.replace(objectPath, '$1{name}$3');
}
