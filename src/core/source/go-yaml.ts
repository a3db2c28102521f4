// YAML as Go reads it: one document to one JSON value, with places and with Go's own error text.

import type { Located, Part } from './located.ts';
import type { Path } from './path.ts';
import { createLineTable, type LineTable, type Span } from './range.ts';
import type { YamlNode } from './yaml-node.ts';
import { YamlProblem } from './yaml-problem.ts';
import { parseYaml } from './yaml-parser.ts';
import { spanOfPath } from './yaml-place.ts';
import { buildGoValue, type DuplicateKey } from './yaml-value.ts';

export interface YamlError {
  /** As sigs.k8s.io/yaml returns it: `yaml: line 3: mapping values are not allowed in this context`; `yaml: …` if its wording is not known. */
  readonly text: string;
  /** Counted from 1 inside the text that was read; 0 if Go names none. */
  readonly line: number;
  readonly span: Span;
}

export interface GoYaml extends Located {
  /** Undefined if there is an error; null for a text without content. */
  readonly value: unknown;
  readonly error?: YamlError;
  readonly duplicates: readonly DuplicateKey[];
}

/** Reads the first document of a text, as Go does; never throws. Spans count from `offset`. */
export function readGoYaml(text: string, offset = 0): GoYaml {
  const whole = { start: offset, end: offset + text.length };
  let root: YamlNode | undefined;
  try {
    root = parseYaml(text, offset);
    const { value, duplicates } = root
      ? buildGoValue(root, createLineCounter(text, offset))
      : { value: null, duplicates: [] };
    return located(value, root, whole, duplicates);
  } catch (problem) {
    if (!(problem instanceof YamlProblem)) throw problem;
    return { ...located(undefined, root, whole, []), error: yamlError(problem, text, offset) };
  }
}

function located(value: unknown, root: YamlNode | undefined, whole: Span, duplicates: readonly DuplicateKey[]): GoYaml {
  return {
    value,
    duplicates,
    span: root?.span ?? whole,
    spanOf: (path: Path, part?: Part) => (root ? spanOfPath(root, path, part) : whole),
  };
}

function yamlError({ message, line, offset: at }: YamlProblem, text: string, offset: number): YamlError {
  const position = Math.min(Math.max(at, 0), text.length);
  const lineEnd = text.slice(position).search(/[\r\n]/);
  return {
    text: goText(message, line),
    line: Math.max(line, 0),
    span: { start: offset + position, end: offset + (lineEnd < 0 ? text.length : position + lineEnd) },
  };
}

function goText(message: string, line: number): string {
  if (line < 0) return message;
  if (message === '') return 'yaml: …';
  return `yaml: ${line > 0 ? `line ${line}: ` : ''}${message}`;
}

/** Lines counted from 1, worked out when the first one is asked for. */
function createLineCounter(text: string, offset: number): (position: number) => number {
  let lines: LineTable | undefined;
  return (position) => {
    lines ??= createLineTable(text);
    return lines.positionAt(position - offset).line;
  };
}
