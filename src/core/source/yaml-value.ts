// Values out of a YAML document, as go-yaml v2 and sigs.k8s.io/yaml make them: merge keys, duplicate keys, limits.
// Upstream: gopkg.in/yaml.v2 decode.go, sigs.k8s.io/yaml convertToJSONableObject.

import type { Span } from './range.ts';
import { resolveAlias, type YamlMapping, type YamlNode } from './yaml-node.ts';
import { YamlProblem } from './yaml-problem.ts';
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

/** Further ones are not listed. */
const mostDuplicates = 1000;

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
      fill(object, new Set(), node);
      return Object.fromEntries(object);
    }
    if (open.has(node.target)) {
      throw new YamlProblem(`anchor '${node.name}' value contains itself`, node.span.start, 0);
    }
    open.add(node.target);
    limit.enter();
    const value = build(node.target);
    limit.leave();
    open.delete(node.target);
    return value;
  };

  /** `seen` holds the keys with their types: `1` and `"1"` are two keys for Go, and one in JSON. */
  const fill = (object: Map<string, unknown>, seen: Set<string>, mapping: YamlMapping): void => {
    for (const { key, value } of mapping.entries) {
      const name = resolveAlias(key);
      if (name.kind !== 'scalar') {
        throw new YamlProblem(`invalid map key: ${goSyntax(build(name))}`, key.span.start, 0);
      }
      if (name.scalar.type === 'merge') {
        merge(object, seen, value);
        continue;
      }
      limit.count();
      const { type, json } = name.scalar;
      const content = build(value);
      if (type === 'null') {
        const text = `Unsupported map key of type: %!s(<nil>), key: <nil>, value: ${goSyntax(content)}`;
        throw new YamlProblem(text, key.span.start, -1);
      }
      const goKey = type + json;
      if (seen.has(goKey) && duplicates.length < mostDuplicates) {
        duplicates.push({ key: json, line: lineOf(value.span.start), span: key.span });
      }
      seen.add(goKey);
      object.set(keyText(name.scalar), content);
    }
  };

  const merge = (object: Map<string, unknown>, seen: Set<string>, value: YamlNode): void => {
    for (const source of mergeSources(value)) fill(object, seen, source);
  };

  return { value: build(root), duplicates };
}

/** The mappings behind a `<<`, the last one first: an earlier one overrides it. */
function mergeSources(value: YamlNode): readonly YamlMapping[] {
  const target = resolveAlias(value);
  const sources = target.kind === 'sequence' ? [...target.items].reverse().map(resolveAlias) : [target];
  return sources.map((source) => {
    if (source.kind === 'mapping') return source;
    throw new YamlProblem('map merge requires map or sequence of maps as the value', value.span.start, 0);
  });
}

/** A value as Go's %#v writes it. */
function goSyntax(value: unknown): string {
  if (value === null) return 'interface {}(nil)';
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (typeof value !== 'object') return typeof value === 'string' ? JSON.stringify(value) : String(value);
  const entries = Object.entries(value).map(([key, content]) => `${JSON.stringify(key)}:${goSyntax(content)}`);
  return `map[interface {}]interface {}{${entries.sort().join(', ')}}`;
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
