// What a recogniser of sequences is: it says which requests of one source belong together, and when they are enough to be told.

import type { Identity } from '../../kubernetes/audit-event.ts';
import type { UserAgentClaim } from '../../kubernetes/user-agent.ts';
import type { Localised } from '../../locale.ts';
import type { SequenceName } from '../summary.ts';

export interface Traits {
  readonly identity: Identity;
  readonly verb: string;
  /** Normalised. */
  readonly path: string;
  /** 0 where there is none. */
  readonly code: number;
  readonly client: UserAgentClaim;
}

export interface Run {
  readonly requests: number;
  /** Different groups among them. */
  readonly kinds: number;
  /** Whether a request of each step was seen. */
  readonly steps: readonly boolean[];
}

export interface Recogniser {
  readonly name: SequenceName;
  readonly title: Localised;
  /** What it means, in one or two sentences. */
  readonly meaning: Localised;
  /** In the order in which they are expected; shown as they are. */
  readonly steps: readonly string[];
  /** Index of the step that such requests are, or -1. */
  stepOf(traits: Traits): number;
  /** A pause that ends a run, in seconds. */
  readonly pause: number;
  isEnough(run: Run): boolean;
}
