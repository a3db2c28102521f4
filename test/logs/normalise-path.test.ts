// core/logs/normalise-path: which paths are one.
import { expect, it } from 'vitest';
import { normalisePath } from '../../src/core/logs/normalise-path.ts';

it('takes the names of objects out, and nothing else', () => {
  const paths: Readonly<Record<string, string>> = {
    '/livez/ping': '/livez/ping',
    '/api/v1/nodes': '/api/v1/nodes',
    '/api/v1/nodes/a/status': '/api/v1/nodes/{name}/status',
    '/api/v1/namespaces/default': '/api/v1/namespaces/default',
    '/api/v1/namespaces/default/pods': '/api/v1/namespaces/default/pods',
    '/api/v1/namespaces/default/pods/a/log': '/api/v1/namespaces/default/pods/{name}/log',
    '/api/v1/namespaces/default/finalize': '/api/v1/namespaces/default/finalize',
    '/apis/apps/v1/namespaces/web/deployments/a': '/apis/apps/v1/namespaces/web/deployments/{name}',
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/a': '/apis/rbac.authorization.k8s.io/v1/clusterroles/{name}',
    '/api/v1/watch/namespaces/web/pods/a': '/api/v1/watch/namespaces/web/pods/{name}',
    '/api/v1/namespaces/kube-public/configmaps/cluster-info': '/api/v1/namespaces/kube-public/configmaps/cluster-info',
    '/api': '/api',
    '/apis/apps/v1': '/apis/apps/v1',
  };
  expect(Object.keys(paths).map((path) => [path, normalisePath(path)])).toEqual(
    Object.entries(paths).map(([path, wanted]) => [path, wanted]),
  );
});
