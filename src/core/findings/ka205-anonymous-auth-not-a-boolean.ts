// Fires where the flag's value is no boolean for Go: kubeadm takes the file, and kube-apiserver exits at every start.

import { flagName } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';
import { setFlag } from './flag-changes.ts';

/** What a word that is no Go boolean says all the same; undefined where nobody can tell. */
function meantBoolean(value: string): 'true' | 'false' | undefined {
  const word = value.trim().toLowerCase();
  if (['true', 'yes', 'y', 'on', 'enable', 'enabled'].includes(word)) return 'true';
  return ['false', 'no', 'n', 'off', 'disable', 'disabled'].includes(word) ? 'false' : undefined;
}

export const ka205 = defineFinding({
  code: 'KA205',
  slug: 'anonymous-auth-not-a-boolean',
  severity: 'error',
  *check({ server }) {
    if (!server) return;
    for (const { kind, name, text, at } of server.failures) {
      if (kind !== 'flag-value' || flagName(name, server.minor) !== 'anonymous-auth') continue;
      const flag = server.flags.find((one) => one.at === at);
      const meant = flag && meantBoolean(flag.value);
      const repair = !flag || !meant ? [] : setFlag(server, flag, meant);
      yield { at, args: { text, kubeadm: server.from === 'kubeadm' }, repair };
    }
  },
  text: {
    en: {
      title: 'kube-apiserver does not start: the value of anonymous-auth is no boolean',
      message: ({ text, kubeadm }) =>
        `kube-apiserver exits at its start with \`${text}\`${kubeadm ? '. kubeadm writes the value into the manifest without looking at it, and `kubeadm init` waits for a control plane that never comes up' : ''}.`,
      why: 'Flags are read by Go’s `strconv.ParseBool`, which knows `1 t T TRUE true True` and `0 f F FALSE false False`. The words that YAML 1.1 also reads as booleans (`yes`, `no`, `on`, `off`) are none for it, and an empty value is none either.',
      repair:
        'Writes what the word says as a Go boolean. The server then starts and does what the line says; `false` has consequences of its own (KA201, KA202).',
      fix: [
        {
          do: 'Write `"true"` or `"false"`, in quotes, or remove the entry: true is the default.',
          cost: 'None. Before writing `"false"`, read what that breaks (KA201, KA202).',
          code: 'anonymous-auth: "true"',
        },
      ],
    },
    ja: {
      title: 'anonymous-authの値が真偽値ではないため、kube-apiserverが起動しません',
      message: ({ text, kubeadm }) =>
        `kube-apiserverは起動時に\`${text}\`で終了します。${kubeadm ? 'kubeadmは値を確かめずにマニフェストへ書くため、`kubeadm init`は立ち上がることのないコントロールプレーンを待ち続けます。' : ''}`,
      why: 'フラグはGoの`strconv.ParseBool`で読まれ、使えるのは`1 t T TRUE true True`と`0 f F FALSE false False`だけです。YAML 1.1が真偽値とみなす`yes`、`no`、`on`、`off`も、空の値も、ここでは真偽値ではありません。',
      repair:
        '書かれている語の意味を、Goの真偽値で書き直します。サーバーは起動し、その値のとおりに動きます。`false`の場合の影響はKA201、KA202を参照してください。',
      fix: [
        {
          do: '引用符を付けて`"true"`または`"false"`と書くか、項目を消します(既定値はtrueです)。',
          cost: 'ありません。ただし`"false"`にする前に、何が壊れるか(KA201、KA202)を確認してください。',
          code: 'anonymous-auth: "true"',
        },
      ],
    },
  },
  fires: [
    {
      name: 'quoted, but not a Go boolean',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    anonymous-auth: «"no"»
`,
    },
  ],
  silent: [
    {
      name: 'all six spellings of false are fine for Go',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    anonymous-auth: "F"
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5/static-failures.jsonl', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5/static-failures.jsonl', since: 28, until: 28, confidence: 'run' },
  ],
});
