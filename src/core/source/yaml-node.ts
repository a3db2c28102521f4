// A YAML document as a tree with places: what the parser gives, before Go makes values of it.

import type { GoScalar } from './go-scalar.ts';
import type { Span } from './range.ts';

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly scalar: GoScalar;
  readonly span: Span;
}

export interface YamlEntry {
  readonly key: YamlNode;
  readonly value: YamlNode;
}

export interface YamlMapping {
  readonly kind: 'mapping';
  readonly entries: readonly YamlEntry[];
  readonly span: Span;
}

export interface YamlSequence {
  readonly kind: 'sequence';
  readonly items: readonly YamlNode[];
  readonly span: Span;
}

/** `*name`: the place is the alias's own, the content is its anchor's. */
export interface YamlAlias {
  readonly kind: 'alias';
  readonly name: string;
  readonly target: YamlNode;
  readonly span: Span;
}

export type YamlNode = YamlScalar | YamlMapping | YamlSequence | YamlAlias;

/** The node that an alias stands for. */
export function resolveAlias(node: YamlNode): Exclude<YamlNode, YamlAlias> {
  let current = node;
  while (current.kind === 'alias') current = current.target;
  return current;
}
