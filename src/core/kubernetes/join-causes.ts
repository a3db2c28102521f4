// Why `kubeadm join` stopped, by the text it printed: one row per text, the first that matches holds.
// Texts: our runs of 1.20.2 and 1.28.4 (J1–J16), and kubeadm's source for ≤1.17 and from about 1.32; others are Go's own network errors.

/** Where inside the phase it stopped. `discovery` and `kubeadm-config` are steps of the phase `preflight`. */
export type JoinStep = 'arguments' | 'checks' | 'discovery' | 'credentials' | 'kubeadm-config' | 'other';

export type JoinCause =
  | 'unauthorized' // discovery by token got 401
  | 'file-unauthorized' // discovery by file got 401
  | 'forbidden' // discovery got 403
  | 'cluster-info-missing'
  | 'no-jws'
  | 'bad-jws'
  | 'wrong-pin'
  | 'malformed-pin'
  | 'hidden' // kubeadm gave up after its time-out and does not say why
  | 'expired-certificate'
  | 'certificate-name'
  | 'unknown-authority'
  | 'refused-connection'
  | 'no-route'
  | 'no-such-host'
  | 'no-answer'
  | 'not-tls'
  | 'not-kubernetes'
  | 'no-credentials'
  | 'credentials-refused' // 401 after discovery
  | 'forbidden-later'
  | 'checks-failed'
  | 'control-plane-version'
  | 'unknown';

interface CauseRow {
  readonly text: RegExp;
  readonly cause: JoinCause;
}

/** Texts of the discovery step. */
const discoveryCauses: readonly CauseRow[] = [
  { text: /configmaps "cluster-info" is forbidden: User "system:anonymous"/, cause: 'forbidden' },
  { text: /configmaps "cluster-info" not found/, cause: 'cluster-info-missing' },
  {
    text: /could not find a JWS signature in the cluster-info ConfigMap|does not yet contain a JWS signature/,
    cause: 'no-jws',
  },
  { text: /there is no JWS signed token|token id "?\w*"? is invalid for this cluster/i, cause: 'no-jws' },
  { text: /failed to verify JWS signature/, cause: 'bad-jws' },
  { text: /invalid discovery token CA certificate hash/, cause: 'malformed-pin' },
  {
    text: /cluster CA found in cluster-info ConfigMap is invalid|none of the public keys .* are pinned/,
    cause: 'wrong-pin',
  },
  { text: /x509: certificate has expired or is not yet valid/, cause: 'expired-certificate' },
  { text: /x509: certificate is valid for .*, not /, cause: 'certificate-name' },
  { text: /x509: certificate signed by unknown authority/, cause: 'unknown-authority' },
  { text: /connection refused/, cause: 'refused-connection' },
  { text: /no route to host|network is unreachable/, cause: 'no-route' },
  { text: /no such host/, cause: 'no-such-host' },
  { text: /first record does not look like a TLS handshake/, cause: 'not-tls' },
  { text: /the server could not find the requested resource/, cause: 'not-kubernetes' },
  { text: /reading the cluster-info ConfigMap.*\bUnauthorized\b/i, cause: 'file-unauthorized' },
  { text: /\bUnauthorized\b/, cause: 'unauthorized' },
  { text: /i\/o timeout|deadline exceeded|Client\.Timeout exceeded|handshake timeout/, cause: 'no-answer' },
  { text: /abort (?:connecting to API servers|reading the cluster-info ConfigMap) after timeout/i, cause: 'hidden' },
];

/** Texts of the steps behind it, and before it. */
const otherCauses: readonly (CauseRow & { readonly step: JoinStep })[] = [
  {
    text: /find authentication credentials for the TLS boo?s?tt?rap process/,
    step: 'credentials',
    cause: 'no-credentials',
  },
  { text: /kubeadm-config ConfigMap.*Unauthorized/, step: 'kubeadm-config', cause: 'credentials-refused' },
  {
    text: /only supports deploying clusters with the control plane version/,
    step: 'kubeadm-config',
    cause: 'control-plane-version',
  },
  { text: /kubeadm-config.*is forbidden/, step: 'kubeadm-config', cause: 'forbidden-later' },
  { text: /unable to fetch the kubeadm-config ConfigMap/, step: 'kubeadm-config', cause: 'unknown' },
  { text: /Some fatal errors occurred/, step: 'checks', cause: 'checks-failed' },
  { text: /^\[?discovery[\w.]*: (?:Invalid|Required) value/, step: 'arguments', cause: 'unknown' },
];

const discoverySigns =
  /couldn't validate the identity of the API Server|\[discovery\]|Failed to request cluster[- ]info|cluster-info ConfigMap|configmaps\/cluster-info/;

/** What one line says: the step it is about, and why it stopped there. */
export function causeOf(text: string): { readonly step: JoinStep; readonly cause: JoinCause } {
  const other = otherCauses.find((row) => row.text.test(text));
  if (other) return { step: other.step, cause: other.cause };
  if (!discoverySigns.test(text)) return { step: 'other', cause: 'unknown' };
  return { step: 'discovery', cause: discoveryCauses.find((row) => row.text.test(text))?.cause ?? 'unknown' };
}
