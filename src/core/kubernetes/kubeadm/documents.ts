// Splits a file into documents as kubeadm does, and reads kind and apiVersion of each.
// Upstream: k8s.io/apimachinery/pkg/util/yaml YAMLReader, cmd/kubeadm/app/util/marshal.go SplitYAMLDocuments.

import type { Segment } from '../../formats/format.ts';
import { readGoYaml, type GoYaml } from '../../source/go-yaml.ts';
import type { Span } from '../../source/range.ts';
import type { Minor } from '../version.ts';
import { decodeGoJson } from './decode-go-json.ts';
import { aggregateText, goQuote } from './go-quote.ts';
import type { GroupVersionKind } from './known-kinds.ts';
import type { KubeadmProblem } from './problem.ts';
import type { GoStruct } from './schema.ts';

export interface KubeadmDocument extends GroupVersionKind {
  readonly yaml: GoYaml;
  /** The whole chunk. */
  readonly span: Span;
  /** The chunk starts with `{`: kubeadm then decodes it as JSON. */
  readonly isJson: boolean;
}

/** Everything up to the first problem; `kindless` chunks are refused by every command. */
export interface KubeadmDocuments {
  readonly documents: readonly KubeadmDocument[];
  readonly problem?: KubeadmProblem;
  /** Exit code 3 instead of 1: the error is a list. */
  readonly isList?: boolean;
}

interface Chunk {
  readonly text: string;
  readonly offset: number;
}

/** What people paste beside a kubeadm file, from files that kubeadm never sees: left out. */
const otherFiles: readonly string[] = ['audit.k8s.io/Policy', 'apiserver.config.k8s.io/AuthenticationConfiguration'];

/** The same of the core group, which kubeadm takes for no group at all: a static Pod, a kubeconfig. */
function isOtherFile({ text }: Chunk): boolean {
  return /^apiVersion:[ \t]*v1\s*$/m.test(text) && /^kind:[ \t]*(?:Pod|Config)\s*$/m.test(text);
}

const typeMeta: GoStruct = {
  kind: 'struct',
  name: 'runtime.TypeMeta',
  shortName: 'TypeMeta',
  fields: new Map(
    ['apiVersion', 'kind'].map((jsonName) => [
      jsonName,
      { jsonName, goName: jsonName, type: { kind: 'string', name: 'string' }, pointer: false, embeddedIn: [] },
    ]),
  ),
};

/** Never throws. */
export function readKubeadmDocuments(segment: Segment, minor: Minor): KubeadmDocuments {
  const { chunks, separator } = splitChunks(segment, minor);
  const documents: KubeadmDocument[] = [];
  const twice: KubeadmDocument[] = [];
  for (const chunk of chunks) {
    const read = readChunk(chunk);
    if ('problem' in read) {
      if (isOtherFile(chunk)) continue;
      return { documents, problem: read.problem };
    }
    if (otherFiles.includes(`${read.document.group}/${read.document.kind}`)) continue;
    const known = documents.some(({ kind }) => kind === read.document.kind);
    (known ? twice : documents).push(read.document);
  }
  if (separator) return { documents, problem: separator };
  const [first] = twice;
  if (!first) return { documents };
  const text = aggregateText(
    twice.map(({ kind }) => `invalid configuration: kind ${goQuote(kind)} is specified twice in YAML file`),
  );
  const span = first.yaml.spanOf(['kind'], 'entry');
  return {
    documents,
    isList: true,
    problem: { kind: 'duplicate-kind', fatal: true, printed: true, text, span, field: first.kind },
  };
}

/** A `---` line with nothing before it stays in the chunk that it starts, as in kubeadm: line numbers count it. */
function splitChunks(
  { text, offset }: Segment,
  minor: Minor,
): { chunks: readonly Chunk[]; separator?: KubeadmProblem } {
  const chunks: Chunk[] = [];
  let start = 0;
  const lines = /[^\n]*(?:\n|$)/gy;
  for (let match = lines.exec(text); match && match[0] !== ''; match = lines.exec(text)) {
    const [line] = match;
    if (!line.startsWith('---')) continue;
    const behind = line.slice(3).trim();
    if (behind !== '' && (minor <= 21 || !behind.startsWith('#'))) {
      if (minor <= 21) continue;
      const span = { start: offset + match.index, end: offset + match.index + line.trimEnd().length };
      const said = `invalid Yaml document separator: ${behind}`;
      return {
        chunks,
        separator: { kind: 'separator', fatal: true, printed: true, text: said, span, field: behind },
      };
    }
    if (match.index > start) {
      chunks.push({ text: text.slice(start, match.index), offset: offset + start });
      start = match.index + line.length;
    }
  }
  if (start < text.length) chunks.push({ text: text.slice(start), offset: offset + start });
  return { chunks };
}

function readChunk({
  text,
  offset,
}: Chunk): { readonly document: KubeadmDocument } | { readonly problem: KubeadmProblem } {
  const yaml = readGoYaml(text, offset);
  const interpret = 'could not interpret GroupVersionKind; unmarshal error: ';
  if (yaml.error) {
    const converting = `${interpret}error converting YAML to JSON: ${yaml.error.text}`;
    return { problem: problem('syntax', converting, yaml.error.span, '') };
  }
  const options = {
    caseSensitive: false,
    unknownFields: 'ignore',
    embeddedNames: false,
    coercesToString: true,
  } as const;
  const { fault } = decodeGoJson(yaml.value, typeMeta, options);
  if (fault) {
    const said = `${interpret}error unmarshaling JSON: while decoding JSON: ${fault.text}`;
    return { problem: problem('no-kind', said, yaml.spanOf(fault.path), fault.path.join('.')) };
  }
  const apiVersion = typeMetaText(yaml.value, 'apiversion');
  const kind = typeMetaText(yaml.value, 'kind');
  const parts = apiVersion.split('/');
  if (parts.length > 2) {
    return {
      problem: problem(
        'no-kind',
        `unexpected GroupVersion string: ${apiVersion}`,
        yaml.spanOf(['apiVersion']),
        'apiVersion',
      ),
    };
  }
  const [version = '', group = ''] = parts.reverse();
  if (group === '' || version === '' || kind === '') {
    const said = `invalid configuration for GroupVersionKind ${group}/${version}, Kind=${kind}: kind and apiVersion is mandatory information that must be specified`;
    const at = kind === '' || apiVersion === '' ? contentSpan(text, offset) : yaml.spanOf(['apiVersion'], 'entry');
    return { problem: problem('no-kind', said, at, kind === '' ? 'kind' : 'apiVersion') };
  }
  const span = contentSpan(text, offset);
  return { document: { group, version, kind, yaml, span, isJson: /^\s*\{/.test(text) } };
}

function problem(kind: KubeadmProblem['kind'], text: string, span: Span, field: string): KubeadmProblem {
  return { kind, fatal: true, printed: true, text, span, field };
}

/** The last of the keys that Go takes for this one wins: it ignores case here and sorts keys. */
function typeMetaText(value: unknown, name: string): string {
  if (typeof value !== 'object' || value === null) return '';
  const entries = Object.entries(value as Readonly<Record<string, unknown>>).filter(
    ([key]) => key.toLowerCase() === name,
  );
  const [, last] = entries.sort(([a], [b]) => (a < b ? -1 : 1)).findLast(([, given]) => given !== null) ?? ['', ''];
  return typeof last === 'number' ? goFloat32(last) : String(last);
}

/** Numbers become text through Go's 32-bit formatting. */
function goFloat32(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(Math.fround(value).toPrecision(8)));
}

/** The chunk's lines that are not blank; for an empty chunk its start. */
function contentSpan(text: string, offset: number): Span {
  const start = text.search(/\S/);
  if (start < 0) return { start: offset, end: offset };
  return { start: offset + start, end: offset + text.trimEnd().length };
}
