// How `kubeadm init` waits for the control plane: with admin.conf in every release but a few, there as a stranger.
// Source: kubernetes/kubernetes cmd/kubeadm/app/util/apiclient/wait.go; read for 1.17–1.33, not run for 1.30 and newer.

import type { ServerFact } from '../kubernetes/api-server.ts';
import type { ReportVersion } from '../report.ts';

const gate = 'WaitForAllControlPlaneComponents';

/**
 * The path that init asks for without credentials; undefined where it uses admin.conf. Without: 1.30–1.32 with the gate on,
 * and the pre-releases of 1.33 unless it is off. That the path became /livez with 1.32 is reported, not settled.
 */
export function initWaitPath(
  server: Pick<ServerFact, 'kubeadmFeatureGates'>,
  version: Pick<ReportVersion, 'minor' | 'text'>,
): string | undefined {
  const set = server.kubeadmFeatureGates[gate];
  if (version.minor >= 30 && version.minor <= 32 && set === true) return version.minor <= 31 ? '/healthz' : '/livez';
  return /^1\.33\.0-(alpha|beta)\b/.test(version.text) && set !== false ? '/livez' : undefined;
}
