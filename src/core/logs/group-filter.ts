// Which groups of a summary are looked at: what is ticked in one facet is an "or", the facets together are an "and".

import { readUserAgent } from '../kubernetes/user-agent.ts';
import { pathGroupOf } from './path-groups.ts';
import type { Count, EventGroup } from './summary.ts';

/** `path` is a kind of path, `client` the program that a user agent names. */
export const facets = ['identity', 'path', 'verb', 'code', 'client', 'source', 'user'] as const;
export type Facet = (typeof facets)[number];

/** Questions that are asked most: `breaks` are the requests that got an answer and would get 401 with anonymous requests off. */
export const shortcuts = ['anonymous', 'refused', 'breaks'] as const;
export type Shortcut = (typeof shortcuts)[number];

export interface GroupFilter {
  /** Values that are let through, by facet; a facet that is absent or empty lets everything through. */
  readonly ticked: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** All of them must hold. */
  readonly shortcuts: readonly Shortcut[];
}

export const noFilter: GroupFilter = { ticked: {}, shortcuts: [] };

const valueOf: Readonly<Record<Facet, (group: EventGroup) => string>> = {
  identity: ({ identity }) => identity,
  path: ({ path }) => pathGroupOf(path),
  verb: ({ verb }) => verb,
  code: ({ code }) => (code === 0 ? '' : String(code)),
  client: ({ agent }) => readUserAgent(agent).program,
  source: ({ source }) => source,
  user: ({ user }) => user,
};

export function facetValue(group: EventGroup, facet: Facet): string {
  return valueOf[facet](group);
}

const holds: Readonly<Record<Shortcut, (group: EventGroup) => boolean>> = {
  anonymous: ({ identity }) => identity === 'anonymous',
  refused: ({ code }) => code === 401 || code === 403,
  breaks: ({ anonymousOff, code }) => anonymousOff === 'refused' && (code === 0 || (code >= 200 && code < 400)),
};

function passes(group: EventGroup, filter: GroupFilter, except?: Facet): boolean {
  if (!filter.shortcuts.every((one) => holds[one](group))) return false;
  return facets.every((facet) => {
    const values = filter.ticked[facet] ?? [];
    return facet === except || values.length === 0 || values.includes(facetValue(group, facet));
  });
}

/** Groups that stand for requests; all of them if a log has none that do (some stores drop the stage). */
export function requestGroups(groups: readonly EventGroup[]): readonly EventGroup[] {
  const requests = groups.filter(({ countsAsRequest }) => countsAsRequest);
  return requests.length > 0 ? requests : groups;
}

export function filterGroups(groups: readonly EventGroup[], filter: GroupFilter): readonly EventGroup[] {
  return groups.filter((group) => passes(group, filter));
}

export function countRequests(groups: readonly EventGroup[]): number {
  return groups.reduce((sum, { events }) => sum + events, 0);
}

/**
 * How many requests each value of a facet has under the filters of all the others, the most frequent first. Values that are
 * ticked stay, with 0 if nothing is left of them.
 */
export function countFacet(groups: readonly EventGroup[], filter: GroupFilter, facet: Facet): readonly Count[] {
  const counts = new Map<string, number>((filter.ticked[facet] ?? []).map((value) => [value, 0]));
  for (const group of groups) {
    if (!passes(group, filter, facet)) continue;
    const value = facetValue(group, facet);
    counts.set(value, (counts.get(value) ?? 0) + group.events);
  }
  return [...counts]
    .map(([value, events]) => ({ value, events }))
    .sort((a, b) => b.events - a.events || (a.value < b.value ? -1 : 1));
}

/** The same filter with a value ticked, or no longer. */
export function toggleValue(filter: GroupFilter, facet: Facet, value: string): GroupFilter {
  return { ...filter, ticked: { ...filter.ticked, [facet]: toggled(filter.ticked[facet] ?? [], value) } };
}

export function toggleShortcut(filter: GroupFilter, shortcut: Shortcut): GroupFilter {
  return { ...filter, shortcuts: toggled(filter.shortcuts, shortcut) };
}

function toggled<T>(values: readonly T[], value: T): readonly T[] {
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
}
