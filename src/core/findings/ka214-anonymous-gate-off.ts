// Fires where a feature gate that the AuthenticationConfiguration needs is off, or is named where it does not exist or is locked.

import { defineFinding } from './finding.ts';

export const ka214 = defineFinding({
  code: 'KA214',
  slug: 'anonymous-gate-off',
  severity: 'error',
  *check({ server, version }) {
    for (const { kind, name, text, at } of server?.failures ?? []) {
      if (kind !== 'authentication-gate') continue;
      const state = text.startsWith('unrecognized') ? 'unknown' : text.startsWith('cannot set') ? 'locked' : 'off';
      yield { at, args: { gate: name, text, version: version.text, state } };
    }
  },
  text: {
    en: {
      title: 'kube-apiserver does not start: a feature gate of the authentication file is off, or gone',
      message: ({ gate, text, version, state }) =>
        state === 'unknown'
          ? `kube-apiserver ${version} does not have the feature gate \`${gate}\`, and naming it stops the server (inferred, not run; in other gates’ case it prints \`${text}\`).`
          : state === 'locked'
            ? `In ${version} the feature gate \`${gate}\` cannot be switched off, and trying it stops the server (inferred, not run; in other gates’ case it prints \`${text}\`).`
            : `In ${version} the feature gate \`${gate}\` is off here, and kube-apiserver exits at its start with \`${text}\`.`,
      why: 'The file `--authentication-config` is alpha in 1.29 (gate `StructuredAuthenticationConfiguration` off), beta and on from 1.30, and final from 1.34. Its section `anonymous` is alpha in 1.31 (gate `AnonymousAuthConfigurableEndpoints` off), beta and on in 1.32 and 1.33, and final from 1.34. In 1.37 both gates are gone.',
      fix: [
        {
          do: 'Switch the gate on in the API server’s own `feature-gates` (not in kubeadm’s `featureGates`).',
          cost: 'An alpha feature may change or go; on 1.32 and newer it is on without that.',
          code: 'feature-gates: AnonymousAuthConfigurableEndpoints=true',
          since: 31,
          until: 33,
        },
        {
          do: 'Remove the gate’s name: from 1.34 on the feature is always on, and 1.37 does not know the name any more.',
          cost: 'None.',
          since: 34,
        },
      ],
    },
    ja: {
      title: '認証設定ファイルに必要なフィーチャーゲートが無効か、もう存在しないため、kube-apiserverが起動しません',
      message: ({ gate, text, version, state }) =>
        state === 'unknown'
          ? `kube-apiserver ${version}にはフィーチャーゲート\`${gate}\`がなく、名前を書くとサーバーは起動しません(推定で、実行はしていません。ほかのゲートの場合は\`${text}\`と表示されます)。`
          : state === 'locked'
            ? `${version}ではフィーチャーゲート\`${gate}\`を無効にできず、無効にしようとするとサーバーは起動しません(推定で、実行はしていません。ほかのゲートの場合は\`${text}\`と表示されます)。`
            : `${version}のこの設定ではフィーチャーゲート\`${gate}\`が無効なので、kube-apiserverは起動時に\`${text}\`で終了します。`,
      why: '`--authentication-config`のファイルは、1.29ではアルファ(ゲート`StructuredAuthenticationConfiguration`は無効)、1.30からベータで有効、1.34で正式版になりました。その`anonymous`セクションは、1.31ではアルファ(ゲート`AnonymousAuthConfigurableEndpoints`は無効)、1.32と1.33ではベータで有効、1.34で正式版です。1.37では両方のゲートがなくなります。',
      fix: [
        {
          do: 'APIサーバー自身の`feature-gates`でゲートを有効にします(kubeadmの`featureGates`ではありません)。',
          cost: 'アルファの機能は変わったり、なくなったりすることがあります。1.32以降では書かなくても有効です。',
          code: 'feature-gates: AnonymousAuthConfigurableEndpoints=true',
          since: 31,
          until: 33,
        },
        {
          do: 'ゲートの名前を消します。1.34以降この機能は常に有効で、1.37ではゲートの名前もなくなりました。',
          cost: 'ありません。',
          since: 34,
        },
      ],
    },
  },
  fires: [
    {
      name: '1.31 without the gate',
      kubernetesVersion: '1.31',
      text: `apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthenticationConfiguration
«anonymous»:
  enabled: true
`,
    },
    {
      name: '1.28 with a gate that is not there yet',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    feature-gates: «AnonymousAuthConfigurableEndpoints=true»
`,
    },
    {
      name: '1.34 with a gate that is locked',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: feature-gates
    value: «AnonymousAuthConfigurableEndpoints=false»
`,
    },
    {
      name: '1.37 with a gate that is gone',
      kubernetesVersion: '1.37',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.37.0
apiServer:
  extraArgs:
  - name: feature-gates
    value: «AnonymousAuthConfigurableEndpoints=true»
`,
    },
  ],
  silent: [
    {
      name: '1.31 with the gate',
      kubernetesVersion: '1.31',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.31.0
apiServer:
  extraArgs:
  - name: authentication-config
    value: /etc/kubernetes/pki/authn.yaml
  - name: feature-gates
    value: AnonymousAuthConfigurableEndpoints=true
---
apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
`,
    },
  ],
  see: [
    { source: 'k8s.io/apiserver pkg/features/kube_features.go v0.31–v0.37.0-beta.0', since: 31, confidence: 'source' },
    { source: 'https://github.com/kubernetes/kubernetes/pull/138723', since: 37, confidence: 'inferred' },
  ],
});
