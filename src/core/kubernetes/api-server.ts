// The kube-apiserver that a paste describes: the flags and mounts that the reader wrote.
// Sources: kubeadm v1beta2–v1beta4 `ClusterConfiguration.apiServer`, the static Pod manifest that kubeadm writes.

import type { Path } from '../source/path.ts';
import type { Place } from './facts.ts';

/** One flag as the reader wrote it; kubeadm's own defaults are not in here. */
export interface FlagFact {
  readonly name: string;
  readonly value: string;
  readonly at: Place;
}

export interface VolumeFact {
  readonly name: string;
  readonly hostPath: string;
  readonly mountPath: string;
  readonly readOnly: boolean;
  readonly pathType: string;
  readonly at: Place;
}

export interface ServerFact {
  readonly from: 'kubeadm' | 'manifest';
  readonly object: number;
  readonly flags: readonly FlagFact[];
  readonly volumes: readonly VolumeFact[];
  /** kubeadm's time-out for the control plane in seconds; it sets the startup probe's threshold. 240 if not given. */
  readonly startupSeconds: number;
  /** `ClusterConfiguration.featureGates`: kubeadm's own gates, not the API server's. */
  readonly kubeadmFeatureGates: Readonly<Record<string, boolean>>;
}

/** `paths` = only what an AuthenticationConfiguration lists; `invalid` = the server would not start. */
export type AnonymousMode = 'on' | 'off' | 'paths' | 'invalid';

export interface AnonymousAccess {
  readonly mode: AnonymousMode;
  /** Why: the default, the flag, or the AlwaysAllow authorizer that resets it. */
  readonly because: 'default' | 'flag' | 'always-allow';
  readonly flag?: FlagFact;
}

/** The last one wins, as pflag does it. */
export function findFlag(server: ServerFact, name: string): FlagFact | undefined {
  return server.flags.findLast((flag) => flag.name === name);
}

const trueValues = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const falseValues = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

/** Go's strconv.ParseBool; undefined where it returns an error. */
export function parseGoBool(value: string): boolean | undefined {
  if (trueValues.includes(value)) return true;
  return falseValues.includes(value) ? false : undefined;
}

/**
 * What the server does with a request without credentials.
 * AlwaysAllow among the authorization modes resets the flag (kube-apiserver `ApplyAuthorization`, run for 1.20.2 and 1.28.4).
 */
export function anonymousAccess(server: ServerFact): AnonymousAccess {
  const flag = findFlag(server, 'anonymous-auth');
  const value = flag ? parseGoBool(flag.value) : true;
  const shown = flag ? { flag } : {};
  if (value === undefined) return { mode: 'invalid', because: 'flag', ...shown };
  const modes = findFlag(server, 'authorization-mode')?.value.split(',') ?? [];
  if (value && modes.includes('AlwaysAllow')) return { mode: 'off', because: 'always-allow', ...shown };
  return { mode: value ? 'on' : 'off', because: flag ? 'flag' : 'default', ...shown };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Values that are no strings are left out: kubeadm refuses them before a server exists. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : undefined;
}

function readFlags(extraArgs: unknown, object: number, base: Path): FlagFact[] {
  if (Array.isArray(extraArgs)) {
    return extraArgs.flatMap((item: unknown, index) => {
      const { name, value } = record(item);
      const text = textOf(value);
      if (typeof name !== 'string' || text === undefined) return [];
      return [{ name, value: text, at: { object, path: [...base, index, 'value'] } }];
    });
  }
  return Object.entries(record(extraArgs)).flatMap(([name, value]) => {
    const text = textOf(value);
    return text === undefined ? [] : [{ name, value: text, at: { object, path: [...base, name] } }];
  });
}

/** Go durations as far as kubeadm files use them: `4m0s`, `90s`, `1h`; undefined for anything else. */
export function parseGoDuration(text: string): number | undefined {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return undefined;
  return parts.reduce((sum, part) => sum + Number(part[1]) * (units[part[2] ?? ''] ?? 0), 0);
}

/** Reads `ClusterConfiguration.apiServer`: extraArgs as map (v1beta1–v1beta3) or list (v1beta4), extraVolumes, the time-out. */
export function serverFromClusterConfiguration(value: unknown, object: number): ServerFact {
  const apiServer = record(record(value)['apiServer']);
  const timeout = apiServer['timeoutForControlPlane'];
  return {
    from: 'kubeadm',
    object,
    flags: readFlags(apiServer['extraArgs'], object, ['apiServer', 'extraArgs']),
    volumes: items(apiServer['extraVolumes']).map((item, index) => {
      const volume = record(item);
      return {
        name: textOf(volume['name']) ?? '',
        hostPath: textOf(volume['hostPath']) ?? '',
        mountPath: textOf(volume['mountPath']) ?? '',
        readOnly: volume['readOnly'] === true,
        pathType: textOf(volume['pathType']) ?? '',
        at: { object, path: ['apiServer', 'extraVolumes', index] },
      };
    }),
    startupSeconds: (typeof timeout === 'string' ? parseGoDuration(timeout) : undefined) ?? 240,
    kubeadmFeatureGates: Object.fromEntries(
      Object.entries(record(record(value)['featureGates'])).filter(
        (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
      ),
    ),
  };
}
