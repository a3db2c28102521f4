// What `kubeadm join` printed: which step it reached, and the line that decided.

import type { PastedObject } from '../formats/format.ts';

export interface JoinOutputFact {
  readonly object: number;
}

export function readJoinOutput(_object: PastedObject, _index: number): JoinOutputFact | undefined {
  return undefined;
}
