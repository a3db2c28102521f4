// Fires where a flag's name has an underscore and kube-apiserver may take it: kubeadm takes it for another flag.

import { underscoresRefusedUntil, underscoresWorkSince } from '../kubernetes/api-server.ts';
import { defineFinding } from './finding.ts';
import { renameFlag } from './flag-changes.ts';

export const ka225 = defineFinding({
  code: 'KA225',
  slug: 'underscore-in-flag-name',
  severity: 'warning',
  *check({ server, version }) {
    if (!server || version.minor <= underscoresRefusedUntil) return;
    for (const { name, at } of server.flags) {
      if (!name.includes('_')) continue;
      const args = { name, dashed: name.replaceAll('_', '-'), version: version.text };
      yield {
        at,
        args: { ...args, works: version.minor >= underscoresWorkSince, kubeadm: server.from === 'kubeadm' },
        repair: renameFlag(server, { name, at }, args.dashed),
      };
    }
  },
  text: {
    en: {
      title: 'A flag’s name is written with an underscore',
      message: ({ name, dashed, version, works, kubeadm }) =>
        `${works ? `kube-apiserver ${version} reads \`${name}\` as \`${dashed}\` (run for 1.28.4)` : `1.20.2 refuses \`--${name}\` as an unknown flag, and 1.28.4 takes it as \`--${dashed}\`; what ${version} does is not known`}.${kubeadm ? ' kubeadm compares names as they are typed: it does not see that a default of its own is meant, and writes both.' : ''}`,
      why: 'A function of Kubernetes’ flag library turns `_` into `-`. It is applied to kube-apiserver’s flags in 1.28.4 and was not in 1.20.2; in which release between them that changed is not settled.',
      repair: 'Writes the name with hyphens.',
      fix: [{ do: 'Write it with hyphens.', cost: 'None.', code: 'anonymous-auth: "true"' }],
    },
    ja: {
      title: 'フラグの名前にアンダースコアが使われています',
      message: ({ name, dashed, version, works, kubeadm }) =>
        `${works ? `kube-apiserver ${version}は\`${name}\`を\`${dashed}\`として読みます(1.28.4で実行)` : `1.20.2は\`--${name}\`を未知のフラグとして拒否し、1.28.4は\`--${dashed}\`として受け付けます。${version}がどちらかはわかっていません`}。${kubeadm ? 'kubeadmは名前を書かれたとおりに比べるため、自分の既定値を指しているとは気づかず、両方を書きます。' : ''}`,
      why: 'Kubernetesのフラグのライブラリーには、`_`を`-`に直す関数があります。kube-apiserverのフラグには、1.28.4では適用され、1.20.2では適用されていませんでした。その間のどのリリースで変わったかは、まだ確定できていません。',
      repair: '名前をハイフンで書き直します。',
      fix: [{ do: 'ハイフンで書きます。', cost: 'ありません。', code: 'anonymous-auth: "true"' }],
    },
  },
  fires: [
    {
      name: 'taken by 1.28',
      kubernetesVersion: '1.28',
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.28.4
apiServer:
  extraArgs:
    anonymous_auth: «"false"»
`,
    },
  ],
  silent: [
    {
      name: 'refused by 1.20, which is KA209',
      kubernetesVersion: '1.20',
      text: `apiVersion: kubeadm.k8s.io/v1beta2
kind: ClusterConfiguration
kubernetesVersion: v1.20.2
apiServer:
  extraArgs:
    anonymous_auth: "false"
`,
    },
  ],
  see: [
    { source: 'v1.20.2/S5/static-failures.jsonl (underscore)', since: 20, until: 20, confidence: 'run' },
    { source: 'v1.28.4/S5/static-failures.jsonl (underscore)', since: 28, until: 28, confidence: 'run' },
  ],
});
