// Values out of a YAML document, as go-yaml v2 and sigs.k8s.io/yaml make them: merge keys, duplicate keys, limits.
// Upstream: gopkg.in/yaml.v2 decode.go, sigs.k8s.io/yaml convertToJSONableObject.

import type { Span } from './range.ts';
import { resolveAlias, type YamlMapping, type YamlNode, YamlProblem } from './yaml-node.ts';
import { keyText } from './yaml-place.ts';

/** A key that stands more than once in one mapping. The last value wins; strict readers refuse it. */
export interface DuplicateKey {
  /** As Go prints it: `"name"`, `true`, `1`. */
  readonly key: string;
  /** Line of the later value, counted from 1 inside the document. */
  readonly line: number;
  readonly span: Span;
}

export interface GoValue {
  readonly value: unknown;
  /** In the order in which Go prints them. */
  readonly duplicates: readonly DuplicateKey[];
}

type Build = (node: YamlNode) => unknown;

/** Throws a YamlProblem where Go returns an error. `lineOf` counts from 1. */
export function buildGoValue(root: YamlNode, lineOf: (offset: number) => number): GoValue {
  const duplicates: DuplicateKey[] = [];
  const limit = createAliasLimit();
  const open = new Set<YamlNode>();

  const build: Build = (node) => {
    limit.count();
    if (node.kind === 'scalar') return scalarValue(node.scalar.value);
    if (node.kind === 'sequence') return node.items.map(build);
    if (node.kind === 'mapping') {
      const object = new Map<string, unknown>();
      fill(object, node);
      return Object.fromEntries(object);
    }
    if (open.has(node.target)) throw new YamlProblem('anchor value contains itself', node.span.start, 0);
    open.add(node.target);
    limit.enter();
    const value = build(node.target);
    limit.leave();
    open.delete(node.target);
    return value;
  };

  const fill = (object: Map<string, unknown>, mapping: YamlMapping): void => {
    for (const { key, value } of mapping.entries) {
      const name = resolveAlias(key);
      if (name.kind !== 'scalar') throw new YamlProblem('invalid map key', key.span.start, 0);
      if (name.scalar.type === 'merge') {
        merge(object, value);
        continue;
      }
      limit.count();
      const text = keyText(name.scalar);
      const content = build(value);
      if (object.has(text)) {
        duplicates.push({ key: name.scalar.json, line: lineOf(value.span.start), span: key.span });
      }
      object.set(text, content);
    }
  };

  const merge = (object: Map<string, unknown>, value: YamlNode): void => {
    const target = resolveAlias(value);
    const sources = target.kind === 'sequence' ? [...target.items].reverse().map(resolveAlias) : [target];
    for (const source of sources) {
      if (source.kind !== 'mapping') {
        throw new YamlProblem('map merge requires map or sequence of maps as the value', value.span.start, 0);
      }
      fill(object, source);
    }
  };

  return { value: build(root), duplicates };
}

function scalarValue(value: unknown): unknown {
  if (typeof value !== 'number' || Number.isFinite(value)) return value;
  throw new YamlProblem(`json: unsupported value: ${Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf'}`, 0, -1);
}

/** go-yaml's guard against alias bombs: the share of nodes that come from aliases shrinks as a document grows. */
function createAliasLimit(): { count(): void; enter(): void; leave(): void } {
  let decoded = 0;
  let aliased = 0;
  let depth = 0;
  const allowed = (): number => {
    if (decoded <= 400_000) return 0.99;
    return decoded >= 4_000_000 ? 0.1 : 0.99 - (0.89 * (decoded - 400_000)) / 3_600_000;
  };
  return {
    count: () => {
      decoded++;
      if (depth > 0) aliased++;
      if (aliased > 100 && decoded > 1000 && aliased / decoded > allowed()) {
        throw new YamlProblem('document contains excessive aliasing', 0, 0);
      }
    },
    enter: () => depth++,
    leave: () => depth--,
  };
}
