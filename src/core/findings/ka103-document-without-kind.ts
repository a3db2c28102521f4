// Fires where a part of the file has no apiVersion and kind, be it only a comment above the first ---: kubeadm refuses the whole file.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka103 = defineFinding<KubeadmArgs>({
  code: 'KA103',
  slug: 'document-without-kind',
  severity: 'error',
  check: (facts) => kubeadmHits(facts, 'no-kind'),
  text: {
    en: {
      title: 'A part of the file has no apiVersion and kind',
      message: kubeadmSays.en,
      why: 'Every part between two `---` lines must name an `apiVersion` with a group and a `kind`. A part that holds only comments counts too: a licence header followed by `---` refuses the whole file, in every version. So does a ConfigMap or a Secret in the same file, because its `apiVersion: v1` has no group.',
      fix: [
        {
          do: 'If the copy began too late, copy the file again with its first lines.',
          cost: 'None.',
          code: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration',
        },
        {
          do: 'Remove the `---` below the comment, so that the comment belongs to the document behind it; move other objects to a file of their own.',
          cost: 'None.',
        },
      ],
    },
    ja: {
      title: 'apiVersionとkindのない部分があります',
      message: kubeadmSays.ja,
      why: '`---`で区切られた部分には、グループ付きの`apiVersion`と`kind`が必要です。コメントだけの部分も数えられるため、ライセンス表記の後に`---`を置くと、どのバージョンでもファイル全体が拒否されます。`apiVersion: v1`にはグループがないので、ConfigMapやSecretを同じファイルに入れても同じ結果になります。',
      fix: [
        {
          do: '途中からコピーした場合は、ファイルの先頭からコピーし直してください。',
          cost: 'ありません。',
          code: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration',
        },
        {
          do: 'コメントの下の`---`を消して、コメントを次のドキュメントに含めます。ほかのオブジェクトは別のファイルに移してください。',
          cost: 'ありません。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a comment above the first separator',
      kubernetesVersion: '1.28',
      text: '«# our cluster»\n---\napiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n',
    },
  ],
  silent: [
    {
      name: 'the comment inside the document',
      kubernetesVersion: '1.28',
      text: '# our cluster\napiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n',
    },
  ],
  see: [
    { source: 'v1.28.4/validate', since: 28, until: 28, confidence: 'run' },
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' },
  ],
});
