// Flags that the reader wrote and whose effect is not settled: underscores in names, one name twice, values of a template.
// 1.20.2 refuses `_` and 1.28.4 takes it (run); patch releases of 1.32–1.35 changed the order of extraArgs in early 2026.

import { underscoresRefusedUntil, underscoresWorkSince, type FlagFact } from '../api-server.ts';
import type { Minor } from '../version.ts';
import { isPlaceholder } from './placeholder.ts';

/** Names (dashed) of flags from extraArgs or a manifest that may or may not count, or whose last value differs by patch. */
export function unsettledFlags(flags: readonly FlagFact[], from: string, minor: Minor): readonly string[] {
  const between = minor > underscoresRefusedUntil && minor < underscoresWorkSince;
  const underscored = flags
    .filter(({ name }) => between && name.includes('_'))
    .map(({ name }) => name.replaceAll('_', '-'));
  const byPatch = from === 'kubeadm' && minor >= 32 && minor <= 35;
  const twice = byPatch ? orderMatters(flags) : [];
  const open = flags.filter(({ value }) => isPlaceholder(value)).map(({ name }) => name);
  return [...new Set([...underscored, ...twice, ...open])];
}

/** Names whose last value on the sorted command line is not the last in the file. */
function orderMatters(flags: readonly FlagFact[]): readonly string[] {
  const onLine = new Map(flags.map(({ name, value }) => [name, value]));
  const inFile = new Map([...flags].sort((a, b) => itemOf(a) - itemOf(b)).map(({ name, value }) => [name, value]));
  return [...onLine].filter(([name, value]) => inFile.get(name) !== value).map(([name]) => name);
}

/** Which item of the list `apiServer.extraArgs` it is. */
function itemOf({ at }: FlagFact): number {
  const step = 'path' in at ? at.path[2] : 0;
  return typeof step === 'number' ? step : 0;
}
