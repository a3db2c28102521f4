// The server that the lab's choices describe.

import { labClients, removableBindings, type LabBinding, type LabClient, type LabServer } from '../core/index.ts';
import { readState, writeState, type LabChoices } from './lab-address.ts';

const gate = 'AnonymousAuthConfigurableEndpoints';

/** What `also=issuer-discovery-for-everyone` adds: external readers of the issuer's keys carry no credentials. */
const issuerForEveryone: Exclude<LabBinding, string> = {
  name: 'issuer-discovery-for-everyone',
  subject: { kind: 'Group', name: 'system:unauthenticated' },
  nonResourceURLs: ['/.well-known/openid-configuration', '/openid/v1/jwks'],
};

const listOf = (value: string): readonly string[] => value.split('\n').filter((item) => item !== '');

export function serverOf(choices: LabChoices): LabServer {
  const without = listOf(choices.without);
  const kept: readonly LabBinding[] = removableBindings.filter((name) => !without.includes(name));
  return {
    kubernetesVersion: choices.kubernetes,
    ...(choices['anonymous-auth'] !== 'unset' && { anonymousAuth: choices['anonymous-auth'] === 'true' }),
    ...(choices.file !== 'none' && { authenticationConfiguration: fileOf(choices) }),
    featureGates: choices.gate === 'default' ? {} : { [gate]: choices.gate === 'true' },
    authorizationModes: choices['authorization-mode'].split(','),
    bindings: choices.also === '' ? kept : [...kept, issuerForEveryone],
    clusterInfo: choices['cluster-info'] as LabServer['clusterInfo'],
    auditPolicy: choices.audit as 'metadata-for-all' | 'article' | 'none',
    ...(choices.waiter !== 'default' && { waitForAllComponents: choices.waiter === 'true' }),
  };
}

function fileOf(choices: LabChoices): NonNullable<LabServer['authenticationConfiguration']> {
  const version = choices['file-version'] as 'v1alpha1' | 'v1beta1' | 'v1';
  return {
    apiVersion: `apiserver.config.k8s.io/${version}`,
    anonymous: {
      enabled: choices.file !== 'disabled',
      ...(choices.file === 'paths' && { paths: listOf(choices.paths) }),
    },
  };
}

/** The client of the choices; the first one if there is none of that name. */
export function clientOf({ client }: LabChoices): LabClient {
  const found = labClients.find(({ id }) => id === client) ?? labClients[0];
  if (!found) throw new Error('the lab has no clients');
  return found;
}

/** The choices that describe this server, the other way round; undefined if the form has no words for it. */
export function choicesOf(server: LabServer, client: string): LabChoices | undefined {
  const { anonymousAuth, bindings, auditPolicy, featureGates } = server;
  const added = bindings.filter((one) => typeof one !== 'string');
  const choices: LabChoices = {
    kubernetes: server.kubernetesVersion,
    client,
    'anonymous-auth': anonymousAuth === undefined ? 'unset' : String(anonymousAuth),
    ...fileChoices(server),
    gate: String(featureGates[gate] ?? 'default'),
    'authorization-mode': server.authorizationModes.join(','),
    without: removableBindings.filter((name) => !bindings.includes(name)).join('\n'),
    also: added.length > 0 ? issuerForEveryone.name : '',
    'cluster-info': server.clusterInfo,
    audit: typeof auditPolicy === 'string' ? auditPolicy : '',
    waiter: String(server.waitForAllComponents ?? 'default'),
  };
  const isSame = JSON.stringify(sorted(serverOf(choices))) === JSON.stringify(sorted(server));
  return isSame && isWritable(choices) ? choices : undefined;
}

function fileChoices({
  authenticationConfiguration: file,
}: LabServer): Pick<LabChoices, 'file' | 'file-version' | 'paths'> {
  if (!file?.anonymous) return { file: 'none', 'file-version': 'v1beta1', paths: '' };
  const { enabled, paths } = file.anonymous;
  return {
    file: !enabled ? 'disabled' : paths ? 'paths' : 'enabled',
    'file-version': file.apiVersion.replace('apiserver.config.k8s.io/', ''),
    paths: (paths ?? []).join('\n'),
  };
}

function sorted(server: LabServer): readonly unknown[] {
  return Object.entries(server).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isWritable(choices: LabChoices): boolean {
  return readState(writeState({ choices })).problems.length === 0;
}
