// What of the audit wiring keeps kube-apiserver from starting: the policy file, the policy itself, the place of the log.
// Upstream: staging/src/k8s.io/apiserver/pkg/server/options/audit.go; S5 of the runs of 1.20.2 and 1.28.4.

import type { StartFailure } from './api-server.ts';
import type { PolicyFact } from './audit-policy.ts';
import { auditWiring, isVolume, type AuditFile, type WiredServer } from './audit-wiring.ts';

type Server = WiredServer & { readonly showsMounts: boolean };

/** A single pasted policy is taken as the file that the flag names. */
export function* refuseAudit(server: Server, policies: readonly PolicyFact[]): Generator<StartFailure> {
  const { policy, log } = auditWiring(server);
  const refuse = ({ flag }: AuditFile, text: string): StartFailure => {
    return { kind: 'audit', name: flag.name, text, at: flag.at, hint: '' };
  };
  const loading = 'loading audit policy file: ';
  if (policy && isMissing(server, policy)) {
    const path = policy.flag.value;
    const text = `failed to read file path "${path}": open ${path}: no such file or directory`;
    yield refuse(policy, loading + text);
  }
  const [only, ...others] = policies;
  if (policy && only && others.length === 0 && only.problems.length > 0) {
    yield refuse(policy, loading + saidAbout(only, policy.flag.value));
  }
  const fault = log && logFault(server, log);
  if (log && fault !== undefined) yield refuse(log, `ensureLogFile: ${fault}`);
}

/** One fault stands alone, several stand in brackets. What a wrong type is called differs by version: only its beginning. */
function saidAbout({ problems }: PolicyFact, file: string): string {
  const texts = problems.map(({ text }) => text);
  const [first = ''] = texts;
  if (texts.includes('')) return 'failed decoding: ';
  if (first.startsWith('failed decoding')) return first;
  return `${texts.length === 1 ? first : `[${texts.join(', ')}]`}: from file ${file}`;
}

function isMissing({ showsMounts }: Server, { flag, mount }: AuditFile): boolean {
  return showsMounts && mount === undefined && flag.value.startsWith('/');
}

/** From 1.22 the log file is opened at the start; making its folder came with 1.25. */
function logFault(server: Server, log: AuditFile): string | undefined {
  if (server.minor < 22) return undefined;
  const { flag, mount } = log;
  if (server.minor <= 24 && isMissing(server, log)) return `open ${flag.value}: no such file or directory`;
  if (isVolume(mount)) {
    const isSame = mount.mountPath === flag.value;
    if (isSame && mount.pathType.startsWith('Directory')) return `open ${flag.value}: is a directory`;
    const isBelowFile = !isSame && mount.pathType.startsWith('File');
    if (isBelowFile && server.minor >= 25) return `mkdir ${mount.mountPath}: not a directory`;
  }
  const readOnly = isVolume(mount) ? mount.readOnly : mount === 'kubeadm default';
  return readOnly ? `open ${flag.value}: read-only file system` : undefined;
}
