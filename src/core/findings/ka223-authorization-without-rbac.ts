// Fires where RBAC is not among the authorizers: kubeadm's own permissions, cluster-info's among them, do not count.

import { findFlag } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';
import { setFlag } from './flag-changes.ts';

export const ka223 = defineFinding({
  code: 'KA223',
  slug: 'authorization-without-rbac',
  severity: 'warning',
  *check({ server }) {
    if (!server) return;
    const { authorizationModes: modes } = server;
    if (modes.includes('RBAC') || modes.includes('AlwaysAllow')) return;
    const flag = findFlag(server, 'authorization-config') ?? findFlag(server, 'authorization-mode');
    if (!flag) return;
    const file = flag.name === 'authorization-config';
    const others = modes.filter((mode) => mode !== 'Node');
    const repair = file ? [] : setFlag(server, flag, ['Node', 'RBAC', ...others].join(','));
    yield { at: flag.at, args: { name: flag.name, value: flag.value, file }, repair };
  },
  text: {
    en: {
      title: 'What an anonymous request may do is not decided by RBAC here, as far as this paste shows',
      message: ({ name, value, file }) =>
        file
          ? `\`${name}: ${value}\` names a file with the authorizers, which is not read here. Whether a stranger may read \`/livez\` or cluster-info depends on it.`
          : `\`${name}: ${value}\` leaves RBAC out. kubeadm’s RoleBinding for cluster-info and the default right to read \`/livez\` then count for nothing; whether a stranger gets 200 or 403 depends on the other authorizers.`,
      why: 'kubeadm grants everything by RBAC objects: that `system:anonymous` may read `kube-public/cluster-info`, that bootstrap tokens may post certificate requests, that nodes may register. Without the authorizer RBAC these objects are only data.',
      repair:
        'Puts `Node,RBAC` in front of the other authorizers. What RBAC does not allow is still passed on to them.',
      fix: [
        {
          do: 'Keep `Node,RBAC` in the list, and put others behind them.',
          cost: 'None; what RBAC does not allow is passed on to the next authorizer.',
          code: 'authorization-mode: Node,RBAC,Webhook',
        },
      ],
    },
    ja: {
      title: 'このテキストの限りでは、匿名リクエストに何を許すかをRBACが決めていません',
      message: ({ name, value, file }) =>
        file
          ? `\`${name}: ${value}\`は認可の設定ファイルを指していますが、ここでは読みません。\`/livez\`やcluster-infoを匿名で読めるかどうかは、その内容によります。`
          : `\`${name}: ${value}\`にはRBACがありません。そのため、cluster-infoのためにkubeadmが作るRoleBindingも、\`/livez\`を読める既定の権限も効かず、匿名リクエストが200になるか403になるかは、ほかの認可モード次第です。`,
      why: 'kubeadmは権限をすべてRBACのオブジェクトで与えます。`system:anonymous`が`kube-public/cluster-info`を読めること、ブートストラップトークンで証明書を要求できること、ノードが登録できることがそうです。認可モードにRBACがなければ、これらはただのデータです。',
      repair:
        'ほかの認可モードの前に`Node,RBAC`を置きます。RBACが許可しなかったものは、これまでどおり次のモードに渡されます。',
      fix: [
        {
          do: '一覧に`Node,RBAC`を残し、ほかのモードはその後ろに書きます。',
          cost: 'ありません。RBACが許可しなかったものは、次の認可モードに渡されます。',
          code: 'authorization-mode: Node,RBAC,Webhook',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a webhook alone',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    authorization-mode: «Node,Webhook»
`,
    },
  ],
  silent: [
    {
      name: 'a webhook behind RBAC',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    authorization-mode: Node,RBAC,Webhook
`,
    },
  ],
  see: [
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/bootstraptoken/clusterinfo/clusterinfo.go',
      confidence: 'source',
    },
    { source: 'kubernetes/kubernetes plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go', confidence: 'source' },
  ],
});
