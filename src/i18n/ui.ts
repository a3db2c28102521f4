// The words of the frame in both languages: header, footer, navigation, and the pages that are not chapters.
// `en` sets the shape; a word that is missing in `ja` does not compile.

import type { Locale } from '../core/index.ts';

const en = {
  brand: 'Who Goes There?',
  tagline: 'Anonymous access in Kubernetes, explained on what you paste',
  skip: 'Skip to the content',
  mainNavigation: 'Main',
  learn: 'Learn',
  bench: 'Bench',
  lab: 'Lab',
  build: 'Build',
  verify: 'Verify',
  runbooks: 'Runbooks',
  findings: 'Findings',
  otherLanguage: '日本語',
  theme: 'Dark',
  promise: 'Nothing you paste leaves the page: its security policy forbids every connection.',
  covers: (oldest: string, newest: string) =>
    `Covers Kubernetes ${oldest} to ${newest}. What was run, and what was only read, is said beside each statement.`,
  versions: 'What works in which version',
  policy: 'Try an audit policy',
  licence: 'Text and code: Apache License 2.0.',

  chapter: (number: number) => `Chapter ${number}`,
  chapters: 'Chapters',
  onThisPage: 'On this page',
  ranWhat: 'What was run',
  previous: 'Previous',
  next: 'Next',
  evidence: 'Evidence for this chapter',
  evidenceNote: 'Runs of ours, by version and scenario, and entries of our tables of facts.',
  aboutFindings: 'Findings in this chapter',

  note: { ran: 'Run for real', source: 'Read in the source, not run', unknown: 'Not known', aside: 'By the way' },
  origin: 'From a real run:',

  home: {
    title: ['You shut the gate on strangers.', 'kubeadm join was one of them.'],
    description:
      'Why kubeadm join says Unauthorized after anonymous-auth: "false", which line does it, and what each way out costs. Paste a kubeadm file, a join error or an audit log; nothing leaves the page.',
    lead: 'A node that joins with a token has no name yet. With `anonymous-auth: "false"` the API server answers it 401 for five minutes, and all that you are told is `Unauthorized`. Paste what you have; the answer names the line.',
    pasteHere: 'Paste it here',
    realExamples: 'The examples come from a real run of Kubernetes 1.20.2; the kubeadm file is shortened.',
    story: 'One request, two gates',
    storyText:
      'Every request to the API server meets two sentries. The first asks who it is, the second what it may do. A request without credentials usually gets the name `system:anonymous`, and then RBAC decides. Switch that off, and it does not get past the first.',
    allowedCaption: 'As kubeadm sets it up: anybody may read this one ConfigMap, and a new node has to.',
    refusedCaption:
      'With `--anonymous-auth=false` the same request is refused at the first gate, and RBAC is never asked.',
    waysIn: 'Where to go from here',
    ways: {
      learner: {
        who: 'You have ten minutes',
        link: 'Walk through the experiment',
        text: 'Short chapters on real output, each with a bench to try things on.',
      },
      onCall: {
        who: 'You have an error on the screen',
        link: 'Put it on the bench',
        text: 'Full size, with the Kubernetes version and the kubeadm command to choose.',
      },
      planner: {
        who: 'You are about to change something',
        link: 'Watch it in the lab',
        text: 'Set up a server of any version, choose who comes, and see each request meet the gates.',
      },
      author: {
        who: 'You write the runbook',
        link: 'Link to the exact answer',
        text: 'One page per question: check, fix by version, cost, undo, and a text for your own wiki.',
      },
    },
  },
  examples: {
    kubeadm: 'A kubeadm file',
    joinOutput: 'A join that failed',
    auditEvents: 'Two audit events',
  },

  explainPage: {
    title: 'The bench',
    description:
      'Paste a kubeadm file, a join error, a manifest or an audit log and see what happens, at which line, and what to do.',
  },
  learnPage: {
    title: 'Learn',
    description: 'What anonymous access in Kubernetes is, told on an experiment that was really run.',
    lead: 'An experiment in chapters: one line is changed, something breaks, and we look for the reason in the logs. All output shown is from real runs.',
  },
  findingsPage: {
    title: 'Findings',
    description: 'Everything the bench can say, by code: what happens, why, what to do, and what that costs.',
    lead: 'Everything that the bench can say. The codes are permanent; link to them.',
    forPrograms: 'The same list for programs:',
    blocks: {
      0: 'Reading the text',
      1: 'What kubeadm accepts',
      2: 'The API server and anonymous access',
      3: 'Join and discovery',
      4: 'Audit policy and log',
      5: 'Audit events',
    },
  },
  finding: {
    severity: { error: 'error', warning: 'warning', note: 'note' },
    why: 'Why',
    fix: 'What to do',
    cost: 'What it costs',
    fires: 'Where it fires',
    firesText: 'Change it and watch.',
    otherFires: 'It also fires here',
    silent: 'Where it stays silent',
    sources: 'Versions and sources',
    versions: 'Versions',
    source: 'Source',
    standing: 'Standing',
    allVersions: 'all',
    confidence: {
      run: 'run by us',
      source: 'read in source',
      reported: 'reported by others',
      inferred: 'inferred from code',
    },
    taughtIn: 'Explained in',
    inRunbooks: 'In runbooks',
    related: 'Comes with it, or looks like it',
    tooLong: (name: string, repeat: number) =>
      `${name}: a text repeated ${repeat.toLocaleString('en')} times, too long for this page.`,
  },
  missing: {
    title: 'No such page',
    text: 'The sentry does not know this address.',
    home: 'To the first page',
  },
} as const;

type Shape<Value> = Value extends string
  ? string
  : Value extends readonly string[]
    ? readonly string[]
    : Value extends (...args: infer Args) => string
      ? (...args: Args) => string
      : { readonly [Key in keyof Value]: Shape<Value[Key]> };

export type Words = Shape<typeof en>;

const ja: Words = {
  brand: '誰何（すいか）',
  tagline: 'Kubernetesの匿名アクセスを、貼り付けたものに沿って説明します',
  skip: '本文へ移動',
  mainNavigation: 'メイン',
  learn: '学ぶ',
  bench: '調べる',
  lab: '試す',
  build: '作る',
  verify: '検証',
  runbooks: '手順書',
  findings: '検出事項',
  otherLanguage: 'English',
  theme: 'ダーク',
  promise: '貼り付けた内容がページの外に出ることはありません。通信はすべてセキュリティポリシーで禁止しています。',
  covers: (oldest, newest) =>
    `Kubernetes ${oldest}から${newest}までを対象とします。実際に動かしたことと、ソースで読んだだけのことは、その都度書き分けています。`,
  versions: 'バージョンごとの動作',
  policy: '監査ポリシーを試す',
  licence: '文章とコード: Apache License 2.0',

  chapter: (number) => `第${number}章`,
  chapters: '章の一覧',
  onThisPage: 'このページの内容',
  ranWhat: '実際に動かしたもの',
  previous: '前の章',
  next: '次の章',
  evidence: 'この章の根拠',
  evidenceNote: '私たちの実行記録（バージョンと場面）と、事実の一覧の項目です。',
  aboutFindings: 'この章に出てくる検出事項',

  note: { ran: '実際に動かして確認', source: 'ソースで確認（未実行）', unknown: '未確認', aside: '余談' },
  origin: '実際の実行結果から：',

  home: {
    title: ['見知らぬ者を門で止めた。', 'kubeadm joinも、そのひとりだった。'],
    description:
      'anonymous-auth: "false"のあと、なぜkubeadm joinがUnauthorizedになるのか。どの行が原因で、どの対処に何の代償があるのか。kubeadmの設定、joinのエラー、監査ログを貼り付けて確かめられます。内容はページの外に出ません。',
    lead: 'トークンで参加するノードには、まだ名前がありません。`anonymous-auth: "false"`にすると、APIサーバーは5分間401を返し続け、最後に表示されるのは`Unauthorized`の一言だけです。手元にあるものを貼り付けてください。原因の行をお答えします。',
    pasteHere: 'ここに貼り付けてください',
    realExamples: '例は、Kubernetes 1.20.2を実際に動かして得たものです（kubeadmの設定は抜粋）。',
    story: '1つのリクエスト、2つの門',
    storyText:
      'APIサーバーへのリクエストは、2人の番人に出会います。1人目は誰なのかを、2人目は何をしてよいのかを問います。認証情報のないリクエストには、ふつう`system:anonymous`という名前が付き、可否はRBACが決めます。これを無効にすると、1つ目の門を通れません。',
    allowedCaption:
      'kubeadmの既定の状態です。このConfigMapだけは誰でも読めます。新しいノードは、これを読む必要があります。',
    refusedCaption:
      '`--anonymous-auth=false`では、同じリクエストが1つ目の門で止められ、RBACには問い合わせもされません。',
    waysIn: 'ここから先へ',
    ways: {
      learner: {
        who: '10分ある方に',
        link: '実験をたどる',
        text: '実際の出力に沿った短い章です。各章で手を動かして試せます。',
      },
      onCall: {
        who: '目の前にエラーがある方に',
        link: '貼り付けて調べる',
        text: '大きな入力欄で、Kubernetesのバージョンとkubeadmのコマンドも選べます。',
      },
      planner: {
        who: 'これから設定を変える方に',
        link: '実験で確かめる',
        text: 'サーバーの設定と訪れる相手を選び、リクエストが門を通る様子を順に見られます。',
      },
      author: {
        who: '手順書を書く方に',
        link: '答えに直接リンクする',
        text: '質問ごとに1ページ。確認方法、バージョン別の対処、代償、戻し方に、社内Wiki用のテキストも付いています。',
      },
    },
  },
  examples: {
    kubeadm: 'kubeadmの設定',
    joinOutput: '失敗したjoin',
    auditEvents: '2つの監査イベント',
  },

  explainPage: {
    title: '調べる',
    description:
      'kubeadmの設定、joinのエラー、マニフェスト、監査ログを貼り付けると、何が起きるのか、どの行が原因か、どう対処するかがわかります。',
  },
  learnPage: {
    title: '学ぶ',
    description: 'Kubernetesの匿名アクセスとは何か。実際に行った実験に沿って説明します。',
    lead: '1行を変えると何かが壊れます。その理由をログの中に探していく、章立ての実験です。載せている出力は、すべて実際に動かして得たものです。',
  },
  findingsPage: {
    title: '検出事項',
    description: '報告されうる内容をコード順にまとめました。何が起きるか、なぜか、どう対処するか、その代償は何か。',
    lead: '報告されうる内容のすべてです。コードは変わらないので、リンク先として使えます。',
    forPrograms: 'プログラム向けの一覧:',
    blocks: {
      0: 'テキストの読み取り',
      1: 'kubeadmが受け付けるもの',
      2: 'APIサーバーと匿名アクセス',
      3: 'joinとディスカバリー',
      4: '監査ポリシーと監査ログ',
      5: '監査イベント',
    },
  },
  finding: {
    severity: { error: 'エラー', warning: '警告', note: '参考' },
    why: '理由',
    fix: '対処',
    cost: '代償',
    fires: '検出される例',
    firesText: '書き換えて結果を確かめられます。',
    otherFires: 'ほかに検出される例',
    silent: '検出されない例',
    sources: 'バージョンと根拠',
    versions: 'バージョン',
    source: '根拠',
    standing: '確かさ',
    allVersions: 'すべて',
    confidence: { run: '実行して確認', source: 'ソースで確認', reported: '他者の報告', inferred: 'コードからの推定' },
    taughtIn: '説明している章',
    inRunbooks: '手順書',
    related: 'あわせて現れる、または紛らわしい検出事項',
    tooLong: (name, repeat) =>
      `${name}：同じ文を${repeat.toLocaleString('ja')}回繰り返したもので、長すぎるため載せていません。`,
  },
  missing: {
    title: 'ページがありません',
    text: '番人も知らないアドレスです。',
    home: '最初のページへ',
  },
};

export const words: Readonly<Record<Locale, Words>> = { en, ja };
