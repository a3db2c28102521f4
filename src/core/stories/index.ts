// The tellers, one per kind of story.

import type { Facts } from '../kubernetes/facts.ts';
import type { AuditEventArgs } from './audit-event.ts';
import { auditEventStories } from './audit-event.ts';
import * as auditEventEn from './audit-event-en.ts';
import * as auditEventJa from './audit-event-ja.ts';
import type { JoinOutputArgs } from './join-output.ts';
import { joinOutputStories } from './join-output.ts';
import * as joinOutputEn from './join-output-en.ts';
import * as joinOutputJa from './join-output-ja.ts';
import type { PlacedStory, StoryKind, StoryTeller, StoryWords } from './story.ts';

/** Keeps the argument type of one kind inside its files and gives the list one common type. */
function words<A>(
  kind: { title: (args: A) => string; rows: (args: A) => ReturnType<StoryWords['rows']> } & Pick<
    StoryWords,
    'stepLabel' | 'stepState'
  >,
): StoryWords {
  return kind as unknown as StoryWords;
}

export const tellers: Readonly<Record<StoryKind, StoryTeller>> = {
  'audit-event': { en: words<AuditEventArgs>(auditEventEn), ja: words<AuditEventArgs>(auditEventJa) },
  'join-output': { en: words<JoinOutputArgs>(joinOutputEn), ja: words<JoinOutputArgs>(joinOutputJa) },
};

/** Collects the stories of a paste, in order of their place. */
export function collectStories(facts: Facts): readonly PlacedStory[] {
  const stories = [...joinOutputStories(facts.joins), ...auditEventStories(facts.events)];
  return stories.sort((a, b) => objectOf(a) - objectOf(b));
}

function objectOf({ at }: PlacedStory): number {
  return 'object' in at ? at.object : -1;
}
