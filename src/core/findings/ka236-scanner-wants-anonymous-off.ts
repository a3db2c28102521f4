// Fires on a scanner's line that asks for --anonymous-auth=false: set on a kubeadm cluster as it is, the flag stops joins and probes.

import { defineFinding } from './finding.ts';
import { joinWithDiscoveryFile, leaveAnonymousOn, limitAnonymousToPaths, probeByTcp } from './known-fixes.ts';

type Args = { readonly scanner: string };

export const ka236 = defineFinding<Args>({
  code: 'KA236',
  slug: 'scanner-wants-anonymous-off',
  severity: 'warning',
  *check({ scannerDemands }) {
    const [first] = scannerDemands;
    if (first) yield { at: { object: first.object, path: [] }, args: { scanner: first.scanner } };
  },
  text: {
    en: {
      title: 'A scanner asks for a flag that stops joins and probes',
      message: ({ scanner }) =>
        `${scanner} wants \`--anonymous-auth=false\`. Set alone on a kubeadm cluster, the flag makes every \`kubeadm join\` with a token fail with 401, and from 1.19 the startup probe kills kube-apiserver again and again. Change what comes without credentials first, or leave it on and write down why.`,
      why: 'The four scanners read one flag with one value. They ask the API server nothing, do not look at RBAC, and do not see the list of paths of an AuthenticationConfiguration.\n\nWhat protects the cluster is authorization: with any authorizer but AlwaysAllow, requests without credentials may do only what is bound to `system:anonymous` and `system:unauthenticated`. CIS 1.2.1 is a manual check, not scored in the `cis-*` profiles of kube-bench; older benchmarks scored it as 1.1.1. kubeadm with anonymous requests off is not supported by its maintainers.',
      fix: [leaveAnonymousOn.en, limitAnonymousToPaths.en, joinWithDiscoveryFile.en, probeByTcp.en],
    },
    ja: {
      title: 'スキャナーが、joinとプローブを止めるフラグを求めています',
      message: ({ scanner }) =>
        `${scanner}は\`--anonymous-auth=false\`を求めています。kubeadmのクラスターでこのフラグだけを設定すると、トークンを使う\`kubeadm join\`はすべて401で失敗し、1.19以降ではstartupプローブがkube-apiserverを繰り返し終了させます。認証情報なしで来るものを先に直すか、有効のままにして理由を記録してください。`,
      why: '4つのスキャナーが見るのは、1つのフラグの1つの値だけです。APIサーバーには何も問い合わせず、RBACも見ません。AuthenticationConfigurationでパスを絞っていても気づきません。\n\nクラスターを守っているのは認可です。AlwaysAllow以外の認可モードなら、認証情報のないリクエストにできるのは、`system:anonymous`と`system:unauthenticated`にバインドされたことだけです。CIS 1.2.1は手動の確認項目で、kube-benchの`cis-*`プロファイルでは採点されません(古いベンチマークでは1.1.1として採点対象でした)。匿名リクエストを無効にしたkubeadmは、メンテナーのサポート外です。',
      fix: [leaveAnonymousOn.ja, limitAnonymousToPaths.ja, joinWithDiscoveryFile.ja, probeByTcp.ja],
    },
  },
  fires: [
    {
      name: 'kube-bench',
      text: '«[WARN] 1.2.1 Ensure that the --anonymous-auth argument is set to false (Manual)»\n',
    },
    { name: 'Checkov', text: '«Check: CKV_K8S_68: "Ensure that the --anonymous-auth argument is set to false"»\n' },
  ],
  silent: [
    {
      name: 'another check',
      text: '[WARN] 1.2.2 Ensure that the --token-auth-file parameter is not set (Automated)\n',
    },
  ],
  see: [
    { source: 'https://github.com/aquasecurity/kube-bench/issues/341', confidence: 'reported' },
    { source: 'https://github.com/kubernetes/kubernetes/issues/51076', confidence: 'reported' },
    { source: 'v1.20.2/K2-init-false', since: 20, until: 20, confidence: 'run' },
  ],
});
