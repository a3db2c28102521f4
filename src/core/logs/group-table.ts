// Events that look alike, with a bounded number of groups: a scanner can invent paths without end.

import { anonymousOffEffect } from '../kubernetes/anonymous-off.ts';
import { readUserAgent } from '../kubernetes/user-agent.ts';
import { formatTime } from './clock.ts';
import { recognisers } from './sequences/index.ts';
import type { EventGroup, LinePlace } from './summary.ts';

const mostGroups = 10_000;

/** What the events of a group have in common. */
export type GroupTraits = Omit<EventGroup, 'events' | 'first' | 'last' | 'anonymousOff' | 'place'> & {
  readonly otherServer: boolean;
};

export interface NewGroup {
  readonly traits: GroupTraits;
  readonly place: LinePlace;
}

/** A group while it grows. */
export interface LiveGroup {
  readonly number: number;
  readonly source: string;
  readonly about: Omit<EventGroup, 'events' | 'first' | 'last' | 'place'>;
  readonly place: LinePlace;
  /** The step that it is to each recogniser, by index; -1 for none. Empty if it is none to all. */
  readonly steps: readonly number[];
  events: number;
  first: number;
  last: number;
}

export class GroupTable {
  readonly #groups = new Map<string, LiveGroup>();
  #ungrouped = 0;

  get ungrouped(): number {
    return this.#ungrouped;
  }

  /** Adds an event to the group of a key; undefined if there is no room for it. An empty key has none. */
  add(key: string, time: number, describe: () => NewGroup): LiveGroup | undefined {
    const known = this.#groups.get(key);
    if (!known && (key === '' || this.#groups.size >= mostGroups)) {
      this.#ungrouped++;
      return undefined;
    }
    const group = known ?? this.#begin(key, describe());
    group.events++;
    if (!(group.first <= time)) group.first = Number.isNaN(group.first) ? time : Math.min(group.first, time);
    if (!(group.last >= time)) group.last = Number.isNaN(group.last) ? time : Math.max(group.last, time);
    return group;
  }

  /** The largest first, no more than `most`. */
  list(most: number): readonly EventGroup[] {
    const groups = [...this.#groups.values()].sort((a, b) => b.events - a.events || a.number - b.number);
    return groups.slice(0, most).map(finish);
  }

  #begin(key: string, { traits, place }: NewGroup): LiveGroup {
    const { otherServer, ...rest } = traits;
    const client = readUserAgent(traits.agent);
    const steps = recognisers.map((one) => one.stepOf({ ...traits, client }));
    const group: LiveGroup = {
      number: this.#groups.size,
      source: traits.source,
      about: { ...rest, anonymousOff: anonymousOffEffect({ ...traits, otherServer }) },
      place,
      steps: steps.every((step) => step < 0) ? [] : steps,
      events: 0,
      first: Number.NaN,
      last: Number.NaN,
    };
    this.#groups.set(key, group);
    return group;
  }
}

function finish({ about, place, events, first, last }: LiveGroup): EventGroup {
  return { ...about, events, first: formatTime(first), last: formatTime(last), place };
}
