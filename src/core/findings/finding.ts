// What a finding is: code, check, both languages, examples and references in one file.

import type { Facts, Place } from '../kubernetes/facts.ts';
import type { Confidence, Ranged } from '../kubernetes/version.ts';
import type { Localised } from '../locale.ts';
import type { Args, Severity } from '../report.ts';

/** One thing that helps, and what it costs. Inline code stands between backticks. */
export interface Fix {
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
  readonly fix: readonly Fix[];
}

/** A statement's source: a fact id of the project's tables, or an upstream file or thread. */
export interface Reference extends Ranged {
  readonly says: string;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface Example {
  readonly name: string;
  /** The text; in a firing example the expected places stand between « and ». */
  readonly text: string;
  readonly kubernetesVersion?: string;
}

export interface Hit<A extends Args> {
  readonly at: Place;
  readonly args: A;
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
