// Fires where anonymous requests are off: whoever else asks without credentials (load balancers, scripts, OIDC readers) gets 401.

import { defineFinding } from './finding.ts';
import { checkByTcp, checkWithCredentials, limitAnonymousToPaths } from './known-fixes.ts';

export const ka207 = defineFinding({
  code: 'KA207',
  slug: 'anonymous-off-refuses-other-checks',
  severity: 'warning',
  *check({ server }) {
    if (!server || server.failures.length > 0) return;
    const { mode, because, at } = server.access;
    if (mode === 'off' && because !== 'always-allow' && at) yield { at, args: {} };
  },
  text: {
    en: {
      title: 'Load balancers and scripts that check the API server without credentials get 401',
      message: () =>
        'Every HTTP check of `/healthz`, `/livez` or `/readyz` that sends no credentials is answered 401, and a load balancer takes the server out of service: HAProxy’s `option httpchk` reports `Layer7 wrong status, code: 401`. Readers of `/.well-known/openid-configuration` get 401 too, even where a binding had opened it to them.',
      why: 'The first gate answers before the path is looked at. Checks that only open a TCP connection are not affected, nor is any client that sends credentials.',
      fix: [checkByTcp.en, checkWithCredentials.en, limitAnonymousToPaths.en],
    },
    ja: {
      title: '認証情報なしでAPIサーバーを確認しているロードバランサーやスクリプトが401になります',
      message: () =>
        '認証情報を付けずに`/healthz`、`/livez`、`/readyz`を確認するHTTPチェックにはすべて401が返り、ロードバランサーはサーバーを切り離します(HAProxyの`option httpchk`なら`Layer7 wrong status, code: 401`)。`/.well-known/openid-configuration`を読む側も、バインディングで公開していた場合でも401になります。',
      why: '1つ目の門は、パスを見る前に応答します。TCP接続だけを確かめるチェックや、認証情報を送るクライアントには影響しません。',
      fix: [checkByTcp.ja, checkWithCredentials.ja, limitAnonymousToPaths.ja],
    },
  },
  fires: [
    {
      name: 'kubeadm v1beta4',
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
      name: 'not written',
      text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.34.0\n',
    },
  ],
  see: [
    { source: 'v1.20.2/S2/http-probes.table.json', since: 20, until: 20, confidence: 'run' },
    { source: 'https://github.com/canonical/cluster-api-k8s/pull/11', confidence: 'reported' },
    { source: 'https://github.com/siderolabs/talos/issues/8336', confidence: 'reported' },
  ],
});
