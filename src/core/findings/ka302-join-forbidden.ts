// Fires on the output of a `kubeadm join` whose discovery was answered with 403: anonymous requests are on, the RoleBinding is gone.

import { defineFinding } from './finding.ts';
import { attemptsEn, attemptsJa, joinHits, type JoinArgs } from './join-hits.ts';
import { joinWithDiscoveryFile, restoreClusterInfoBinding } from './known-fixes.ts';

export const ka302 = defineFinding<JoinArgs>({
  code: 'KA302',
  slug: 'join-forbidden',
  severity: 'error',
  check: (facts) => joinHits(facts, ({ step, cause }) => step === 'discovery' && cause === 'forbidden'),
  text: {
    en: {
      title: 'kubeadm join was refused as Forbidden: anonymous callers may not read cluster-info',
      message: (a) =>
        `\`kubeadm join\` ${a.finished ? 'stopped' : 'is still trying'} in discovery: its read of \`kube-public/cluster-info\` was answered with 403 for \`system:anonymous\`. Anonymous requests are on; the right to read this ConfigMap is missing.${attemptsEn(a)}`,
      why: '`kubeadm init` gives User `system:anonymous` the right to get this one ConfigMap, by the RoleBinding `kubeadm:bootstrap-signer-clusterinfo` in `kube-public`. Somebody deleted or changed it; some installers do so on purpose, to close joins by token.\n\nkubeadm asks again about every five seconds until its discovery timeout (5 minutes by default). The token is not at fault: it has not been shown yet.',
      fix: [restoreClusterInfoBinding.en, joinWithDiscoveryFile.en],
    },
    ja: {
      title: 'kubeadm joinがForbiddenで拒否されています。匿名ではcluster-infoを読めません',
      message: (a) =>
        `\`kubeadm join\`はディスカバリーで${a.finished ? '止まりました' : '再試行を続けています'}。\`kube-public/cluster-info\`の読み取りに、\`system:anonymous\`に対する403が返っています。匿名リクエストは有効ですが、このConfigMapを読む権限がありません。${attemptsJa(a)}`,
      why: '`kubeadm init`は、`kube-public`のRoleBinding `kubeadm:bootstrap-signer-clusterinfo`で、このConfigMapを読む権限をUser `system:anonymous`に与えます。これが削除されたか変更されています。トークンによる参加を止めるために、意図して削除するインストーラーもあります。\n\nkubeadmはディスカバリーのタイムアウト(既定で5分)まで約5秒ごとに読み直します。トークンはまだ相手に見せていないので、トークンの誤りではありません。',
      fix: [restoreClusterInfoBinding.ja, joinWithDiscoveryFile.ja],
    },
  },
  fires: [
    {
      name: 'the RoleBinding was deleted (1.28.4)',
      kubernetesVersion: '1.28',
      text: `[preflight] Running pre-flight checks
«error execution phase preflight: couldn't validate the identity of the API Server: configmaps "cluster-info" is forbidden: User "system:anonymous" cannot get resource "configmaps" in API group "" in the namespace "kube-public"»
To see the stack trace of this error execute with --v=5 or higher
`,
    },
  ],
  silent: [
    {
      name: 'forbidden later, for the token’s own user',
      text: `[preflight] Running pre-flight checks
error execution phase kubelet-start: configmaps "kubelet-config-1.15" is forbidden: User "system:bootstrap:abcdef" cannot get resource "configmaps" in API group "" in the namespace "kube-system"
`,
    },
  ],
  see: [
    { source: 'v1.28.4/S3x (J1, J2)', since: 28, until: 28, confidence: 'run' },
    { source: 'v1.20.2/S3x (J1, J2)', since: 20, until: 20, confidence: 'run' },
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/bootstraptoken/clusterinfo/clusterinfo.go',
      confidence: 'source',
    },
    { source: 'https://github.com/kubernetes-sigs/kubespray/pull/11016', confidence: 'reported' },
  ],
});
