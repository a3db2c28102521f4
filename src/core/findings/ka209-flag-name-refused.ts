// Fires where an argument is no flag of this kube-apiserver: dashes in the name, a typing mistake, a flag of another version.

import { defineFinding } from './finding.ts';
import { renameFlag } from './flag-changes.ts';

export const ka209 = defineFinding({
  code: 'KA209',
  slug: 'flag-name-refused',
  severity: 'error',
  *check({ server, version }) {
    for (const { kind, name, text, hint, at } of server?.failures ?? []) {
      if (kind !== 'flag-name' && kind !== 'not-a-flag') continue;
      const isClear = hint !== '' && !/^-*no-/.test(name);
      const repair = server && isClear ? renameFlag(server, { name, at }, hint) : [];
      yield { at, args: { text, hint, version: version.text, kubeadm: server?.from === 'kubeadm' }, repair };
    }
  },
  text: {
    en: {
      title: 'kube-apiserver does not start: it has no such flag',
      message: ({ text, hint, version, kubeadm }) =>
        `kube-apiserver ${version} exits at its start with \`${text}\`.${hint ? ` Probably \`${hint}\` was meant.` : ''}${kubeadm ? ' kubeadm does not look at names: it puts `--` in front of whatever stands in `extraArgs`, and `=` and the value behind it.' : ''}`,
      why: 'Names are compared letter by letter: capitals, a missing letter or a blank make another name, and one name that the server does not know stops it. Two dashes too many are `bad flag syntax`; a word without dashes is no flag at all. Some flags exist only in some versions: `authentication-config` from 1.29 on, `insecure-port` until 1.23.',
      repair:
        'Writes the name that was probably meant. The flag then counts, with everything that follows from its value.',
      fix: [
        {
          do: 'Write the name as in the reference of your version, in lower case, with hyphens; in `extraArgs` without dashes in front.',
          cost: 'None. Before writing `anonymous-auth: "false"`, read what that breaks (KA201, KA202).',
          code: 'audit-log-path: /var/log/kubernetes/audit/audit.log',
        },
        {
          do: 'Remove a flag that your version does not have any more.',
          cost: 'What it did is gone; look up in the release notes what took its place.',
        },
      ],
    },
    ja: {
      title: '存在しないフラグがあるため、kube-apiserverが起動しません',
      message: ({ text, hint, version, kubeadm }) =>
        `kube-apiserver ${version}は起動時に\`${text}\`で終了します。${hint ? `おそらく\`${hint}\`の書き間違いです。` : ''}${kubeadm ? 'kubeadmは名前を確かめず、`extraArgs`に書かれたものの前に`--`を、後ろに`=`と値を付けるだけです。' : ''}`,
      why: '名前は1文字ずつ比べられます。大文字、1文字の抜け、空白があれば別の名前になり、知らない名前が1つあるだけでサーバーは起動しません。ハイフンが2つ多ければ`bad flag syntax`になり、ハイフンのない語はフラグとして扱われません。一部のバージョンにしかないフラグもあります(`authentication-config`は1.29から、`insecure-port`は1.23まで)。',
      repair: 'おそらく意図されていた名前に書き直します。フラグが効くようになり、その値に応じた結果も生じます。',
      fix: [
        {
          do: '使っているバージョンのリファレンスにある名前を、小文字とハイフンで書きます。`extraArgs`では先頭のハイフンを付けません。',
          cost: 'ありません。ただし`anonymous-auth: "false"`と書く前に、何が壊れるか(KA201、KA202)を確認してください。',
          code: 'audit-log-path: /var/log/kubernetes/audit/audit.log',
        },
        {
          do: '使っているバージョンにもうないフラグは消します。',
          cost: 'そのフラグの働きは失われます。代わりになるものはリリースノートで確認してください。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'dashes, a typing mistake and a capital',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    «--anonymous-auth»: "false"
    «anonymus-auth»: "false"
    «Audit-Log-Path»: /var/log/audit.log
`,
    },
    {
      name: 'a flag of a newer version, and one that is gone',
      kubernetesVersion: '1.28',
      text: `apiVersion: v1
kind: Pod
spec:
  containers:
  - command:
    - kube-apiserver
    - «--authentication-config=/etc/kubernetes/authn.yaml»
    - «--insecure-port=0»
`,
    },
  ],
  silent: [
    {
      name: 'a flag that is not in our table',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    goaway-chance: "0.001"
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5/static-failures.jsonl', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5/static-failures.jsonl', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/arguments.go', confidence: 'source' },
  ],
});
