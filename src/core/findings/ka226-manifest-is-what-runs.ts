// Fires where a manifest and a kubeadm file stand in one paste and differ: the manifest is what runs now.

import { defineFinding } from './finding.ts';

export const ka226 = defineFinding({
  code: 'KA226',
  slug: 'manifest-is-what-runs',
  severity: 'note',
  *check({ server, kubeadmServer }) {
    if (server?.from !== 'manifest' || !kubeadmServer) return;
    const here = server.access;
    const there = kubeadmServer.access;
    const at = here.at ?? server.at;
    yield { at, args: { manifest: here.mode, kubeadm: there.mode, differ: here.mode !== there.mode } };
  },
  text: {
    en: {
      title: 'The manifest is what runs; the kubeadm file is what the next kubeadm command would write',
      message: ({ manifest, kubeadm, differ }) =>
        `What is said about the API server here is read from the manifest. ${differ ? `The kubeadm file says something else about anonymous requests (manifest: ${manifest}, kubeadm file: ${kubeadm}): after the next upgrade, or on the next control-plane node, its word counts.` : 'The kubeadm file says the same about anonymous requests.'}`,
      why: 'The kubelet runs the file in `/etc/kubernetes/manifests`. kubeadm writes it anew at `init`, `join --control-plane` and `upgrade` from the ClusterConfiguration in the ConfigMap `kube-system/kubeadm-config`; a manifest edited by hand is then overwritten.',
      fix: [
        {
          do: 'Bring both into agreement: change the ConfigMap, then let kubeadm write the manifest.',
          cost: 'kube-apiserver restarts on that node.',
          code: 'kubectl -n kube-system edit configmap kubeadm-config\nkubeadm init phase control-plane apiserver --config kubeadm.yaml',
        },
      ],
    },
    ja: {
      title: '動いているのはマニフェストで、kubeadmのファイルは次のkubeadmコマンドが書くものです',
      message: ({ manifest, kubeadm, differ }) =>
        `ここでのAPIサーバーの説明は、マニフェストから読み取ったものです。${differ ? `匿名リクエストの扱いがkubeadmのファイルと違います(マニフェスト: ${manifest}、kubeadmのファイル: ${kubeadm})。次のアップグレードや、次に追加するコントロールプレーンノードでは、kubeadmのファイルのほうが効きます。` : '匿名リクエストの扱いは、kubeadmのファイルと同じです。'}`,
      why: 'kubeletが動かすのは`/etc/kubernetes/manifests`のファイルです。kubeadmは`init`、`join --control-plane`、`upgrade`のたびに、ConfigMap `kube-system/kubeadm-config`のClusterConfigurationからこれを書き直すため、手で編集したマニフェストは上書きされます。',
      fix: [
        {
          do: '両方をそろえます。ConfigMapを変更してから、kubeadmにマニフェストを書かせます。',
          cost: 'そのノードのkube-apiserverが再起動します。',
          code: 'kubectl -n kube-system edit configmap kubeadm-config\nkubeadm init phase control-plane apiserver --config kubeadm.yaml',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a manifest that was edited by hand',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
---
apiVersion: v1
kind: Pod
spec:
  containers:
  - command:
    - kube-apiserver
    - «--anonymous-auth=false»
`,
    },
  ],
  silent: [
    {
      name: 'a manifest alone',
      kubernetesVersion: '1.28',
      text: `apiVersion: v1
kind: Pod
spec:
  containers:
  - command:
    - kube-apiserver
    - --anonymous-auth=false
`,
    },
  ],
  see: [
    { source: 'v1.20.2/K2-init-false/manifest-kube-apiserver.yaml', since: 20, until: 20, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/upgrade/staticpods.go', confidence: 'source' },
  ],
});
