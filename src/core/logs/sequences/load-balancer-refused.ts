// Health checks of a load balancer, as far as their user agent tells, that are refused.

import { isHealthPath } from '../../kubernetes/audit-event.ts';
import { healthCheckers } from '../../kubernetes/user-agent.ts';
import type { Recogniser } from './recogniser.ts';

export const loadBalancerRefused: Recogniser = {
  name: 'load-balancer-refused',
  title: { en: 'Refused health checks', ja: '拒否されているヘルスチェック' },
  meaning: {
    en: 'Something checks the API server’s health and is refused every time: a load balancer with a path that anonymous callers may not read, or one that used to be allowed. What it decides from 401 or 403 is its own setting.',
    ja: 'APIサーバーのヘルスチェックが繰り返し拒否されています。匿名では読めないパスを指定したロードバランサーか、以前は許可されていたものと考えられます。401や403をどう判断するかは、チェックする側の設定によります。',
  },
  steps: ['refused'],
  stepOf({ client, path, code, identity }) {
    if (code !== 401 && code !== 403) return -1;
    if (identity !== 'anonymous' && identity !== 'rejected') return -1;
    if (client.program === 'kube-probe') return -1;
    return healthCheckers.includes(client.program) || isHealthPath(path) ? 0 : -1;
  },
  pause: 300,
  isEnough: ({ requests }) => requests >= 5,
};
