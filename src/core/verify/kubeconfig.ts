// The clusters of a kubeconfig: where the API server is, and which CA signs its certificate.

import { readGoYaml } from '../source/go-yaml.ts';
import { asList, asRecord, asText, isRecord } from '../source/untyped-value.ts';
import { characters, decodeBase64 } from './base64.ts';

export interface KubeconfigCluster {
  readonly server: string;
  /** As written; empty if there is none. */
  readonly caData: string;
  /** The bundle that `certificate-authority-data` holds; undefined if that is no base64. */
  readonly caText: string | undefined;
}

/** Undefined if the text is no YAML mapping. */
export function clustersOfText(text: string): readonly KubeconfigCluster[] | undefined {
  const { value, error } = readGoYaml(text);
  return error || !isRecord(value) ? undefined : clustersOf(value);
}

export function clustersOf(kubeconfig: unknown): readonly KubeconfigCluster[] {
  return asList(asRecord(kubeconfig)['clusters']).map((entry) => {
    const cluster = asRecord(asRecord(entry)['cluster']);
    const caData = asText(cluster['certificate-authority-data']) ?? '';
    const bytes = decodeBase64(caData);
    return { server: asText(cluster['server']) ?? '', caData, caText: bytes && characters(bytes) };
  });
}
