// The scenarios of our runs, in order, with their files and with what on this site rests on them.

import { getCollection, type CollectionEntry } from 'astro:content';
import { findingKinds, type Locale } from '../core/index.ts';
import { chaptersIn, type Chapter } from './chapters.ts';
import { evidenceFiles, type EvidenceFile } from './evidence-files.ts';
import { runbooksIn, type RunbookPage } from './runbooks.ts';

export interface Scenario {
  /** `v1.20.2/S2` */
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly entry: CollectionEntry<'evidence'>;
  readonly files: readonly EvidenceFile[];
}

export async function scenariosIn(locale: Locale): Promise<readonly Scenario[]> {
  const entries = await getCollection('evidence', ({ id }) => id.endsWith(`/${locale}`));
  return entries
    .map((entry) => {
      const [version = '', name = ''] = entry.id.split('/');
      const id = `${version}/${name}`;
      const files = evidenceFiles.filter((file) => file.version === version && file.scenario === name);
      return { id, version, name, entry, files };
    })
    .sort((a, b) => (a.version < b.version ? -1 : a.version > b.version ? 1 : a.entry.data.order - b.entry.data.order));
}

/** `v1.20.2/S2` or `v1.20.2`: address of its page below the language's root. */
export const evidencePath = (id: string): string => `evidence/${id}/`;

/** Scenarios that have a page; others are named only. */
const withPage: ReadonlySet<string> = new Set(evidenceFiles.map(({ version, scenario }) => `${version}/${scenario}`));
export const hasEvidencePage = (id: string): boolean => withPage.has(id);

/** Whether a text names the scenario: `v1.20.2/S2` is not `v1.20.2/S2m`. */
const names = (text: string, id: string): boolean => new RegExp(`${id.replaceAll('.', '\\.')}(?![\\w-])`).test(text);

interface Users {
  readonly chapters: readonly Chapter[];
  readonly runbooks: readonly RunbookPage[];
  readonly findings: typeof findingKinds;
}

/** What on this site rests on a scenario: chapters by their front matter, runbooks by their text, findings by their sources. */
export async function usersOf(id: string, locale: Locale): Promise<Users> {
  const [chapters, runbooks] = await Promise.all([chaptersIn(locale), runbooksIn(locale)]);
  return {
    chapters: chapters.filter(({ entry }) => entry.data.evidence.includes(id)),
    runbooks: runbooks.filter(({ entry }) => names(JSON.stringify(entry.data) + (entry.body ?? ''), id)),
    findings: findingKinds.filter(({ see }) => see.some(({ source }) => names(source, id))),
  };
}
