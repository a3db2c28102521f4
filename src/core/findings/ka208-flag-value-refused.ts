// Fires where a flag's value is not of the flag's type: kubeadm takes the file, and kube-apiserver exits at every start.

import { flagName } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';

export const ka208 = defineFinding({
  code: 'KA208',
  slug: 'flag-value-refused',
  severity: 'error',
  *check({ server }) {
    if (!server) return;
    for (const { kind, name, text, at } of server.failures) {
      if (kind !== 'flag-value' || flagName(name, server.minor) === 'anonymous-auth') continue;
      yield { at, args: { text, kubeadm: server.from === 'kubeadm' } };
    }
  },
  text: {
    en: {
      title: 'kube-apiserver does not start: a flag’s value is of the wrong type',
      message: ({ text, kubeadm }) =>
        `kube-apiserver exits at its start with \`${text}\`.${kubeadm ? ' kubeadm looks at no value in `extraArgs`, so `kubeadm init` writes the manifest and then waits for a control plane that never comes up.' : ''}`,
      why: 'Every flag has a type. Booleans are read by `strconv.ParseBool` (`true`, `false`, `1`, `0`, `t`, `f` and their capitals), whole numbers by `strconv.ParseInt` (no units: days and megabytes are in the flag’s meaning, not in its value), durations by `time.ParseDuration` (`30s`, `5m`, `1h30m`: the unit is required). An empty value is of none of these types.',
      fix: [
        {
          do: 'Write a value of the flag’s type, in quotes in a kubeadm file.',
          cost: 'None.',
          code: 'audit-log-maxage: "30"',
        },
      ],
    },
    ja: {
      title: 'フラグの値の型が違うため、kube-apiserverが起動しません',
      message: ({ text, kubeadm }) =>
        `kube-apiserverは起動時に\`${text}\`で終了します。${kubeadm ? 'kubeadmは`extraArgs`の値を確かめないため、`kubeadm init`はマニフェストを書いたあと、立ち上がることのないコントロールプレーンを待ち続けます。' : ''}`,
      why: 'フラグにはそれぞれ型があります。真偽値は`strconv.ParseBool`(`true`、`false`、`1`、`0`、`t`、`f`とその大文字)、整数は`strconv.ParseInt`(単位は付けません。日数やメガバイトという単位はフラグの意味に含まれています)、時間は`time.ParseDuration`(`30s`、`5m`、`1h30m`のように単位が必須)で読まれます。空の値はどの型にもなりません。',
      fix: [
        {
          do: 'フラグの型に合う値を書きます。kubeadmのファイルでは引用符で囲みます。',
          cost: 'ありません。',
          code: 'audit-log-maxage: "30"',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a number with a unit',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-maxage: «30d»
    profiling: «"no"»
`,
    },
    {
      name: 'in a manifest',
      kubernetesVersion: '1.34',
      text: `apiVersion: v1
kind: Pod
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - «--request-timeout=60»
`,
    },
  ],
  silent: [
    {
      name: 'numbers as Go writes them',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    audit-log-maxage: "0x1e"
    request-timeout: 1m30s
`,
    },
  ],
  see: [
    { source: 'github.com/spf13/pflag 1.0.10', confidence: 'run' },
    { source: 'v1.20.2/S5/static-failures.jsonl', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5/static-failures.jsonl', since: 28, until: 28, confidence: 'run' },
  ],
});
