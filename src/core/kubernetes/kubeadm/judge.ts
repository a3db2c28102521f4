// What kubeadm says to a configuration file: exit code, warnings, error, word for word and by version and command.
// Upstream: cmd/kubeadm/app/util/config/{common,initconfiguration,joinconfiguration}.go.
// Not judged: what depends on the machine (addresses, container runtime, network) and what is inside component configurations.

import type { Segment } from '../../formats/format.ts';
import type { KubeadmCommand, KubeadmVerdict } from '../../report.ts';
import type { Minor } from '../version.ts';
import { apiVersionStatus, kubeadmGroup } from './api-versions.ts';
import { readKubeadmDocuments, type KubeadmDocument } from './documents.ts';
import { KubeadmRun } from './kubeadm-run.ts';
import type { KubeadmProblem } from './problem.ts';

export type { KubeadmProblem, KubeadmProblemKind } from './problem.ts';

export interface KubeadmJudgement {
  readonly verdict: KubeadmVerdict;
  /** In the order in which they stand in the text. */
  readonly problems: readonly KubeadmProblem[];
}

export interface JudgeOptions {
  readonly minor: Minor;
  /** As shown in the verdict. */
  readonly kubernetesVersion: string;
  readonly command: KubeadmCommand;
}

/** Judges the kubeadm documents of one segment; undefined if it holds none, or none that can be judged. Never throws. */
export function judgeKubeadmFile(segment: Segment, options: JudgeOptions): KubeadmJudgement | undefined {
  const { minor, command, kubernetesVersion } = options;
  const run = new KubeadmRun(minor, command);
  const { documents, problem, isList } = readKubeadmDocuments(segment, minor);
  if (!looksLikeKubeadm(segment, documents) || documents.some((document) => isUnreadable(document, minor)))
    return undefined;
  const refusal = problem ? run.refuse(problem, isList ? 3 : 1) : run.judge(documents);
  const problems = run.problems.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const { warnings } = run;
  const exitCode = refusal?.exitCode ?? 0;
  return {
    verdict: { command, kubernetesVersion, exitCode, warnings, ...(refusal ? { error: refusal.error } : {}) },
    problems,
  };
}

/** v1alpha3 was read by 1.13 and 1.14; its fields are not in our tables. */
function isUnreadable({ group, version }: KubeadmDocument, minor: Minor): boolean {
  return group === kubeadmGroup && version === 'v1alpha3' && apiVersionStatus(version, minor) !== 'old';
}

function looksLikeKubeadm({ text }: Segment, documents: readonly KubeadmDocument[]): boolean {
  if (documents.some(({ group, kind }) => group === kubeadmGroup || kubeadmKinds.includes(kind))) return true;
  const kinds = [...text.matchAll(atLeftEdge)].map(([, kind]) => kind);
  if (kinds.length > 0 && kinds.every((kind) => kind === 'ConfigMap')) return false;
  return (
    namesKubeadm.test(text) ||
    (documents.length === 0 && !/^[ \t]*["']?kind["']?[ \t]*:/m.test(text) && headless.test(text))
  );
}

/** What `kubectl get configmap kubeadm-config` prints is no file for kubeadm. */
const atLeftEdge = /^["']?kind["']?[ \t]*:[ \t]*["']?(\w+)/gm;
const namesKubeadm =
  /^[ \t]*["']?(?:apiVersion["']?[ \t]*:.*kubeadm\.k8s\.io|[Kk]ind["']?[ \t]*:.*(?:Cluster|Init|Join)Configuration\b)/m;
/** A copy that begins below `apiVersion` and `kind`. */
const headless =
  /^["']?(?:apiServer|controllerManager|localAPIEndpoint|nodeRegistration|bootstrapTokens|extraArgs)["']?[ \t]*:/m;
const kubeadmKinds = ['ClusterConfiguration', 'InitConfiguration', 'JoinConfiguration'];
