// The words around the chapters: guesses before a result, and the progress that a reader keeps.
// `en` sets the shape; a word that is missing in `ja` does not compile.

import type { Locale } from '../core/index.ts';

interface LearnWords {
  /** Above a question. */
  readonly guess: string;
  /** Opens the result. */
  readonly result: string;
  readonly right: string;
  /** Followed by the right choice. */
  readonly wrong: string;
  readonly runbooks: string;
  readonly read: string;
  readonly markRead: string;
  readonly keptHere: string;
  /** `#` stands for a number: chapters read, chapters in all. */
  readonly count: string;
  readonly clear: string;
  readonly cleared: string;
}

const en: LearnWords = {
  guess: 'A guess before you read on',
  result: 'What really happened',
  right: 'You guessed right.',
  wrong: 'It came out differently:',
  runbooks: 'When it happens to you',
  read: 'read',
  markRead: 'I have read this chapter',
  keptHere: 'Kept in this browser only. On the list of chapters you can clear it, together with your guesses.',
  count: 'You have read # of # chapters. That and your guesses are kept in this browser only.',
  clear: 'Clear both',
  cleared: 'Cleared.',
};

const ja: LearnWords = {
  guess: '先へ進む前に、予想してみてください',
  result: '実際の結果',
  right: '予想どおりでした。',
  wrong: '結果は次のとおりでした：',
  runbooks: '実際に起きたときの手順書',
  read: '既読',
  markRead: 'この章を読み終えた',
  keptHere: 'この記録は、このブラウザの中にだけ残ります。章の一覧のページで、予想とあわせて消せます。',
  count: '#章（全#章）を読み終えました。この記録と予想は、このブラウザの中にだけ残ります。',
  clear: '両方とも消す',
  cleared: '消しました。',
};

export const learnWords: Readonly<Record<Locale, LearnWords>> = { en, ja };
