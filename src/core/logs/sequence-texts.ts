// What the sequences are called and what they mean, by name.

import type { Localised } from '../locale.ts';
import { recognisers } from './sequences/index.ts';
import type { SequenceName } from './summary.ts';

export interface SequenceText {
  readonly title: Localised;
  readonly meaning: Localised;
}

export const sequenceTexts = Object.fromEntries(
  recognisers.map(({ name, title, meaning }) => [name, { title, meaning }]),
) as Readonly<Record<SequenceName, SequenceText>>;
