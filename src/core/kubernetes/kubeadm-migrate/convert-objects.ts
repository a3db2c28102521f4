// From the fields of the old objects to the objects of v1beta4: moves, ends, and what follows from other fields.

import type { Path } from '../../source/path.ts';
import { asList, asRecord, asText, type UntypedRecord } from '../../source/untyped-value.ts';
import { ended, fromMachine, moves } from './field-tables.ts';

/** Fields by kind, in the shape of `readFields`. */
export type Objects = ReadonlyMap<string, UntypedRecord>;

export interface Conversion {
  readonly objects: Objects;
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Fields that end here. */
  readonly dropped: readonly { readonly kind: string; readonly path: readonly string[] }[];
}

/** Values stay as they are; only their places change. */
export function convertObjects(given: Objects): Conversion {
  const objects = new Map(given);
  const moved: { from: string; to: string }[] = [];
  const dropped: { kind: string; path: readonly string[] }[] = [];
  for (const { from, to, path } of moves) {
    const [kind, ...place] = from;
    const value = valueAt(given.get(kind), place);
    if (value === undefined) continue;
    objects.set(kind, without(asRecord(objects.get(kind)), place));
    if (value === '0s') continue; // zero counts as absent
    for (const target of to.filter((one) => objects.has(one))) {
      objects.set(target, withValue(asRecord(objects.get(target)), path, value));
      moved.push({ from: from.join('.'), to: [target, ...path].join('.') });
    }
  }
  for (const [kind, ...path] of ended) {
    if (valueAt(given.get(kind), path) === undefined) continue;
    objects.set(kind, without(asRecord(objects.get(kind)), path));
    dropped.push({ kind, path });
  }
  for (const [kind, derive] of Object.entries(derivations)) {
    const object = objects.get(kind);
    if (object) objects.set(kind, derive(object, objects));
  }
  return { objects, moved, dropped };
}

/** Fields of a kind that kubeadm would take from the machine, as far as they are absent. */
export function leftOut(kind: string, object: UntypedRecord): readonly Path[] {
  return (fromMachine[kind] ?? []).filter((path) => {
    if (path[0] === 'controlPlane' && object['controlPlane'] === undefined) return false;
    return !valueAt(object, path);
  });
}

const controlPlaneTaints = [{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }];

/** Values that kubeadm takes from other fields of the file. */
const derivations: Readonly<Record<string, (object: UntypedRecord, objects: Objects) => UntypedRecord>> = {
  ClusterConfiguration: (cluster, objects) => {
    const { local, external } = asRecord(cluster['etcd']);
    const bindPort = valueAt(objects.get('InitConfiguration'), ['localAPIEndpoint', 'bindPort']);
    const endpoint = asText(cluster['controlPlaneEndpoint']);
    return {
      ...cluster,
      ...(local === undefined && external === undefined ? { etcd: { local: {} } } : {}),
      ...(endpoint ? { controlPlaneEndpoint: withPort(endpoint, Number(bindPort) || 6443) } : {}),
    };
  },
  InitConfiguration: (init) => withTaints(init),
  JoinConfiguration: (join) => {
    const token = valueAt(join, ['discovery', 'bootstrapToken', 'token']);
    const own = valueAt(join, ['discovery', 'tlsBootstrapToken']);
    const tainted = join['controlPlane'] === undefined ? join : withTaints(join);
    return token && !own ? withValue(tainted, ['discovery', 'tlsBootstrapToken'], token) : tainted;
  },
};

function withTaints(object: UntypedRecord): UntypedRecord {
  const path = ['nodeRegistration', 'taints'];
  return valueAt(object, path) === undefined ? withValue(object, path, controlPlaneTaints) : object;
}

function withPort(endpoint: string, port: number): string {
  if (/^(?:\[[^\]]*\]|[^:]*):\d+$/.test(endpoint)) return endpoint;
  const host = endpoint.replace(/^\[(.*)\]$/, '$1');
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

function valueAt(value: unknown, path: Path): unknown {
  let current = value;
  for (const step of path) current = typeof step === 'number' ? asList(current)[step] : asRecord(current)[step];
  return current;
}

function withValue(object: UntypedRecord, [step = '', ...rest]: readonly string[], value: unknown): UntypedRecord {
  return { ...object, [step]: rest.length === 0 ? value : withValue(asRecord(object[step]), rest, value) };
}

function without(object: UntypedRecord, [step = '', ...rest]: readonly string[]): UntypedRecord {
  if (rest.length > 0) return { ...object, [step]: without(asRecord(object[step]), rest) };
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== step));
}
