// Fires where an extra argument is no text, above all anonymous-auth: false without quotes: kubeadm refuses the file before anything starts.

import type { Span } from '../source/range.ts';
import { defineFinding } from './finding.ts';
import { kubeadmHits, kubeadmSays, type KubeadmArgs } from './kubeadm-hits.ts';
import type { Change } from './repair.ts';

const quote = (span: Span, was: string): readonly Change[] => [{ change: 'write', span, was, to: `"${was}"` }];

export const ka110 = defineFinding<KubeadmArgs>({
  code: 'KA110',
  slug: 'extra-args-want-text',
  severity: 'error',
  *check(facts) {
    for (const hit of kubeadmHits(facts, 'type', ({ field }) => /[eE]xtraArgs/.test(field))) {
      const was = facts.text.slice(hit.at.span.start, hit.at.span.end);
      const repair = /^[A-Za-z0-9_.+-]+$/.test(was) ? quote(hit.at.span, was) : [];
      yield { ...hit, repair };
    }
  },
  text: {
    en: {
      title: 'Extra arguments must be text: put the value in quotes',
      message: kubeadmSays.en,
      repair: 'Puts the value in quotes. kubeadm then takes the file; what the value does is another question.',
      why: '`extraArgs` is a map of texts up to v1beta3 and a list of `name` and `value` from v1beta4 on; both want texts. `false`, `no`, `off`, `0` and `30` without quotes are booleans and numbers in YAML, and kubeadm does not convert them. The wording of the error changed in 1.23 and again about 1.35 (the last limit is inferred).',
      fix: [
        {
          do: 'Put the value in quotes. From v1beta4 on write `- name:` and `value:`.',
          cost: 'None; but read first what `anonymous-auth: "false"` breaks (KA201, KA202).',
          code: 'anonymous-auth: "false"',
        },
      ],
    },
    ja: {
      title: '追加の引数は文字列で書きます(値を引用符で囲んでください)',
      message: kubeadmSays.ja,
      repair:
        '値を引用符で囲みます。kubeadmはファイルを読めるようになりますが、その値が何を引き起こすかは別の問題です。',
      why: '`extraArgs`はv1beta3までは文字列のマップ、v1beta4以降は`name`と`value`のリストで、どちらも値は文字列です。引用符のない`false`、`no`、`off`、`0`、`30`はYAMLでは真偽値や数値になり、kubeadmは変換しません。エラーの文面は1.23と、おそらく1.35ごろに変わっています(後者は推測です)。',
      fix: [
        {
          do: '値を引用符で囲みます。v1beta4以降は`- name:`と`value:`で書きます。',
          cost: 'ありません。ただし、`anonymous-auth: "false"`で何が壊れるか(KA201、KA202)を先に確認してください。',
          code: 'anonymous-auth: "false"',
        },
      ],
    },
  },
  fires: [
    {
      name: 'a boolean in the map',
      kubernetesVersion: '1.20',
      text: 'apiVersion: kubeadm.k8s.io/v1beta2\nkind: ClusterConfiguration\nkubernetesVersion: v1.20.2\napiServer:\n  extraArgs:\n    anonymous-auth: «false»\n',
    },
    {
      name: 'a boolean in the list',
      kubernetesVersion: '1.34',
      text: 'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.34.0\napiServer:\n  extraArgs:\n  - name: anonymous-auth\n    value: «false»\n',
    },
  ],
  silent: [
    {
      name: 'in quotes',
      kubernetesVersion: '1.20',
      text: 'apiVersion: kubeadm.k8s.io/v1beta2\nkind: ClusterConfiguration\nkubernetesVersion: v1.20.2\napiServer:\n  extraArgs:\n    anonymous-auth: "true"\n',
    },
  ],
  see: [
    { source: 'v1.28.4/validate', since: 28, until: 28, confidence: 'run' },
    { source: 'kubeadm 1.20.2', since: 20, until: 20, confidence: 'run' },
    { source: 'sigs.k8s.io/json', since: 23, confidence: 'run' },
  ],
});
