// Fires where one flag stands more than once with different values: which one wins depends on the version.

import { flagName, type FlagFact, type ServerFact } from '../kubernetes/api-server.ts';
import { knownFlags } from '../kubernetes/api-server/known-flags.ts';
import { defineFinding } from './finding.ts';

/** Lists are added up, so only other flags have a winner; texts without a type in the table are left alone. */
function givenTwice(server: ServerFact): readonly (readonly FlagFact[])[] {
  const nameOf = (flag: FlagFact): string => flagName(flag.name, server.minor);
  const names = [...new Set(server.flags.map(nameOf))].filter((name) => {
    const known = knownFlags.get(name);
    return known !== undefined && known.type !== 'list';
  });
  return names
    .map((name) => server.flags.filter((flag) => nameOf(flag) === name))
    .filter((same) => new Set(same.map(({ value }) => value)).size > 1);
}

export const ka224 = defineFinding({
  code: 'KA224',
  slug: 'flag-given-twice',
  severity: 'warning',
  *check({ server, version }) {
    if (!server) return;
    for (const same of givenTwice(server)) {
      const winner = same.at(-1);
      if (!winner) continue;
      const name = flagName(winner.name, server.minor);
      const settled = !server.unsettled.includes(name);
      const sorted = server.from === 'kubeadm' && version.minor >= 28 && version.minor <= 35;
      const args = { name, value: winner.value, version: version.text, settled, sorted };
      for (const { at } of same) yield { at, args };
    }
  },
  text: {
    en: {
      title: 'One flag is given twice with different values',
      message: ({ name, value, version, settled, sorted }) =>
        settled
          ? `\`${name}\` stands there more than once. In ${version} the value \`${value}\` wins: the last one on the command line${sorted ? ', which kubeadm sorts by name and then by value, whatever the order in the file' : ''}.`
          : `\`${name}\` stands there more than once, and which value wins depends on the patch release of ${version}: older ones sort the values, those from early 2026 on keep the order of the file.`,
      why: 'kube-apiserver takes the last value of a flag. Since v1beta4 `extraArgs` is a list, and kubeadm keeps every entry of it. From 1.28 to the first patch releases of 1.32 to 1.35 it sorts all arguments, so that `true` stands behind `false`; later releases, and 1.36, keep the file’s order.',
      fix: [{ do: 'Keep one entry.', cost: 'None.' }],
    },
    ja: {
      title: '1つのフラグが、違う値で2回書かれています',
      message: ({ name, value, version, settled, sorted }) =>
        settled
          ? `\`${name}\`が複数あります。${version}では\`${value}\`が有効になります(コマンドラインで最後にある値です${sorted ? '。kubeadmはファイルの順序に関係なく、名前、値の順に並べ替えます' : ''})。`
          : `\`${name}\`が複数あり、どの値が有効になるかは${version}のパッチリリースによります。古いものは値で並べ替え、2026年初め以降のものはファイルの順序を保ちます。`,
      why: 'kube-apiserverは、フラグの最後の値を使います。v1beta4から`extraArgs`は一覧になり、kubeadmはすべての項目を残します。1.28から、1.32〜1.35の初期のパッチリリースまでは、すべての引数を並べ替えるため、`true`が`false`の後ろになります。その後のリリースと1.36は、ファイルの順序を保ちます。',
      fix: [{ do: '項目を1つだけ残します。', cost: 'ありません。' }],
    },
  },
  fires: [
    {
      name: 'false, and true left over above it',
      kubernetesVersion: '1.31',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.31.0
apiServer:
  extraArgs:
  - name: anonymous-auth
    value: «"true"»
  - name: anonymous-auth
    value: «"false"»
`,
    },
  ],
  silent: [
    {
      name: 'a list flag is added up',
      kubernetesVersion: '1.31',
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.31.0
apiServer:
  extraArgs:
  - name: enable-admission-plugins
    value: NodeRestriction
  - name: enable-admission-plugins
    value: EventRateLimit
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5/static-failures.jsonl (twice-true-false)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5/static-failures.jsonl (twice-true-false)', since: 28, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/arguments.go', since: 28, confidence: 'source' },
    { source: 'https://github.com/kubernetes/kubernetes/pull/135400', since: 32, confidence: 'reported' },
  ],
});
