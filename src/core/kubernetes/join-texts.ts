// The texts by which a cause is known. `until` and `since` say which kubeadm prints them where we know; a text tells its version itself.

import type { JoinCause, JoinStep } from './join-causes.ts';
import type { Ranged } from './version.ts';

export interface CauseText extends Ranged {
  readonly text: RegExp;
  readonly cause: JoinCause;
}

/** Texts that mean the same wherever they stand; with the step they belong to. */
const plainTexts: readonly (CauseText & { readonly step: JoinStep })[] = [
  { text: /accepts at most \d+ arg\(s\), received/, step: 'arguments', cause: 'extra-argument' },
  { text: /unknown (?:shorthand )?flag: /, step: 'arguments', cause: 'unknown-flag' },
  { text: /flag needs an argument: |invalid argument ".*" for "/, step: 'arguments', cause: 'unknown-flag' },
  { text: /can not mix '--config' with arguments/, step: 'arguments', cause: 'mixed-config' },
  { text: /unable to read config from|no JoinConfiguration found/, step: 'arguments', cause: 'no-config' },
  { text: /uses an old API spec|experimental API spec: /, step: 'arguments', cause: 'config-version' },
  { text: /no kind ".*" is registered for version "kubeadm/, step: 'arguments', cause: 'config-version' },
  {
    text: /bootstrapToken or file must be set|DiscoveryTokenAPIServers not set/,
    step: 'arguments',
    cause: 'no-endpoint',
  },
  { text: /APIServerEndpoint is not set/, step: 'arguments', cause: 'no-endpoint' },
  { text: /bootstrapToken and file cannot both be set/, step: 'arguments', cause: 'two-discoveries' },
  { text: /caCertHashes can be unsafe/, step: 'arguments', cause: 'no-hash' },
  { text: /the bootstrap token is invalid/, step: 'arguments', cause: 'malformed-token' },
  { text: /^\[?discovery.*(?:missing port|too many colons) in address/, step: 'arguments', cause: 'malformed-address' },
  { text: /^\[?discovery[\w.]*: (?:Invalid|Required) value/, step: 'arguments', cause: 'unknown' },
  { text: /user is not running as root/, step: 'checks', cause: 'not-root' },
  { text: /\[ERROR (?:File|Dir)Available-[^\]]*\]/, step: 'checks', cause: 'leftovers' },
  { text: /\[ERROR CRI\]/, step: 'checks', cause: 'container-runtime' },
  { text: /Some fatal errors occurred/, step: 'checks', cause: 'checks-failed' },
  {
    text: /find authentication credentials for the TLS boot?strap process/,
    step: 'credentials',
    cause: 'no-credentials',
  },
  { text: /stable controlPlaneEndpoint address/, step: 'kubeadm-config', cause: 'no-stable-endpoint' },
  { text: /kubeadm-config ConfigMap.*Unauthorized/, step: 'kubeadm-config', cause: 'credentials-refused' },
  {
    text: /only supports deploying clusters with the control plane/,
    step: 'kubeadm-config',
    cause: 'control-plane-version',
  },
  { text: /"kubelet-config-1\.\d+" is forbidden/, step: 'kubelet-start', cause: 'other-minor', until: 23 },
  { text: /kubeadm-config.*is forbidden/, step: 'kubeadm-config', cause: 'forbidden-later' },
  { text: /"kubeadm-certs" was not found/, step: 'control-plane-prepare', cause: 'certificates-gone' },
  { text: /cipher: message authentication failed/, step: 'control-plane-prepare', cause: 'certificate-key' },
  { text: /a Node with name .* already exists in the cluster/, step: 'kubelet-start', cause: 'node-name-taken' },
  {
    text: /phase kubelet-[\w-]+: .*(?:timed out|deadline exceeded|not healthy)/,
    step: 'tls-bootstrap',
    cause: 'kubelet-down',
  },
  { text: /The kubelet is not (?:running|healthy)/, step: 'tls-bootstrap', cause: 'kubelet-down' },
];

/** No answer of an API server. */
const networkTexts: readonly CauseText[] = [
  { text: /proxyconnect tcp|Proxy Authentication Required/, cause: 'proxy' },
  { text: /configmaps\/[\w-]+\S*: (?:Forbidden|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/, cause: 'proxy' },
  { text: /x509: certificate has expired or is not yet valid: current time \S+ is before/, cause: 'clock-behind' },
  { text: /x509: certificate has expired or is not yet valid/, cause: 'expired-certificate' },
  { text: /x509: certificate is valid for .*, not /, cause: 'certificate-name' },
  { text: /x509: certificate signed by unknown authority/, cause: 'unknown-authority' },
  { text: /connection refused/, cause: 'refused-connection' },
  { text: /no route to host|network is unreachable/, cause: 'no-route' },
  { text: /no such host/, cause: 'no-such-host' },
  { text: /connect: permission denied/, cause: 'not-permitted' },
  { text: /first record does not look like a TLS handshake/, cause: 'not-tls' },
  { text: /\bEOF\b|connection reset by peer/, cause: 'connection-cut' },
  { text: /i\/o timeout|deadline exceeded|Client\.Timeout exceeded|handshake timeout/, cause: 'no-answer' },
];

/** Texts that count only in discovery. */
const discoveryTexts: readonly CauseText[] = [
  { text: /configmaps "cluster-info" is forbidden: User "system:anonymous"/, cause: 'forbidden' },
  { text: /configmaps "cluster-info" not found/, cause: 'cluster-info-missing' },
  { text: /could not find a JWS signature|does not yet contain a JWS signature/, cause: 'no-jws', since: 18 },
  { text: /there is no JWS signed token|token id "?\w*"? is invalid for this cluster/i, cause: 'no-jws', until: 17 },
  { text: /failed to verify JWS signature/, cause: 'bad-jws' },
  { text: /invalid discovery token CA certificate hash/, cause: 'malformed-pin', since: 21 },
  {
    text: /cluster CA found in cluster-info ConfigMap is invalid|none of the public keys .* are pinned/,
    cause: 'wrong-pin',
  },
  { text: /API Server: invalid configuration: /, cause: 'broken-file' },
  { text: /the server could not find the requested resource/, cause: 'not-kubernetes' },
  ...networkTexts.filter(({ cause }) => cause !== 'no-answer'),
  { text: /reading the cluster-info ConfigMap.*\bUnauthorized\b/i, cause: 'file-unauthorized' },
  { text: /\bUnauthorized\b/i, cause: 'unauthorized', since: 18 },
  ...networkTexts.filter(({ cause }) => cause === 'no-answer'),
  { text: /abort (?:connecting to API servers|reading the cluster-info ConfigMap) after timeout/i, cause: 'hidden' },
];

const discoverySigns =
  /couldn't validate the identity of the API Server|\[discovery\]|Failed to request cluster[- ]info|cluster-info ConfigMap|configmaps\/cluster-info|"cluster-info"/;

const laterSigns = /unable to fetch the kubeadm-config ConfigMap|error execution phase (?!preflight)/;

export interface ToldCause {
  readonly step: JoinStep;
  readonly cause: JoinCause;
}

/** What one line says: the step it is about, and why it stopped there. */
export function causeOf(text: string): ToldCause {
  const plain = plainTexts.find((row) => row.text.test(text));
  if (plain) return { step: plain.step, cause: plain.cause };
  const find = (rows: readonly CauseText[]): JoinCause => rows.find((row) => row.text.test(text))?.cause ?? 'unknown';
  if (discoverySigns.test(text)) return { step: 'discovery', cause: find(discoveryTexts) };
  if (!laterSigns.test(text)) return { step: 'other', cause: 'unknown' };
  const isConfig = text.includes('kubeadm-config');
  return { step: isConfig ? 'kubeadm-config' : 'other', cause: find(networkTexts) };
}
