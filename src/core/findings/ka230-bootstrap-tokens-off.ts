// Fires where kube-apiserver does not take bootstrap tokens as credentials: joins pass discovery and fail behind it.

import { findFlag } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';

export const ka230 = defineFinding({
  code: 'KA230',
  slug: 'bootstrap-tokens-off',
  severity: 'warning',
  *check({ server }) {
    if (!server || server.bootstrapTokens) return;
    const flag = findFlag(server, 'enable-bootstrap-token-auth');
    yield { at: flag?.at ?? server.at, args: { written: flag !== undefined } };
  },
  text: {
    en: {
      title: 'Bootstrap tokens are off: nodes cannot join with a token',
      message: ({ written }) =>
        `${written ? '`enable-bootstrap-token-auth` is off here' : 'This manifest has no `--enable-bootstrap-token-auth`, and the server’s own default is off'}. Discovery still works where anonymous requests are on, but the token is refused with 401 when it is used as a credential.`,
      why: 'A join uses the token twice: its secret checks the signature of cluster-info, without the server’s help, and then it is the node’s first credential, for reading `kubeadm-config` and for its certificate request. kubeadm therefore writes `--enable-bootstrap-token-auth=true` in every version. A discovery file with a client certificate does without.',
      fix: [
        {
          do: 'Leave the flag to kubeadm, or write it into the manifest.',
          cost: 'Whoever knows a live token can ask for a node’s certificate; delete tokens that nobody needs.',
          code: '--enable-bootstrap-token-auth=true',
        },
      ],
    },
    ja: {
      title: 'ブートストラップトークンが無効なため、トークンではノードを追加できません',
      message: ({ written }) =>
        `${written ? '`enable-bootstrap-token-auth`が無効になっています' : 'このマニフェストには`--enable-bootstrap-token-auth`がなく、サーバー自体の既定値は無効です'}。匿名リクエストが有効ならディスカバリーは通りますが、トークンを認証情報として使う段階で401になります。`,
      why: '参加するとき、トークンは2回使われます。まず、サーバーの助けを借りずにcluster-infoの署名を確かめ、次に、`kubeadm-config`を読んで証明書を要求するための、ノードの最初の認証情報になります。そのためkubeadmは、どのバージョンでも`--enable-bootstrap-token-auth=true`を書きます。クライアント証明書の入ったディスカバリーファイルなら、トークンは要りません。',
      fix: [
        {
          do: 'フラグをkubeadmに任せるか、マニフェストに書きます。',
          cost: '有効なトークンを知っている人は、ノードの証明書を要求できます。不要なトークンは削除してください。',
          code: '--enable-bootstrap-token-auth=true',
        },
      ],
    },
  },
  fires: [
    {
      name: 'switched off in a kubeadm file',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    enable-bootstrap-token-auth: «"false"»
`,
    },
  ],
  silent: [
    {
      name: 'kubeadm’s default',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n',
    },
  ],
  see: [
    { source: 'v1.20.2/S1 (J11c, J14)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m (J14)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go', confidence: 'source' },
  ],
});
