// A story tells one object of the paste in a few labelled rows: data here, words in the file of its kind.

import type { Place } from '../kubernetes/facts.ts';
import type { Range } from '../source/range.ts';
import type { Localised } from '../locale.ts';
import type { Args } from '../report.ts';

export type StoryKind = 'audit-event' | 'join-output';

/** One step of what is told, in order of time: without prose, and without a range where nothing was printed. */
export interface StoryStep {
  readonly step: string;
  readonly state: 'passed' | 'implied' | 'failed' | 'open';
  /** How often it was tried again. */
  readonly retries: number;
  readonly range?: Range;
  /** The line that shows it. */
  readonly text?: string;
}

/** As it stands in a report: no prose. */
export interface Story {
  readonly kind: StoryKind;
  readonly range: Range;
  readonly args: Args;
  readonly steps?: readonly StoryStep[];
}

/** As the teller gives it, before places become ranges. */
export interface PlacedStory {
  readonly kind: StoryKind;
  readonly at: Place;
  readonly args: Args;
  readonly steps?: readonly PlacedStep[];
}

export type PlacedStep = Omit<StoryStep, 'range'> & { readonly at?: Place };

export interface StoryRow {
  /** `who`, `what`, `from` …: what the row answers. */
  readonly label: string;
  readonly text: string;
}

/** A step in words. */
export interface ToldStep extends StoryStep {
  readonly label: string;
  readonly said: string;
}

export interface StoryWords {
  readonly title: (args: Args) => string;
  readonly rows: (args: Args) => readonly StoryRow[];
  readonly stepLabel?: (step: StoryStep) => string;
  /** What the state means, in a few words. */
  readonly stepState?: (step: StoryStep) => string;
}

export type StoryTeller = Localised<StoryWords>;
