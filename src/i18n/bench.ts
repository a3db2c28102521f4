// The bench's own words in both languages; what is said about a cluster comes from the core.

import type { Consumer, KubeadmVerdict, Localised, ReportVersion, Severity, Verdict } from '../core/index.ts';

export type Counts = Readonly<Record<Severity, number>>;

export interface BenchWords {
  readonly label: string;
  readonly hint: string;
  readonly examples: string;
  readonly kubernetesVersion: string;
  readonly command: string;
  readonly fromText: string;
  readonly openFile: string;
  readonly clear: string;
  readonly putBack: string;
  readonly loadFailed: string;
  readonly nothingYet: string;
  readonly reading: string;

  readonly recognised: string;
  readonly nothingRecognised: string;
  /** Beside a text that holds a cluster-info. */
  readonly verifyThis: string;
  /** Beside a text that holds an audit policy. */
  readonly tryPolicy: string;
  readonly lines: (first: number, last: number) => string;
  readonly place: (line: number, column: number) => string;
  readonly version: (version: ReportVersion) => string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly verdict: Readonly<Record<Verdict, string>>;
  readonly summary: (counts: Counts) => string;

  readonly findings: string;
  readonly why: string;
  readonly fix: string;
  readonly cost: string;
  readonly fixElsewhere: (version: string) => string;
  readonly page: (code: string) => string;
  readonly apply: string;
  /** For those who do not see where the button stands; begins with `apply`. */
  readonly applyWhere: (code: string, line: number) => string;
  readonly applied: (code: string) => string;
  readonly editOutdated: string;

  readonly stories: string;
  readonly steps: string;
  /** Over the links of one event: its findings, and the two gates. */
  readonly seeAlso: string;
  readonly gates: string;
  readonly kubeadm: string;
  readonly kubeadmVerdict: (verdict: KubeadmVerdict) => string;
  readonly exitCode: (code: number) => string;
  readonly silent: string;
  readonly outcomes: string;
  readonly server: string;
  readonly serverHint: string;
  readonly exits: (text: string) => string;
  readonly consumers: Readonly<Record<Consumer, string>>;
  readonly who: string;
  readonly result: string;
  readonly prints: string;
  readonly comma: string;
  readonly because: string;
  readonly more: (hidden: number) => string;

  readonly migration: Readonly<
    Record<'title' | 'refused' | 'lost' | 'nothingLost' | 'notes' | 'copy' | 'use' | 'copied' | 'copyByHand', string>
  >;
  readonly opened: (file: string, others: number) => string;
  readonly unreadableFile: (file: string) => string;
  readonly tooLarge: (megabytes: string, limit: string) => string;
  readonly fragment: Readonly<Record<'damaged' | 'newer' | 'too-large', string>>;
}

const several = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const en: BenchWords = {
  label: 'Text to explain',
  hint: 'A kubeadm file, kube-apiserver manifest, audit policy, audit log or the output of kubeadm join: paste it, type it or drop a file. Nothing leaves this page.',
  examples: 'Examples',
  kubernetesVersion: 'Kubernetes version',
  command: 'kubeadm command',
  fromText: 'from the text',
  openFile: 'Open a file',
  clear: 'Clear',
  putBack: 'Put my text back',
  loadFailed:
    'The part of this site that explains texts (assets/engine.….js) could not be loaded. Your text is untouched. Touch the box to try again.',
  nothingYet: 'Nothing to explain yet.',
  reading: 'Reading …',

  recognised: 'Recognised as',
  nothingRecognised: 'nothing that we know',
  verifyThis: 'Verify the signatures, pins and certificates of the cluster-info (paste it there again)',
  tryPolicy: 'Try requests on an audit policy (paste it there again)',
  lines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  place: (line, column) => `line ${line}, column ${column}`,
  version: ({ text, from }) => {
    const source = { option: 'as you chose', paste: 'from the text', newest: 'the newest we know; none was named' };
    return `judged for Kubernetes ${text} (${source[from]})`;
  },
  severity: { error: 'error', warning: 'warning', note: 'note' },
  verdict: { works: 'works', fails: 'fails', degrades: 'degrades', unknown: 'unknown' },
  summary: ({ error, warning, note }) => {
    const total = error + warning + note;
    if (total === 0) return 'No findings.';
    const parts = [
      error && several(error, 'error'),
      warning && several(warning, 'warning'),
      note && several(note, 'note'),
    ];
    return `${several(total, 'finding')}: ${parts.filter(Boolean).join(', ')}.`;
  },

  findings: 'Findings',
  why: 'Why, and what to do',
  fix: 'What to do',
  cost: 'Cost',
  fixElsewhere: (version) => `not in ${version}`,
  page: (code) => `All about ${code}`,
  apply: 'Apply this edit',
  applyWhere: (code, line) => `Apply this edit: ${code}, line ${line}`,
  applied: (code) => `Applied the edit of ${code}; Ctrl+Z takes it back.`,
  editOutdated: 'The text has changed since; look at the edit again.',

  stories: 'What happened',
  steps: 'Step by step',
  seeAlso: 'See also',
  gates: 'The two gates',
  kubeadm: 'What kubeadm says',
  kubeadmVerdict: ({ command, kubernetesVersion, exitCode }) =>
    `kubeadm ${command} of Kubernetes ${kubernetesVersion} ${exitCode === 0 ? 'accepts this file.' : 'refuses this file.'}`,
  exitCode: (code) => `exit code ${code}`,
  silent: '(no warning, no error)',
  outcomes: 'What works with this API server',
  server: 'The kube-apiserver that kubeadm would start',
  serverHint: 'Lines with a place are yours; the others are kubeadm’s own.',
  exits: (text) => `It would exit at its start: ${text}`,
  consumers: {
    'kubeadm init': 'kubeadm init',
    'kubeadm join (token)': 'kubeadm join (token)',
    'kubeadm join (token, unsafe skip)': 'kubeadm join (token, unsafe skip)',
    'kubeadm join (file with credentials)': 'kubeadm join (file with credentials)',
    'kubeadm join (file without credentials)': 'kubeadm join (file without credentials)',
    'startup probe': 'startup probe',
    'liveness probe': 'liveness probe',
    'readiness probe': 'readiness probe',
    'load balancer /healthz': 'load balancer on /healthz',
    'authenticated clients': 'authenticated clients',
    'OIDC discovery': 'OIDC discovery',
    'audit log': 'audit log',
  },
  who: 'Who',
  result: 'Result',
  prints: 'What it prints',
  comma: ', ',
  because: 'because of',
  more: (hidden) => `Show more (${hidden} hidden)`,

  migration: {
    title: 'As v1beta4',
    refused: 'kubeadm config migrate would not write a new file:',
    lost: 'What is lost.',
    nothingLost: 'Nothing but the order of the fields.',
    notes: 'What to know.',
    copy: 'Copy the new file',
    use: 'Put it into the box',
    copied: 'The new file is on your clipboard.',
    copyByHand: 'The browser did not allow copying: put the file into the box and copy it from there.',
  },
  opened: (file, others) =>
    `Opened ${file}.${others > 0 ? ` One file at a time: ${several(others, 'other file')} left out.` : ''}`,
  unreadableFile: (file) => `${file} could not be read. The text in the box is untouched.`,
  tooLarge: (megabytes, limit) =>
    `That is ${megabytes} MB; this page reads up to ${limit} MB at once, so nothing was put into the box. Cut out the part in question, or use the terminal command.`,
  fragment: {
    damaged: 'The link that brought you here is damaged: its text cannot be restored. Ask for the link again.',
    newer: 'The link that brought you here was made by a newer version of this site, which this copy cannot read.',
    'too-large': 'The link that brought you here holds more than 1 MB of text; it was not opened.',
  },
};

const ja: BenchWords = {
  label: '説明するテキスト',
  hint: 'kubeadmの設定ファイル、kube-apiserverのマニフェスト、監査ポリシー、監査ログ、kubeadm joinの出力などを、貼り付けるか、入力するか、ファイルをドロップしてください。内容がこのページの外に送られることはありません。',
  examples: '例',
  kubernetesVersion: 'Kubernetesのバージョン',
  command: 'kubeadmのコマンド',
  fromText: 'テキストに従う',
  openFile: 'ファイルを開く',
  clear: '消去',
  putBack: '元のテキストに戻す',
  loadFailed:
    '説明を行うスクリプト（assets/engine.….js）を読み込めませんでした。入力したテキストはそのまま残っています。入力欄に触れると再試行します。',
  nothingYet: 'まだ説明するものがありません。',
  reading: '読み取り中…',

  recognised: '認識結果',
  nothingRecognised: '認識できたものはありません',
  verifyThis: 'cluster-infoの署名、ピン、証明書を検証するには（もう一度貼り付けてください）',
  tryPolicy: '監査ポリシーでリクエストを試すには（もう一度貼り付けてください）',
  lines: (first, last) => (first === last ? `${first}行目` : `${first}〜${last}行目`),
  place: (line, column) => `${line}行目${column}列目`,
  version: ({ text, from }) => {
    const source = {
      option: '指定のとおり',
      paste: 'テキストの記載による',
      newest: '指定がないため、把握している最新版',
    };
    return `Kubernetes ${text}として判定（${source[from]}）`;
  },
  severity: { error: 'エラー', warning: '警告', note: '参考' },
  verdict: { works: '成功', fails: '失敗', degrades: '一部失敗', unknown: '不明' },
  summary: ({ error, warning, note }) => {
    const total = error + warning + note;
    if (total === 0) return '検出事項はありません。';
    const parts = [error && `エラー${error}件`, warning && `警告${warning}件`, note && `参考${note}件`];
    return `検出事項${total}件（${parts.filter(Boolean).join('、')}）`;
  },

  findings: '検出事項',
  why: '理由と対処',
  fix: '対処',
  cost: '代償',
  fixElsewhere: (version) => `${version}では使えません`,
  page: (code) => `${code}の詳細`,
  apply: 'この修正を適用',
  applyWhere: (code, line) => `この修正を適用: ${code}、${line}行目`,
  applied: (code) => `${code}の修正を適用しました。Ctrl+Zで元に戻せます。`,
  editOutdated: 'その後テキストが変わっています。修正の内容をもう一度確認してください。',

  stories: '何が起きたか',
  steps: '経過',
  seeAlso: '関連',
  gates: '2つの門',
  kubeadm: 'kubeadmの判定',
  kubeadmVerdict: ({ command, kubernetesVersion, exitCode }) =>
    `Kubernetes ${kubernetesVersion}の kubeadm ${command} は、このファイルを${exitCode === 0 ? '受け付けます。' : '拒否します。'}`,
  exitCode: (code) => `終了コード${code}`,
  silent: '（警告もエラーもなし）',
  outcomes: 'このAPIサーバーで動くもの',
  server: 'kubeadmが起動するkube-apiserver',
  serverHint: '場所の付いた行はこのファイルに書かれたもの、ほかはkubeadmの既定です。',
  exits: (text) => `起動時に終了します: ${text}`,
  consumers: {
    'kubeadm init': 'kubeadm init',
    'kubeadm join (token)': 'kubeadm join（トークン）',
    'kubeadm join (token, unsafe skip)': 'kubeadm join（トークン、CA検証なし）',
    'kubeadm join (file with credentials)': 'kubeadm join（認証情報ありのファイル）',
    'kubeadm join (file without credentials)': 'kubeadm join（認証情報なしのファイル）',
    'startup probe': 'startup probe',
    'liveness probe': 'liveness probe',
    'readiness probe': 'readiness probe',
    'load balancer /healthz': 'ロードバランサー（/healthz）',
    'authenticated clients': '認証済みのクライアント',
    'OIDC discovery': 'OIDC discovery',
    'audit log': '監査ログ',
  },
  who: '対象',
  result: '結果',
  prints: '出力されるメッセージ',
  comma: '、',
  because: '原因',
  more: (hidden) => `さらに表示（残り${hidden}件）`,

  migration: {
    title: 'v1beta4に変換した場合',
    refused: 'kubeadm config migrateは新しいファイルを書き出しません。',
    lost: '失われるもの。',
    nothingLost: 'フィールドの順序だけです。',
    notes: '知っておくこと。',
    copy: '新しいファイルをコピー',
    use: '入力欄に入れる',
    copied: '新しいファイルをクリップボードにコピーしました。',
    copyByHand: 'ブラウザーがコピーを許可しませんでした。入力欄に入れてからコピーしてください。',
  },
  opened: (file, others) =>
    `${file}を開きました。${others > 0 ? `一度に開けるのは1つのため、ほかの${others}個は開いていません。` : ''}`,
  unreadableFile: (file) => `${file}を読み取れませんでした。入力欄のテキストはそのままです。`,
  tooLarge: (megabytes, limit) =>
    `大きさが${megabytes} MBあります。このページで一度に読めるのは${limit} MBまでのため、入力欄には何も入れていません。必要な部分を切り出すか、ターミナルのコマンドを使ってください。`,
  fragment: {
    damaged: 'このページを開いたリンクは壊れていて、テキストを復元できません。リンクをもう一度もらってください。',
    newer: 'このページを開いたリンクは、このサイトの新しい版で作られたもので、この版では読めません。',
    'too-large': 'このページを開いたリンクには1 MBを超えるテキストが含まれているため、開きませんでした。',
  },
};

export const benchWords: Localised<BenchWords> = { en, ja };
