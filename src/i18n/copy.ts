// The words of a button that copies the code below it.

import type { Localised } from '../core/index.ts';

export const copyWords: Localised<Readonly<Record<'copy' | 'copied' | 'byHand', string>>> = {
  en: {
    copy: 'Copy',
    copied: 'It is on your clipboard.',
    byHand: 'The browser did not allow copying; the text is selected, copy it from there.',
  },
  ja: {
    copy: 'コピー',
    copied: 'クリップボードにコピーしました。',
    byHand: 'ブラウザーがコピーを許可しませんでした。テキストを選択したので、そこからコピーしてください。',
  },
};
