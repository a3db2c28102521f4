// What can be taken away: every file of the runs by itself, their checksums, and all in one zip – the same bytes from the same
// files, whenever and wherever it is built.

import { createHash } from 'node:crypto';
import { zipSync, type Zippable } from 'fflate';
import readme from '../../content/evidence/README.txt?raw';
import { evidenceFiles } from './evidence-files.ts';

export const zipName = 'who-goes-there-evidence.zip';
export const checksumsName = 'sha256sums.txt';

const encoder = new TextEncoder();
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `sha256sum --check` reads this from inside the folder. */
const checksums = evidenceFiles.map(({ path, text }) => `${sha256(encoder.encode(text))}  ${path}\n`).join('');

/** A zip holds local time without a zone: the same numbers are written everywhere. */
const mtime = new Date(2026, 0, 1);

function zipOf(files: readonly (readonly [path: string, text: string])[]): Uint8Array<ArrayBuffer> {
  const folder = zipName.replace('.zip', '/');
  const entries: Zippable = {};
  for (const [path, text] of files) entries[folder + path] = [encoder.encode(text), { mtime }];
  return zipSync(entries, { level: 9 }) as Uint8Array<ArrayBuffer>;
}

const zip = zipOf([
  ['README.txt', readme],
  [checksumsName, checksums],
  ...evidenceFiles.map(({ path, text }) => [path, text] as const),
]);

/** Everything below /evidence/ that is no page, by its path there. */
export const downloads: ReadonlyMap<string, string | Uint8Array<ArrayBuffer>> = new Map([
  [zipName, zip],
  [checksumsName, checksums],
  ...evidenceFiles.map(({ path, text }) => [path, text] as const),
] as readonly (readonly [string, string | Uint8Array<ArrayBuffer>])[]);

/** What the page says of the zip. */
export const zipFacts = { kilobytes: Math.round(zip.length / 1024), sha256: sha256(zip) } as const;
