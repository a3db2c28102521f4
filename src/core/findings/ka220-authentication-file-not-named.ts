// Fires where an AuthenticationConfiguration is pasted with a server that no flag tells to read it: the file does nothing.

import { defineFinding } from './finding.ts';

export const ka220 = defineFinding({
  code: 'KA220',
  slug: 'authentication-file-not-named',
  severity: 'warning',
  *check({ server, unreadAuthentication }) {
    if (!server) return;
    for (const at of unreadAuthentication) yield { at, args: { kubeadm: server.from === 'kubeadm' } };
  },
  text: {
    en: {
      title: 'No flag names this AuthenticationConfiguration: kube-apiserver does not read it',
      message: ({ kubeadm }) =>
        `The ${kubeadm ? 'kubeadm file' : 'manifest'} beside it has no flag \`authentication-config\`, so what this file says has no effect on that server.`,
      why: 'kube-apiserver reads the file only if `--authentication-config` names it, from 1.29 on. kubeadm knows nothing of the file: it neither writes the flag nor copies the file nor mounts it.',
      fix: [
        {
          do: 'Name the file and mount its folder.',
          cost: 'The file has to lie on every control-plane host before kubeadm runs there.',
          code: `apiServer:
  extraArgs:
  - name: authentication-config
    value: /etc/kubernetes/authn/authentication-config.yaml
  extraVolumes:
  - name: authn-config
    hostPath: /etc/kubernetes/authn
    mountPath: /etc/kubernetes/authn
    readOnly: true
    pathType: Directory`,
          since: 29,
        },
      ],
    },
    ja: {
      title: 'このAuthenticationConfigurationはどのフラグからも指定されておらず、kube-apiserverに読まれません',
      message: ({ kubeadm }) =>
        `一緒に貼り付けられた${kubeadm ? 'kubeadmのファイル' : 'マニフェスト'}にはフラグ\`authentication-config\`がないため、このファイルの内容はそのサーバーに影響しません。`,
      why: 'kube-apiserverがこのファイルを読むのは、`--authentication-config`で指定されたときだけです(1.29から)。kubeadmはこのファイルについて何も知らず、フラグを書くことも、ファイルをコピーすることも、マウントすることもありません。',
      fix: [
        {
          do: 'フラグでファイルを指定し、そのディレクトリをマウントします。',
          cost: 'kubeadmを実行する前に、すべてのコントロールプレーンホストにファイルを置いておく必要があります。',
          code: `apiServer:
  extraArgs:
  - name: authentication-config
    value: /etc/kubernetes/authn/authentication-config.yaml
  extraVolumes:
  - name: authn-config
    hostPath: /etc/kubernetes/authn
    mountPath: /etc/kubernetes/authn
    readOnly: true
    pathType: Directory`,
          since: 29,
        },
      ],
    },
  },
  fires: [
    {
      name: 'a file without its flag',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
---
apiVersion: apiserver.config.k8s.io/v1
kind: «AuthenticationConfiguration»
anonymous:
  enabled: true
`,
    },
  ],
  silent: [
    {
      name: 'the file alone',
      kubernetesVersion: '1.34',
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go', since: 29, confidence: 'source' },
  ],
});
