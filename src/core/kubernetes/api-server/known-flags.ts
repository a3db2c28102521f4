// Flags of kube-apiserver as far as this project speaks about them: type, versions, and whether the value names a file.
// Sources: k8s.io/apiserver pkg/server/options, pkg/kubeapiserver/options; what 1.20.2 and 1.28.4 said to S5/static-failures.jsonl.

import { editDistance } from '../edit-distance.ts';
import { coversMinor, type Confidence, type Minor, type Ranged } from '../version.ts';

export type FlagType = 'bool' | 'int' | 'duration' | 'string' | 'list';

export interface KnownFlag extends Ranged {
  readonly name: string;
  readonly type: FlagType;
  /** The value is the path of a file that the server opens at its start. */
  readonly file: boolean;
  readonly confidence: Confidence;
}

const everywhere: Readonly<Record<'bool' | 'int' | 'duration' | 'string' | 'list' | 'file', string>> = {
  bool: `allow-privileged anonymous-auth audit-log-batch-throttle-enable audit-log-truncate-enabled
    audit-webhook-batch-throttle-enable audit-webhook-truncate-enabled contention-profiling enable-aggregator-routing
    enable-bootstrap-token-auth enable-garbage-collector profiling service-account-lookup watch-cache`,
  int: `audit-log-batch-buffer-size audit-log-batch-max-size audit-log-batch-throttle-burst audit-log-maxage
    audit-log-maxbackup audit-log-maxsize audit-log-truncate-max-batch-size audit-log-truncate-max-event-size
    audit-webhook-batch-buffer-size audit-webhook-batch-max-size audit-webhook-batch-throttle-burst
    audit-webhook-truncate-max-batch-size audit-webhook-truncate-max-event-size max-mutating-requests-inflight
    max-requests-inflight min-request-timeout secure-port`,
  duration: `audit-log-batch-max-wait audit-webhook-batch-initial-backoff audit-webhook-batch-max-wait
    audit-webhook-initial-backoff
    authentication-token-webhook-cache-ttl authorization-webhook-cache-authorized-ttl
    authorization-webhook-cache-unauthorized-ttl event-ttl kubelet-timeout request-timeout`,
  string: `advertise-address audit-log-batch-throttle-qps audit-log-format audit-log-mode audit-log-path audit-log-version
    audit-webhook-batch-throttle-qps audit-webhook-mode audit-webhook-version authentication-token-webhook-version
    authorization-webhook-version bind-address cert-dir etcd-prefix external-hostname feature-gates
    kubelet-preferred-address-types oidc-client-id oidc-groups-claim oidc-groups-prefix oidc-issuer-url
    oidc-required-claim oidc-username-claim oidc-username-prefix proxy-client-cert-file proxy-client-key-file
    runtime-config service-account-issuer service-cluster-ip-range service-node-port-range storage-backend
    tls-min-version audit-policy-file tls-sni-cert-key v vmodule`,
  list: `admission-control api-audiences authorization-mode disable-admission-plugins enable-admission-plugins etcd-servers
    oidc-signing-algs requestheader-allowed-names requestheader-extra-headers-prefix requestheader-group-headers
    requestheader-username-headers tls-cipher-suites`,
  file: `admission-control-config-file audit-webhook-config-file authentication-token-webhook-config-file authorization-policy-file
    authorization-webhook-config-file client-ca-file encryption-provider-config etcd-cafile etcd-certfile etcd-keyfile
    kubelet-certificate-authority kubelet-client-certificate kubelet-client-key oidc-ca-file requestheader-client-ca-file
    service-account-key-file service-account-signing-key-file tls-cert-file tls-private-key-file token-auth-file`,
};

/** Flags that came or went. */
const inSomeVersions: readonly KnownFlag[] = [
  { name: 'authentication-config', type: 'string', file: true, since: 29, confidence: 'source' },
  { name: 'authorization-config', type: 'string', file: true, since: 29, confidence: 'source' },
  { name: 'audit-log-compress', type: 'bool', file: false, since: 20, confidence: 'source' },
  { name: 'audit-dynamic-configuration', type: 'bool', file: false, until: 18, confidence: 'source' },
  { name: 'basic-auth-file', type: 'string', file: true, until: 18, confidence: 'source' },
  { name: 'insecure-port', type: 'int', file: false, until: 23, confidence: 'run' },
  { name: 'insecure-bind-address', type: 'string', file: false, until: 23, confidence: 'inferred' },
  { name: 'cloud-provider', type: 'string', file: false, until: 32, confidence: 'reported' },
];

function knownEverywhere(): readonly KnownFlag[] {
  return Object.entries(everywhere).flatMap(([type, names]) =>
    names.split(/\s+/).map((name): KnownFlag => ({
      name,
      type: type === 'file' ? 'string' : (type as FlagType),
      file: type === 'file',
      confidence: 'source',
    })),
  );
}

export const knownFlags: ReadonlyMap<string, KnownFlag> = new Map(
  [...knownEverywhere(), ...inSomeVersions].map((flag) => [flag.name, flag]),
);

/** The families whose every flag is in the table: a name among them that is not there exists in no version. */
const closedFamily = /^-*(?:no-)?(?:anonymous|audit-|authentication-|authorization-|oidc-)/;

export type FlagKnowledge = 'exists' | 'not-in-this-version' | 'no-such-flag' | 'not-known';

/** What is known about a name (dashed) in a version; `not-known` for every flag that the table does not speak about. */
export function knowFlag(name: string, minor: Minor): FlagKnowledge {
  const flag = knownFlags.get(name);
  if (flag) return coversMinor(flag, minor) ? 'exists' : 'not-in-this-version';
  if (/[^a-z0-9_-]/.test(name) || closedFamily.test(name)) return 'no-such-flag';
  return meantFlag(name) === undefined ? 'not-known' : 'no-such-flag';
}

const mattering = [
  'anonymous-auth',
  'authentication-config',
  'authorization-mode',
  'enable-admission-plugins',
  'encryption-provider-config',
  ...[...knownFlags.keys()].filter((name) => name.startsWith('audit-')),
];

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const byLetters: ReadonlyMap<string, string> = new Map([...knownFlags.keys()].map((name) => [lettersOf(name), name]));

/** The flag that a wrong name probably means: the same letters, or at most two of them changed. */
export function meantFlag(name: string): string | undefined {
  const letters = lettersOf(name);
  const same = byLetters.get(letters);
  if (same !== undefined) return same;
  if (/^(?:no)?anonymous/.test(letters)) return 'anonymous-auth';
  const near = mattering.map((flag) => ({ flag, distance: editDistance(lettersOf(flag), letters) }));
  const best = near.reduce((a, b) => (b.distance < a.distance ? b : a));
  return best.distance <= 2 ? best.flag : undefined;
}
