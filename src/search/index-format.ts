// What the search knows, as the build writes it and a reader's browser loads it: lists instead of names, since all of it travels.

/** What a page is; the order is the order of the list of all pages. */
export const searchKinds = ['tool', 'chapter', 'runbook', 'finding', 'evidence'] as const;
export type SearchKind = (typeof searchKinds)[number];

export interface SearchSection {
  /** Empty for what stands above the first heading. */
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
}

export interface SearchPage {
  readonly kind: SearchKind;
  /** Below the site's root: `ja/findings/KA201/`. */
  readonly path: string;
  readonly title: string;
  readonly sections: readonly SearchSection[];
}

type PackedSection = readonly [anchor: string, heading: string, text: string];
export type PackedPage = readonly [kind: number, path: string, title: string, sections: readonly PackedSection[]];

export function pack({ kind, path, title, sections }: SearchPage): PackedPage {
  return [searchKinds.indexOf(kind), path, title, sections.map(({ anchor, heading, text }) => [anchor, heading, text])];
}

export function unpack([kind, path, title, sections]: PackedPage): SearchPage {
  return {
    kind: searchKinds[kind] ?? 'tool',
    path,
    title,
    sections: sections.map(([anchor, heading, text]) => ({ anchor, heading, text })),
  };
}
