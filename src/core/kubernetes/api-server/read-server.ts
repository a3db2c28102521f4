// Finds the kube-apiserver that a paste describes, and puts its facts together.
// A static Pod manifest is what runs, so it is taken before a ClusterConfiguration; an AuthenticationConfiguration alone is
// read as the file of a server that kubeadm started with its defaults.

import type { PastedObject } from '../../formats/format.ts';
import { asList, asRecord, asText } from '../../source/untyped-value.ts';
import {
  findFlag,
  type CommandLineArgument,
  type FlagFact,
  type ServerFact,
  type StartFailure,
  type VolumeFact,
} from '../api-server.ts';
import type { Facts, Place } from '../facts.ts';
import { readAuthentication, type AuthenticationFact } from '../authentication-configuration.ts';
import type { Path } from '../../source/path.ts';
import { readStaticPod, type StaticPod } from '../static-pod.ts';
import type { KubernetesVersion, Minor } from '../version.ts';
import { refuseAuthentication } from './authentication-failures.ts';
import { refuseAudit } from '../audit-failures.ts';
import type { PolicyFact } from '../audit-policy.ts';
import { authorizationModes, refuseModes } from './authorization-modes.ts';
import { takesBootstrapTokens } from './bootstrap-tokens.ts';
import { decideAccess } from './decide-access.ts';
import { defaultArguments, defaultCertificatesDir } from './default-arguments.ts';
import { parseGoDuration } from './go-values.ts';
import { kubeadmProbes } from './kubeadm-probes.ts';
import { mergeArguments } from './merge-arguments.ts';
import { parseArguments } from './parse-arguments.ts';
import { unsettledFlags } from './unsettled-flags.ts';
import { refuseUnmounted } from './unmounted-files.ts';

/** What the sources have in common before the server is put together. */
interface Described extends Pick<
  ServerFact,
  | 'from'
  | 'object'
  | 'at'
  | 'volumes'
  | 'showsMounts'
  | 'certificatesDir'
  | 'probes'
  | 'startupSeconds'
  | 'kubeadmFeatureGates'
  | 'flags'
  | 'commandLine'
> {
  readonly failures: readonly StartFailure[];
}

/** What a paste holds besides the server's own description. */
interface Paste {
  readonly files: readonly AuthenticationFact[];
  readonly policies: readonly PolicyFact[];
  readonly version: KubernetesVersion;
}

/** The servers in the paste; without any, only that no authentication file was read. */
export function readServers(
  objects: readonly PastedObject[],
  policies: readonly PolicyFact[],
  version: KubernetesVersion,
): Pick<Facts, 'server' | 'kubeadmServer' | 'unreadAuthentication'> {
  const files = present(objects.map((object, index) => readAuthentication(object, index, version.minor)));
  const paste = { files, policies, version };
  const pod = present(objects.map(readStaticPod))[0];
  const cluster = objects.findIndex(({ kind }) => kind === 'ClusterConfiguration');
  const fromPod = pod && putTogether(describePod(pod, version.minor), paste);
  const fromCluster = cluster < 0 ? undefined : putTogether(describeCluster(objects, cluster, version.minor), paste);
  const server = fromPod ?? fromCluster ?? fileAlone(paste);
  return {
    ...(server ? { server } : {}),
    ...(fromPod && fromCluster ? { kubeadmServer: fromCluster } : {}),
    unreadAuthentication: server?.authentication ? [] : files.map(({ object }) => ({ object, path: ['kind'] })),
  };
}

function fileAlone(paste: Paste): ServerFact | undefined {
  const [file] = paste.files;
  if (!file) return undefined;
  const { object } = file;
  const probes = kubeadmProbes(paste.version.minor, 240);
  return putTogether({ ...withoutFlags, object, at: { object, path: ['kind'] }, probes }, paste);
}

function putTogether(described: Described, paste: Paste): ServerFact {
  const { files, version } = paste;
  const { failures, commandLine, ...base } = described;
  const start = { ...base, minor: version.minor };
  const isNamed =
    findFlag(start, 'authentication-config') !== undefined || base.from === 'authentication-configuration';
  const draft = {
    ...start,
    authorizationModes: authorizationModes(start),
    bootstrapTokens: takesBootstrapTokens(start),
    unsettled: unsettledFlags(start.flags, start.from, start.minor),
    ...(isNamed && files[0] ? { authentication: files[0] } : {}),
  };
  const all = [
    ...failures,
    ...refuseModes(draft, draft.authorizationModes),
    ...refuseAuthentication(draft, version.text),
    ...(base.showsMounts ? refuseUnmounted(draft, base.certificatesDir) : []),
    ...refuseAudit(draft, paste.policies),
  ];
  return { ...draft, commandLine, failures: all, access: decideAccess({ ...draft, failures: all }, version.text) };
}

const withoutFlags = {
  from: 'authentication-configuration',
  volumes: [],
  startupSeconds: 240,
  kubeadmFeatureGates: {},
  flags: [],
  commandLine: [],
  failures: [],
  certificatesDir: defaultCertificatesDir,
  showsMounts: false,
} as const;

function describePod(pod: StaticPod, minor: Minor): Described {
  const { flags, failures } = parseArguments(pod.words, minor);
  return {
    ...withoutFlags,
    from: 'manifest',
    object: pod.object,
    at: pod.at,
    volumes: pod.volumes,
    probes: pod.probes,
    flags,
    failures,
    commandLine: pod.words.map(({ text, at }): CommandLineArgument => ({ text, from: 'manifest', at })),
    showsMounts: pod.showsMounts,
  };
}

function describeCluster(objects: readonly PastedObject[], object: number, minor: Minor): Described {
  const cluster = asRecord(objects[object]?.value);
  const init = objects.find(({ kind }) => kind === 'InitConfiguration')?.value;
  const apiServer = asRecord(cluster['apiServer']);
  const extraArgs = readFlags(apiServer['extraArgs'], object, ['apiServer', 'extraArgs']);
  const defaults = defaultArguments(cluster, init, new Set(extraArgs.map(({ name }) => name)), minor);
  const { commandLine, overrides } = mergeArguments(defaults, extraArgs, minor);
  const words = overrides.map(({ name, value, at }) => ({ text: `--${name}=${value}`, at, nameAt: nameOf(at) }));
  const timeout =
    asText(asRecord(asRecord(init)['timeouts'])['controlPlaneComponentHealthCheck']) ??
    asText(apiServer['timeoutForControlPlane']);
  const startupSeconds = (timeout === undefined ? undefined : parseGoDuration(timeout)) || 240;
  return {
    from: 'kubeadm',
    object,
    at: { object, path: ['kind'] },
    flags: overrides,
    commandLine,
    failures: parseArguments(words, minor).failures,
    volumes: asList(apiServer['extraVolumes']).map((item, index) => readVolume(item, object, index)),
    probes: kubeadmProbes(minor, startupSeconds),
    startupSeconds,
    kubeadmFeatureGates: Object.fromEntries(
      Object.entries(asRecord(cluster['featureGates'])).filter(
        (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
      ),
    ),
    certificatesDir: asText(cluster['certificatesDir']) || defaultCertificatesDir,
    showsMounts: true,
  };
}

/** The place of a flag's name, from that of its value. */
function nameOf(at: Place): Place {
  if (!('path' in at)) return at;
  return at.path.at(-1) === 'value' ? { ...at, path: [...at.path.slice(0, -1), 'name'] } : { ...at, part: 'key' };
}

/** extraArgs as a map (v1beta1–v1beta3) or a list (v1beta4); values that are no strings are left out: kubeadm refuses them. */
function readFlags(extraArgs: unknown, object: number, base: Path): readonly FlagFact[] {
  if (Array.isArray(extraArgs)) {
    return extraArgs.flatMap((item: unknown, index) => {
      const { name, value } = asRecord(item);
      const text = value === null || value === undefined ? '' : asText(value);
      if (typeof name !== 'string' || text === undefined) return [];
      return [{ name, value: text, at: { object, path: [...base, index, 'value'] } }];
    });
  }
  return Object.entries(asRecord(extraArgs)).flatMap(([name, value]) => {
    const text = value === null || value === undefined ? '' : asText(value);
    return text === undefined ? [] : [{ name, value: text, at: { object, path: [...base, name] } }];
  });
}

function readVolume(item: unknown, object: number, index: number): VolumeFact {
  const volume = asRecord(item);
  return {
    name: asText(volume['name']) ?? '',
    hostPath: asText(volume['hostPath']) ?? '',
    mountPath: asText(volume['mountPath']) ?? '',
    readOnly: volume['readOnly'] === true,
    pathType: asText(volume['pathType']) ?? '',
    at: { object, path: ['apiServer', 'extraVolumes', index] },
  };
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value): value is T => value !== undefined);
}
