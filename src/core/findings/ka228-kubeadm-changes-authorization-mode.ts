// Fires where kubeadm up to 1.27 writes other authorizers than the file asks for.

import { findFlag } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';

export const ka228 = defineFinding({
  code: 'KA228',
  slug: 'kubeadm-changes-authorization-mode',
  severity: 'warning',
  *check({ server, version }) {
    if (server?.from !== 'kubeadm') return;
    const flag = findFlag(server, 'authorization-mode');
    const written = server.authorizationModes.join(',');
    if (!flag || flag.value === written || version.minor > 27) return;
    yield { at: flag.at, args: { value: flag.value, written, version: version.text, fixed: version.minor <= 16 } };
  },
  text: {
    en: {
      title: 'kubeadm writes other authorization modes than the file asks for',
      message: ({ value, written, version, fixed }) =>
        `kubeadm ${version} makes \`${written}\` of \`${value}\`${fixed ? ', without a word' : '; it only warns about modes that it does not know'}.`,
      why: 'Up to 1.16 the list is always `Node,RBAC`, with ABAC and Webhook behind it where the text contains their names; AlwaysAllow and another order are lost. From 1.17 to 1.27 modes that kubeadm does not know are left out with the warning `ignoring unknown kube-apiserver authorization-mode`. From 1.28 on the list is written as it stands.',
      fix: [
        {
          do: 'Write what kubeadm writes, or leave the entry out.',
          cost: 'None.',
          code: 'authorization-mode: Node,RBAC',
        },
      ],
    },
    ja: {
      title: 'kubeadmが、ファイルとは違う認可モードを書きます',
      message: ({ value, written, version, fixed }) =>
        `kubeadm ${version}は\`${value}\`を\`${written}\`にして書きます${fixed ? '(何も表示しません)' : '(知らないモードについて警告するだけです)'}。`,
      why: '1.16までは常に`Node,RBAC`で、テキストにABACやWebhookという名前が含まれていれば後ろに足されます。AlwaysAllowや別の順序は失われます。1.17〜1.27では、kubeadmの知らないモードは`ignoring unknown kube-apiserver authorization-mode`という警告とともに除かれます。1.28からは、一覧が書かれたとおりに使われます。',
      fix: [
        {
          do: 'kubeadmが書くとおりに書くか、項目を消します。',
          cost: 'ありません。',
          code: 'authorization-mode: Node,RBAC',
        },
      ],
    },
  },
  fires: [
    {
      name: 'AlwaysAllow lost in 1.15',
      kubernetesVersion: '1.15',
      text: `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.15.3
apiServer:
  extraArgs:
    authorization-mode: «AlwaysAllow»
`,
    },
  ],
  silent: [
    {
      name: 'as it stands from 1.28 on',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    authorization-mode: RBAC,Node
`,
    },
  ],
  see: [
    {
      source: 'kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go',
      until: 27,
      confidence: 'source',
    },
    { source: 'https://github.com/kubernetes/kubernetes/pull/82616', since: 17, confidence: 'reported' },
  ],
});
