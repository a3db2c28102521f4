// What the clients say they are, as kubeadm, kubectl and the kubelet of a version write it; the commit is left out.

import type { KubernetesVersion } from '../../kubernetes/version.ts';

const full = ({ text }: KubernetesVersion): string => (/^\d+\.\d+\.\d/.test(text) ? text : `${text}.0`);

/** The form `program/version (os/arch) kubernetes/commit`; the commit here is made up. */
export function componentAgent(program: 'kubeadm' | 'kubectl', version: KubernetesVersion): string {
  return `${program}/v${full(version)} (linux/amd64) kubernetes/0000000`;
}

export function probeAgent({ minor }: KubernetesVersion): string {
  return `kube-probe/1.${minor}`;
}
