// What goes into the lab and what comes out: a server, a request, a client's whole run. Plain data, serialisable.

import type { Localised } from '../../locale.ts';
import type { AuditPolicy } from '../../kubernetes/audit-policy.ts';
import type { Confidence, Ranged } from '../../kubernetes/version.ts';
import type { Verdict } from '../../report.ts';
import type { LabClientId } from './clients.ts';
import type { LabBinding } from './role-bindings.ts';

/** `run` = done for real by us, `source` = read in the program's source, `inferred` = concluded. */
export type Basis = 'run' | 'source' | 'inferred';

/** Where a statement comes from: a run of ours (`v1.20.2/K2-init-false`), an upstream file with its version, or a URL. */
export interface LabSource extends Ranged {
  readonly source: string;
  readonly confidence: Confidence;
}

/** The file behind --authentication-config, as far as it is about strangers. */
export interface LabAuthenticationConfiguration {
  readonly apiVersion:
    'apiserver.config.k8s.io/v1alpha1' | 'apiserver.config.k8s.io/v1beta1' | 'apiserver.config.k8s.io/v1';
  readonly anonymous?: { readonly enabled: boolean; readonly paths?: readonly string[] };
}

export type LabAuditPolicy = 'metadata-for-all' | 'article' | 'none' | AuditPolicy;

/** Serialisable settings of one API server: what a reader can choose. */
export interface LabServer {
  /** `1.28` or `1.32.1`; what cannot be read counts as the newest. */
  readonly kubernetesVersion: string;
  /** --anonymous-auth; absent = not written. */
  readonly anonymousAuth?: boolean;
  readonly authenticationConfiguration?: LabAuthenticationConfiguration;
  /** The API server's own --feature-gates. */
  readonly featureGates: Readonly<Record<string, boolean>>;
  /** `['Node', 'RBAC']` */
  readonly authorizationModes: readonly string[];
  readonly bindings: readonly LabBinding[];
  readonly clusterInfo: 'signed' | 'unsigned' | 'missing';
  readonly auditPolicy: LabAuditPolicy;
  /** kubeadm's gate WaitForAllControlPlaneComponents; absent = as that kubeadm has it. */
  readonly waitForAllComponents?: boolean;
}

export const labCredentials = [
  'none',
  'bootstrap-token',
  'expired-bootstrap-token',
  'unknown-bootstrap-token',
  'service-account',
  'client-certificate',
  'expired-client-certificate',
  'bad-bearer-token',
] as const;
export type LabCredentials = (typeof labCredentials)[number];

export interface LabRequest {
  /** As an audit event writes it; no long-running requests, which leave more events. */
  readonly verb: 'get' | 'list' | 'create' | 'update' | 'patch' | 'delete' | 'head';
  /** URL path without query. */
  readonly path: string;
  /** Without the question mark. */
  readonly query?: string;
  readonly credentials: LabCredentials;
  readonly userAgent: string;
  /** With a client certificate: kubectl --as system:anonymous --as-group system:unauthenticated. */
  readonly asAnonymous?: boolean;
}

export interface LabUser {
  readonly username: string;
  readonly groups: readonly string[];
}

export interface GateStep {
  readonly gate: 'authentication' | 'authorization';
  readonly passed: boolean;
  /** True if the settings do not say what this gate does (Webhook, ABAC). */
  readonly unknown?: boolean;
  readonly user?: LabUser;
  /** One sentence. */
  readonly because: Localised;
  /** The authorizer's reason as kube-apiserver writes it; may be empty. */
  readonly rule?: string;
}

export interface LabResponse {
  readonly status: number;
  readonly body: string;
  /** `exact` = word for word in this version; `sample` = a made-up cluster's; `left-out` = not modelled, body empty. */
  readonly bodyIs: 'exact' | 'sample' | 'left-out';
}

/** One line of the audit log, with the keys in kube-apiserver's order. */
export type AuditEventJson = Readonly<Record<string, unknown>>;

export interface Exchange {
  readonly request: LabRequest;
  readonly steps: readonly GateStep[];
  /** Absent if no server answers, or if it is not known what it answers. */
  readonly response?: LabResponse;
  readonly auditEvents: readonly AuditEventJson[];
  readonly noticedBy: readonly Localised[];
}

export interface LabTurn {
  readonly atSeconds: number;
  readonly exchange: Exchange;
  /** How often the same request is sent in all; absent = once. */
  readonly repeats?: number;
  /** Seconds between two of them. */
  readonly everySeconds?: number;
}

export interface TerminalLine {
  readonly atSeconds: number;
  readonly stream: 'stdout' | 'stderr' | 'event';
  readonly text: string;
}

export interface LabRun {
  readonly client: LabClientId;
  readonly turns: readonly LabTurn[];
  readonly terminal: readonly TerminalLine[];
  readonly exitCode?: number;
  readonly verdict: Verdict;
  readonly because: Localised;
  readonly basis: Basis;
  readonly sources: readonly LabSource[];
}

/** A run without what is the same for all clients: whose it is, and how sure it is. */
export type BareRun = Omit<LabRun, 'client' | 'basis' | 'sources'>;

export type ServerStart =
  | { readonly starts: true; readonly warnings: readonly string[] }
  | {
      readonly starts: false;
      /** The server's own words; empty if they are not known. */
      readonly error: string;
      readonly because: Localised;
      readonly basis: Basis;
    };
