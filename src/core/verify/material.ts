// Everything in a paste that the verifier can use: cluster-info, kubeconfigs, certificates, and what joining nodes claim.

import { unwrap } from '../formats/unwrap.ts';
import { asList, asRecord, isRecord } from '../source/untyped-value.ts';
import { clusterInfoOf, type ClusterInfo, type ClusterInfoSource } from './cluster-info.ts';
import { readDescription } from './kubectl-describe.ts';
import { claimInConfiguration, claimsInCommands, withoutCommands, type Claim } from './join-claims.ts';
import { isCertificate, readPem } from './pem.ts';

export interface Material {
  /** Equal ones stand once. */
  readonly clusterInfos: readonly ClusterInfo[];
  /** Kubeconfigs that stand for themselves. */
  readonly kubeconfigs: readonly unknown[];
  /** PEM certificates that stand for themselves, as written. */
  readonly certificates: readonly string[];
  readonly claims: readonly Claim[];
  readonly problems: readonly MaterialProblem[];
}

export type MaterialProblem =
  'nothing' | 'unreadable' | 'curly-quotes' | 'no-cluster-info' | 'several' | 'keys-cut-off';

/** Total: what cannot be used is passed over, and said. */
export function readMaterial(text: string): Material {
  const first = readObjects(text);
  const bare = first.configMaps.length > 0 ? text : withoutCommands(text).replace(promptLine, '');
  const { objects, problems, configMaps } = bare === text ? first : readObjects(bare);
  const described = configMaps.length === 0 ? readDescription(text) : undefined;
  const clusterInfos = withoutRepeats(described ? [described] : configMaps);
  const outer = objects.filter(({ kind }) => kind === 'ConfigMap').map(({ span }) => span);
  const kubeconfigs = objects
    .filter(
      ({ kind, span }) => kind === 'Config' && !outer.some(({ start, end }) => start <= span.start && span.end <= end),
    )
    .map(({ value }) => value);
  const certificates = readPem(text.replace(/^[ \t]+/gm, ''))
    .filter(isCertificate)
    .map((block) => block.text);
  const claims = [
    ...claimsInCommands(text),
    ...objects.flatMap(({ kind, value }) => (kind === 'JoinConfiguration' ? (claimInConfiguration(value) ?? []) : [])),
  ];
  const found = clusterInfos.length + kubeconfigs.length + certificates.length;
  return {
    clusterInfos,
    kubeconfigs,
    certificates,
    claims,
    problems: said({ text, clusterInfos, found, unreadable: problems.length > 0 }),
  };
}

/** A command that was copied with its output; it would make the output unreadable. */
const promptLine = /^(?:[\w.-]+@[\w.-]+\S*|\S*~)?\s?[$#%>]\s.*$/gm;

function readObjects(text: string) {
  const { objects, problems } = unwrap(text);
  return { objects, problems, configMaps: objects.flatMap(({ value }) => clusterInfosIn(value)) };
}

/** A ConfigMap, one inside a list, or the object of an audit event. */
function clusterInfosIn(value: unknown, from: ClusterInfoSource = 'ConfigMap'): readonly ClusterInfo[] {
  const object = asRecord(value);
  const { kind } = object;
  if (kind === 'Event' || 'auditID' in object)
    return clusterInfosIn(object['responseObject'] ?? object['requestObject'], 'audit event');
  if (typeof kind === 'string' && kind.endsWith('List') && kind !== 'EventList')
    return asList(object['items']).flatMap((item) => clusterInfosIn({ kind: 'ConfigMap', ...asRecord(item) }, from));
  if (kind !== 'ConfigMap' || !isRecord(object['data'])) return [];
  const info = clusterInfoOf(object['data'], from);
  const isNamed = asRecord(object['metadata'])['name'] === 'cluster-info';
  return isNamed || info.signatures.size > 0 ? [info] : [];
}

/** Two reads of one join carry the same ConfigMap. */
function withoutRepeats(all: readonly ClusterInfo[]): readonly ClusterInfo[] {
  const keyOf = ({ kubeconfig, signatures }: ClusterInfo): string =>
    JSON.stringify([kubeconfig, [...signatures].sort()]);
  return [...new Map(all.toReversed().map((info) => [keyOf(info), info])).values()].toReversed();
}

interface Seen {
  readonly text: string;
  readonly clusterInfos: readonly ClusterInfo[];
  readonly found: number;
  readonly unreadable: boolean;
}

function said({ text, clusterInfos, found, unreadable }: Seen): readonly MaterialProblem[] {
  if (text.trim() === '') return ['nothing'];
  if (clusterInfos.length > 1) return ['several'];
  if (clusterInfos.length === 1) return [];
  if (!/jws-kubeconfig|cluster-info|kubeconfig|CERTIFICATE/.test(text)) return ['no-cluster-info'];
  if (/[\u201c\u201d\u2018\u2019]/.test(text)) return ['curly-quotes'];
  if (/^\s*"?jws-kubeconfig-\w+"?:/m.test(text) && !/kind"?:/.test(text)) return ['keys-cut-off'];
  return unreadable && found === 0 ? ['unreadable'] : ['no-cluster-info'];
}
