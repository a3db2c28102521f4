// What a finding is: code, check, both languages, examples and references in one file.

import type { Facts, Place } from '../kubernetes/facts.ts';
import type { Confidence, Ranged } from '../kubernetes/version.ts';
import type { Localised } from '../locale.ts';
import type { Args, Severity } from '../report.ts';
import type { Change } from './repair.ts';

/** One thing that helps, what it costs, and in which versions it exists. Inline code stands between backticks. */
export interface Fix extends Ranged {
  readonly do: string;
  readonly cost: string;
  /** The text to write or type, if there is one. */
  readonly code?: string;
}

export interface FindingText<A> {
  /** A statement about the cluster, not about the reader. Heading of the finding's page. */
  readonly title: string;
  /** What is so here and what follows; one to three sentences. */
  readonly message: (args: A) => string;
  /** Why it is so: the mechanism. Paragraphs are separated by an empty line. */
  readonly why: string;
  /** `HOST:6443` stands for the address of the paste where one is known (`args.address`). */
  readonly fix: readonly Fix[];
  /** What helps in this very case, instead of `fix`, which stands on the page. */
  readonly fixFor?: (args: A) => readonly Fix[];
  /** What the offered edit does, and what it costs; present if a hit may carry a repair. */
  readonly repair?: string;
}

/** Where a statement comes from, and for which versions it holds. */
export interface Reference extends Ranged {
  /** A run of ours (`v1.20.2/K2-init-false`), an upstream file with its version, or a URL. No prose: it is shown in both languages. */
  readonly source: string;
  readonly confidence: Confidence;
}

export interface Example {
  readonly name: string;
  /** The text; in a firing example the expected places stand between « and ». */
  readonly text: string;
  /** The text this many times over: for sizes that nobody wants to read. Such an example carries no marks. */
  readonly repeat?: number;
  readonly kubernetesVersion?: string;
}

export interface Hit<A extends Args> {
  readonly at: Place;
  readonly args: A;
  /** The changes that make this hit go away, where one way is right; empty or absent elsewhere. */
  readonly repair?: readonly Change[];
}

export interface FindingDefinition<A extends Args> {
  readonly code: `KA${string}`;
  /** The words of its file name, kept for links. */
  readonly slug: string;
  readonly severity: Severity;
  readonly check: (facts: Facts) => Iterable<Hit<A>>;
  readonly text: Localised<FindingText<A>>;
  readonly fires: readonly [Example, ...Example[]];
  readonly silent: readonly [Example, ...Example[]];
  readonly see: readonly [Reference, ...Reference[]];
}

export type FindingKind = FindingDefinition<Args>;

/** Keeps the argument type of one finding inside its file and gives the list one common type. */
export function defineFinding<A extends Args>(definition: FindingDefinition<A>): FindingKind {
  return definition as unknown as FindingKind;
}
