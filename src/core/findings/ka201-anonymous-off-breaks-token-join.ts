// Fires where the server refuses requests without credentials: every node that joins with a token waits five minutes and fails.

import { tokenJoinUnauthorized } from '../simulator/texts.ts';
import { rowFor } from '../kubernetes/version.ts';
import type { Localised } from '../locale.ts';
import { defineFinding } from './finding.ts';
import { setFlag } from './flag-changes.ts';
import { allowAnonymousAgain, joinWithDiscoveryFile, limitAnonymousToPaths } from './known-fixes.ts';

/** How the message begins; `later`: something else keeps the server from starting first. */
const leads: Localised<Readonly<Record<string, string>>> = {
  en: {
    init: '`kubeadm init` passes with ',
    runs: 'The server runs with ',
    later: 'When what keeps the server from starting is mended, this remains: ',
  },
  ja: { later: 'サーバーが起動しない原因を直しても、' },
};

export const ka201 = defineFinding({
  code: 'KA201',
  slug: 'anonymous-off-breaks-token-join',
  severity: 'error',
  *check({ server, version }) {
    if (!server) return;
    const { mode, because, at, setting, flag } = server.access;
    if (mode !== 'off' || because === 'always-allow' || !at) return;
    const row = rowFor(tokenJoinUnauthorized, version.minor);
    if (!row) return;
    yield {
      at,
      repair: because === 'flag' && flag ? setFlag(server, flag, 'true') : [],
      args: {
        setting,
        version: version.text,
        text: row.text,
        lead: server.failures.length > 0 ? 'later' : server.from === 'manifest' ? 'runs' : 'init',
        settled: row.confidence !== 'inferred',
      },
    };
  },
  text: {
    en: {
      title: 'Anonymous requests are off: nodes cannot join with a token',
      message: ({ setting, version, text, lead, settled }) =>
        `${leads.en[lead] ?? ''}\`${setting}\`. ${lead === 'later' ? '' : 'But '}\`kubeadm join\` with a token fails in its preflight phase, with or without a CA hash. It retries every answer 401 until its discovery timeout is over (5 minutes by default), and only then kubeadm ${version} prints: \`${text}\`${settled ? '' : ' (in which release between 1.29 and 1.33 the longer text, with “failed to request the cluster-info ConfigMap”, replaced the bare “Unauthorized” is not settled)'}`,
      why: 'Token discovery begins with a read of the ConfigMap `kube-public/cluster-info`, and that read carries no credentials: a new node has nothing yet by which it could trust the server, so kubeadm does not show it the token. With the flag off, the first gate (authentication) answers 401 before RBAC is asked.\n\nThe token is used as a credential only after discovery. That is why a new token, a right CA hash or `--discovery-token-unsafe-skip-ca-verification` changes nothing. The retries are visible only from `-v=1` up.',
      repair:
        'A decision of policy: requests without credentials reach RBAC again. What that costs stands with the fix.',
      fix: [limitAnonymousToPaths.en, joinWithDiscoveryFile.en, allowAnonymousAgain.en],
    },
    ja: {
      title: '匿名リクエストが無効なため、トークンではノードを追加できません',
      message: ({ setting, version, text, lead, settled }) =>
        `${leads.ja[lead] ?? ''}\`${setting}\`${lead === 'init' ? 'でも`kubeadm init`は成功しますが、' : lead === 'runs' ? 'でもサーバーは動きますが、' : 'のままでは、'}トークンを使う\`kubeadm join\`は、CAハッシュの有無にかかわらずpreflightフェーズで失敗します。401が返る間はディスカバリーのタイムアウト(既定で5分)まで再試行を続け、その後でようやくkubeadm ${version}は次のように表示します: \`${text}\`${settled ? '' : '(「failed to request the cluster-info ConfigMap」が付く長い文面に変わったリリースは1.29〜1.33のどこかで、まだ確定できていません)'}`,
      why: 'トークンによるディスカバリーは、まずConfigMap `kube-public/cluster-info`を読みます。このリクエストには認証情報が付きません。新しいノードはまだサーバーを信頼する材料を持っていないため、kubeadmはトークンを相手に見せないのです。フラグが無効だと、RBACに問い合わせる前に、1つ目の門(認証)が401を返します。\n\nトークンが認証情報として使われるのはディスカバリーの後です。そのため、トークンを作り直しても、CAハッシュが正しくても、`--discovery-token-unsafe-skip-ca-verification`を付けても結果は変わりません。再試行の様子は`-v=1`以上でしか表示されません。',
      repair: '方針の選択です。認証情報のないリクエストが再びRBACまで届きます。代償は対処の項にあります。',
      fix: [limitAnonymousToPaths.ja, joinWithDiscoveryFile.ja, allowAnonymousAgain.ja],
    },
  },
  fires: [
    {
      name: 'kubeadm v1beta2, as hardening guides write it',
      kubernetesVersion: '1.20',
      text: `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.20.2
apiServer:
  extraArgs:
    anonymous-auth: «"false"»
`,
    },
    {
      name: 'kubeadm v1beta4, list form',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: «"false"»
`,
    },
  ],
  silent: [
    {
      name: 'the kubelet’s setting of the same name is another one',
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
`,
    },
  ],
  see: [
    {
      source: 'v1.20.2/S2 (J1-default: 302 s, 53 requests), v1.20.2/K2-init-false',
      since: 20,
      until: 20,
      confidence: 'run',
    },
    { source: 'v1.28.4/S2 (J1-default: 300 s, 52 requests)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', confidence: 'source' },
    { source: 'https://github.com/kubernetes/kubeadm/issues/1105', confidence: 'reported' },
  ],
});
