// Kubernetes objects inside a ConfigMap: kubeadm keeps its ClusterConfiguration in kube-system/kubeadm-config, others their
// AuthenticationConfiguration. Written by `kubectl get configmap -o yaml`. Lost: nothing; places point into the paste. Read
// are literal blocks (`key: |`) only: a folded or quoted text has no lines of its own.

import { readGoYaml } from '../source/go-yaml.ts';
import type { Located, Part } from '../source/located.ts';
import type { Path } from '../source/path.ts';
import type { Span } from '../source/range.ts';
import { asRecord, asText } from '../source/untyped-value.ts';

export interface NestedDocument extends Located {
  readonly value: unknown;
}

/** The documents in the entries of a ConfigMap's `data`; empty for other values. `source` is the text from `offset` on. */
export function readNestedDocuments(outer: Located, source: string, offset: number): readonly NestedDocument[] {
  const data = asRecord(asRecord(outer.value)['data']);
  return Object.entries(data).flatMap(([key, value]) => {
    const text = asText(value);
    if (text === undefined || !/^(?:apiVersion|kind):/m.test(text)) return [];
    const span = outer.spanOf(['data', key]);
    const toPaste = mapLines(text, source.slice(span.start - offset, span.end - offset), span.start);
    return toPaste ? readNested(text, toPaste) : [];
  });
}

function readNested(text: string, toPaste: (inner: number) => number): readonly NestedDocument[] {
  const yaml = readGoYaml(text);
  if (yaml.error) return [];
  const move = ({ start, end }: Span): Span => ({ start: toPaste(start), end: toPaste(end) });
  return [
    {
      value: yaml.value,
      span: move(yaml.span),
      spanOf: (path: Path, part?: Part) => move(yaml.spanOf(path, part)),
    },
  ];
}

/** From an offset in the block's text to one in the paste; undefined if the text is no literal block. */
function mapLines(text: string, raw: string, start: number): ((inner: number) => number) | undefined {
  const header = /^[|][-+0-9]*[ \t]*(?:#.*)?\r?\n/.exec(raw)?.[0] ?? '';
  const rawLines = raw.slice(header.length).split('\n');
  const indent = /^ */.exec(rawLines.find((line) => line.trim() !== '') ?? '')?.[0].length ?? 0;
  const lines = text.split('\n');
  const same = lines.every(
    (line, index) => (rawLines[index] ?? '').slice(indent).replace(/\r$/, '') === line || line === '',
  );
  if (!same) return undefined;
  const starts: number[] = [];
  let next = start + header.length;
  for (const line of rawLines) {
    starts.push(next);
    next += line.length + 1;
  }
  return (inner) => {
    const before = text.slice(0, inner).split('\n');
    const column = before.at(-1)?.length ?? 0;
    const lineStart = starts[Math.min(before.length, starts.length) - 1] ?? start;
    return Math.min(lineStart + indent + column, start + raw.length);
  };
}
