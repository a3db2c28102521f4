// KA501 fires on an allowed anonymous read of kube-public/cluster-info: with kubeadm as client it is the discovery step of `kubeadm join`.

import { clusterInfoPath } from '../kubernetes/audit-event.ts';
import { listDistinct, oneEventPerRequest, sourceOf } from '../kubernetes/audit-requests.ts';
import type { Facts } from '../kubernetes/facts.ts';
import { defineFinding, type Hit } from './finding.ts';

type Args = {
  readonly requests: number;
  readonly sources: string;
  readonly clients: string;
  readonly kubeadm: boolean;
  readonly binding: string;
  readonly role: string;
};

function* check({ events }: Facts): Generator<Hit<Args>> {
  const reads = oneEventPerRequest(events).filter(
    ({ identity, path, code }) => identity === 'anonymous' && path === clusterInfoPath && code === 200,
  );
  for (const kubeadm of [true, false]) {
    const group = reads.filter(({ client }) => (client.program === 'kubeadm') === kubeadm);
    const [first] = group;
    if (!first) continue;
    yield {
      at: { object: first.object, path: ['requestURI'] },
      args: {
        requests: group.length,
        sources: listDistinct(group.map(sourceOf)),
        clients: listDistinct(group.map(({ userAgent }) => userAgent)),
        kubeadm,
        binding: first.reason ? `${first.reason.bindingKind} ${first.reason.bindingName}` : '',
        role: first.reason ? `${first.reason.roleKind} ${first.reason.roleName}` : '',
      },
    };
  }
}

const event = (user: string, path: string, code: number): string =>
  `{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"f4818184-7fbd-41a8-b6c1-89d51af38a3b","stage":"ResponseComplete","requestURI":${path},"verb":"get","user":${user},"sourceIPs":["10.146.0.5"],"userAgent":"kubeadm/v1.20.2 (linux/amd64) kubernetes/faecb19","objectRef":{"resource":"configmaps","namespace":"kube-public","name":"cluster-info","apiVersion":"v1"},"responseStatus":{"metadata":{},"code":${code}},"requestReceivedTimestamp":"2026-11-23T23:20:48.476619Z","stageTimestamp":"2026-11-23T23:20:48.479437Z","annotations":{"authorization.k8s.io/decision":"allow","authorization.k8s.io/reason":"RBAC: allowed by RoleBinding \\"kubeadm:bootstrap-signer-clusterinfo/kube-public\\" of Role \\"kubeadm:bootstrap-signer-clusterinfo\\" to User \\"system:anonymous\\""}}`;
const clusterInfo = '"/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s"';
const anonymous = '{"username":"system:anonymous","groups":["system:unauthenticated"]}';

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

export const ka501 = defineFinding<Args>({
  code: 'KA501',
  slug: 'anonymous-read-of-cluster-info',
  severity: 'note',
  check,
  text: {
    en: {
      title: 'The ConfigMap cluster-info was read without credentials',
      message: (a) =>
        `A caller at \`${a.sources}\` (\`${a.clients}\`) read \`kube-public/cluster-info\` ${times(a.requests)} as \`system:anonymous\`, that is, without credentials. ${
          a.binding ? `\`${a.binding}\` allowed it, which gives \`${a.role}\`. ` : ''
        }${
          a.kubeadm
            ? 'This is what the discovery step of `kubeadm join` does, and it is what `--anonymous-auth=false` would stop.'
            : 'The user agent is not that of kubeadm. Anybody who reaches the APIサーバー may read this ConfigMap: it holds the CA certificate and the address of the cluster, and no secret.'
        }`,
      why: 'A new node has no credentials that the cluster knows and does not yet trust the cluster’s certificate. `kubeadm join` with a token therefore first reads the ConfigMap `cluster-info` in the namespace `kube-public` without any credentials. The token only checks the signature of what it read. It becomes a credential after discovery has succeeded.\n\n`kubeadm init` creates the Role and the RoleBinding `kubeadm:bootstrap-signer-clusterinfo` for this one ConfigMap and the User `system:anonymous`. The request must first have become `system:anonymous`, and that is what `--anonymous-auth` switches.\n\nA user agent is the client’s own word; a discovery file without credentials makes the same request.',
      fix: [
        {
          do: 'Nothing is wrong. If no node needs to join by token, delete the RoleBinding rather than turning anonymous requests off.',
          cost: 'Token joins then fail with a text that names the missing right. Probes and load balancers go on working. A join with a discovery file still works.',
          code: 'kubectl -n kube-public delete rolebinding kubeadm:bootstrap-signer-clusterinfo',
        },
      ],
    },
    ja: {
      title: 'ConfigMap cluster-infoが認証情報なしで読み取られています',
      message: (a) =>
        `\`${a.sources}\`の呼び出し元(\`${a.clients}\`)が、認証情報なしで(\`system:anonymous\`として)\`kube-public/cluster-info\`を${a.requests}回読み取りました。${
          a.binding ? `\`${a.role}\`を与える\`${a.binding}\`が許可しています。` : ''
        }${
          a.kubeadm
            ? 'これは`kubeadm join`のdiscoveryの動作で、`--anonymous-auth=false`にすると止まるのはこのリクエストです。'
            : 'User-Agentはkubeadmのものではありません。このConfigMapはAPIサーバーに届く人なら誰でも読めます。中身はCA証明書とクラスターのアドレスで、秘密情報は含まれません。'
        }`,
      why: '新しいノードは、クラスターに通用する認証情報をまだ持たず、クラスターの証明書もまだ信頼できません。そのため、トークンを使う`kubeadm join`は、まずNamespace `kube-public`のConfigMap `cluster-info`を認証情報なしで読み取ります。この段階でトークンは、読み取った内容の署名の検証にだけ使われます。認証情報として使われるのはdiscoveryが成功した後です。\n\n`kubeadm init`は、このConfigMapだけを対象に、User `system:anonymous`向けのRoleとRoleBinding `kubeadm:bootstrap-signer-clusterinfo`を作成します。ただし、リクエストが先に`system:anonymous`になっている必要があり、それを切り替えるのが`--anonymous-auth`です。\n\nUser-Agentはクライアントの自己申告です。認証情報を含まないdiscoveryファイルを使った場合も、同じリクエストになります。',
      fix: [
        {
          do: '問題はありません。トークンでjoinするノードがもうないなら、匿名リクエストを無効にするより、RoleBindingを削除してください。',
          cost: 'トークンによるjoinは、不足している権限を示すメッセージで失敗するようになります。プローブとロードバランサーは影響を受けません。discoveryファイルによるjoinは引き続き成功します。',
          code: 'kubectl -n kube-public delete rolebinding kubeadm:bootstrap-signer-clusterinfo',
        },
      ],
    },
  },
  fires: [{ name: 'token discovery of kubeadm 1.20.2', text: event(anonymous, `«${clusterInfo}»`, 200) }],
  silent: [
    { name: 'the same read by an administrator', text: event('{"username":"kubernetes-admin"}', clusterInfo, 200) },
  ],
  see: [
    { source: 'v1.20.2/K4-article-true', confidence: 'run' },
    { source: 'v1.28.4/S1m', confidence: 'run' },
    { source: 'cmd/kubeadm/app/discovery/token/token.go', confidence: 'source' },
    { source: 'cmd/kubeadm/app/phases/bootstraptoken/clusterinfo/clusterinfo.go', confidence: 'source' },
  ],
});
