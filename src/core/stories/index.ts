// The tellers, one per kind of story.

import type { Facts } from '../kubernetes/facts.ts';
import type { AuditEventArgs } from './audit-event.ts';
import { auditEventStories } from './audit-event.ts';
import * as auditEventEn from './audit-event-en.ts';
import * as auditEventJa from './audit-event-ja.ts';
import type { PlacedStory, StoryKind, StoryTeller, StoryWords } from './story.ts';

/** Keeps the argument type of one kind inside its files and gives the list one common type. */
function words<A>(kind: { title: (args: A) => string; rows: (args: A) => ReturnType<StoryWords['rows']> }): StoryWords {
  return kind as unknown as StoryWords;
}

export const tellers: Readonly<Partial<Record<StoryKind, StoryTeller>>> = {
  'audit-event': { en: words<AuditEventArgs>(auditEventEn), ja: words<AuditEventArgs>(auditEventJa) },
};

/** Collects the stories of a paste, in order of their place. */
export function collectStories(facts: Facts): readonly PlacedStory[] {
  return auditEventStories(facts.events);
}
