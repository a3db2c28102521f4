// The tellers, one per kind of story.

import type { Facts } from '../kubernetes/facts.ts';
import type { PlacedStory, StoryKind, StoryTeller } from './story.ts';

export const tellers: Readonly<Partial<Record<StoryKind, StoryTeller>>> = {};

/** Collects the stories of a paste, in order of their place. */
export function collectStories(_facts: Facts): readonly PlacedStory[] {
  return [];
}
