// Kinds of paths that anonymous callers ask for, told by fixed paths and beginnings alone, so that jq can tell them as well.

import { clusterInfoPath } from '../kubernetes/cluster-info.ts';

export const pathGroups = ['health', 'cluster-info', 'version', 'oidc', 'api', 'other'] as const;
export type PathGroup = (typeof pathGroups)[number];

export interface PathRule {
  readonly group: PathGroup;
  readonly paths: readonly string[];
  readonly beginnings: readonly string[];
}

const health = ['/livez', '/readyz', '/healthz'];

/** The first that fits counts; a path that fits none is `other`. */
export const pathRules: readonly PathRule[] = [
  { group: 'health', paths: health, beginnings: health.map((path) => `${path}/`) },
  { group: 'cluster-info', paths: [clusterInfoPath], beginnings: [] },
  { group: 'version', paths: ['/version', '/version/'], beginnings: [] },
  { group: 'oidc', paths: ['/.well-known/openid-configuration', '/openid/v1/jwks'], beginnings: [] },
  { group: 'api', paths: ['/api', '/apis'], beginnings: ['/api/', '/apis/'] },
];

/** @param path without its query */
export function pathGroupOf(path: string): PathGroup {
  const fits = ({ paths, beginnings }: PathRule): boolean =>
    paths.includes(path) || beginnings.some((one) => path.startsWith(one));
  return pathRules.find(fits)?.group ?? 'other';
}
