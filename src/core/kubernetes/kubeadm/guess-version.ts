// Which kubeadm a file was written for, where it names no version: the newest that takes its apiVersions without a word.

import { newestMinor, oldestMinor, type Minor } from '../version.ts';
import { apiVersionStatus, kubeadmGroup } from './api-versions.ts';

/** Undefined if no apiVersion of kubeadm is among them, or none that any kubeadm reads. */
export function guessKubeadmMinor(apiVersions: readonly string[]): Minor | undefined {
  const versions = apiVersions
    .filter((apiVersion) => apiVersion.startsWith(`${kubeadmGroup}/`))
    .map((apiVersion) => apiVersion.slice(kubeadmGroup.length + 1));
  if (versions.length === 0) return undefined;
  const newestWith = (...accepted: readonly string[]): Minor | undefined => {
    for (let minor = newestMinor; minor >= oldestMinor; minor--) {
      if (versions.every((version) => accepted.includes(apiVersionStatus(version, minor)))) return minor;
    }
    return undefined;
  };
  return newestWith('read') ?? newestWith('read', 'deprecated');
}
