// Fires on the output of a `kubeadm join` whose version does not fit the cluster or the file: too new, too old, or another minor.

import { causeWords } from '../kubernetes/join-cause-words.ts';
import { joinCauses } from '../kubernetes/join-causes.ts';
import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';

export const ka312 = defineFinding<JoinArgs>({
  code: 'KA312',
  slug: 'join-version-skew',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ cause }) => joinCauses[cause].code === 'KA312'),
  text: {
    en: {
      title: 'This kubeadm does not fit the cluster or the file',
      message: (a) =>
        `\`kubeadm join\` stopped because of its version: ${causeWords.en[a.cause]}. It says: \`${a.text}\`. Anonymous access has nothing to do with it.${attemptsEn(a)}`,
      why: 'kubeadm supports control planes down to one minor below its own, and says so by name. In older versions (seen up to 1.20) the kubelet’s settings lie in a ConfigMap with the minor in its name (`kubelet-config-1.20`), and the right to read it is bound to that one name, so another minor is answered with 403, not with 404. In 1.28 the name is `kubelet-config`.',
      fix: [
        {
          do: 'Install kubeadm and kubelet of the cluster’s minor on the new node, join, and upgrade afterwards.',
          cost: 'The node is upgraded twice if the cluster is to move on.',
          code: 'kubectl get nodes; kubeadm version -o short',
        },
      ],
    },
    ja: {
      title: 'このkubeadmは、クラスターまたはファイルのバージョンと合いません',
      message: (a) =>
        `\`kubeadm join\`はバージョンが原因で止まりました。${causeWords.ja[a.cause]}。メッセージ: \`${a.text}\`。匿名アクセスとは関係ありません。${attemptsJa(a)}`,
      why: 'kubeadmが対応するコントロールプレーンは、自分より1つ前のマイナーバージョンまでで、外れるとその旨を表示します。古いバージョン(確認したのは1.20まで)では、kubelet設定のConfigMapは名前にマイナーバージョンを含み(`kubelet-config-1.20`)、読む権限もその名前だけに与えられます。そのため、別のマイナーバージョンへの応答は404ではなく403です。1.28での名前は`kubelet-config`です。',
      fix: [
        {
          do: 'クラスターと同じマイナーバージョンのkubeadmとkubeletを新しいノードに入れて参加させ、その後でアップグレードします。',
          cost: 'クラスターも上げる予定なら、このノードは2度アップグレードすることになります。',
          code: 'kubectl get nodes; kubeadm version -o short',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a kubeadm two minors newer than the control plane',
      text: `[preflight] Running pre-flight checks
[preflight] Reading configuration from the cluster...
«error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: this version of kubeadm only supports deploying clusters with the control plane version >= 1.33.0. Current version: v1.31.2»
`,
    },
    {
      name: 'the settings of another minor (1.15)',
      kubernetesVersion: '1.15',
      text: `[preflight] Running pre-flight checks
[preflight] Reading configuration from the cluster...
[kubelet-start] Downloading configuration for the kubelet from the "kubelet-config-1.15" ConfigMap in the kube-system namespace
«error execution phase kubelet-start: configmaps "kubelet-config-1.15" is forbidden: User "system:bootstrap:abcdef" cannot get resource "configmaps" in API group "" in the namespace "kube-system"»
`,
    },
  ],
  silent: [
    {
      name: 'a token that is refused',
      text: `error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: Unauthorized
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/config/common.go', confidence: 'source' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/kubelet/config.go', confidence: 'source' },
  ],
});
