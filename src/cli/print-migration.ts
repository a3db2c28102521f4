// `migrate`: the new file for standard output, and what is lost for standard error.

import { migrate, tellMigration, type Locale } from '../core/index.ts';
import { printable } from '../print/columns.ts';
import { migrationFrame } from './words.ts';

export interface PrintedMigration {
  readonly output: string;
  readonly remarks: string;
  /** 1 where no file is written. */
  readonly exitCode: 0 | 1;
}

export function printMigration(file: string, text: string, locale: Locale): PrintedMigration {
  const frame = migrationFrame[locale];
  const migration = migrate(text);
  if (!migration) return { output: '', remarks: `${frame.nothing(printable(file))}\n`, exitCode: 1 };
  const { lost, notes, refused } = tellMigration(migration, locale);
  if (migration.refused) return { output: '', remarks: listOf(frame.refused, refused), exitCode: 1 };
  const losses = lost.length === 0 ? `${frame.nothingLost}\n` : listOf(frame.lost, lost);
  return { output: migration.text, remarks: losses + listOf(frame.notes, notes), exitCode: 0 };
}

function listOf(head: string, sentences: readonly string[]): string {
  if (sentences.length === 0) return '';
  return [head, ...sentences.map((sentence) => `  - ${printable(sentence.replaceAll('`', ''))}`), ''].join('\n');
}
