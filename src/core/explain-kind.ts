// Words for a finding whose kind is known. Apart from `explain`, so that a script with few findings does not hold them all.

import type { FindingKind, Fix } from './findings/finding.ts';
import type { Locale } from './locale.ts';
import type { Args } from './report.ts';

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
