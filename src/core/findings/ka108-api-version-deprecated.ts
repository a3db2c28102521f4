// Fires where this kubeadm still reads the apiVersion but a later one will not.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka108 = defineFinding<KubeadmArgs>({
  code: 'KA108',
  slug: 'api-version-deprecated',
  severity: 'note',
  check: (facts) => kubeadmHits(facts, 'api-version', ({ fatal }) => !fatal),
  text: {
    en: {
      title: 'This apiVersion is deprecated',
      message: kubeadmSays.en,
      why: 'The warning comes from `init` and `join`, never from `config validate` or `config migrate`. v1beta2 is gone from 1.27 on, v1beta3 from 1.37 on (by the change log of 1.37).',
      fix: [
        {
          do: 'Migrate the file before the next upgrade.',
          cost: 'Comments, order and component configurations are lost; all defaults are written out.',
          code: 'kubeadm config migrate --old-config old.yaml --new-config new.yaml',
        },
      ],
    },
    ja: {
      title: 'このapiVersionは非推奨です',
      message: kubeadmSays.ja,
      why: 'この警告を出すのは`init`と`join`だけで、`config validate`と`config migrate`は出しません。v1beta2は1.27で、v1beta3は1.37で読めなくなります(後者は1.37の変更履歴による)。',
      fix: [
        {
          do: '次のアップグレードの前に移行しておきます。',
          cost: 'コメント、並び順、コンポーネントの設定は失われ、既定値がすべて書き出されます。',
          code: 'kubeadm config migrate --old-config old.yaml --new-config new.yaml',
        },
      ],
    },
  },
  fires: [
    {
      name: 'v1beta3 on 1.33',
      kubernetesVersion: '1.33',
      text: 'apiVersion: «kubeadm.k8s.io/v1beta3»\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.0\n',
    },
  ],
  silent: [
    {
      name: 'v1beta4 on 1.33',
      kubernetesVersion: '1.33',
      text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.0\n',
    },
  ],
  see: [
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/util/config/common.go',
      since: 17,
      until: 31,
      confidence: 'source',
    },
  ],
});
