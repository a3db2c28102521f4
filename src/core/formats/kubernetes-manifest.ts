// Kubernetes objects in YAML or JSON files: kubeadm configuration, static Pod manifests, Policy, ConfigMap.
// Written by people, `kubeadm config print`, `kubectl get -o yaml`. Spec: YAML 1.1 as go-yaml v2 reads it; documents are
// split at lines that start with `---`, as kubeadm does it. Lost: comments, anchors, the form of scalars.

import { readGoYaml } from '../source/go-yaml.ts';
import type { Located } from '../source/located.ts';
import { asList, asRecord, asText } from '../source/untyped-value.ts';
import { splitDocuments } from '../source/yaml-documents.ts';
import { kindlessSigns, nameKindless } from './kindless-documents.ts';
import { readNestedDocuments } from './nested-documents.ts';
import { clusterEvents, otherLogProblem } from './other-logs.ts';
import type { Format, PastedObject, ReadingProblem, Segment, Unwrapped } from './format.ts';
import { undress } from './terminal-dressing.ts';

const name = 'kubernetes-manifest';

/** Over this many UTF-16 units a manifest is not read. */
const largestManifest = 3_000_000;

/** Keys at a line's start that only a Kubernetes manifest or a part of one has. */
const signs = [
  /^[ \t]*(?:- )?["']?(?:apiVersion|kind)["']?[ \t]*:/m,
  /^[{[][^]{0,400}"(?:apiVersion|kind)"\s*:/m,
  /^[ \t]*["']?(?:ClusterConfiguration|InitConfiguration|JoinConfiguration)["']?[ \t]*:/m,
  /^[ \t]*["']?(?:apiServer|extraArgs|localAPIEndpoint|nodeRegistration|bootstrapTokens|bootstrapToken|caCertHashes)["']?[ \t]*:/m,
  ...kindlessSigns,
];

export const kubernetesManifest: Format = {
  name,
  label: { en: 'Kubernetes manifest (YAML or JSON)', ja: 'Kubernetesマニフェスト（YAMLまたはJSON）' },
  claim: (text, free) => {
    const parts = free.flatMap(({ start, end }) => undress({ text: text.slice(start, end), offset: start }));
    return parts.filter((part) => signs.some((sign) => sign.test(part.text)));
  },
  read: (segment) => (segment.text.length > largestManifest ? tooLarge(segment) : readDocuments(segment)),
};

function tooLarge({ text, offset }: Segment): Unwrapped {
  const args = { megabytes: Math.ceil(text.length / 1e6), limit: largestManifest / 1e6 };
  return { objects: [], problems: [{ problem: 'too-large', span: { start: offset, end: offset }, args }] };
}

function readDocuments(segment: Segment): Unwrapped {
  const objects: PastedObject[] = [];
  const problems: ReadingProblem[] = [];
  for (const { text, offset } of splitDocuments(segment)) {
    const yaml = readGoYaml(text, offset);
    if (yaml.error) {
      const { line, text: said, span } = yaml.error;
      problems.push({ problem: 'yaml-syntax', span, args: { line, text: said } });
      continue;
    }
    const object = objectOf(yaml);
    if (object) objects.push(object);
    if (object && isClusterEvent(object)) problems.push(otherLogProblem(clusterEvents, object.span));
    if (object?.kind === 'ConfigMap') objects.push(...present(readNestedDocuments(yaml, text, offset).map(objectOf)));
  }
  return { objects, problems };
}

/** Undefined for a document that says neither what it is nor gives itself away by its keys. */
function objectOf({ value, span, spanOf }: Located): PastedObject | undefined {
  const fields = asRecord(value);
  const kind = asText(fields['kind']) || nameKindless(value);
  if (kind === undefined) return undefined;
  const apiVersion = asText(fields['apiVersion']);
  return { format: name, kind, ...(apiVersion === undefined ? {} : { apiVersion }), value, span, spanOf };
}

function isClusterEvent({ kind, apiVersion = '', value }: PastedObject): boolean {
  const [item] = asList(asRecord(value)['items']);
  if (kind === 'List') return isClusterEvent({ kind: '', ...asRecord(item), value: item } as PastedObject);
  return /^Event(?:List)?$/.test(kind) && /^(?:v1|events\.k8s\.io\/\S+)$/.test(apiVersion);
}

function present<T>(values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value): value is T => value !== undefined);
}
