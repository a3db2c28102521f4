// A story tells one object of the paste in a few labelled rows: data here, words in the file of its kind.

import type { Place } from '../kubernetes/facts.ts';
import type { Range } from '../source/range.ts';
import type { Localised } from '../locale.ts';
import type { Args } from '../report.ts';

export type StoryKind = 'audit-event' | 'join-output';

/** As it stands in a report: no prose. */
export interface Story {
  readonly kind: StoryKind;
  readonly range: Range;
  readonly args: Args;
}

/** As the teller gives it, before places become ranges. */
export interface PlacedStory {
  readonly kind: StoryKind;
  readonly at: Place;
  readonly args: Args;
}

export interface StoryRow {
  /** `who`, `what`, `from` …: what the row answers. */
  readonly label: string;
  readonly text: string;
}

export interface StoryWords {
  readonly title: (args: Args) => string;
  readonly rows: (args: Args) => readonly StoryRow[];
}

export type StoryTeller = Localised<StoryWords>;
