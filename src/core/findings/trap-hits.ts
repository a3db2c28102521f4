// The traps of join commands as hits: one per trap, at its place, with its edit where one is right.

import type { Facts } from '../kubernetes/facts.ts';
import type { TrapName } from '../kubernetes/join-traps.ts';
import type { Hit } from './finding.ts';

export type TrapArgs = {
  readonly trap: TrapName;
  /** A flag or an address; never a token. */
  readonly about: string;
  readonly better: string;
  readonly version: string;
};

export function* trapHits({ joins, version }: Facts, traps: readonly TrapName[]): Generator<Hit<TrapArgs>> {
  for (const { trap, span, about, better = '', edits } of joins.flatMap((join) => join.traps)) {
    if (!traps.includes(trap)) continue;
    const args = { trap, about: about.replaceAll('`', "'").slice(0, 100), better, version: version.text };
    yield {
      at: { span },
      args,
      ...(edits ? { repair: edits.map((edit) => ({ change: 'write' as const, ...edit })) } : {}),
    };
  }
}
