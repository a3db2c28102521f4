// Kubernetes objects in YAML or JSON files: kubeadm configuration, static Pod manifests, Policy, ConfigMap.
// Written by people, `kubeadm config print`, `kubectl get -o yaml`. Spec: YAML 1.1 as go-yaml v2 reads it; documents are
// split at lines that start with `---`, as kubeadm does it. Lost: comments, anchors, the form of scalars.

import { readGoYaml } from '../source/go-yaml.ts';
import { splitDocuments } from '../source/yaml-documents.ts';
import type { Format, PastedObject, ReadingProblem, Segment, Unwrapped } from './format.ts';

const name = 'kubernetes-manifest';

/** Over this many UTF-16 units a manifest is not read. */
const largestManifest = 3_000_000;

/** Keys at a line's start that only a Kubernetes manifest or a part of one has. */
const signs = [
  /^[ \t]*(?:- )?["']?(?:apiVersion|kind)["']?[ \t]*:/m,
  /^[{[][^]{0,400}"(?:apiVersion|kind)"\s*:/m,
  /^[ \t]*["']?(?:ClusterConfiguration|InitConfiguration|JoinConfiguration)["']?[ \t]*:/m,
  /^[ \t]*["']?(?:apiServer|extraArgs|localAPIEndpoint|nodeRegistration|bootstrapTokens|bootstrapToken|caCertHashes)["']?[ \t]*:/m,
];

export const kubernetesManifest: Format = {
  name,
  label: { en: 'Kubernetes manifest (YAML or JSON)', ja: 'Kubernetesマニフェスト（YAMLまたはJSON）' },
  claim: (text, free) => {
    const parts = free.map(({ start, end }) => ({ text: text.slice(start, end), offset: start }));
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
    const { kind, apiVersion } = fieldsOf(yaml.value);
    if (typeof kind !== 'string' || kind === '') continue;
    const { value, span, spanOf } = yaml;
    objects.push({
      format: name,
      kind,
      ...(typeof apiVersion === 'string' ? { apiVersion } : {}),
      value,
      span,
      spanOf,
    });
  }
  return { objects, problems };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
