// Turns the objects of a paste into facts.

import type { PastedObject, ReadingProblem, Segment } from '../formats/format.ts';
import type { InspectOptions, KubeadmCommand } from '../report.ts';
import { readAnonymousBindings } from './anonymous-binding.ts';
import { readApiAnswer } from './api-answer.ts';
import { readEvent } from './audit-event.ts';
import { readPolicy } from './audit-policy.ts';
import { readServers } from './api-server/read-server.ts';
import type { Facts } from './facts.ts';
import { findLookAlikes } from './look-alikes.ts';
import { readHealthCheck } from './health-check.ts';
import { readJoinOutput } from './join-output.ts';
import { judgeKubeadmFile } from './kubeadm/judge.ts';
import { newestMinor, parseVersion } from './version.ts';
import { readScannerDemand } from './scanner-demand.ts';
import { readServerOutput } from './server-output.ts';
import { versionInPaste } from './version-in-paste.ts';

export interface Material {
  readonly text: string;
  readonly objects: readonly PastedObject[];
  readonly problems: readonly ReadingProblem[];
  readonly manifests: readonly Segment[];
  readonly options: InspectOptions;
}

export function collectFacts(material: Material): Facts {
  const { text, objects, problems, manifests, options } = material;
  const given = parseVersion(options.kubernetesVersion ?? '');
  const pasted = versionInPaste(objects);
  const version = given
    ? { text: given.text, minor: given.minor, from: 'option' as const }
    : pasted
      ? { text: pasted.text, minor: pasted.minor, from: 'paste' as const }
      : { text: `1.${newestMinor}`, minor: newestMinor, from: 'newest' as const };
  const command = options.command ?? commandFor(objects);
  const kubeadm = manifests
    .map((segment) => judgeKubeadmFile(segment, { minor: version.minor, kubernetesVersion: version.text, command }))
    .find((judgement) => judgement !== undefined);
  const present = <T>(value: T | undefined): value is T => value !== undefined;
  const policies = objects.map((object, index) => readPolicy(object, index, version.minor)).filter(present);
  return {
    version,
    command,
    text,
    reading: problems,
    ...(kubeadm ? { kubeadm } : {}),
    ...readServers(objects, policies, version),
    serverOutputs: objects.map(readServerOutput).filter(present),
    healthChecks: objects.map(readHealthCheck).filter(present),
    scannerDemands: objects.map(readScannerDemand).filter(present),
    apiAnswers: objects.map(readApiAnswer).filter(present),
    anonymousBindings: objects.flatMap(readAnonymousBindings),
    lookAlikes: findLookAlikes(objects),
    policies,
    events: objects.map((object, index) => readEvent(object, index, text)).filter(present),
    joins: objects.map((object, index) => readJoinOutput(object, index, version.minor)).filter(present),
  };
}

/** A file that only a joining node reads is given to `kubeadm join`; everything else to `kubeadm init`. */
function commandFor(objects: readonly PastedObject[]): KubeadmCommand {
  const has = (...kinds: readonly string[]): boolean => objects.some(({ kind }) => kinds.includes(kind));
  return has('JoinConfiguration') && !has('InitConfiguration', 'ClusterConfiguration') ? 'join' : 'init';
}
