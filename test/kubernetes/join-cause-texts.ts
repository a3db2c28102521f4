// A text of each cause for which kubeadm join stops, by the kubeadm that prints it where the text differs by version.
import type { JoinCause } from '../../src/core/kubernetes/join-causes.ts';

export const identity = "error execution phase preflight: couldn't validate the identity of the API Server: ";
const url = 'Get "https://10.146.0.4:6443/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s": ';
const old = '[discovery] Failed to request cluster info, will try again: [';
const checks = 'error execution phase preflight: [preflight] Some fatal errors occurred:\n\t';

/** Cause, versions, text. */
export const joinCauseTexts: readonly (readonly [JoinCause, string, string])[] = [
  ['unauthorized', '1.18–1.31', `${identity}Unauthorized`],
  ['unauthorized', 'newer', `${identity}failed to request the cluster-info ConfigMap: Unauthorized`],
  [
    'unauthorized',
    'newer, -v=5',
    '[discovery] Retrying due to error: failed to request the cluster-info ConfigMap: Unauthorized',
  ],
  ['unauthorized', '≤1.17, -v=1', '[discovery] Failed to connect to API Server "10.146.0.4:6443": Unauthorized'],
  [
    'unauthorized',
    '≤1.17, -v=1',
    `[discovery] Failed to request cluster info: [Unauthorized]\n${identity}abort connecting to API servers after timeout of 5m0s`,
  ],
  [
    'file-unauthorized',
    'newer',
    `${identity}Abort reading the cluster-info ConfigMap after timeout of 5m0s: Unauthorized`,
  ],
  [
    'forbidden',
    '1.18–1.31',
    `${identity}configmaps "cluster-info" is forbidden: User "system:anonymous" cannot get resource "configmaps" in API group "" in the namespace "kube-public"`,
  ],
  [
    'forbidden',
    'newer',
    `${identity}failed to request the cluster-info ConfigMap: configmaps "cluster-info" is forbidden: User "system:anonymous" cannot get resource "configmaps" in API group "" in the namespace "kube-public"`,
  ],
  ['cluster-info-missing', '', `${identity}configmaps "cluster-info" not found`],
  ['no-jws', '≥1.18', `${identity}could not find a JWS signature in the cluster-info ConfigMap for token ID "abcdef"`],
  [
    'no-jws',
    '≤1.17',
    '[discovery] Failed to connect to API Server "10.146.0.4:6443": token id "abcdef" is invalid for this cluster or it has expired. Use "kubeadm token create" on the control-plane node to create a new valid token',
  ],
  [
    'bad-jws',
    '',
    `${identity}failed to verify JWS signature of received cluster info object, can't trust this API Server`,
  ],
  [
    'wrong-pin',
    '',
    `${identity}cluster CA found in cluster-info ConfigMap is invalid: none of the public keys "sha256:${'ab'.repeat(32)}" are pinned`,
  ],
  [
    'malformed-pin',
    '≥1.21',
    `${identity}invalid discovery token CA certificate hash: invalid hash, expected "format:hex-value". Known format(s) are: sha256`,
  ],
  ['hidden', '≤1.17', `${identity}abort connecting to API servers after timeout of 5m0s`],
  ['hidden', 'by file, ≤1.29', `${identity}Abort reading the cluster-info ConfigMap after timeout of 5m0s`],
  [
    'clock-behind',
    '',
    `${identity}${url}x509: certificate has expired or is not yet valid: current time 2026-11-24T01:00:00Z is before 2026-11-24T03:00:00Z`,
  ],
  [
    'expired-certificate',
    '',
    `${identity}${url}x509: certificate has expired or is not yet valid: current time 2026-11-24T01:00:00Z is after 2025-11-24T03:00:00Z`,
  ],
  ['certificate-name', '', `${identity}${url}x509: certificate is valid for 10.96.0.1, 10.0.2.15, not 10.146.0.4`],
  ['unknown-authority', '', `${identity}${url}x509: certificate signed by unknown authority`],
  ['refused-connection', '', `${identity}${url}dial tcp 10.146.0.4:6443: connect: connection refused`],
  ['no-route', '', `${identity}${url}dial tcp 10.146.0.4:6443: connect: no route to host`],
  [
    'no-such-host',
    '',
    `${identity}Get "https://cp.example:6443/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s": dial tcp: lookup cp.example on 10.0.0.2:53: no such host`,
  ],
  ['no-answer', '', `${identity}${url}dial tcp 10.146.0.4:6443: i/o timeout`],
  [
    'no-answer',
    '',
    `${identity}${url}net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)`,
  ],
  [
    'no-answer',
    'newer',
    `${identity}failed to request the cluster-info ConfigMap: client rate limiter Wait returned an error: context deadline exceeded`,
  ],
  [
    'no-answer',
    'after discovery',
    'error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: Get "https://10.146.0.4:6443/api/v1/namespaces/kube-system/configmaps/kubeadm-config?timeout=10s": dial tcp 10.146.0.4:6443: i/o timeout',
  ],
  ['connection-cut', '', `${identity}${url}EOF`],
  ['not-permitted', '', `${identity}${url}dial tcp [fd00::4]:6443: connect: permission denied`],
  ['not-tls', '', `${identity}${url}tls: first record does not look like a TLS handshake`],
  ['not-kubernetes', '', `${identity}the server could not find the requested resource (get configmaps cluster-info)`],
  ['proxy', '', `${old}Get https://10.146.0.4:6443/api/v1/namespaces/kube-public/configmaps/cluster-info: Forbidden]`],
  ['proxy', '', `${identity}${url}proxyconnect tcp: dial tcp 10.0.0.9:3128: connect: connection refused`],
  ['broken-file', '', `${identity}invalid configuration: user was not specified for context "discovery"`],
  [
    'no-credentials',
    '≤1.28',
    "error execution phase preflight: couldn't find authentication credentials for the TLS boostrap process. Please use Token discovery, a discovery file with embedded authentication credentials or a discovery file without authentication credentials but with the TLSBootstrapToken flag",
  ],
  [
    'no-credentials',
    'newer',
    'error execution phase preflight: could not find authentication credentials for the TLS bootstrap process. Please use Token discovery',
  ],
  [
    'credentials-refused',
    '',
    'error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: Unauthorized',
  ],
  [
    'forbidden-later',
    '',
    'error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: configmaps "kubeadm-config" is forbidden: User "system:bootstrap:abcdef" cannot get resource "configmaps" in API group "" in the namespace "kube-system"',
  ],
  [
    'control-plane-version',
    '',
    'error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: this version of kubeadm only supports deploying clusters with the control plane version >= 1.30.0. Current version: v1.28.15',
  ],
  [
    'other-minor',
    '1.15',
    'error execution phase kubelet-start: configmaps "kubelet-config-1.15" is forbidden: User "system:bootstrap:abcdef" cannot get resource "configmaps" in API group "" in the namespace "kube-system"',
  ],
  [
    'config-version',
    '',
    `your configuration file uses an old API spec: "kubeadm.k8s.io/v1beta1". Please use kubeadm v1.15 instead and run 'kubeadm config migrate --old-config old.yaml --new-config new.yaml', which will write the new, similar spec using a newer API version.`,
  ],
  ['not-root', '', `${checks}[ERROR IsPrivilegedUser]: user is not running as root`],
  [
    'leftovers',
    '',
    `${checks}[ERROR FileAvailable--etc-kubernetes-kubelet.conf]: /etc/kubernetes/kubelet.conf already exists\n\t[ERROR Port-10250]: Port 10250 is in use`,
  ],
  [
    'container-runtime',
    '',
    `${checks}[ERROR CRI]: container runtime is not running: output: time="2026-11-24T01:00:00Z" level=fatal msg="validate service connection"`,
  ],
  ['checks-failed', '', `${checks}[ERROR NumCPU]: the number of available CPUs 1 is less than the required 2`],
  ['no-endpoint', '', 'discovery: Invalid value: "": bootstrapToken or file must be set'],
  [
    'no-hash',
    '',
    'discovery.bootstrapToken.caCertHashes: Invalid value: "": using token-based discovery without caCertHashes can be unsafe. Set unsafeSkipCAVerification as true in your kubeadm config file or pass --discovery-token-unsafe-skip-ca-verification flag to continue',
  ],
  [
    'malformed-token',
    '',
    '[discovery.bootstrapToken.token: Invalid value: "abcdef.short": the bootstrap token is invalid, discovery.tlsBootstrapToken: Invalid value: "abcdef.short": the bootstrap token is invalid]',
  ],
  [
    'malformed-address',
    '',
    'discovery.bootstrapToken.apiServerEndpoint: Invalid value: "10.146.0.4": address 10.146.0.4: missing port in address',
  ],
  ['two-discoveries', '', 'discovery: Invalid value: "": bootstrapToken and file cannot both be set'],
  ['extra-argument', '', '$ kubeadm join 10.146.0.4:6443 --control-plane true\naccepts at most 1 arg(s), received 2'],
  ['unknown-flag', '', '$ kubeadm join 10.146.0.4:6443 --tokn x\nunknown flag: --tokn'],
  ['mixed-config', '', "can not mix '--config' with arguments [token]"],
  ['no-config', '', '$ kubeadm join --config x\nunable to read config from "x" : open x: no such file or directory'],
  [
    'no-stable-endpoint',
    '',
    "error execution phase preflight: \nOne or more conditions for hosting a new control plane instance is not satisfied.\n\nunable to add a new control plane instance to a cluster that doesn't have a stable controlPlaneEndpoint address",
  ],
  [
    'certificates-gone',
    '',
    'error execution phase control-plane-prepare/download-certs: error downloading certs: error downloading the secret: Secret "kubeadm-certs" was not found in the "kube-system" Namespace. This Secret might have expired.',
  ],
  [
    'certificate-key',
    '',
    'error execution phase control-plane-prepare/download-certs: error downloading certs: error decoding secret data with provided key: cipher: message authentication failed',
  ],
  [
    'node-name-taken',
    '',
    'error execution phase kubelet-start: a Node with name "node01" and status "Ready" already exists in the cluster. You must delete the existing Node or change the name of this new joining Node',
  ],
  [
    'kubelet-down',
    '',
    '[kubelet-check] Initial timeout of 40s passed.\nerror execution phase kubelet-start: timed out waiting for the condition',
  ],
  ['unknown', '', `${identity}a text that nobody has seen`],
];
