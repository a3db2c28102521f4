// Many 401s from one address: an expired token in a loop looks the same as somebody who guesses.

import { isHealthPath } from '../../kubernetes/audit-event.ts';
import { clusterInfoPath } from '../../kubernetes/cluster-info.ts';
import type { Recogniser } from './recogniser.ts';

export const rejectedCredentials: Recogniser = {
  name: 'rejected-credentials',
  title: { en: 'Many 401s from one address', ja: '同じアドレスからの多数の401' },
  meaning: {
    en: 'One address was refused before it had a name, again and again. An expired token in a program’s loop and somebody guessing tokens write the same events; the API server’s own log names the error.',
    ja: '1つのアドレスが、名前が付く前に繰り返し拒否されています。期限切れのトークンを使い続けるプログラムも、トークンを推測する者も、同じイベントになります。エラーの内容は、APIサーバー自身のログに出ます。',
  },
  steps: ['refused'],
  stepOf: ({ identity, path }) => (identity === 'rejected' && !isHealthPath(path) && path !== clusterInfoPath ? 0 : -1),
  pause: 600,
  isEnough: ({ requests }) => requests >= 20,
};
