// The kinds that a kubeadm has Go types for, and how Go writes their names.

import type { Minor } from '../version.ts';
import { isRegistered, kubeadmGroup } from './api-versions.ts';
import { goQuote } from './go-quote.ts';
import { structOf } from './schema.ts';

export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** Kinds of other groups that kubeadm knows; what is inside them is not looked at here. */
const componentKinds: Readonly<Record<string, readonly string[]>> = {
  'kubelet.config.k8s.io/v1beta1': ['KubeletConfiguration', 'SerializedNodeConfigSource', 'CredentialProviderConfig'],
  'kubeproxy.config.k8s.io/v1alpha1': ['KubeProxyConfiguration'],
};

/** Groups whose documents kubeadm takes beside its own. */
export const componentGroups: readonly string[] = ['kubelet.config.k8s.io', 'kubeproxy.config.k8s.io'];

/** Is it a type of kubeadm, or of the component configurations that it knows? */
export function isKnownKind({ group, version, kind }: GroupVersionKind, minor: Minor): boolean {
  if (group !== kubeadmGroup) return componentKinds[`${group}/${version}`]?.includes(kind) ?? false;
  return isRegistered(version, minor) && structOf(kind, version, minor) !== undefined;
}

/** `schema.GroupVersionKind{Group:"…", Version:"…", Kind:"…"}` */
export function goGvk({ group, version, kind }: GroupVersionKind): string {
  return `schema.GroupVersionKind{Group:${goQuote(group)}, Version:${goQuote(version)}, Kind:${goQuote(kind)}}`;
}

/** kubeadm's scheme is named after its place in the source; 1.27 imported one version less (line inferred but for 1.20). */
export function schemeName(minor: Minor): string {
  return `k8s.io/kubernetes/cmd/kubeadm/app/apis/kubeadm/scheme/scheme.go:${minor === 27 ? 30 : 31}`;
}
