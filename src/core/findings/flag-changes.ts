// Changes of one flag of kube-apiserver: in extraArgs as a map or a list, and in the command of a manifest.
// A flag inside the text of a shell command is left alone.

import type { FlagFact, ServerFact } from '../kubernetes/api-server.ts';
import type { Place } from '../kubernetes/facts.ts';
import type { Change } from './repair.ts';

interface ServerIndex {
  /** The words of a manifest's command, by their place. */
  readonly words: ReadonlyMap<Place | undefined, string>;
  readonly names: ReadonlySet<string>;
}

const indexes = new WeakMap<ServerFact, ServerIndex>();

/** Made once per server: a text may have thousands of wrong flags. */
function indexOf(server: ServerFact): ServerIndex {
  const index = indexes.get(server) ?? {
    words: new Map(server.commandLine.map(({ at, text }) => [at, text])),
    names: new Set(server.flags.map(({ name }) => name)),
  };
  indexes.set(server, index);
  return index;
}

type PathPlace = Extract<Place, { readonly object: number }>;

/** True for the `value` of `{name, value}` in a list. */
function isListValue(at: PathPlace): boolean {
  return at.path.at(-1) === 'value' && typeof at.path.at(-2) === 'number';
}

/** The place of the name, from that of the name or of the value. */
function placeOfName(at: PathPlace): Place {
  if (isListValue(at)) return { object: at.object, path: [...at.path.slice(0, -1), 'name'] };
  return at.part === 'key' || at.path.at(-1) === 'name' ? at : { ...at, part: 'key' };
}

export function setFlag(server: ServerFact, { name, value, at }: FlagFact, to: string): readonly Change[] {
  if (server.from === 'kubeadm') return [{ change: 'set', at, was: value, to }];
  const word = indexOf(server).words.get(at);
  if (word === `--${name}=${value}`) return [{ change: 'set', at, was: word, to: `--${name}=${to}` }];
  return word === value ? [{ change: 'set', at, was: value, to }] : [];
}

export function removeFlag(server: ServerFact, { name, value, at }: FlagFact): readonly Change[] {
  if (server.from === 'kubeadm') {
    if (!('path' in at)) return [];
    return [{ change: 'remove', at: isListValue(at) ? { ...at, path: at.path.slice(0, -1) } : at }];
  }
  const word = indexOf(server).words.get(at);
  return word === `--${name}=${value}` || word === `--${name}` ? [{ change: 'remove', at }] : [];
}

/** The value's place leads to the name's; no change if the right name is there too. */
export function renameFlag(
  server: ServerFact,
  { name, at }: Pick<FlagFact, 'name' | 'at'>,
  to: string,
): readonly Change[] {
  if (indexOf(server).names.has(to) || !('path' in at)) return [];
  if (server.from === 'manifest') {
    const word = indexOf(server).words.get(at);
    const equals = word?.indexOf('=') ?? -1;
    if (word === undefined || !word.replace(/^-+|=.*$/gs, '').endsWith(name.replace(/^-+|=.*$/gs, ''))) return [];
    return [{ change: 'set', at, was: word, to: `--${to}${equals < 0 ? '' : word.slice(equals)}` }];
  }
  return [{ change: 'set', at: placeOfName(at), was: name, to }];
}

/** A folder or file of the host, brought into the container at the same path. */
export interface NewMount {
  readonly name: string;
  readonly path: string;
  readonly readOnly: boolean;
  readonly pathType: 'DirectoryOrCreate' | 'File';
}

/** Mounts it; nothing where the paste does not show the lists that a mount belongs to. */
export function addMount(server: ServerFact, { name, path, readOnly, pathType }: NewMount): readonly Change[] {
  if (path === '' || path === '/') return [];
  const taken = new Set(server.volumes.map((volume) => volume.name));
  const free = [name, ...[2, 3, 4, 5].map((count) => `${name}-${count}`)].find((one) => !taken.has(one));
  if (free === undefined) return [];
  const mount = { name: free, mountPath: path, ...(readOnly ? { readOnly } : {}) };
  if (server.from === 'kubeadm') {
    const volume = { name: free, hostPath: path, mountPath: path, ...(readOnly ? { readOnly } : {}), pathType };
    const at = { object: server.object, path: ['apiServer'] };
    if (server.volumes.length === 0) return [{ change: 'add', at, key: 'extraVolumes', value: [volume] }];
    return [{ change: 'append', at: { ...at, path: ['apiServer', 'extraVolumes'] }, items: [volume] }];
  }
  const first = server.volumes[0]?.at;
  if (server.from !== 'manifest' || !first || !('path' in first)) return [];
  return [
    { change: 'append', at: { ...first, path: first.path.slice(0, -1) }, items: [mount] },
    {
      change: 'append',
      at: { object: server.object, path: ['spec', 'volumes'] },
      items: [{ name: free, hostPath: { path, type: pathType } }],
    },
  ];
}
