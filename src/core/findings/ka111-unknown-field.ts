// Fires where a field is not known to this version of the file: the setting is dropped, often with a warning only.

import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';
import type { Change } from './repair.ts';

export const ka111 = defineFinding<KubeadmArgs>({
  code: 'KA111',
  slug: 'unknown-field',
  severity: 'warning',
  *check(facts) {
    for (const hit of kubeadmHits(facts, 'unknown-field')) {
      const { span } = hit.at;
      const was = facts.text.slice(span.start, span.end);
      const quote = /^(["']?)[A-Za-z]+\1$/.exec(was)?.[1];
      const to = `${quote}${hit.args.meant}${quote}`;
      // A key with escapes or blanks is left to the reader.
      const repair: readonly Change[] =
        hit.args.meant !== '' && quote !== undefined ? [{ change: 'write', span, was, to }] : [];
      yield { ...hit, repair };
    }
  },
  text: {
    en: {
      title: 'A field is unknown and has no effect',
      message: (args) =>
        `\`${args.field}\` is no field here, so what stands below it is dropped. ${args.meant === '' ? '' : `Probably \`${args.meant}\` was meant. `}${kubeadmSays.en(args)}`,
      repair: 'Writes the name of the nearest field. The setting then counts, with everything that follows from it.',
      why: 'Names are compared with their case: `apiserver` is not `apiServer`. `init` and `join` only warn in every version read; `config validate` and, from 1.28 on, `config migrate` refuse the file. Up to 1.23 only the first unknown field is named, and a wrong case is dropped without a word.',
      fix: [
        {
          do: 'Correct the name or its place: `kubeadm config print init-defaults` shows where each field belongs.',
          cost: 'None.',
        },
      ],
    },
    ja: {
      title: '未知のフィールドがあり、設定が効きません',
      message: (args) =>
        `\`${args.field}\`というフィールドはここにはないため、その下の設定は捨てられます。${args.meant === '' ? '' : `おそらく\`${args.meant}\`の誤りです。`}${kubeadmSays.ja(args)}`,
      repair: '最も近いフィールドの名前に書き換えます。その設定が有効になり、その影響も現れます。',
      why: '名前は大文字と小文字を区別して比べられます。`apiserver`と`apiServer`は別物です。確認したどのバージョンでも`init`と`join`は警告だけですが、`config validate`と1.28以降の`config migrate`はファイルを拒否します。1.23までは最初の1つしか表示されず、大文字小文字の誤りは何も言わずに捨てられます。',
      fix: [
        {
          do: '名前か場所を直します。どのフィールドがどこに属するかは`kubeadm config print init-defaults`で確認できます。',
          cost: 'ありません。',
        },
      ],
    },
  },
  fires: [
    {
      name: 'wrong case',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n«apiserver»:\n  extraArgs: {}\n',
    },
  ],
  silent: [
    {
      name: 'right case',
      kubernetesVersion: '1.28',
      text: 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\napiServer:\n  extraArgs: {}\n',
    },
  ],
  see: [
    { source: 'v1.28.4/validate', since: 28, until: 28, confidence: 'run' },
    { source: 'kubeadm-mutations (kubeadm 1.20.2 and 1.28.4)', since: 20, until: 28, confidence: 'run' },
    { source: 'kubernetes/kubernetes cmd/kubeadm/app/util/config/strict/strict.go', confidence: 'source' },
  ],
});
