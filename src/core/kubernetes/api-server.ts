// The kube-apiserver that a paste describes, as plain facts: flags, mounts, probes, the file it reads, why it would not start.
// Read from a kubeadm file, a static Pod manifest or an AuthenticationConfiguration by api-server/read-server.ts.

import type { AuthenticationFact, AnonymousPath } from './authentication-configuration.ts';
import type { Place } from './facts.ts';
import type { Minor } from './version.ts';

/** One flag as the reader wrote it; kubeadm's own defaults are not in here. */
export interface FlagFact {
  readonly name: string;
  readonly value: string;
  readonly at: Place;
}

export interface VolumeFact {
  readonly name: string;
  readonly hostPath: string;
  readonly mountPath: string;
  readonly readOnly: boolean;
  readonly pathType: string;
  readonly at: Place;
}

/** One argument of the command line, and who put it there. */
export interface CommandLineArgument {
  /** As it stands on the command line: `--anonymous-auth=false`. */
  readonly text: string;
  readonly from: 'kubeadm default' | 'extraArgs' | 'manifest';
  /** Where the reader wrote it; absent for kubeadm's defaults. */
  readonly at?: Place;
}

export type ProbeName = 'startup' | 'liveness' | 'readiness';

/** One probe of the static Pod: kubeadm's own, or as the manifest has it. */
export interface ProbeFact {
  readonly probe: ProbeName;
  /** `other-port`: an HTTP request that another process answers, such as a health proxy beside the server. */
  readonly how: 'https' | 'http' | 'tcpSocket' | 'exec' | 'grpc' | 'other-port' | 'unknown';
  /** Path of an HTTP request without its query. */
  readonly path: string;
  /** True if an Authorization header carries something that the server takes as a credential. */
  readonly credentials: boolean;
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly failureThreshold: number;
  /** Where it stands; absent for kubeadm's own. */
  readonly at?: Place;
}

/** Why kube-apiserver would exit at its start; each kind has its finding. */
export type StartFailureKind =
  | 'flag-value'
  | 'flag-name'
  | 'not-a-flag'
  | 'authorization-mode'
  | 'authentication-conflict' // the file's anonymous section and the flag --anonymous-auth
  | 'authentication-oidc' // the file and --oidc-* flags
  | 'authentication-gate' // a feature gate is off, or no longer there
  | 'authentication-file' // the file does not decode or validate in this version
  | 'file-not-mounted'
  | 'audit'; // the policy file, the policy, or the place of the log

export interface StartFailure {
  readonly kind: StartFailureKind;
  /** The flag or field that causes it. */
  readonly name: string;
  /** The server's own words, without `Error: ` or the log line around them; empty if not known. */
  readonly text: string;
  readonly at: Place;
  /** A name that was probably meant, or the file's path. */
  readonly hint: string;
}

/** `paths` = only what an AuthenticationConfiguration lists; `invalid` = the server would not start; `unknown` = not in the paste. */
export type AnonymousMode = 'on' | 'off' | 'paths' | 'invalid' | 'unknown';

export interface AnonymousAccess {
  readonly mode: AnonymousMode;
  /** Why: the default, the flag, the AlwaysAllow authorizer that resets it, or the file. */
  readonly because: 'default' | 'flag' | 'always-allow' | 'file';
  readonly flag?: FlagFact;
  /** With `paths`: what the file lists. */
  readonly paths: readonly AnonymousPath[];
  /** Where the reader wrote what decides, and how it reads there: `anonymous-auth: "false"`. */
  readonly at?: Place;
  readonly setting: string;
}

export interface ServerFact {
  /** What describes it; a manifest wins over a kubeadm file, because the manifest is what runs. */
  readonly from: 'kubeadm' | 'manifest' | 'authentication-configuration';
  readonly object: number;
  /** Where it is described: the program's name in a manifest, the object's kind elsewhere. */
  readonly at: Place;
  readonly minor: Minor;
  /** In the order of the command line. */
  readonly flags: readonly FlagFact[];
  readonly commandLine: readonly CommandLineArgument[];
  readonly volumes: readonly VolumeFact[];
  /** False if the description shows no mounts at all: then nothing follows from one that is not there. */
  readonly showsMounts: boolean;
  /** kubeadm mounts this folder by itself. */
  readonly certificatesDir: string;
  /** Empty for a manifest without probes: then nothing kills the container. */
  readonly probes: readonly ProbeFact[];
  /** kubeadm's time-out for the control plane in seconds; it sets the startup probe's threshold. 240 if not given. */
  readonly startupSeconds: number;
  /** `ClusterConfiguration.featureGates`: kubeadm's own gates, not the API server's. */
  readonly kubeadmFeatureGates: Readonly<Record<string, boolean>>;
  /** The authorizers, in order, as they reach the server. */
  readonly authorizationModes: readonly string[];
  /** Whether bootstrap tokens count as credentials. */
  readonly bootstrapTokens: boolean;
  /** The AuthenticationConfiguration that it reads, if it is in the paste. */
  readonly authentication?: AuthenticationFact;
  /** Flags (dashed) whose value in this version cannot be told from the paste; see `unsettledFlags`. */
  readonly unsettled: readonly string[];
  readonly failures: readonly StartFailure[];
  readonly access: AnonymousAccess;
}

/** The last one wins, as pflag does it. Names with underscores count where the server takes them. */
export function findFlag(server: Pick<ServerFact, 'flags' | 'minor'>, name: string): FlagFact | undefined {
  return server.flags.findLast((flag) => flagName(flag.name, server.minor) === name);
}

/** From this minor on `_` in a flag's name is read as `-`: run for 1.28.4. Refused by 1.20.2; between them not known. */
export const underscoresWorkSince: Minor = 28;
export const underscoresRefusedUntil: Minor = 20;

/** The name as the server reads it. */
export function flagName(written: string, minor: Minor): string {
  return minor >= underscoresWorkSince ? written.replaceAll('_', '-') : written;
}

/** What the server does with a request without credentials. */
export function anonymousAccess(server: ServerFact): AnonymousAccess {
  return server.access;
}
