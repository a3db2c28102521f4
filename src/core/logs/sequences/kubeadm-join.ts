// A node joins: it reads cluster-info without credentials, goes on with its bootstrap token, and asks for a certificate.

import { clusterInfoPath } from '../../kubernetes/cluster-info.ts';
import type { Recogniser } from './recogniser.ts';

export const kubeadmJoin: Recogniser = {
  name: 'kubeadm-join',
  title: { en: 'kubeadm join', ja: 'kubeadm join' },
  meaning: {
    en: 'A node read `cluster-info` without credentials, and went on with its bootstrap token as far as the steps say. With `--anonymous-auth=false` the first step gets 401, and the join stops there.',
    ja: 'ノードが認証情報なしで`cluster-info`を読み取り、その後ブートストラップトークンで、示した段階まで進みました。`--anonymous-auth=false`では最初の段階が401になり、joinはそこで止まります。',
  },
  steps: ['discovery', 'bootstrap-token', 'csr'],
  stepOf({ identity, verb, path, code }) {
    if (path === clusterInfoPath) return identity === 'anonymous' && code === 200 ? 0 : -1;
    if (identity !== 'bootstrap-token') return -1;
    const asks = verb === 'create' && path.endsWith('/certificatesigningrequests') && code === 201;
    return asks ? 2 : 1;
  },
  pause: 600,
  isEnough: ({ steps }) => steps[0] === true || steps[2] === true,
};
