// The words in and around the picture of the two gates.

import type { Localised } from '../core/index.ts';

export type GatesOutcome = 'allowed' | 'refused-at-authentication' | 'refused-at-authorization';

type GateState = 'open' | 'refused' | 'unasked';

interface GatesWords {
  readonly request: string;
  readonly somebody: string;
  readonly withoutCredentials: string;
  readonly withCredentials: string;
  readonly authentication: string;
  readonly authorization: string;
  readonly whoAreYou: string;
  readonly mayYou: string;
  readonly allowed: string;
  readonly unasked: string;
  readonly askedFor: string;
  readonly unreached: string;
  /** What the drawings show, for readers who do not see them. */
  readonly traveller: Readonly<Record<'anonymous' | 'named', string>>;
  readonly gate1: Readonly<Record<GateState, string>>;
  readonly gate2: Readonly<Record<GateState, string>>;
  readonly notice: Readonly<Record<'reached' | 'unreached', string>>;
}

export const gatesWords: Localised<GatesWords> = {
  en: {
    request: 'The request',
    somebody: 'Somebody',
    withoutCredentials: 'without credentials',
    withCredentials: 'with credentials',
    authentication: 'Gate 1 · authentication',
    authorization: 'Gate 2 · authorization',
    whoAreYou: 'Who are you?',
    mayYou: 'What may you do?',
    allowed: 'RBAC allows it',
    unasked: 'never asked',
    askedFor: 'What it came for',
    unreached: 'not reached',
    traveller: { anonymous: 'A traveller without papers', named: 'A traveller with papers' },
    gate1: { open: 'The first gate is open', refused: 'The first gate is shut', unasked: 'The first gate' },
    gate2: {
      open: 'The second gate is open',
      refused: 'The second gate is shut',
      unasked: 'The second gate, far away and shut',
    },
    notice: {
      reached: 'The traveller reads the notice board behind the gates',
      unreached: 'The notice board behind the gates, out of reach',
    },
  },
  ja: {
    request: 'リクエスト',
    somebody: '誰か',
    withoutCredentials: '認証情報なし',
    withCredentials: '認証情報あり',
    authentication: '1つ目の門・認証',
    authorization: '2つ目の門・認可',
    whoAreYou: '誰なのか',
    mayYou: '何をしてよいのか',
    allowed: 'RBACが許可',
    unasked: '問われないまま',
    askedFor: '目当てのもの',
    unreached: '届かない',
    traveller: { anonymous: '手形を持たない旅人', named: '手形を持つ旅人' },
    gate1: { open: '開いている1つ目の門', refused: '閉じている1つ目の門', unasked: '1つ目の門' },
    gate2: { open: '開いている2つ目の門', refused: '閉じている2つ目の門', unasked: '遠くで閉じている2つ目の門' },
    notice: { reached: '門の奥で高札を読む旅人', unreached: '門の奥にあり、手の届かない高札' },
  },
};
