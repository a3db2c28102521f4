// The reading problems of one kind as hits of a finding.

import type { ProblemName } from '../formats/format.ts';
import type { Facts } from '../kubernetes/facts.ts';
import type { Args } from '../report.ts';
import type { Hit } from './finding.ts';

export function* readingHits(facts: Facts, problem: ProblemName): Iterable<Hit<Args>> {
  for (const found of facts.reading) {
    if (found.problem === problem) yield { at: { span: found.span }, args: found.args };
  }
}
