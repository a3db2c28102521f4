// What kubeadm prints when a step of token discovery fails, word for word, and how long it takes to say so.
// Run with 1.20.2 and 1.28.4: no signature (J7, J9, J11), wrong secret (J8), wrong pin (J6), no pin (J15). The others are read in
// token.go and client-go's cert package; what Go itself adds behind a text is left open.

import { coversMinor, type Confidence, type Minor } from '../kubernetes/version.ts';

export interface KubeadmText {
  /** The line that ends the command. */
  readonly line: string;
  /** Up to 1.17 that line hides the reason; this one says it, with -v=1. */
  readonly verbose?: string;
  /** kubeadm tries again until `discovery.timeout` (5 minutes by default), or gives up at once. */
  readonly when: 'at once' | 'after the time-out';
  readonly confidence: Confidence;
}

const identity = "error execution phase preflight: couldn't validate the identity of the API Server: ";

/** Up to 1.17 the whole sequence is tried again and again, and only the time-out is printed; its source was read at 1.17. */
const hidesReasons = { until: 17 } as const;
const readOld = 17;

export function missingSignature(id: string, minor: Minor): KubeadmText {
  if (coversMinor(hidesReasons, minor)) return ended(unknownToken(id), minor, 'source');
  const text = `could not find a JWS signature in the cluster-info ConfigMap for token ID "${id}"`;
  return { line: identity + text, when: 'after the time-out', confidence: minor <= 28 ? 'run' : 'source' };
}

/** The key is there and holds nothing. */
export function emptySignature(id: string, minor: Minor): KubeadmText {
  return ended(unknownToken(id), minor, 'source');
}

export function wrongSignature(minor: Minor): KubeadmText {
  const text = "failed to verify JWS signature of received cluster info object, can't trust this API Server";
  return ended(text, minor, minor >= 18 && minor <= 28 ? 'run' : 'source');
}

export function wrongPin(pins: readonly string[], minor: Minor): KubeadmText {
  const text = `cluster CA found in ${configMap(minor)} is invalid: none of the public keys "${pins.join(':')}" are pinned`;
  return ended(text, minor, minor >= 18 && minor <= 28 ? 'run' : 'source');
}

/** Pins are read before anything is tried again, so even old versions say it at once; since about 1.32 it is the second thing. */
export function malformedPin(text: string, minor: Minor): KubeadmText {
  return { line: identity + text, when: 'at once', confidence: minor >= readOld ? 'source' : 'inferred' };
}

export function missingKubeconfig(minor: Minor): KubeadmText {
  const text =
    "there is no kubeconfig key in the cluster-info ConfigMap. This API Server isn't set up for token bootstrapping, can't connect";
  return ended(text, minor, 'source');
}

export function unreadableKubeconfig(minor: Minor): KubeadmText {
  return ended(`couldn't parse the kubeconfig file in the ${configMap(minor)}: …`, minor, 'source');
}

export function otherThanOneCluster(count: number, minor: Minor): KubeadmText {
  const text = `expected the kubeconfig file in the ${configMap(minor)} to have a single cluster, but it had ${count}`;
  return ended(text, minor, 'source');
}

export function noCertificate(minor: Minor): KubeadmText {
  const text = `failed to parse cluster CA from the ${configMap(minor)}: data does not contain any valid RSA or ECDSA certificates`;
  return ended(text, minor, 'source');
}

/** Said while the arguments are read. The path before it (`discovery.bootstrapToken`) is longer in newer versions. */
export const noPin: KubeadmText = {
  line: 'using token-based discovery without caCertHashes can be unsafe. Set unsafeSkipCAVerification as true in your kubeadm config file or pass --discovery-token-unsafe-skip-ca-verification flag to continue',
  when: 'at once',
  confidence: 'run',
};

/** kubeadm repeats the token in this text; here it is left out. */
export const malformedToken: KubeadmText = {
  line: 'discovery.bootstrapToken.token: Invalid value: "…": the bootstrap token is invalid',
  when: 'at once',
  confidence: 'run',
};

function unknownToken(id: string): string {
  return `token id "${id}" is invalid for this cluster or it has expired. Use "kubeadm token create" on the control-plane node to create a new valid token`;
}

function configMap(minor: Minor): string {
  return coversMinor(hidesReasons, minor) ? 'cluster-info configmap' : 'cluster-info ConfigMap';
}

function ended(text: string, minor: Minor, confidence: Confidence): KubeadmText {
  if (!coversMinor(hidesReasons, minor)) return { line: identity + text, when: 'at once', confidence };
  const line = `${identity}abort connecting to API servers after timeout of 5m0s`;
  const late = { line, when: 'after the time-out' } as const;
  return minor >= readOld ? { ...late, verbose: text, confidence: 'source' } : { ...late, confidence: 'inferred' };
}
