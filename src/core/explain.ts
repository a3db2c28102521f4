// Words for a finding or a story, in one language.

import { findingKinds } from './findings/index.ts';
import type { FindingKind, Fix } from './findings/finding.ts';
import type { Locale } from './locale.ts';
import type { Args, Finding } from './report.ts';
import { tellers } from './stories/index.ts';
import type { Story, StoryRow, ToldStep } from './stories/story.ts';

export interface Explanation {
  readonly code: string;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly fix: readonly Fix[];
  /** What the finding's edits do, if it has any. */
  readonly repair?: string;
  /** The finding's page, from the site's root: `findings/KA201/`, `ja/findings/KA201/`. */
  readonly page: string;
}

const kindsByCode = new Map<string, FindingKind>(findingKinds.map((kind) => [kind.code, kind]));

/** Throws for a code that no finding has: reports carry only known codes. */
export function explain(finding: Pick<Finding, 'code' | 'args'>, locale: Locale): Explanation {
  const kind = kindsByCode.get(finding.code);
  if (!kind) throw new RangeError(`no finding has the code ${finding.code}`);
  return explainKind(kind, finding.args, locale);
}

/** The same for a caller that knows the finding's kind. */
export function explainKind(kind: FindingKind, args: Args, locale: Locale): Explanation {
  const { title, message, why, fix, fixFor, repair } = kind.text[locale];
  const page = findingPage(kind.code, locale);
  const said = message(args);
  const fixes = (fixFor?.(args) ?? fix).map((one) => withAddress(one, args['address']));
  return { code: kind.code, title, message: said, why, fix: fixes, ...(repair ? { repair } : {}), page };
}

function withAddress(fix: Fix, address: unknown): Fix {
  if (typeof address !== 'string' || address === '' || fix.code === undefined) return fix;
  return { ...fix, code: fix.code.replaceAll('HOST:6443', address) };
}

/** Path of a finding's page below the site's root, with a slash at its end. */
export function findingPage(code: string, locale: Locale): string {
  return `${locale === 'en' ? '' : `${locale}/`}findings/${code}/`;
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
