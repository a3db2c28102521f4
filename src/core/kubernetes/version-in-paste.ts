// The Kubernetes version that a paste speaks of: what a ClusterConfiguration names, else the tag of the API server's image,
// else its log, else what the apiVersions of a kubeadm file tell, else what kubeadm calls itself in an audit event (its own word, but the nearest there is).

import type { PastedObject } from '../formats/format.ts';
import { asRecord, asText } from '../source/untyped-value.ts';
import { guessKubeadmMinor } from './kubeadm/guess-version.ts';
import { readStaticPod } from './static-pod.ts';
import { newestMinor, oldestMinor, parseVersion, type KubernetesVersion } from './version.ts';

/** Undefined if none is named or it is a label (`stable-1`); a version that our tables do not cover becomes their end. */
export function versionInPaste(objects: readonly PastedObject[]): KubernetesVersion | undefined {
  const version =
    firstOf(objects.map(configuredVersion)) ??
    firstOf(objects.map((one, index) => readStaticPod(one, index)?.version)) ??
    firstOf(objects.map(loggedVersion)) ??
    readableVersion(objects) ??
    firstOf(objects.map(claimedVersion));
  if (!version) return undefined;
  const minor = Math.min(Math.max(version.minor, oldestMinor), newestMinor);
  return minor === version.minor ? version : { minor, text: `1.${minor}` };
}

function configuredVersion({ kind, value }: PastedObject): KubernetesVersion | undefined {
  if (kind !== 'ClusterConfiguration') return undefined;
  return parseVersion(asText(asRecord(value)['kubernetesVersion']) ?? '');
}

function loggedVersion({ format, value }: PastedObject): KubernetesVersion | undefined {
  if (format !== 'kube-apiserver-output') return undefined;
  return parseVersion(asText(asRecord(value)['version']) ?? '');
}

function readableVersion(objects: readonly PastedObject[]): KubernetesVersion | undefined {
  const minor = guessKubeadmMinor(objects.map(({ apiVersion }) => apiVersion ?? ''));
  return minor === undefined ? undefined : { minor, text: `1.${minor}` };
}

function claimedVersion({ kind, format, value }: PastedObject): KubernetesVersion | undefined {
  if (format === 'kubernetes-manifest' || kind !== 'Event') return undefined;
  const agent = /^kubeadm\/(v[0-9][^ ]*)/.exec(asText(asRecord(value)['userAgent']) ?? '');
  return parseVersion(agent?.[1] ?? '');
}

function firstOf<T>(values: readonly (T | undefined)[]): T | undefined {
  return values.find((value) => value !== undefined);
}
