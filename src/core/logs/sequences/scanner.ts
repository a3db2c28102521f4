// Somebody without credentials tries many doors.

import { isHealthPath } from '../../kubernetes/audit-event.ts';
import { clusterInfoPath } from '../../kubernetes/cluster-info.ts';
import type { Recogniser } from './recogniser.ts';

export const scanner: Recogniser = {
  name: 'scanner',
  title: { en: 'Trying doors', ja: '探索と見られるアクセス' },
  meaning: {
    en: 'One address asked for many different things without credentials and was refused. What it was allowed is in the groups of that source.',
    ja: '1つのアドレスが、認証情報なしで多くの異なるものを要求し、拒否されています。許可されたものは、その送信元のグループで確認できます。',
  },
  steps: ['refused'],
  stepOf({ identity, path, code }) {
    if (identity !== 'anonymous' && identity !== 'rejected') return -1;
    if (isHealthPath(path) || path === clusterInfoPath) return -1;
    return code === 401 || code === 403 ? 0 : -1;
  },
  pause: 3600,
  isEnough: ({ kinds }) => kinds >= 5,
};
