// What each consumer of the API server gets from the server that a paste describes.

import type { Facts } from '../kubernetes/facts.ts';
import type { Outcome } from '../report.ts';

/** Empty if the paste describes no server. `because` is filled in `inspect`, from the findings. */
export function predictOutcomes(_facts: Facts): readonly Outcome[] {
  return [];
}
