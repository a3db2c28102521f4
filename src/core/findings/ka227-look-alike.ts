// Fires where a file looks like kubeadm's and is another tool's: names it, and says where the setting lives there.

import { defineFinding } from './finding.ts';

export const ka227 = defineFinding({
  code: 'KA227',
  slug: 'look-alike',
  severity: 'note',
  *check({ lookAlikes }) {
    for (const { lookAlike, at, written } of lookAlikes) {
      const { product, setting, note } = lookAlike;
      yield { at, args: { product, setting, written, noteEn: note.en, noteJa: note.ja } };
    }
  },
  text: {
    en: {
      title: 'This is another tool’s file, not kubeadm’s',
      message: ({ product, setting, written, noteEn }) =>
        `This file is read by ${product}. Flags of kube-apiserver stand there in \`${setting}\`.${written ? ` Here it says \`${written}\`.` : ''} ${noteEn}`,
      why: 'Many tools build on kubeadm or do its work in their own way, and their files look alike. kubeadm refuses them or passes over them, and what is said about a kubeadm file does not simply hold for them. To see what a kubeadm file or a kube-apiserver would do, paste what the tool wrote: the manifest in `/etc/kubernetes/manifests`, or the ConfigMap `kube-system/kubeadm-config`.',
      fix: [
        {
          do: 'Look at the flags that the running server really has.',
          cost: 'None; it only reads.',
          code: 'ps -ef | grep [k]ube-apiserver',
        },
      ],
    },
    ja: {
      title: 'kubeadmではなく、ほかのツールのファイルです',
      message: ({ product, setting, written, noteJa }) =>
        `このファイルは${product}が読むものです。kube-apiserverのフラグは\`${setting}\`に書きます。${written ? `このファイルには\`${written}\`とあります。` : ''}${noteJa}`,
      why: 'kubeadmの上に作られたツールや、同じ仕事を独自の方法で行うツールは多く、ファイルもよく似ています。kubeadmはこうしたファイルを拒否するか読み飛ばし、kubeadmのファイルについての説明がそのまま当てはまるとは限りません。kubeadmのファイルやkube-apiserverの動きを確かめるには、ツールが書き出したもの(`/etc/kubernetes/manifests`のマニフェストや、ConfigMap `kube-system/kubeadm-config`)を貼り付けてください。',
      fix: [
        {
          do: '動いているサーバーの実際のフラグを確認します。',
          cost: '読み取るだけなので、代償はありません。',
          code: 'ps -ef | grep [k]ube-apiserver',
        },
      ],
    },
  },
  fires: [
    {
      name: 'Cluster API',
      text: `apiVersion: controlplane.cluster.x-k8s.io/v1beta1
kind: KubeadmControlPlane
spec:
  kubeadmConfigSpec:
    clusterConfiguration:
      apiServer:
        extraArgs:
          anonymous-auth: «"false"»
`,
    },
    {
      name: 'Talos, without a kind',
      text: `«version»: v1alpha1
machine:
  type: controlplane
cluster:
  apiServer:
    extraArgs: {}
`,
    },
    {
      name: 'RKE2',
      text: `token: not-a-real-token
kube-apiserver-arg:
- «anonymous-auth=false»
`,
    },
  ],
  silent: [
    {
      name: 'a kubeadm file',
      text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.34.0\n',
    },
  ],
  see: [
    { source: 'https://github.com/rancher/rke2/pull/3146', confidence: 'reported' },
    { source: 'https://github.com/siderolabs/talos/issues/8336', confidence: 'reported' },
    { source: 'https://github.com/k0sproject/k0s/pull/7976', confidence: 'reported' },
    { source: 'https://github.com/kubernetes-sigs/kubespray/pull/11016', confidence: 'reported' },
    { source: 'https://github.com/kubernetes/kubernetes/issues/43784', confidence: 'reported' },
    {
      source: 'kubernetes-sigs/cluster-api controlplane/kubeadm and bootstrap/kubeadm API types',
      confidence: 'source',
    },
  ],
});
