// Everything known about one paste, in Kubernetes' own words, each with the place it came from.

import type { Part } from '../source/located.ts';
import type { Path } from '../source/path.ts';
import type { Span } from '../source/range.ts';
import type { ReadingProblem } from '../formats/format.ts';
import type { KubeadmCommand, ReportVersion } from '../report.ts';
import type { AnonymousBindingFact } from './anonymous-binding.ts';
import type { ApiAnswerFact } from './api-answer.ts';
import type { EventFact } from './audit-event.ts';
import type { HealthCheckFact } from './health-check.ts';
import type { PolicyFact } from './audit-policy.ts';
import type { JoinOutputFact } from './join-output.ts';
import type { KubeadmJudgement } from './kubeadm/judge.ts';
import type { LookAlikeFact } from './look-alikes.ts';
import type { ScannerDemandFact } from './scanner-demand.ts';
import type { ServerOutputFact } from './server-output.ts';
import type { ServerFact } from './api-server.ts';

/** A place in the paste: a path inside the n-th object, or a stretch of text. */
export type Place = { readonly object: number; readonly path: Path; readonly part?: Part } | { readonly span: Span };

export interface Facts {
  readonly version: ReportVersion;
  readonly command: KubeadmCommand;
  readonly text: string;
  /** What could not be read. */
  readonly reading: readonly ReadingProblem[];
  readonly kubeadm?: KubeadmJudgement;
  /** The API server that the paste describes: a ClusterConfiguration or a static Pod manifest. */
  readonly server?: ServerFact;
  /** Beside a manifest: the server that the kubeadm file in the same paste describes. */
  readonly kubeadmServer?: ServerFact;
  /** AuthenticationConfigurations that no flag of the server names. */
  readonly unreadAuthentication: readonly Place[];
  /** Lines that kube-apiserver printed. */
  readonly serverOutputs: readonly ServerOutputFact[];
  /** Health checks that were answered 401. */
  readonly healthChecks: readonly HealthCheckFact[];
  /** Scanners that want anonymous requests off. */
  readonly scannerDemands: readonly ScannerDemandFact[];
  /** What the API server answered instead of an object. */
  readonly apiAnswers: readonly ApiAnswerFact[];
  /** Bindings for requests without credentials. */
  readonly anonymousBindings: readonly AnonymousBindingFact[];
  /** Files of other tools. */
  readonly lookAlikes: readonly LookAlikeFact[];
  readonly policies: readonly PolicyFact[];
  readonly events: readonly EventFact[];
  readonly joins: readonly JoinOutputFact[];
}
