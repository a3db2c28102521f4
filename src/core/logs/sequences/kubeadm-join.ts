// A node joins: it reads cluster-info without credentials (unless it has a discovery file), goes on with its bootstrap token,
// and asks for a certificate.

import { clusterInfoPath } from '../../kubernetes/cluster-info.ts';
import type { Recogniser } from './recogniser.ts';

export const kubeadmJoin: Recogniser = {
  name: 'kubeadm-join',
  title: { en: 'kubeadm join', ja: 'kubeadm join' },
  meaning: {
    en: 'A node went as far as the steps say. The first step, without credentials, is discovery by token; where it is missing, the node came with a discovery file, or the policy did not record it. With `--anonymous-auth=false` that first step gets 401, and the join stops there.',
    ja: 'ノードが、示した段階まで進みました。認証情報のない最初の段階は、トークンによるディスカバリーです。これがなければ、ディスカバリーファイルで参加したか、ポリシーが記録していません。`--anonymous-auth=false`では最初の段階が401になり、joinはそこで止まります。',
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
