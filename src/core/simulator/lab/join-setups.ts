// The ways to join: what a kubeadm join has in hand. One row per client of the lab; tests vary them.

import type { LabClientId } from './clients.ts';

/** A bootstrap token, as far as a cluster treats tokens differently. */
export interface JoinToken {
  readonly id: string;
  /** cluster-info holds a JWS for it; not if it is unknown, expired and removed, or has no usage `signing`. */
  readonly isSigned: boolean;
  /** Its secret fits the JWS. */
  readonly verifies: boolean;
  /** It is taken as a credential; not if it is expired or has no usage `authentication`. */
  readonly authenticates: boolean;
}

export interface JoinSetup {
  readonly discovery: 'token' | 'file' | 'https';
  readonly pin: 'right' | 'wrong' | 'skipped';
  readonly token: JoinToken;
  /** Inside the discovery file. */
  readonly fileCredentials: 'none' | 'bootstrap-token' | 'unknown-bootstrap-token' | 'client-certificate';
  /** What keeps kubeadm from asking the API server at all. */
  readonly fileFault?: 'no-user' | 'untrusted-https';
  /** For the TLS bootstrap; a token discovery uses its own token unless another one is given. */
  readonly tlsBootstrapToken?: JoinToken;
  /** `discovery.timeout`: five minutes unless the reader writes another. */
  readonly timeoutSeconds: number;
  readonly controlPlane: boolean;
  /** What answers at the address. */
  readonly endpoint: 'api-server' | 'nothing' | 'plain-http' | 'other-server' | 'other-ca';
}

export const goodToken: JoinToken = { id: 'abcdef', isSigned: true, verifies: true, authenticates: true };

/** What can be wrong with a token; the report of a join tells most of them apart only while strangers are let in. */
export const labTokens = {
  valid: goodToken,
  unknown: { ...goodToken, isSigned: false, authenticates: false },
  'wrong-secret': { ...goodToken, verifies: false, authenticates: false },
  /** Expired, and the signature is still there: until the tokencleaner has been round. */
  expired: { ...goodToken, authenticates: false },
  'without-usage-signing': { ...goodToken, isSigned: false },
  'without-usage-authentication': { ...goodToken, authenticates: false },
} as const satisfies Readonly<Record<string, JoinToken>>;
export type LabToken = keyof typeof labTokens;

export const tokenJoin: JoinSetup = {
  discovery: 'token',
  pin: 'right',
  token: goodToken,
  fileCredentials: 'none',
  timeoutSeconds: 300,
  controlPlane: false,
  endpoint: 'api-server',
};

export const fileJoin: JoinSetup = { ...tokenJoin, discovery: 'file', tlsBootstrapToken: goodToken };

/** What a reader may set besides; meant for joins, without effect on the other clients. */
export interface JoinOptions {
  readonly token?: LabToken;
  /** `discovery.timeout` or `timeouts.discovery`, in seconds. */
  readonly timeoutSeconds?: number;
}

/** The reader's token takes the place of kubeadm's own in whatever role it has. */
export function withOptions(setup: JoinSetup, { token, timeoutSeconds }: JoinOptions): JoinSetup {
  const given = token && labTokens[token];
  const fileCredentials = setup.fileCredentials === 'bootstrap-token' && given?.authenticates === false;
  return {
    ...setup,
    ...(given ? { token: given } : {}),
    ...(given && setup.tlsBootstrapToken ? { tlsBootstrapToken: given } : {}),
    ...(fileCredentials ? { fileCredentials: 'unknown-bootstrap-token' } : {}),
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  };
}

export const joinSetups = {
  'kubeadm-join-token-pin': tokenJoin,
  'kubeadm-join-token-unsafe': { ...tokenJoin, pin: 'skipped' },
  'kubeadm-join-file-credentials': { ...fileJoin, fileCredentials: 'bootstrap-token' },
  'kubeadm-join-file': fileJoin,
  'kubeadm-join-https': { ...fileJoin, discovery: 'https' },
  'kubeadm-join-control-plane': { ...tokenJoin, controlPlane: true },
} as const satisfies Partial<Record<LabClientId, JoinSetup>>;
