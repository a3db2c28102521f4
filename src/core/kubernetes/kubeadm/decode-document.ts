// What kubeadm says when it reads one document into its Go type: the strict check first, then the real decoding.
// Versions: json-iterator to 1.22; sigs.k8s.io/json from 1.23 for decoding, from 1.24 for the strict check as well;
// names of embedded structs in paths from 1.35 (inferred from the pinned library).
// Upstream: cmd/kubeadm/app/util/config/strict/strict.go, apimachinery runtime/serializer/json.

import { nearestName } from '../edit-distance.ts';
import { formatPath, type Path } from '../../source/path.ts';
import type { Minor } from '../version.ts';
import { isRegistered, kubeadmGroup } from './api-versions.ts';
import { decodeGoJson, type Decoded, type DecodeFault } from './decode-go-json.ts';
import { decodeWithJsonIterator } from './decode-json-iterator.ts';
import type { KubeadmDocument } from './documents.ts';
import { goJsonText } from './go-json-text.ts';
import { goQuote } from './go-quote.ts';
import { goGvk, isKnownKind, schemeName } from './known-kinds.ts';
import type { KubeadmProblem } from './problem.ts';
import { structOf, type GoStruct } from './schema.ts';

export interface DocumentReading {
  /** The line of the strict check, a warning or an error by command; empty if it is content. */
  readonly strictText: string;
  /** The line of the decoder, always an error; empty if it is content. */
  readonly decodeText: string;
  /** One for each place; `fatal` is for the caller to set. */
  readonly problems: readonly KubeadmProblem[];
}

export function readDocument(document: KubeadmDocument, minor: Minor): DocumentReading {
  const { group, version, kind } = document;
  const struct = group === kubeadmGroup && isRegistered(version, minor) ? structOf(kind, version, minor) : undefined;
  if (!struct) return readUnknown(document, minor);
  const decoded = decode(document, struct, minor);
  const { text: strictText, said } = minor <= 23 ? oldStrictCheck(document, struct) : newStrictCheck(document, decoded);
  const decodeFault = minor <= 22 ? decodeOld(document, struct) : decoded.fault;
  const place = (kind: KubeadmProblem['kind'], path: Path, text: string, printed: boolean): KubeadmProblem => {
    const part = kind === 'type' ? 'value' : 'key';
    return { kind, fatal: false, printed, text, span: document.yaml.spanOf(path, part), field: formatPath(path) };
  };
  const types = decoded.faults.filter((fault) => fault !== decoded.fault);
  return {
    strictText,
    decodeText: decodeFault?.text ?? '',
    problems: [
      ...(decodeFault ? [place('type', decodeFault.path, decodeFault.text, true)] : []),
      ...types.map(({ path, text }) => place('type', path, text, false)),
      ...duplicates(document, strictText),
      ...decoded.unknown.map(({ name, path, struct }) => {
        const printed = said.has(formatPath(path));
        const text = minor >= 24 ? `unknown field ${goQuote(name)}` : printed ? strictText : '';
        const meant = nearestName(String(path.at(-1)), struct.fields.keys());
        return { ...place('unknown-field', path, text, printed), ...(meant === undefined ? {} : { meant }) };
      }),
    ],
  };
}

/** A document without a Go type: fatal only if something wants to decode it. */
function readUnknown(document: KubeadmDocument, minor: Minor): DocumentReading {
  if (isKnownKind(document, minor)) return { strictText: '', decodeText: '', problems: [] };
  const { group, version, kind } = document;
  const scheme = schemeName(minor);
  const schemes = `"${scheme}" and "k8s.io/kubernetes/cmd/kubeadm/app/componentconfigs/scheme.go:28"`;
  const strictText = `unknown configuration ${goGvk(document)}${minor <= 23 ? ` for scheme definitions in ${schemes}` : ''}`;
  const decodeText = `no kind ${goQuote(kind)} is registered for version ${goQuote(`${group}/${version}`)} in scheme "${scheme}"`;
  return { strictText, decodeText, problems: [] };
}

interface StrictResult {
  readonly text: string;
  /** Paths of the unknown fields that the text names. */
  readonly said: ReadonlySet<string>;
}

/** encoding/json over what sigs.k8s.io/yaml converted: one fault only, keys in any case. */
function oldStrictCheck(document: KubeadmDocument, struct: GoStruct): StrictResult {
  const prefix = `error unmarshaling configuration ${goGvk(document)}: `;
  if (document.yaml.duplicates.length > 0) {
    return { text: `${prefix}error converting YAML to JSON: ${duplicateText(document)}`, said: new Set() };
  }
  const options = { caseSensitive: false, unknownFields: 'fail', embeddedNames: false, coercesToString: true } as const;
  const { fault } = decodeGoJson(document.yaml.value, struct, options);
  if (!fault) return { text: '', said: new Set() };
  const said = new Set(fault.kind === 'unknown-field' ? [formatPath(fault.path)] : []);
  return { text: `${prefix}error unmarshaling JSON: while decoding JSON: ${fault.text}`, said };
}

const mostStrictErrors = 100;

/** apimachinery's strict serializer: a wrong type, else duplicate keys and all unknown fields with their paths. */
function newStrictCheck(document: KubeadmDocument, { fault, unknown }: Decoded): StrictResult {
  const prefix = `error unmarshaling configuration ${goGvk(document)}: `;
  if (fault) return { text: `${prefix}${fault.text}`, said: new Set() };
  const listed = unknown.slice(0, mostStrictErrors);
  const texts = new Set(listed.map(({ name }) => `unknown field ${goQuote(name)}`));
  const all = [...(document.yaml.duplicates.length > 0 ? [duplicateText(document)] : []), ...texts];
  const text = all.length > 0 ? `${prefix}strict decoding error: ${all.join(', ')}` : '';
  return { text, said: new Set(listed.map(({ path }) => formatPath(path))) };
}

function decode(document: KubeadmDocument, struct: GoStruct, minor: Minor): Decoded {
  return decodeGoJson(document.yaml.value, struct, {
    caseSensitive: true,
    unknownFields: 'collect',
    embeddedNames: minor >= 35,
    coercesToString: false,
  });
}

function decodeOld(document: KubeadmDocument, struct: GoStruct): Pick<DecodeFault, 'text' | 'path'> | undefined {
  return decodeWithJsonIterator(goJsonText(document.yaml.value), struct);
}

/** As sigs.k8s.io/yaml prints duplicate keys; lines count from the chunk's start. */
function duplicateText({ yaml }: KubeadmDocument): string {
  const lines = yaml.duplicates.map(({ key, line }) => `  line ${line}: key ${key} already set in map`);
  return `yaml: unmarshal errors:\n${lines.join('\n')}`;
}

function duplicates({ yaml }: KubeadmDocument, strictText: string): readonly KubeadmProblem[] {
  const printed = strictText.includes('yaml: unmarshal errors:');
  return yaml.duplicates.map(({ key, line, span }) => {
    const text = `line ${line}: key ${key} already set in map`;
    return { kind: 'duplicate-key', fatal: false, printed, text, span, field: key };
  });
}
