// The documents of a paste that a migration reads, and what of their text no writer keeps: comments, anchors.

import type { Segment } from '../../formats/format.ts';
import { readGoYaml, type GoYaml } from '../../source/go-yaml.ts';
import type { LineTable } from '../../source/range.ts';
import { asRecord, asText } from '../../source/untyped-value.ts';
import { splitDocuments } from '../../source/yaml-documents.ts';
import type { YamlNode } from '../../source/yaml-node.ts';
import { parseYaml } from '../../source/yaml-parser.ts';
import { YamlProblem } from '../../source/yaml-problem.ts';
import type { Loss } from './migration.ts';

export interface OldDocument {
  readonly yaml: GoYaml;
  readonly kind: string;
  readonly apiVersion: string;
  /** Line of the paste. */
  readonly line: number;
  readonly text: string;
  readonly offset: number;
}

/** Every document that says what it is. */
export function readOldDocuments(segments: readonly Segment[], lines: LineTable): readonly OldDocument[] {
  return segments.flatMap(splitDocuments).flatMap(({ text, offset }) => {
    const yaml = readGoYaml(text, offset);
    const { kind, apiVersion } = asRecord(yaml.value);
    const line = lines.positionAt(yaml.span.start).line;
    return asText(kind) === undefined && !yaml.error
      ? []
      : [{ yaml, kind: asText(kind) ?? '', apiVersion: asText(apiVersion) ?? '', line, text, offset }];
  });
}

/** Comments and anchors of the whole segments, comments between documents included. */
export function textLosses(segments: readonly Segment[], lines: LineTable): readonly Loss[] {
  const comments: number[] = [];
  const anchors: number[] = [];
  for (const document of segments.flatMap(splitDocuments)) {
    const covered = coveredSpans(document);
    for (const { index } of document.text.matchAll(/(?<!\S)[#&]/g)) {
      const at = document.offset + index;
      const { line } = lines.positionAt(at);
      if (covered.some(([start, end]) => start <= at && at < end) || comments.at(-1) === line) continue;
      (document.text[index] === '#' ? comments : anchors).push(line);
    }
  }
  const [comment] = comments;
  const [anchor] = anchors;
  return [
    ...(comment === undefined ? [] : [{ what: 'comments' as const, count: comments.length, line: comment }]),
    ...(anchor === undefined ? [] : [{ what: 'anchors' as const, line: anchor }]),
  ];
}

/** Where texts stand: a `#` inside one starts no comment. */
function coveredSpans({ text, offset }: Segment): readonly (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  const visit = (node: YamlNode): void => {
    if (node.kind === 'scalar') spans.push([node.span.start, node.span.end]);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
    }
  };
  try {
    const root = parseYaml(text, offset);
    if (root) visit(root);
  } catch (problem) {
    if (!(problem instanceof YamlProblem)) throw problem;
  }
  return spans;
}
