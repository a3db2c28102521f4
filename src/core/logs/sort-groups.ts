// Groups in the order that a reader asks for.

import type { EventGroup } from './summary.ts';

export const sortKeys = ['events', 'identity', 'code', 'path', 'source', 'agent', 'first', 'last'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface SortOrder {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** Equals keep their order; texts are compared as they are written, without the rules of a language. */
export function sortGroups(groups: readonly EventGroup[], { key, descending }: SortOrder): readonly EventGroup[] {
  const direction = descending ? -1 : 1;
  return [...groups].sort((a, b) => {
    const [left, right] = [a[key], b[key]];
    return left === right ? 0 : left < right ? -direction : direction;
  });
}
