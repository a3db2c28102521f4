// The buttons beside the new file: copy it, or put it into the box.

import { migrate, type Locale } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import type { Parts } from './bench-parts.ts';

/** The text in the newest apiVersion; the text itself where there is none. */
export function migratedText(text: string): string {
  const migration = migrate(text);
  return migration && !migration.refused ? migration.text : text;
}

/** Puts the new file on the clipboard if the browser lets us, and says whether it did. */
export async function copyMigration({ area, status }: Parts, locale: Locale): Promise<void> {
  const words = benchWords[locale].migration;
  const copied = await navigator.clipboard?.writeText(migratedText(area.value)).then(
    () => true,
    () => false,
  );
  status.textContent = copied ? words.copied : words.copyByHand;
}
