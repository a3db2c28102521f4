// The command's own words in both languages; what is said about a cluster comes from the core.

import type { ApiServerFlag, KubeadmVerdict, Localised, ReportVersion, Severity, Verdict } from '../core/index.ts';
import { largestFile, type ReadProblem } from './read-text.ts';

export interface Messages {
  readonly seeHelp: string;
  readonly noFiles: string;
  readonly oneFile: (verb: string) => string;
  readonly notFor: (verb: string, name: string) => string;
  readonly noTokenArgument: string;
  readonly oneStandardInput: string;
  readonly unknownVerb: (verb: string | undefined) => string;
  readonly unknownOption: (name: string) => string;
  readonly valueWanted: (name: string) => string;
  readonly noValueWanted: (name: string) => string;
  readonly wrongChoice: (name: string, value: string, allowed: readonly string[]) => string;
  readonly wrongVersion: (value: string) => string;
  readonly unreadable: (problem: ReadProblem, file: string) => string;
}

const megabytes = largestFile / 1_000_000;

/** What goes to standard error. */
export const messages: Localised<Messages> = {
  en: {
    seeHelp: 'See who-goes-there --help.',
    noFiles: 'name at least one file, or - for standard input.',
    oneFile: (verb) => `${verb} takes one file, or - for standard input.`,
    notFor: (verb, name) => `${verb} does not take ${name}.`,
    noTokenArgument:
      'a token is read from a file (--token-file) or asked for, never from an argument: others on this machine can read those.',
    oneStandardInput: 'only one of the two files can be standard input.',
    unknownVerb: (verb) =>
      verb === undefined
        ? 'say what to do: explain FILE…, migrate FILE, or verify CLUSTER-INFO'
        : `there is no command ${verb}.`,
    unknownOption: (name) => `there is no option ${name}.`,
    valueWanted: (name) => `${name} needs a value.`,
    noValueWanted: (name) => `${name} takes no value.`,
    wrongChoice: (name, value, allowed) => `${name} cannot be ${value}; choose one of: ${allowed.join(', ')}.`,
    wrongVersion: (value) => `${value} is not a Kubernetes version; write one like 1.20 or v1.20.2.`,
    unreadable: (problem, file) => {
      const reasons: Record<ReadProblem, string> = {
        missing: 'no such file.',
        directory: 'this is a directory; name a file.',
        forbidden: 'not allowed to read it.',
        'too-large': `larger than ${megabytes} MB, so nothing of it was read; cut out the part in question.`,
        broken: 'it could not be read.',
      };
      return `${file}: ${reasons[problem]}`;
    },
  },
  ja: {
    seeHelp: '使い方は who-goes-there --help で見られます。',
    noFiles: 'ファイルを1つ以上指定してください。標準入力は - です。',
    oneFile: (verb) => `${verb}に指定できるファイルは1つです。標準入力は - です。`,
    notFor: (verb, name) => `${verb}で${name}は使えません。`,
    noTokenArgument:
      'トークンは引数では受け取りません。引数は同じマシンの他の利用者にも見えるためです。ファイル(--token-file)か入力で渡してください。',
    oneStandardInput: '標準入力にできるのは、2つのファイルのどちらか一方だけです。',
    unknownVerb: (verb) =>
      verb === undefined
        ? '何をするか指定してください: explain FILE…、migrate FILE、verify CLUSTER-INFO'
        : `${verb}というコマンドはありません。`,
    unknownOption: (name) => `${name}というオプションはありません。`,
    valueWanted: (name) => `${name}には値が必要です。`,
    noValueWanted: (name) => `${name}に値は指定できません。`,
    wrongChoice: (name, value, allowed) =>
      `${name}に${value}は指定できません。次のいずれかを指定してください: ${allowed.join(', ')}`,
    wrongVersion: (value) => `${value}はKubernetesのバージョンではありません。1.20やv1.20.2のように書いてください。`,
    unreadable: (problem, file) => {
      const reasons: Record<ReadProblem, string> = {
        missing: 'ファイルがありません。',
        directory: 'ディレクトリです。ファイルを指定してください。',
        forbidden: '読み取る権限がありません。',
        'too-large': `${megabytes} MBを超えているため、まったく読み取っていません。必要な部分を切り出してください。`,
        broken: '読み取れませんでした。',
      };
      return `${file}: ${reasons[problem]}`;
    },
  },
};

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

export interface MigrationFrame {
  readonly lost: string;
  readonly nothingLost: string;
  readonly notes: string;
  readonly refused: string;
  readonly nothing: (file: string) => string;
}

/** What stands around a new file, on standard error. */
export const migrationFrame: Localised<MigrationFrame> = {
  en: {
    lost: 'Lost:',
    nothingLost: 'Lost: nothing but the order of the fields.',
    notes: 'Note:',
    refused: 'kubeadm config migrate would not write a new file:',
    nothing: (file) => `${file}: no kubeadm document of v1beta2 or v1beta3, nothing to migrate.`,
  },
  ja: {
    lost: '失われるもの:',
    nothingLost: '失われるもの: フィールドの順序だけです。',
    notes: '補足:',
    refused: 'kubeadm config migrateは新しいファイルを書き出しません:',
    nothing: (file) => `${file}: v1beta2またはv1beta3のkubeadmのドキュメントがなく、変換するものはありません。`,
  },
};
