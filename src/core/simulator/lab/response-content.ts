// What stands behind the gates: the body of an allowed GET, as far as it is the same everywhere; samples where it is a cluster's own.

import { clusterInfoPath } from '../../kubernetes/cluster-info.ts';
import { publicHealthPaths } from '../gates.ts';
import type { LabRequest, LabResponse, LabServer } from './lab.ts';
import { kubeletConfigName } from './role-bindings.ts';
import { wantsIndent, writeJson } from './status-body.ts';

const oidcPaths = ['/.well-known/openid-configuration', '/openid/v1/jwks'];
/** Read by the administrator in our runs; their content is a cluster's own. */
const otherPaths = ['/', '/api', '/apis', '/metrics', ...oidcPaths];
const configMaps = '/api/v1/namespaces/kube-system/configmaps/';

export interface Version {
  readonly minor: number;
  readonly text: string;
}

/** Undefined where it is not known whether anything answers on this path. */
export function contentOf(server: LabServer, request: LabRequest, version: Version): LabResponse | undefined {
  const { path, query = '', verb } = request;
  if (verb !== 'get') return undefined;
  if (publicHealthPaths.includes(path)) {
    return query === '' || !/(?:^|&)verbose\b/.test(query) ? exact('ok') : leftOut();
  }
  const write = (value: unknown): string => writeJson(value, wantsIndent(request.userAgent, query), version.minor);
  if (path === '/version' || path === '/version/') return sample(writeVersion(version));
  if (path === clusterInfoPath) return sample(write(sampleClusterInfo(server.clusterInfo === 'signed')));
  const known = ['kubeadm-config', 'kube-proxy', kubeletConfigName(version.minor)].map((name) => configMaps + name);
  return [...otherPaths, ...known].includes(path) ? leftOut() : undefined;
}

const exact = (body: string): LabResponse => ({ status: 200, body, bodyIs: 'exact' });
const sample = (body: string): LabResponse => ({ status: 200, body, bodyIs: 'sample' });
const leftOut = (): LabResponse => ({ status: 200, body: '', bodyIs: 'left-out' });

/** Indented for everybody. Build facts other than the version are a made-up cluster's and therefore left out. */
function writeVersion({ minor, text }: Version): string {
  const gitVersion = /^\d+\.\d+\.\d/.test(text) ? text : `${text}.0`;
  return JSON.stringify({ major: '1', minor: String(minor), gitVersion: `v${gitVersion}` }, null, 2);
}

/** A ConfigMap as kubeadm makes it, with made-up values; signed for the token abcdef. */
export function sampleClusterInfo(signed: boolean): Readonly<Record<string, unknown>> {
  const kubeconfig = [
    'apiVersion: v1',
    'clusters:',
    '- cluster:',
    '    certificate-authority-data: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t…',
    '    server: https://192.0.2.10:6443',
    '  name: ""',
    'contexts: null',
    'current-context: ""',
    'kind: Config',
    'preferences: {}',
    'users: null',
    '',
  ].join('\n');
  const jws = signed ? { 'jws-kubeconfig-abcdef': 'eyJhbGciOiJIUzI1NiIsImtpZCI6ImFiY2RlZiJ9..…' } : {};
  return {
    kind: 'ConfigMap',
    apiVersion: 'v1',
    metadata: {
      name: 'cluster-info',
      namespace: 'kube-public',
      uid: '11111111-2222-4333-8444-555555555555',
      resourceVersion: '304',
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
    data: { ...jws, kubeconfig },
  };
}
