// Fires on allowed anonymous reads of kube-public/cluster-info: with kubeadm as client they are the discovery step of `kubeadm join`.

import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { allowedByBinding, anonymousUser, auditLine, clusterInfoURI } from './event-examples.ts';
import { argsOf, requestsOf, timesEn, type EventArgs } from './event-hits.ts';
import { defineFinding } from './finding.ts';

type Args = EventArgs & { readonly kubeadm: boolean; readonly binding: string; readonly role: string };

export const ka501 = defineFinding<Args>({
  code: 'KA501',
  slug: 'anonymous-read-of-cluster-info',
  severity: 'note',
  *check(facts) {
    const reads = requestsOf(
      facts,
      ({ identity, path, code }) => identity === 'anonymous' && path === clusterInfoPath && code === 200,
    );
    for (const kubeadm of [true, false]) {
      const group = reads.filter(({ client }) => (client.program === 'kubeadm') === kubeadm);
      const [first] = group;
      if (!first) continue;
      const { reason } = first;
      const binding = reason ? `${reason.bindingKind} ${reason.bindingName}` : '';
      const role = reason ? `${reason.roleKind} ${reason.roleName}` : '';
      yield {
        at: { object: first.object, path: ['requestURI'] },
        args: { ...argsOf(group), kubeadm, binding, role },
      };
    }
  },
  text: {
    en: {
      title: 'The ConfigMap cluster-info was read without credentials',
      message: (a) =>
        `\`${a.sources}\` (\`${a.clients}\`) read \`kube-public/cluster-info\` ${timesEn(a.requests)} as \`system:anonymous\`, that is, without credentials. ${
          a.binding ? `\`${a.binding}\` allowed it, which gives \`${a.role}\`. ` : ''
        }${
          a.kubeadm
            ? 'This is what the discovery step of `kubeadm join` does, and it is what `--anonymous-auth=false` would stop.'
            : 'The user agent is not that of kubeadm. Anybody who reaches the API server may read this ConfigMap: it holds the CA certificate and the address of the cluster, signed, and no key or token.'
        }`,
      why: 'A new node has no credentials yet, and no reason to trust the server. `kubeadm join` with a token therefore first reads this ConfigMap without credentials; the token only checks the signature of what was read, and becomes a credential after discovery. A discovery file without credentials makes the same request. The user agent is the client’s own word.\n\n`kubeadm init` creates the Role and the RoleBinding `kubeadm:bootstrap-signer-clusterinfo` for this one ConfigMap and the User `system:anonymous`. But the request must first have become `system:anonymous`, and that is what `--anonymous-auth` switches.',
      fix: [
        {
          do: 'Nothing is wrong. If no node needs to join by token any more, delete the RoleBinding rather than turning anonymous requests off.',
          cost: 'Token joins then fail with a text that names the missing right; discovery files still work, and probes are not touched. `kubeadm init phase bootstrap-token` brings it back.',
          code: 'kubectl -n kube-public delete rolebinding kubeadm:bootstrap-signer-clusterinfo',
        },
      ],
    },
    ja: {
      title: 'ConfigMap cluster-infoが認証情報なしで読み取られています',
      message: (a) =>
        `\`${a.sources}\`(\`${a.clients}\`)が、認証情報なしで、つまり\`system:anonymous\`として、\`kube-public/cluster-info\`を${a.requests}回読み取りました。${
          a.binding ? `\`${a.role}\`を与える\`${a.binding}\`がこれを許可しています。` : ''
        }${
          a.kubeadm
            ? 'これは`kubeadm join`のディスカバリーの動作で、`--anonymous-auth=false`にすると止まるのがこのリクエストです。'
            : 'User-Agentはkubeadmのものではありません。このConfigMapは、APIサーバーに届く人なら誰でも読めます。中身は署名付きのCA証明書とクラスターのアドレスで、鍵やトークンは含まれません。'
        }`,
      why: '新しいノードは、認証情報も、サーバーを信頼する根拠もまだ持っていません。そのため、トークンを使う`kubeadm join`は、まずこのConfigMapを認証情報なしで読みます。トークンはその署名の検証にだけ使われ、認証情報になるのはディスカバリーの後です。認証情報のないディスカバリーファイルも同じリクエストを送ります。User-Agentはクライアントの自己申告です。\n\n`kubeadm init`は、このConfigMapだけを対象に、User `system:anonymous`のためのRoleとRoleBinding `kubeadm:bootstrap-signer-clusterinfo`を作ります。ただし、リクエストが先に`system:anonymous`になっていなければならず、それを切り替えるのが`--anonymous-auth`です。',
      fix: [
        {
          do: '問題はありません。トークンで参加するノードがもうないなら、匿名リクエストを無効にするより、RoleBindingを削除してください。',
          cost: 'トークンによるjoinは、足りない権限を示す文面で失敗するようになります。ディスカバリーファイルは引き続き使え、プローブにも影響しません。`kubeadm init phase bootstrap-token`で元に戻せます。',
          code: 'kubectl -n kube-public delete rolebinding kubeadm:bootstrap-signer-clusterinfo',
        },
      ],
    },
  },
  fires: [
    {
      name: 'token discovery of kubeadm 1.20.2',
      text: auditLine({ uri: `«${clusterInfoURI}»`, code: 200, annotations: allowedByBinding }),
    },
    {
      name: 'somebody with curl',
      text: auditLine({ uri: `«${clusterInfoURI}»`, agent: 'curl/7.88.1', code: 200, annotations: allowedByBinding }),
    },
  ],
  silent: [
    {
      name: 'the same read by an administrator',
      text: auditLine({
        uri: clusterInfoURI,
        user: '{"username":"kubernetes-admin","groups":["system:masters","system:authenticated"]}',
        code: 200,
      }),
    },
    {
      name: 'an administrator who impersonates system:anonymous has credentials',
      text: auditLine({
        uri: clusterInfoURI,
        user: `{"username":"kubernetes-admin"},"impersonatedUser":${anonymousUser}`,
        code: 200,
        annotations: allowedByBinding,
      }),
    },
  ],
  see: [
    { source: 'v1.20.2/K4-article-true', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S1m', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/discovery/token/token.go', confidence: 'source' },
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/bootstraptoken/clusterinfo/clusterinfo.go',
      confidence: 'source',
    },
  ],
});
