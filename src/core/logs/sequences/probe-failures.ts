// A kubelet's probes of the API server that did not succeed.

import { isHealthPath } from '../../kubernetes/audit-event.ts';
import type { Recogniser } from './recogniser.ts';

export const probeFailures: Recogniser = {
  name: 'probe-failures',
  title: { en: 'Failing probes', ja: 'プローブの失敗' },
  meaning: {
    en: 'A kubelet’s probes of the API server got an answer that counts as failure. With 401 the reason is that probes carry no credentials; the kubelet restarts the container when they go on failing.',
    ja: 'kubeletによるAPIサーバーのプローブに、失敗とみなされる応答が返っています。401であれば、プローブに認証情報がないためです。失敗が続くと、kubeletはコンテナを再起動します。',
  },
  steps: ['refused', 'other failure'],
  stepOf({ client, path, code }) {
    if (client.program !== 'kube-probe' || !isHealthPath(path) || code < 400) return -1;
    return code === 401 || code === 403 ? 0 : 1;
  },
  pause: 120,
  isEnough: ({ requests }) => requests >= 3,
};
