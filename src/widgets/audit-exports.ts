// What is filtered as a file: CSV, JSON, Markdown. Made when a button is pressed, in short slices, with tokens and keys masked.

import type { EventGroup, Locale } from '../core/index.ts';
import { countRequests, groupsCsv, markdownTable, sortKeys, type GroupFilter } from '../core/logs/index.ts';
import { auditViewWords } from '../i18n/audit.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import type { Stretch } from './audit-protocol.ts';

export const exportFormats = ['csv', 'json', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface Exported {
  /** In the order that is shown. */
  readonly groups: readonly EventGroup[];
  readonly files: readonly string[];
  readonly filter: GroupFilter;
  readonly stretch: Stretch;
  readonly locale: Locale;
  /** Takes tokens and keys out of a text. */
  readonly mask: (text: string) => string;
}

const types: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
};
/** In milliseconds. */
const longestSlice = 8;
/** What clients write as they like. */
const written = ['user', 'verb', 'path', 'agent', 'source', 'reason'] as const;

export async function exportText(format: ExportFormat, exported: Exported): Promise<string> {
  const groups = await masked(exported);
  if (format === 'csv') return groupsCsv(groups, exported.files);
  if (format === 'md') return markdownOf(groups, exported.locale);
  const { files, stretch } = exported;
  const filter = JSON.parse(exported.mask(JSON.stringify(exported.filter))) as GroupFilter;
  return `${JSON.stringify({ files, ...stretch, filter, requests: countRequests(groups), groups }, null, 2)}\n`;
}

/** Offers a text as a file; nothing is sent. */
export function save(name: string, format: ExportFormat, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: types[format] }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function masked({ groups, mask: maskText }: Exported): Promise<readonly EventGroup[]> {
  const known = new Map<string, string>();
  const mask = (text: string): string => {
    const made = known.get(text) ?? maskText(text);
    known.set(text, made);
    return made;
  };
  const result: EventGroup[] = [];
  let since = performance.now();
  for (const group of groups) {
    const texts = Object.fromEntries(written.map((name) => [name, mask(group[name])]));
    result.push({ ...group, ...texts });
    if (performance.now() - since < longestSlice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return result;
}

function markdownOf(groups: readonly EventGroup[], locale: Locale): string {
  const words = auditExplorerWords[locale];
  const { identities } = auditViewWords[locale];
  const rows = groups.map(({ events, identity, user, code, verb, path, source, agent, first, last }) => [
    ...[events, user === '' ? identities[identity] : `${identities[identity]}: ${user}`, code || '–'],
    ...[`${verb} ${path}`, source, agent, first, last],
  ]);
  const heads = sortKeys.map((key) => words.columns[key]);
  return `# ${words.groups}: ${countRequests(groups)}\n\n${markdownTable(heads, rows)}\n`;
}
