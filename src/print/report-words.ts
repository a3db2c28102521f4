// What stands around a report, in both languages.

import type { ApiServerFlag, KubeadmVerdict, Localised, ReportVersion, Severity, Verdict } from '../core/index.ts';

export interface ReportWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly version: (version: ReportVersion) => string;
  readonly nothingRecognised: string;
  readonly nothingFound: string;
  readonly lines: (first: number, last: number) => string;
  readonly kubeadm: (verdict: KubeadmVerdict) => string;
  readonly findings: string;
  readonly stories: string;
  readonly steps: string;
  readonly outcomes: string;
  readonly server: string;
  /** Who wrote an argument; with a line for the reader's own. */
  readonly from: (flag: ApiServerFlag) => string;
  readonly exits: (text: string) => string;
  readonly fix: string;
  readonly cost: string;
  readonly edit: string;
  readonly toldAt: (code: string) => string;
  readonly page: string;
  readonly because: (codes: readonly string[]) => string;
  readonly moreStories: (count: number) => string;
  /** Heads of the outcome table. */
  readonly who: string;
  readonly gets: string;
  readonly prints: string;
}

/** What stands around a report. */
export const reportWords: Localised<ReportWords> = {
  en: {
    severity: { error: 'error', warning: 'warning', note: 'note' },
    verdict: { works: 'works', fails: 'fails', degrades: 'degrades', unknown: 'unknown' },
    version: ({ text, from }) => {
      const source = {
        option: 'as you asked',
        paste: 'taken from the text',
        newest: 'the newest we know; none was named',
      };
      return `judged for Kubernetes ${text} (${source[from]})`;
    },
    nothingRecognised: 'nothing recognised',
    nothingFound: 'Nothing to report.',
    lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
    kubeadm: ({ command, kubernetesVersion, exitCode }) =>
      `kubeadm ${command} of Kubernetes ${kubernetesVersion} reads this file and ${
        exitCode === 0 ? 'accepts it' : `stops with exit code ${exitCode}`
      }`,
    findings: 'Findings',
    stories: 'What happened',
    steps: 'Step by step',
    outcomes: 'What works with this API server',
    server: 'The kube-apiserver that kubeadm would start',
    from: ({ from, range }) => (range ? `${from}, line ${range.start.line}` : 'kubeadm'),
    exits: (text) => `It would exit at its start: ${text}`,
    fix: 'Fix',
    cost: 'Cost',
    edit: 'Edit',
    toldAt: (code) => `(in full at ${code})`,
    page: 'More',
    because: (codes) => `(because of ${codes.join(', ')})`,
    moreStories: (count) => `and ${count} more; --format json prints them all`,
    who: 'Who',
    gets: 'Result',
    prints: 'What it prints',
  },
  ja: {
    severity: { error: 'エラー', warning: '警告', note: '参考' },
    verdict: { works: '成功', fails: '失敗', degrades: '一部失敗', unknown: '不明' },
    version: ({ text, from }) => {
      const source = {
        option: '指定のとおり',
        paste: 'テキストの記載による',
        newest: '指定がないため、把握している最新版',
      };
      return `Kubernetes ${text}として判定(${source[from]})`;
    },
    nothingRecognised: '認識できたものはありません',
    nothingFound: '報告することはありません。',
    lines: (first, last) => (first === last ? `${first}行目` : `${first}〜${last}行目`),
    kubeadm: ({ command, kubernetesVersion, exitCode }) =>
      `Kubernetes ${kubernetesVersion}のkubeadm ${command}は、このファイルを${
        exitCode === 0 ? '受け付けます' : `読み取ったところで終了コード${exitCode}で停止します`
      }`,
    findings: '検出事項',
    stories: '何が起きたか',
    steps: '経過',
    outcomes: 'このAPIサーバーで動くもの',
    server: 'kubeadmが起動するkube-apiserver',
    from: ({ from, range }) => (range ? `${from}、${range.start.line}行目` : 'kubeadm'),
    exits: (text) => `起動時に終了します: ${text}`,
    fix: '対処',
    cost: '代償',
    edit: '修正',
    toldAt: (code) => `(詳しくは${code}の項)`,
    page: '詳細',
    because: (codes) => `(原因: ${codes.join(', ')})`,
    moreStories: (count) => `ほか${count}件(--format jsonですべて出力します)`,
    who: '対象',
    gets: '結果',
    prints: '出力されるメッセージ',
  },
};
