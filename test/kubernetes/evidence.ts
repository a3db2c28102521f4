// The recorded runs beside the project, if they are there.
import { existsSync, readFileSync } from 'node:fs';

const folder = new URL('../../../shared/evidence/', import.meta.url);
export const hasEvidence = existsSync(folder);

export const readEvidence = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

export const readRows = (path: string): readonly Record<string, unknown>[] =>
  readEvidence(path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** The arguments of a recorded command line, without the program. */
export const readCommandLine = (path: string): readonly string[] =>
  readEvidence(path)
    .trim()
    .split(/\s*\\\n\s*/)
    .slice(1);

/** Behind a test's name, so that the list of skipped tests says why. */
export const reasonToSkip = hasEvidence ? '' : ' (the recorded runs, shared/evidence, are not beside this project)';
