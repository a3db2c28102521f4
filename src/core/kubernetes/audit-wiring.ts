// How the audit log of a server is wired: which policy it reads, where it writes, and what of it is on the host.
// Upstream: staging/src/k8s.io/apiserver/pkg/server/options/audit.go; mounts as in api-server/mounts.ts.

import { findFlag, type FlagFact, type ServerFact, type VolumeFact } from './api-server.ts';
import { findMount, type Mounted } from './api-server/mounts.ts';

export interface AuditFile {
  readonly flag: FlagFact;
  /** What brings it into the container; undefined means that it exists only there, or not at all. */
  readonly mount: Mounted;
  /** Its path on the host; empty if it is not there. */
  readonly hostPath: string;
}

export interface AuditWiring {
  readonly policy?: AuditFile;
  /** `--audit-log-path`, unless it is `-`. */
  readonly log?: AuditFile;
  /** `--audit-log-path=-`: events go to the container's standard output. */
  readonly standardOutput?: FlagFact;
  readonly webhook?: FlagFact;
}

/** What of a server its audit wiring is read from. */
export type WiredServer = Pick<ServerFact, 'flags' | 'minor' | 'from' | 'volumes' | 'certificatesDir'>;

/** Flags with an empty value count as not given. */
export function auditWiring(server: WiredServer): AuditWiring {
  const given = (name: string): FlagFact | undefined => {
    const flag = findFlag(server, name);
    return flag?.value === '' ? undefined : flag;
  };
  const file = (flag: FlagFact): AuditFile => {
    const mount = findMount(server, flag.value, server.certificatesDir);
    return { flag, mount, hostPath: hostPathOf(mount, flag.value) };
  };
  const policy = given('audit-policy-file');
  const log = given('audit-log-path');
  const webhook = given('audit-webhook-config-file');
  return {
    ...(policy ? { policy: file(policy) } : {}),
    ...(log && log.value !== '-' ? { log: file(log) } : {}),
    ...(log?.value === '-' ? { standardOutput: log } : {}),
    ...(webhook ? { webhook } : {}),
  };
}

/** kubeadm mounts its own folders at the same path. */
function hostPathOf(mount: Mounted, path: string): string {
  if (!isVolume(mount)) return mount === undefined ? '' : path;
  const below = path.slice(mount.mountPath.replace(/\/+$/, '').length);
  return mount.hostPath.replace(/\/+$/, '') + below;
}

/** True for a mount that the reader wrote. */
export function isVolume(mount: Mounted): mount is VolumeFact {
  return typeof mount === 'object';
}
