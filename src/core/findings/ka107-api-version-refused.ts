// Fires where this kubeadm does not take the apiVersion of the file: too old, still experimental, or unknown to it.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka107 = defineFinding<KubeadmArgs>({
  code: 'KA107',
  slug: 'api-version-refused',
  severity: 'error',
  check: (facts) => kubeadmHits(facts, 'api-version', ({ fatal }) => fatal),
  text: {
    en: {
      title: 'This kubeadm does not read this apiVersion',
      message: kubeadmSays.en,
      why: 'Each kubeadm reads one or two versions of its file format: v1beta2 in 1.15 to 1.26, v1beta3 in 1.22 to 1.36, v1beta4 from 1.31 on. An older one has to be migrated with a kubeadm that still reads it; a newer one is refused as experimental or unknown.',
      fix: [
        {
          do: 'Migrate the file with a kubeadm that reads both versions.',
          cost: 'Comments, order and component configurations are lost; all defaults are written out.',
          code: 'kubeadm config migrate --old-config old.yaml --new-config new.yaml',
        },
      ],
    },
    ja: {
      title: 'このkubeadmは、このapiVersionを読めません',
      message: kubeadmSays.ja,
      why: 'kubeadmが読めるファイル形式は、バージョンごとに1つか2つです。v1beta2は1.15〜1.26、v1beta3は1.22〜1.36、v1beta4は1.31以降で読めます。古い形式は、それを読めるkubeadmで移行する必要があり、新しすぎる形式は実験的または未知として拒否されます。',
      fix: [
        {
          do: '両方の形式を読めるkubeadmでファイルを移行します。',
          cost: 'コメント、並び順、コンポーネントの設定は失われ、既定値がすべて書き出されます。',
          code: 'kubeadm config migrate --old-config old.yaml --new-config new.yaml',
        },
      ],
    },
  },
  fires: [
    {
      name: 'v1beta2 on 1.28',
      kubernetesVersion: '1.28',
      text: 'apiVersion: «kubeadm.k8s.io/v1beta2»\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n',
    },
  ],
  silent: [
    {
      name: 'v1beta3 on 1.28',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n',
    },
  ],
  see: [
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/util/config/common.go',
      since: 13,
      until: 31,
      confidence: 'source',
    },
    { source: 'v1.28.4/validate', since: 28, until: 28, confidence: 'run' },
    { source: 'https://github.com/kubernetes/kubernetes/pull/136016', since: 37, confidence: 'reported' },
  ],
});
