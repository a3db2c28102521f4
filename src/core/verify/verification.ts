// What the verifier returns: plain data without prose, and without the secret of any token.

import type { Args } from '../report.ts';
import type { Minor } from '../kubernetes/version.ts';
import type { PinnedCertificate } from './bundle.ts';
import type { ClusterInfoSource } from './cluster-info.ts';
import type { ClaimSource } from './join-claims.ts';
import type { KubeadmText } from './kubeadm-texts.ts';
import type { MaterialProblem } from './material.ts';
import type { StepName } from './steps.ts';

/** `open`: something to hold it against is missing. `server`: only the API server can answer. `left out`: kubeadm skips it. */
export type StepState = 'passes' | 'stops' | 'open' | 'server' | 'left out';

/** What is said about a step; the sentence is in the words. */
export type StepSays =
  | `token-${'ready' | 'id-only' | 'absent' | 'malformed'}`
  | `pins-${'readable' | 'absent' | 'forbidden' | 'skipped' | 'malformed'}`
  | `request-${'first' | 'second' | 'second-expired' | 'left-out'}`
  | `present-${'yes' | 'no' | 'empty' | 'no-token' | 'no-cluster-info'}`
  | `kubeconfig-${'there' | 'missing' | 'no-cluster-info' | 'readable' | 'unreadable' | 'ca-no-base64'}`
  | `signature-${'valid' | 'wrong' | 'line-ends' | 'header' | 'no-secret' | 'no-token' | 'absent'}`
  | `cluster-${'one' | 'several' | 'open'}`
  | `certificates-${'read' | 'none' | 'unreadable' | 'open'}`
  | `pin-${'matches' | 'differs' | 'open' | 'left-out' | 'second-only'}`;

export interface Step {
  readonly name: StepName;
  readonly state: StepState;
  readonly says: StepSays;
  readonly args: Args;
  /** False behind the step at which kubeadm stops. */
  readonly reached: boolean;
}

/** One join, held against the cluster-info. */
export interface Check {
  readonly from: ClaimSource | 'nothing';
  readonly endpoint: string;
  readonly tokenID: string;
  readonly pins: readonly {
    readonly pin: string;
    readonly state: 'matches' | 'differs' | 'malformed' | 'ignored' | 'open';
  }[];
  readonly steps: readonly Step[];
  /** `open` if nothing stops it and something could not be checked. */
  readonly verdict: 'passes' | 'stops' | 'open';
  /** Of the step that stops it. */
  readonly text?: KubeadmText;
  /** Neither the token's id nor a pin is in the cluster-info: they come from different clusters, or different times of one. */
  readonly unrelated: boolean;
  /** Quotes or blanks around a value were left out here; kubeadm would not. */
  readonly cleaned: boolean;
  /** The node goes on with this server, not with the one of the command; empty if they are the same or unknown. */
  readonly otherServer: string;
}

export interface SignatureView {
  readonly id: string;
  /** As written; empty if the value does not have the form `header..signature`. */
  readonly header: string;
  readonly headerText: string;
  readonly signature: string;
  readonly state: 'valid' | 'wrong' | 'not checked' | 'no JWS';
}

export interface ClusterInfoView {
  readonly from: ClusterInfoSource;
  readonly server: string;
  /** Bytes of the kubeconfig, all of which are signed. */
  readonly signedBytes: number;
  readonly signatures: readonly SignatureView[];
}

export interface Verification {
  readonly minor: Minor;
  readonly clusterInfo?: ClusterInfoView;
  readonly checks: readonly Check[];
  readonly certificates: readonly PinnedCertificate[];
  readonly problems: readonly MaterialProblem[];
  /** Where a discovery file can be made of it: the server's URL and the CA as base64 of PEM. */
  readonly discovery?: { readonly server: string; readonly caData: string };
}
