// Words for a finding or a story, in one language.

import { explainKind, type Explanation } from './explain-kind.ts';
import { findingKinds } from './findings/index.ts';
import type { FindingKind } from './findings/finding.ts';
import type { Locale } from './locale.ts';
import type { Finding } from './report.ts';
import { tellers } from './stories/index.ts';
import type { Story, StoryRow, ToldStep } from './stories/story.ts';

const kindsByCode = new Map<string, FindingKind>(findingKinds.map((kind) => [kind.code, kind]));

/** Throws for a code that no finding has: reports carry only known codes. */
export function explain(finding: Pick<Finding, 'code' | 'args'>, locale: Locale): Explanation {
  const kind = kindsByCode.get(finding.code);
  if (!kind) throw new RangeError(`no finding has the code ${finding.code}`);
  return explainKind(kind, finding.args, locale);
}

export interface ToldStory {
  readonly title: string;
  readonly rows: readonly StoryRow[];
  /** In order of time; empty where a story has none. */
  readonly steps: readonly ToldStep[];
}

export function tell({ kind, args, steps = [] }: Story, locale: Locale): ToldStory {
  const { title, rows, stepLabel, stepState } = tellers[kind][locale];
  return {
    title: title(args),
    rows: rows(args),
    steps: steps.map((step) => ({ ...step, label: stepLabel?.(step) ?? step.step, said: stepState?.(step) ?? '' })),
  };
}
