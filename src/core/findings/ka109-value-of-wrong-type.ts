// Fires where a value has the wrong JSON type: kubeadm refuses the file in every version and with every command.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';

export const ka109 = defineFinding<KubeadmArgs>({
  code: 'KA109',
  slug: 'value-of-wrong-type',
  severity: 'error',
  check: (facts) => kubeadmHits(facts, 'type', ({ field }) => !/[eE]xtraArgs/.test(field)),
  text: {
    en: {
      title: 'A value has the wrong type',
      message: (args) => `\`${args.field}\` has a value of the wrong type. ${kubeadmSays.en(args)}`,
      why: 'Go reads plain YAML words as YAML 1.1 does: `yes`, `on` and `1.20` are no strings, and nothing is converted. A wrong type is fatal even where an unknown field is only a warning.',
      fix: [
        { do: 'Put quotes around it if a text is wanted, or remove them if a number or a boolean is.', cost: 'None.' },
      ],
    },
    ja: {
      title: '値の型が違います',
      message: (args) => `\`${args.field}\`の値の型が違います。${kubeadmSays.ja(args)}`,
      why: 'GoはYAML 1.1の規則で値を読むため、`yes`、`on`、`1.20`は文字列になりません。型の変換も行われません。未知のフィールドが警告で済む場合でも、型の誤りは致命的です。',
      fix: [{ do: '文字列が必要なら引用符で囲み、数値や真偽値が必要なら引用符を外します。', cost: 'ありません。' }],
    },
  },
  fires: [
    {
      name: 'a version that is a number',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: «1.28»\n',
    },
  ],
  silent: [
    {
      name: 'in quotes',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: "1.28.4"\n',
    },
  ],
  see: [
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' },
    { source: 'sigs.k8s.io/json', since: 23, confidence: 'run' },
  ],
});
