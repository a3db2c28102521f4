// A migration in words: what is lost, what else to know, why kubeadm would refuse.

import type { Locale, Localised } from '../../locale.ts';
import type { Loss, Migration, MigrationNote, Refusal } from './migration.ts';
import { en } from './words-en.ts';
import { ja } from './words-ja.ts';

type With<Union, Tag extends string, Value> =
  Union extends Readonly<Record<Tag, infer Values>> ? (Value extends Values ? Union : never) : never;

export interface MigrationWords {
  readonly lost: { readonly [What in Loss['what']]: (loss: With<Loss, 'what', What>) => string };
  readonly notes: { readonly [Note in MigrationNote['note']]: (note: With<MigrationNote, 'note', Note>) => string };
  readonly refused: { readonly [Why in Refusal['why']]: (reason: With<Refusal, 'why', Why>) => string };
}

const words: Localised<MigrationWords> = { en, ja };

export interface MigrationTexts {
  readonly lost: readonly string[];
  readonly notes: readonly string[];
  readonly refused: readonly string[];
}

/** Sentences with inline code between backticks; empty lists where there is nothing to say. */
export function tellMigration(migration: Migration, locale: Locale): MigrationTexts {
  const { lost, notes, refused } = words[locale];
  if (migration.refused) {
    return { lost: [], notes: [], refused: migration.reasons.map((one) => refused[one.why](one as never)) };
  }
  return {
    lost: migration.lost.map((one) => lost[one.what](one as never)),
    notes: migration.notes.map((one) => notes[one.note](one as never)),
    refused: [],
  };
}
