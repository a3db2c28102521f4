// Which files a kube-apiserver in its container can see: what is not mounted does not exist there.
// Upstream: kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/volumes.go; read for 1.13–1.22, run for 1.20.2 and 1.28.4.

import type { ServerFact, VolumeFact } from '../api-server.ts';

/** Mounted by kubeadm read-only without being asked; the last four only where the host has them. */
const alwaysMounted: readonly string[] = ['/etc/ssl/certs'];
const mountedIfOnHost: readonly string[] = [
  '/etc/pki',
  '/etc/ca-certificates',
  '/usr/share/ca-certificates',
  '/usr/local/share/ca-certificates',
];

/** `maybe`: below a folder that kubeadm mounts if the host has it. */
export type Mounted = VolumeFact | 'kubeadm default' | 'maybe' | undefined;

/** What brings a path into the container: the deepest mount that covers it. */
export function findMount(
  server: Pick<ServerFact, 'from' | 'volumes'>,
  path: string,
  certificatesDir = '/etc/kubernetes/pki',
): Mounted {
  const covering = server.volumes.filter((volume) => volume.mountPath !== '' && covers(volume.mountPath, path));
  const deepest = covering.sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
  if (deepest || server.from !== 'kubeadm') return deepest;
  if ([certificatesDir, ...alwaysMounted].some((folder) => covers(folder, path))) return 'kubeadm default';
  return mountedIfOnHost.some((folder) => covers(folder, path)) ? 'maybe' : undefined;
}

/** True if the path is the folder itself or below it. */
export function covers(folder: string, path: string): boolean {
  const plain = folder.length > 1 ? folder.replace(/\/+$/, '') : folder;
  return path === plain || path.startsWith(plain === '/' ? '/' : `${plain}/`);
}
