// Fires on a binding that gives requests without credentials more than the two defaults: whoever reaches the port has these rights.

import { defineFinding } from './finding.ts';

type Args = { readonly kind: string; readonly name: string; readonly role: string; readonly subject: string };

/** What Kubernetes and kubeadm bind themselves, and what makes OIDC discovery public: two paths without secrets. */
const harmless: readonly string[] = [
  'system:public-info-viewer',
  'kubeadm:bootstrap-signer-clusterinfo',
  'system:service-account-issuer-discovery',
];

export const ka235 = defineFinding<Args>({
  code: 'KA235',
  slug: 'binding-for-anonymous',
  severity: 'warning',
  *check({ anonymousBindings }) {
    for (const { kind, name, role, subject, at } of anonymousBindings)
      if (!harmless.includes(role)) yield { at, args: { kind, name, role, subject } };
  },
  text: {
    en: {
      title: 'A binding gives rights to requests without credentials',
      message: ({ kind, name, role, subject }) =>
        `The ${kind} \`${name}\` gives \`${role}\` to \`${subject}\`: everybody who reaches the API server’s port has these rights, without a password.${
          role === 'cluster-admin'
            ? ' `cluster-admin` is everything: read every Secret, run anything on every node. Delete it now, and treat every Secret as read.'
            : ''
        } With anonymous requests off it has no effect, and comes back with them.`,
      why: 'A request without credentials is the user `system:anonymous` in the group `system:unauthenticated`. By default they may read the health paths and the version (`system:public-info-viewer`) and, with kubeadm, cluster-info. The advice to bind more makes a 403 go away by taking the second gate away for everybody; what is nearly always needed is a credential, or one path.',
      fix: [
        {
          do: 'Delete the binding, and look in the audit log for what strangers did meanwhile.',
          cost: 'Whatever relied on it gets 403. What was read until then is not undone.',
          code: "kubectl get clusterrolebindings,rolebindings -A -o wide | grep -E 'system:(anonymous|unauthenticated)'",
        },
        {
          do: 'If one path has to be readable without credentials, bind a role for exactly that path.',
          cost: 'A role and a binding to look after.',
          code: 'kubectl create clusterrole read-one-path --verb=get --non-resource-url=/PATH\nkubectl create clusterrolebinding read-one-path --clusterrole=read-one-path --group=system:unauthenticated',
        },
      ],
    },
    ja: {
      title: '認証情報のないリクエストに権限を与えるバインディングです',
      message: ({ kind, name, role, subject }) =>
        `${kind} \`${name}\`は\`${subject}\`に\`${role}\`を与えています。APIサーバーのポートに届く人なら誰でも、パスワードなしでこの権限を持ちます。${
          role === 'cluster-admin'
            ? '`cluster-admin`はすべての権限です。あらゆるSecretを読み、どのノードでも何でも実行できます。すぐに削除し、すべてのSecretが読まれたものとして扱ってください。'
            : ''
        }匿名リクエストが無効なら効果はありませんが、有効に戻すと復活します。`,
      why: '認証情報のないリクエストは、グループ`system:unauthenticated`のユーザー`system:anonymous`として扱われます。既定で許されるのは、ヘルスチェックのパスとバージョン(`system:public-info-viewer`)、それにkubeadmの場合はcluster-infoの読み取りだけです。権限を追加すれば403は消えますが、2つ目の門を全員に対して外すことになります。必要なのは、ほとんどの場合、認証情報か、1つのパスだけです。',
      fix: [
        {
          do: 'バインディングを削除し、その間に何をされたかを監査ログで確かめます。',
          cost: 'それに頼っていたものは403になります。それまでに読まれた内容は取り消せません。',
          code: "kubectl get clusterrolebindings,rolebindings -A -o wide | grep -E 'system:(anonymous|unauthenticated)'",
        },
        {
          do: '認証情報なしで読めるパスが必要な場合は、そのパスだけのロールをバインドします。',
          cost: 'ロールとバインディングを管理する手間が増えます。',
          code: 'kubectl create clusterrole read-one-path --verb=get --non-resource-url=/PATH\nkubectl create clusterrolebinding read-one-path --clusterrole=read-one-path --group=system:unauthenticated',
        },
      ],
    },
  },
  fires: [
    {
      name: 'everything for everybody',
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: quick-fix
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
- kind: User
  name: «system:anonymous»
  apiGroup: rbac.authorization.k8s.io
`,
    },
  ],
  silent: [
    {
      name: 'what kubeadm binds',
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: kubeadm:bootstrap-signer-clusterinfo
  namespace: kube-public
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: kubeadm:bootstrap-signer-clusterinfo
subjects:
- kind: User
  name: system:anonymous
`,
    },
  ],
  see: [
    {
      source: 'kubernetes/kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go',
      since: 14,
      confidence: 'source',
    },
    { source: 'https://github.com/kubernetes-sigs/kind/issues/571', confidence: 'reported' },
  ],
});
