// From a pasted configuration to a server of the lab: "try this server".

import { findFlag, type ProbeFact, type ServerFact } from '../../kubernetes/api-server.ts';
import { gateSettings } from '../../kubernetes/api-server/feature-gates.ts';
import { parseGoBool } from '../../kubernetes/api-server/go-values.ts';
import { kubeadmProbes } from '../../kubernetes/api-server/kubeadm-probes.ts';
import { auditWiring } from '../../kubernetes/audit-wiring.ts';
import type { AuthenticationFact } from '../../kubernetes/authentication-configuration.ts';
import type { Facts } from '../../kubernetes/facts.ts';
import type { LabAuditPolicy, LabAuthenticationConfiguration, LabServer } from './lab.ts';
import { defaultLabServer } from './lab-servers.ts';
import { startServer } from './start-server.ts';

export interface PastedLabServer {
  readonly server: LabServer;
  /**
   * What the paste says and the lab has no setting for, or what it does not say: then the lab's answers may differ from
   * the report's. Empty if the lab has it all.
   */
  readonly leftOut: readonly LeftOut[];
}

export type LeftOut =
  | 'start-failure' // something else keeps the server from starting
  | 'unreadable-flag' // a value that is no boolean, or not settled in the paste
  | 'authentication-file' // named by a flag, but not in the paste
  | 'audit-policy' // named by a flag, but not in the paste
  | 'probes' // not kubeadm's own
  | 'bootstrap-tokens'; // turned off

/** Undefined if the paste describes no API server. kubeadm's bindings and a signed cluster-info are taken to be there. */
export function labServerFromFacts({ server, version, policies }: Facts): PastedLabServer | undefined {
  if (!server) return undefined;
  const flag = findFlag(server, 'anonymous-auth');
  const anonymousAuth = flag && parseGoBool(flag.value);
  const file = server.authentication && fileOf(server.authentication);
  const gate = server.kubeadmFeatureGates['WaitForAllControlPlaneComponents'];
  const lab: LabServer = {
    ...defaultLabServer(version.text),
    ...(anonymousAuth === undefined ? {} : { anonymousAuth }),
    ...(file ? { authenticationConfiguration: file } : {}),
    featureGates: Object.fromEntries(gateSettings(server)),
    authorizationModes: server.authorizationModes,
    auditPolicy: policyFor(server, policies),
    ...(gate === undefined ? {} : { waitForAllComponents: gate }),
  };
  return { server: lab, leftOut: leftOutOf(server, policies, lab) };
}

const fileVersions = ['v1alpha1', 'v1beta1', 'v1'].map((version) => `apiserver.config.k8s.io/${version}`);

/** Undefined for an apiVersion that no release has. */
function fileOf({ apiVersion, anonymous }: AuthenticationFact): LabAuthenticationConfiguration | undefined {
  if (!isFileVersion(apiVersion)) return undefined;
  if (!anonymous) return { apiVersion };
  const paths = anonymous.paths.map(({ path }) => path);
  const section = { enabled: anonymous.enabled === true, ...(paths.length > 0 ? { paths } : {}) };
  return { apiVersion, anonymous: section };
}

function isFileVersion(text: string): text is LabAuthenticationConfiguration['apiVersion'] {
  return fileVersions.includes(text);
}

function policyFor(server: ServerFact, policies: Facts['policies']): LabAuditPolicy {
  const { policy, log, standardOutput, webhook } = auditWiring(server);
  if (!policy || !(log ?? standardOutput ?? webhook)) return 'none';
  return policies[0]?.policy ?? 'metadata-for-all';
}

function leftOutOf(server: ServerFact, policies: Facts['policies'], lab: LabServer): readonly LeftOut[] {
  const flag = findFlag(server, 'anonymous-auth');
  const isUnread = flag !== undefined && lab.anonymousAuth === undefined;
  const named = findFlag(server, 'authentication-config');
  const found: readonly (readonly [LeftOut, boolean])[] = [
    ['start-failure', server.failures.length > 0 && startServer(lab).starts],
    ['unreadable-flag', isUnread || server.unsettled.length > 0],
    ['authentication-file', named !== undefined && !lab.authenticationConfiguration],
    ['audit-policy', auditWiring(server).policy !== undefined && policies.length === 0],
    ['probes', shape(server.probes) !== shape(kubeadmProbes(server.minor, 240))],
    ['bootstrap-tokens', !server.bootstrapTokens],
  ];
  return found.filter(([, isSo]) => isSo).map(([name]) => name);
}

function shape(probes: readonly ProbeFact[]): string {
  return JSON.stringify(
    probes.map(({ probe, how, path, credentials, initialDelaySeconds, periodSeconds, failureThreshold }) => [
      ...[probe, how, path, credentials],
      ...[initialDelaySeconds, periodSeconds, failureThreshold],
    ]),
  );
}
