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

/** The entry that decides for a key: the last one written; merged entries count where their `<<` stands. */
export function findEntry(mapping: YamlMapping, key: string, depth = 0): YamlEntry | undefined {
  for (let index = mapping.entries.length - 1; index >= 0; index--) {
    const entry = mapping.entries[index];
    if (!entry) continue;
    const name = resolveAlias(entry.key);
    if (name.kind !== 'scalar') continue;
    if (name.scalar.type === 'merge') {
      const merged = depth < 20 ? findMerged(entry.value, key, depth + 1) : undefined;
      if (merged) return merged;
    } else if (keyText(name.scalar) === key) {
      return entry;
    }
  }
  return undefined;
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
