// kubeadm's defaults and the reader's extraArgs as one command line, by the rule of each version.
// Upstream: kubernetes/kubernetes cmd/kubeadm/app/util/arguments.go (BuildArgumentListFromMap until 1.27, then
// ArgumentsToCommand); https://github.com/kubernetes/kubernetes/pull/135400 kept the file's order from 1.36 on.

import type { CommandLineArgument, FlagFact } from '../api-server.ts';
import { rowFor, type Minor, type Ranged } from '../version.ts';
import type { DefaultArgument } from './default-arguments.ts';

interface MergeRule extends Ranged {
  /** The same name twice: only the last, or all of them. */
  readonly duplicates: 'last' | 'all';
  /** `sorted`: all by name, then value; `file`: the defaults by name, then the overrides as they stand in the file. */
  readonly order: 'sorted' | 'file';
}

/** The patch releases of 1.32 to 1.35 from early 2026 on keep the file's order too; which ones is not settled. */
const mergeRules: readonly MergeRule[] = [
  { until: 27, duplicates: 'last', order: 'sorted' },
  { since: 28, until: 35, duplicates: 'all', order: 'sorted' },
  { since: 36, duplicates: 'all', order: 'file' },
];

export interface MergedArguments {
  readonly commandLine: readonly CommandLineArgument[];
  /** The reader's flags, in the order of the command line. */
  readonly overrides: readonly FlagFact[];
}

/** One override of a name drops all defaults of that name; names are compared as they were typed. */
export function mergeArguments(
  defaults: readonly DefaultArgument[],
  extraArgs: readonly FlagFact[],
  minor: Minor,
): MergedArguments {
  const rule = rowFor(mergeRules, minor);
  const last = new Map(extraArgs.map((flag) => [flag.name, flag]));
  const kept = rule?.duplicates === 'all' ? extraArgs : extraArgs.filter((flag) => last.get(flag.name) === flag);
  const byName = (a: DefaultArgument, b: DefaultArgument): number =>
    compare(a.name, b.name) || compare(a.value, b.value);
  const overrides = rule?.order === 'file' ? kept : [...kept].sort(byName);
  const rest = defaults.filter(({ name }) => !last.has(name)).sort(byName);
  const all: readonly (DefaultArgument | FlagFact)[] = [...rest, ...overrides];
  const ordered = rule?.order === 'file' ? all : [...all].sort(byName);
  return { overrides, commandLine: ordered.map(toArgument) };
}

function toArgument(argument: DefaultArgument | FlagFact): CommandLineArgument {
  const text = `--${argument.name}=${argument.value}`;
  return 'at' in argument ? { text, from: 'extraArgs', at: argument.at } : { text, from: 'kubeadm default' };
}

/** By code units, as Go compares bytes of ASCII. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
