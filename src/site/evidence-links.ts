// Turns the names of runs inside a text (`v1.20.2/S2m (J5b), v1.28.4/S5/static-failures.jsonl`) into links to their pages.

import { evidenceFiles, fileAnchor } from './evidence-files.ts';
import { evidencePath, hasEvidencePage } from './evidence.ts';

export interface RunPart {
  readonly text: string;
  /** Below the language's root, with the file's anchor if the file is kept; absent if there is no page. */
  readonly path?: string;
}

const runName = /v\d+\.\d+\.\d+\/[\w-]*\w(?:\/[\w.+-]*\w)?/g;

function pathOf(name: string): string | undefined {
  const [version = '', scenario = ''] = name.split('/');
  const id = `${version}/${scenario}`;
  if (!hasEvidencePage(id)) return undefined;
  const file = evidenceFiles.find(({ path }) => path === name);
  return evidencePath(id) + (file === undefined ? '' : `#${fileAnchor(file)}`);
}

/** The whole text in parts, in order; a part with a path is the name of a run. */
export function runParts(text: string): readonly RunPart[] {
  const parts: RunPart[] = [];
  let rest = 0;
  for (const { 0: name, index } of text.matchAll(runName)) {
    const path = pathOf(name);
    if (path === undefined) continue;
    if (index > rest) parts.push({ text: text.slice(rest, index) });
    parts.push({ text: name, path });
    rest = index + name.length;
  }
  return rest < text.length ? [...parts, { text: text.slice(rest) }] : parts;
}
