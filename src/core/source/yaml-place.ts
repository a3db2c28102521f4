// Where a path stands in a YAML document; worked out only when asked.

import type { Part } from './located.ts';
import type { Path } from './path.ts';
import type { Span } from './range.ts';
import { resolveAlias, type YamlEntry, type YamlMapping, type YamlNode } from './yaml-node.ts';

/** The span of a path's key, value or both; a path that leads nowhere is reported at its nearest parent. */
export function spanOfPath(root: YamlNode, path: Path, part: Part = 'value'): Span {
  let node = root;
  let entry: YamlEntry | undefined;
  for (const step of path) {
    const target = resolveAlias(node);
    if (target.kind === 'sequence' && typeof step === 'number') {
      const item = target.items[step];
      if (!item) break;
      node = item;
      entry = undefined;
      continue;
    }
    const found = target.kind === 'mapping' ? findEntry(target, String(step)) : undefined;
    if (!found) break;
    node = found.value;
    entry = found;
  }
  return entry ? spanOfEntry(entry, part) : node.span;
}

function spanOfEntry({ key, value }: YamlEntry, part: Part): Span {
  const empty = value.span.end <= value.span.start;
  if (part === 'key' || (part === 'value' && empty)) return key.span;
  if (part === 'value') return value.span;
  return { start: key.span.start, end: Math.max(key.span.end, value.span.end) };
}

/** What a mapping's keys lead to; made once per mapping, since a file may have thousands of findings in one. */
interface MappingIndex {
  /** Position of the last entry with a key. */
  readonly own: ReadonlyMap<string, number>;
  /** Positions of the `<<` entries, last first. */
  readonly merges: readonly number[];
}

const indexes = new WeakMap<YamlMapping, MappingIndex>();

function indexOf(mapping: YamlMapping): MappingIndex {
  const known = indexes.get(mapping);
  if (known) return known;
  const own = new Map<string, number>();
  const merges: number[] = [];
  mapping.entries.forEach(({ key }, position) => {
    const name = resolveAlias(key);
    if (name.kind !== 'scalar') return;
    if (name.scalar.type === 'merge') merges.unshift(position);
    else own.set(keyText(name.scalar), position);
  });
  const index = { own, merges };
  indexes.set(mapping, index);
  return index;
}

/** The entry that decides for a key: the last one written; merged entries count where their `<<` stands. */
export function findEntry(mapping: YamlMapping, key: string, depth = 0): YamlEntry | undefined {
  const { own, merges } = indexOf(mapping);
  const position = own.get(key) ?? -1;
  for (const merge of merges) {
    if (merge < position || depth >= 20) break;
    const value = mapping.entries[merge]?.value;
    const merged = value && findMerged(value, key, depth + 1);
    if (merged) return merged;
  }
  return mapping.entries[position];
}

function findMerged(value: YamlNode, key: string, depth: number): YamlEntry | undefined {
  const target = resolveAlias(value);
  if (target.kind === 'mapping') return findEntry(target, key, depth);
  if (target.kind !== 'sequence') return undefined;
  for (const item of target.items) {
    const source = resolveAlias(item);
    const found = source.kind === 'mapping' ? findEntry(source, key, depth) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A scalar key as it stands in JSON: `yes` becomes `true`, `0x10` becomes `16`. */
export function keyText(scalar: { readonly value: unknown; readonly json: string }): string {
  return typeof scalar.value === 'string' ? scalar.value : scalar.json;
}
