// Fires where the flag anonymous-auth stands beside a file that configures anonymous access: kube-apiserver refuses both together.

import { findFlag } from '../kubernetes/api-server.ts';
import { skipsExclusion } from '../kubernetes/api-server/authentication-failures.ts';
import { defineFinding } from './finding.ts';
import { removeFlag } from './flag-changes.ts';

export const ka213 = defineFinding({
  code: 'KA213',
  slug: 'anonymous-flag-beside-file',
  severity: 'error',
  *check({ server, version }) {
    if (!server) return;
    const flag = findFlag(server, 'anonymous-auth');
    const refusal = server.failures.find(({ kind }) => kind === 'authentication-conflict');
    const starts = skipsExclusion(version.text) && server.authentication?.anonymous !== undefined;
    if (flag && (refusal || starts))
      yield {
        at: flag.at,
        args: { version: version.text, text: refusal?.text ?? '', starts },
        repair: removeFlag(server, flag),
      };
  },
  text: {
    en: {
      title: 'The flag anonymous-auth must not stand beside a file that configures anonymous access',
      message: ({ version, text, starts }) =>
        starts
          ? `kube-apiserver ${version} does not notice the two together (reported for 1.32.2): it starts, and the file decides, whatever the flag says. An upgrade to a version with the check will not start any more.`
          : `kube-apiserver ${version} exits at its start with \`${text}\`, whether the flag says true or false.${version === '1.32' ? ' (1.32.0 to 1.32.2 did not notice it and let the file decide.)' : ''}`,
      why: 'Since 1.31 an AuthenticationConfiguration may have a section `anonymous`. If it has one, the flag must be absent: the server compares whether it was given, not its value. The message came with a spelling mistake, `--anonynous-auth`, in reports of 1.32 and 1.33; the code of about 1.34 spells it right. Scanners that look only at the flag keep asking for it.',
      repair: 'Removes the flag; the file then decides. Scanners that read only the flag keep warning.',
      fix: [
        {
          do: 'Remove `anonymous-auth` from the flags.',
          cost: 'kube-bench 1.2.1 and other scanners that read only the flag keep warning.',
        },
        {
          do: 'Or remove the section `anonymous` from the file and keep the flag.',
          cost: 'The flag is all or nothing: off breaks token joins and probes, on lets anonymous requests through to RBAC on every path.',
        },
      ],
    },
    ja: {
      title: '匿名アクセスを設定したファイルとフラグanonymous-authは併用できません',
      message: ({ version, text, starts }) =>
        starts
          ? `kube-apiserver ${version}は両方あることに気づかずに起動し(1.32.2での報告)、フラグの値にかかわらずファイルのほうが効きます。この確認が入ったバージョンへ上げると、起動しなくなります。`
          : `kube-apiserver ${version}は、フラグがtrueでもfalseでも、起動時に\`${text}\`で終了します。${version === '1.32' ? '(1.32.0〜1.32.2はこれに気づかず、ファイルのほうが効いていました。)' : ''}`,
      why: '1.31から、AuthenticationConfigurationに`anonymous`セクションを書けます。書いた場合、フラグがあってはいけません。サーバーが見るのは値ではなく、フラグが渡されたかどうかです。このメッセージは1.32と1.33の報告では`--anonynous-auth`と綴りを間違えていて、1.34頃のコードで直っています。フラグだけを見るスキャナーは、その後も指摘を続けます。',
      repair: 'フラグを消し、ファイルの設定だけを効かせます。フラグだけを見るスキャナーの警告は消えません。',
      fix: [
        {
          do: 'フラグから`anonymous-auth`を消します。',
          cost: 'kube-bench 1.2.1など、フラグだけを見るスキャナーの警告は消えません。',
        },
        {
          do: 'または、ファイルから`anonymous`セクションを消し、フラグを残します。',
          cost: 'フラグには全部か無しかの二択しかありません。無効にするとトークンでの参加とプローブが失敗し、有効にするとすべてのパスで匿名リクエストがRBACまで届きます。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a scanner’s flag beside the file',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: «"false"»
  - name: authentication-config
    value: /etc/kubernetes/pki/authn.yaml
---
apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
`,
    },
    {
      name: '1.32.2 does not notice',
      kubernetesVersion: '1.32.2',
      text: `apiVersion: v1
kind: Pod
spec:
  containers:
  - command:
    - kube-apiserver
    - «--anonymous-auth=false»
    - --authentication-config=/etc/kubernetes/pki/authn.yaml
---
apiVersion: apiserver.config.k8s.io/v1beta1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
`,
    },
  ],
  silent: [
    {
      name: 'a file without the section leaves the flag in force',
      kubernetesVersion: '1.34',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: "true"
  - name: authentication-config
    value: /etc/kubernetes/pki/authn.yaml
---
apiVersion: apiserver.config.k8s.io/v1
kind: AuthenticationConfiguration
jwt: []
`,
    },
  ],
  see: [
    { source: 'kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go', since: 31, confidence: 'source' },
    { source: 'https://github.com/gardener/gardener/issues/12191', since: 32, until: 33, confidence: 'reported' },
    { source: 'https://github.com/k3s-io/k3s/issues/12245', since: 32, until: 33, confidence: 'reported' },
    { source: 'https://github.com/kubernetes/kubernetes/issues/130318', since: 32, until: 32, confidence: 'reported' },
    { source: 'https://github.com/kubernetes/kubernetes/pull/130332', since: 32, until: 32, confidence: 'reported' },
  ],
});
