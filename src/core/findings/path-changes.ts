// Changes of the list of anonymous paths in an AuthenticationConfiguration.

import type { ServerFact } from '../kubernetes/api-server.ts';
import type { AnonymousPath } from '../kubernetes/authentication-configuration.ts';
import type { Change } from './repair.ts';

/** Puts paths at the end of the list. */
export function listPaths({ authentication }: ServerFact, paths: readonly string[]): readonly Change[] {
  if (!authentication) return [];
  const at = { object: authentication.object, path: ['anonymous', 'conditions'] };
  return [{ change: 'append', at, items: paths.map((path) => ({ path })) }];
}

/** Writes another path in its place; takes the entry out if that path is listed already. */
export function replacePath({ access }: ServerFact, { path, at }: AnonymousPath, to: string): readonly Change[] {
  if (!('path' in at)) return [];
  const isListed = access.paths.some((one) => one.path === to);
  if (isListed) return [{ change: 'remove', at: { object: at.object, path: at.path.slice(0, -1) } }];
  return [{ change: 'set', at, was: path, to }];
}
