// The words of the tables of single starts.

import type { Localised } from '../core/index.ts';

interface StartWords {
  readonly policies: string;
  readonly policiesText: string;
  readonly policy: string;
  readonly nothing: string;
  readonly starts: string;
  readonly startsText: string;
  readonly changed: string;
  readonly result: string;
  readonly cameUp: (livez: number | undefined) => string;
  readonly ended: string;
}

export const startWords: Localised<StartWords> = {
  en: {
    policies: 'Which policies write a 401',
    policiesText:
      'Nine policies with `--anonymous-auth=false`, three requests that were refused with 401: the stages that were written. Names of policies and requests are those of the run.',
    policy: 'Policy',
    nothing: 'nothing',
    starts: 'Every start',
    startsText: 'What was changed, in the run’s own words, and what came of it; error texts word for word.',
    changed: 'Changed',
    result: 'Result',
    cameUp: (livez) => (livez === undefined ? 'came up' : `came up; /livez without credentials: ${livez}`),
    ended: 'did not start',
  },
  ja: {
    policies: '401を書くポリシー',
    policiesText:
      '`--anonymous-auth=false`で、9種類のポリシーと、401で拒否された3種類のリクエストを組み合わせ、書かれたステージを示します。ポリシーとリクエストの名前は、実行時のままです。',
    policy: 'ポリシー',
    nothing: 'なし',
    starts: 'すべての起動',
    startsText: '変更点（実行時の表記のまま）と、その結果です。エラーは出力のままの文面です。',
    changed: '変更点',
    result: '結果',
    cameUp: (livez) => (livez === undefined ? '起動' : `起動（認証情報なしの/livez: ${livez}）`),
    ended: '起動せず',
  },
};
