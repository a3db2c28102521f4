// What kubeadm finds wrong in a file, as hits of a finding, and the sentence that quotes it.

import type { Facts } from '../kubernetes/facts.ts';
import type { KubeadmProblem, KubeadmProblemKind } from '../kubernetes/kubeadm/problem.ts';
import type { Localised } from '../locale.ts';
import type { Args } from '../report.ts';
import type { Span } from '../source/range.ts';
import type { Hit } from './finding.ts';

export interface KubeadmArgs extends Args {
  readonly command: string;
  readonly version: string;
  /** kubeadm's own words. */
  readonly text: string;
  readonly field: string;
  readonly fatal: boolean;
  readonly printed: boolean;
  /** The field that was probably meant, or empty. */
  readonly meant: string;
}

export function* kubeadmHits(
  facts: Facts,
  kind: KubeadmProblemKind,
  fits: (problem: KubeadmProblem) => boolean = () => true,
): Iterable<Hit<KubeadmArgs> & { readonly at: { readonly span: Span } }> {
  const { verdict, problems } = facts.kubeadm ?? { problems: [] };
  if (!verdict) return;
  for (const problem of problems) {
    if (problem.kind !== kind || !fits(problem)) continue;
    const { text, field, fatal, printed, span, meant = '' } = problem;
    const { command, kubernetesVersion: version } = verdict;
    yield { at: { span }, args: { command, version, text, field, fatal, printed, meant } };
  }
}

/** Stops, warns, or says nothing: with kubeadm's own words where it prints them. */
export const kubeadmSays: Localised<(args: KubeadmArgs) => string> = {
  en: ({ command, version, text, fatal, printed }) => {
    const who = `\`kubeadm ${command}\` ${version}`;
    if (!printed || text === '') return `${who} does not mention it.`;
    return fatal ? `${who} refuses the file: \`${text}\`` : `${who} only warns and goes on: \`${text}\``;
  },
  ja: ({ command, version, text, fatal, printed }) => {
    const who = `\`kubeadm ${command}\` ${version}`;
    if (!printed || text === '') return `${who}はこれについて何も表示しません。`;
    return fatal
      ? `${who}はこのファイルを拒否します: \`${text}\``
      : `${who}は警告だけを出して先へ進みます: \`${text}\``;
  },
};
