// What stands around an explained join, on the bench and in a terminal.

import type { Locale, Localised } from '../locale.ts';
import type { Trap } from './join-traps.ts';

export interface ExplanationWords {
  readonly title: Readonly<Record<'command' | 'configuration', string>>;
  readonly unknown: string;
  readonly repaired: string;
  readonly command: string;
  /** Over a command in which something is still to be mended. */
  readonly unfinished: string;
  readonly still: string;
  readonly file: (apiVersion: string) => string;
  readonly with: string;
  readonly unsaid: Readonly<Record<'command' | 'configuration', string>>;
}

export const explanationWords: Localised<ExplanationWords> = {
  en: {
    title: { command: 'The join command, word by word', configuration: 'The JoinConfiguration as a command' },
    unknown: 'not in our tables',
    repaired: 'Repaired, ready to copy',
    command: 'Ready to copy',
    unfinished: 'As far as it goes; it cannot be run yet',
    still: 'Still to be mended by you:',
    file: (apiVersion) => `The same as a file (${apiVersion})`,
    with: 'To be used with',
    unsaid: { command: 'No field of this apiVersion says:', configuration: 'No flag says:' },
  },
  ja: {
    title: { command: 'joinコマンドの語ごとの説明', configuration: 'コマンドで書いたJoinConfiguration' },
    unknown: '手元の表にありません',
    repaired: '修正済みのコマンド(そのままコピーできます)',
    command: 'そのままコピーできるコマンド',
    unfinished: '今のところのコマンド(まだ実行できません)',
    still: '自分で直す必要があるもの:',
    file: (apiVersion) => `同じ内容のファイル(${apiVersion})`,
    with: '使うときのコマンド',
    unsaid: { command: 'このapiVersionのフィールドでは書けないもの:', configuration: 'フラグでは書けないもの:' },
  },
};

/** What stands over the command: what is still to be mended comes before what was mended. */
export function commandHead(
  { traps, repaired }: { readonly traps: readonly Pick<Trap, 'trap'>[]; readonly repaired: boolean },
  locale: Locale,
): string {
  const words = explanationWords[locale];
  if (traps.some(({ trap }) => trap !== 'variable')) return words.unfinished;
  return repaired ? words.repaired : words.command;
}
