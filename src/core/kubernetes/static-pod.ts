// A static Pod manifest of kube-apiserver: command line, mounts, probes and version, as the kubelet runs them; or the command line alone.
// Written by kubeadm into /etc/kubernetes/manifests, by kops, by hand. Upstream: core/v1 Pod, Container, Probe.

import type { PastedObject } from '../formats/format.ts';
import type { Path } from '../source/path.ts';
import { asList, asNumber, asRecord, asText, type UntypedRecord } from '../source/untyped-value.ts';
import type { ProbeFact, ProbeName, VolumeFact } from './api-server.ts';
import { knownFlags } from './api-server/known-flags.ts';
import { parseArguments, type Argument } from './api-server/parse-arguments.ts';
import type { Place } from './facts.ts';
import { newestMinor, parseVersion, type KubernetesVersion } from './version.ts';

export interface StaticPod {
  readonly object: number;
  /** The words behind the program's name. */
  readonly words: readonly Argument[];
  /** Where the program is named. */
  readonly at: Place;
  readonly volumes: readonly VolumeFact[];
  /** False for an excerpt that shows no mounts at all. */
  readonly showsMounts: boolean;
  readonly probes: readonly ProbeFact[];
  /** From the image's tag, else the newest that has all its flags if that is not our newest. */
  readonly version?: KubernetesVersion;
}

function versionOfFlags(words: readonly Argument[]): KubernetesVersion | undefined {
  const names = words.map(({ text }) => /^--([a-z0-9-]+)/.exec(text)?.[1] ?? '');
  const minor = Math.min(newestMinor, ...names.map((name) => knownFlags.get(name)?.until ?? newestMinor));
  return minor < newestMinor ? { minor, text: `1.${minor}` } : undefined;
}

interface Found {
  readonly container: UntypedRecord;
  readonly path: Path;
  readonly at: Place;
  readonly words: readonly Argument[];
}

/** Undefined for a Pod without a container that runs kube-apiserver, and for every other kind. */
export function readStaticPod(pasted: PastedObject, object: number): StaticPod | undefined {
  if (pasted.format === 'kube-apiserver-command') return readCommandLine(pasted, object);
  if (pasted.kind !== 'Pod') return undefined;
  const spec = asRecord(asRecord(pasted.value)['spec']);
  const found = findContainer(spec, object);
  if (!found) return undefined;
  const { container, path, words } = found;
  const version = parseVersion((asText(container['image']) ?? '').split(':').at(-1) ?? '') ?? versionOfFlags(words);
  return {
    object,
    words,
    at: found.at,
    volumes: readMounts(spec, container, object, path),
    showsMounts: 'volumeMounts' in container,
    probes: probeNames.flatMap((name) =>
      readProbe(name, container, words, { object, path: [...path, `${name}Probe`] }),
    ),
    ...(version ? { version } : {}),
  };
}

/** Nothing is known of its mounts and probes. */
function readCommandLine(pasted: PastedObject, object: number): StaticPod {
  const words = asList(asRecord(pasted.value)['words']).map((word, index) => ({
    text: String(word),
    at: { span: pasted.spanOf(['words', index]) },
  }));
  const version = versionOfFlags(words);
  const at = { span: pasted.spanOf([]) };
  return { object, words, at, volumes: [], showsMounts: false, probes: [], ...(version ? { version } : {}) };
}

function findContainer(spec: UntypedRecord, object: number): Found | undefined {
  const found = asList(spec['containers']).map((value, index): Found => {
    const container = asRecord(value);
    const path = ['spec', 'containers', index];
    return { container, path, ...readProgram(container, { object, path }) };
  });
  return found.find(({ words }) => words.length > 0) ?? found.find(({ container }) => isNamed(container));
}

function isNamed(container: UntypedRecord): boolean {
  return asText(container['name']) === 'kube-apiserver';
}

const program = /(?:^|\/)(?:kube-)?apiserver$/;

/** The words behind `kube-apiserver` or `hyperkube apiserver`, in a list or inside the text of a shell command. */
function readProgram(
  container: UntypedRecord,
  at: { readonly object: number; readonly path: Path },
): Pick<Found, 'at' | 'words'> {
  const all = ['command', 'args'].flatMap((field) =>
    asList(container[field]).map((value, index): Argument => ({
      text: String(value),
      at: { ...at, path: [...at.path, field, index] },
    })),
  );
  const start = all.findIndex(({ text }) => program.test(text));
  const named = all[start];
  if (named) return { at: named.at, words: all.slice(start + 1) };
  const shell = all.find(({ text }) => shellCall.test(text));
  if (shell) return { at: shell.at, words: shellWords(shell) };
  // An entry point in the image: arguments only.
  const isBare = isNamed(container) && all[0]?.text.startsWith('--') === true;
  return { at: { ...at, path: [...at.path, 'name'] }, words: isBare ? all : [] };
}

/** The program's name in a shell text, with flags behind it. */
const shellCall = /(?:^|[\s/])kube-apiserver\s+(?=\\?\s*--)/;

/** The words of one shell command, until a redirection or the next command; quotes are taken off. */
function shellWords({ text, at }: Argument): readonly Argument[] {
  const rest = text.split(shellCall).at(-1) ?? '';
  const [command = ''] = rest.split(/\s(?:\d*[<>|;&]|\|\|)/);
  const words = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'\\]|\\\S)+/g) ?? [];
  return words.map((word) => ({ text: word.replace(/["']/g, ''), at }));
}

function readMounts(spec: UntypedRecord, container: UntypedRecord, object: number, path: Path): readonly VolumeFact[] {
  const volumes = asList(spec['volumes']).map(asRecord);
  return asList(container['volumeMounts']).map((value, index) => {
    const mount = asRecord(value);
    const name = asText(mount['name']) ?? '';
    const source = asRecord(volumes.find((volume) => volume['name'] === name)?.['hostPath']);
    return {
      name,
      hostPath: asText(source['path']) ?? '',
      mountPath: asText(mount['mountPath']) ?? '',
      readOnly: mount['readOnly'] === true,
      pathType: asText(source['type']) ?? '',
      at: { object, path: [...path, 'volumeMounts', index] },
    };
  });
}

const probeNames: readonly ProbeName[] = ['startup', 'liveness', 'readiness'];

function readProbe(
  probe: ProbeName,
  container: UntypedRecord,
  words: readonly Argument[],
  at: { readonly object: number; readonly path: Path },
): readonly ProbeFact[] {
  const value = container[`${probe}Probe`];
  if (typeof value !== 'object' || value === null) return [];
  const fields = asRecord(value);
  const httpGet = asRecord(fields['httpGet']);
  const path = asText(httpGet['path']) ?? '/';
  return [
    {
      probe,
      how: howItAsks(fields, container, words),
      path: (path.startsWith('/') ? path : `/${path}`).replace(/\?.*$/, ''),
      credentials: asList(httpGet['httpHeaders']).map(asRecord).some(carriesCredentials),
      initialDelaySeconds: asNumber(fields['initialDelaySeconds']) ?? 0,
      periodSeconds: asNumber(fields['periodSeconds']) ?? 10,
      failureThreshold: asNumber(fields['failureThreshold']) ?? 3,
      at: 'httpGet' in fields ? { ...at, path: [...at.path, 'httpGet'], part: 'key' } : { ...at, part: 'key' },
    },
  ];
}

/** An empty Bearer token and a Basic header count as no credentials (S1, S2 of 1.20.2). */
function carriesCredentials(header: UntypedRecord): boolean {
  return /^authorization$/i.test(asText(header['name']) ?? '') && /^bearer\s+\S/i.test(asText(header['value']) ?? '');
}

function howItAsks(fields: UntypedRecord, container: UntypedRecord, words: readonly Argument[]): ProbeFact['how'] {
  if ('tcpSocket' in fields) return 'tcpSocket';
  if ('exec' in fields) return 'exec';
  if ('grpc' in fields) return 'grpc';
  if (!('httpGet' in fields)) return 'unknown';
  const { scheme, port } = asRecord(fields['httpGet']);
  const ports = asList(container['ports']).map(asRecord);
  const number = typeof port === 'string' ? ports.find(({ name }) => name === port)?.['containerPort'] : port;
  const secure =
    parseArguments(words, newestMinor).flags.findLast(({ name }) => name === 'secure-port')?.value ?? '6443';
  if (number !== undefined && String(number) !== secure) return 'other-port';
  return scheme === 'HTTPS' ? 'https' : 'http';
}
