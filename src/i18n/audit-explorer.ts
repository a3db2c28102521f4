// The words around the groups of an audit log: filters, timeline, table, exports, in both languages.

import type { Localised } from '../core/index.ts';

type Facet = 'identity' | 'path' | 'verb' | 'code' | 'client' | 'source' | 'user';
type Shortcut = 'anonymous' | 'refused' | 'breaks';
type Lane = 'anonymous' | 'anonymous-refused' | 'unauthorized' | 'forbidden' | 'other';
type PathGroup = 'health' | 'cluster-info' | 'version' | 'oidc' | 'api' | 'other';
type Column = 'events' | 'identity' | 'code' | 'path' | 'source' | 'agent' | 'first' | 'last';

export interface AuditExplorerWords {
  readonly shortcuts: Readonly<Record<Shortcut, string>>;
  readonly shortcutsLabel: string;
  readonly sequences: string;
  readonly times: (count: string) => string;
  readonly sources: (count: string) => string;
  readonly requests: (count: string) => string;
  readonly everyOne: (count: string) => string;
  readonly onlySource: (source: string) => string;
  readonly read: string;

  readonly timeline: string;
  readonly lanes: Readonly<Record<Lane, string>>;
  readonly lane: (numbers: { name: string; requests: string; peak: string; seconds: string; at: string }) => string;
  readonly from: string;
  readonly until: string;
  readonly onlyThisTime: string;
  readonly wholeTime: string;
  readonly chosenTime: (from: string, until: string) => string;
  readonly asTable: string;
  readonly time: string;
  readonly timelineHint: string;

  readonly filters: string;
  readonly facets: Readonly<Record<Facet, string>>;
  readonly paths: Readonly<Record<PathGroup, string>>;
  readonly moreValues: (count: string) => string;
  readonly remove: (what: string) => string;
  readonly removeAll: string;
  readonly remaining: (left: string, all: string, kinds: string) => string;

  readonly groups: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly rows: (first: string, last: string, all: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly open: string;
  readonly firstLine: (line: string, file: string) => string;
  readonly lineGone: string;
  readonly nothingLeft: string;
  readonly whatCounts: string;
  readonly ungrouped: (count: string) => string;

  readonly exports: string;
  readonly exported: (file: string, rows: string) => string;
  readonly exportHint: string;
  readonly jq: string;
  readonly jqHint: string;
  readonly copy: string;
}

export const auditExplorerWords: Localised<AuditExplorerWords> = {
  en: {
    shortcuts: {
      anonymous: 'Only anonymous',
      refused: 'Only refused (401, 403)',
      breaks: 'Would break with anonymous requests off',
    },
    shortcutsLabel: 'Quick filters',
    sequences: 'What it looks like',
    times: (count) => `${count} times`,
    sources: (count) => `${count} addresses`,
    requests: (count) => `${count} requests`,
    everyOne: (count) => (count === '1' ? 'Its steps' : `Each of the ${count}`),
    onlySource: (source) => `Only ${source}`,
    read: 'What it means, and what to do',

    timeline: 'When',
    lanes: {
      anonymous: 'Anonymous, answered',
      'anonymous-refused': 'Anonymous, refused',
      unauthorized: '401, without a name',
      forbidden: '403, with a name',
      other: 'All other requests',
    },
    lane: ({ name, requests, peak, seconds, at }) =>
      `${name}: ${requests} requests; most are ${peak} in ${seconds} s from ${at}`,
    from: 'From',
    until: 'Until',
    onlyThisTime: 'Only this time',
    wholeTime: 'The whole time',
    chosenTime: (from, until) => `${from} to ${until} (UTC)`,
    asTable: 'The timeline as a table',
    time: 'Time (UTC)',
    timelineHint: 'Each row has its own scale. Drag across it, or use the two sliders, to look at a shorter time.',

    filters: 'All filters',
    facets: {
      ...{ identity: 'Caller', path: 'Kind of path', verb: 'Verb', code: 'Code', client: 'Client (looks like)' },
      ...{ source: 'Source', user: 'User' },
    },
    paths: {
      ...{ health: 'health checks', 'cluster-info': 'cluster-info', version: '/version', oidc: 'OIDC discovery' },
      ...{ api: 'API', other: 'other paths' },
    },
    moreValues: (count) => `and ${count} more`,
    remove: (what) => `Remove the filter ${what}`,
    removeAll: 'Remove all filters',
    remaining: (left, all, kinds) => `${left} of ${all} requests, in ${kinds} kinds.`,

    groups: 'Requests',
    columns: {
      ...{ events: 'Count', identity: 'Caller', code: 'Code', path: 'Request', source: 'Source' },
      ...{ agent: 'User agent (a claim)', first: 'First (UTC)', last: 'Last (UTC)' },
    },
    rows: (first, last, all) => `${first}–${last} of ${all}`,
    previous: 'Previous rows',
    next: 'Next rows',
    open: 'The first of them, told',
    firstLine: (line, file) => `Line ${line} of ${file}`,
    lineGone: 'This line could not be read again: the file has changed or is gone.',
    nothingLeft: 'No request passes all of these filters.',
    whatCounts:
      'Here are the requests without credentials, those of bootstrap tokens, and those that were refused. All others are in the timeline and in the totals only.',
    ungrouped: (count) =>
      `${count} more events of these kinds found no room: too many different paths, addresses or clients.`,

    exports: 'Take it along',
    exported: (file, rows) => `${file}: ${rows} rows.`,
    exportHint:
      'What is filtered, as a file: a row for each kind of request. Tokens and keys are masked; addresses and names are not.',
    jq: 'The same choice as a jq filter',
    jqHint: 'For jq 1.6 or newer, on the log as kube-apiserver writes it. It prints the events that are counted here.',
    copy: 'Copy',
  },
  ja: {
    shortcuts: {
      anonymous: '匿名のみ',
      refused: '拒否のみ（401、403）',
      breaks: '匿名リクエストを無効にすると失敗するもの',
    },
    shortcutsLabel: 'よく使う絞り込み',
    sequences: 'このように見えます',
    times: (count) => `${count}回`,
    sources: (count) => `${count}個のアドレス`,
    requests: (count) => `リクエスト${count}件`,
    everyOne: (count) => (count === '1' ? '内訳' : `${count}回の内訳`),
    onlySource: (source) => `${source}だけに絞る`,
    read: '意味と対処',

    timeline: '時間の推移',
    lanes: {
      anonymous: '匿名（応答あり）',
      'anonymous-refused': '匿名（拒否）',
      unauthorized: '401（名前なし）',
      forbidden: '403（名前あり）',
      other: 'その他すべて',
    },
    lane: ({ name, requests, peak, seconds, at }) =>
      `${name}：リクエスト${requests}件、最も多いのは${at}からの${seconds}秒間で${peak}件`,
    from: '開始',
    until: '終了',
    onlyThisTime: 'この時間だけを見る',
    wholeTime: '全体に戻す',
    chosenTime: (from, until) => `${from}から${until}まで（UTC）`,
    asTable: '時間の推移を表で見る',
    time: '時刻（UTC）',
    timelineHint: '目盛りは行ごとに異なります。横にドラッグするか、2つのスライダーで時間の範囲を選べます。',

    filters: 'すべての絞り込み',
    facets: {
      ...{ identity: '呼び出し元', path: 'パスの種類', verb: 'verb', code: 'コード', client: 'クライアント（自称）' },
      ...{ source: '送信元', user: 'ユーザー' },
    },
    paths: {
      ...{ health: 'ヘルスチェック', 'cluster-info': 'cluster-info', version: '/version' },
      ...{ oidc: 'OIDCディスカバリー', api: 'API', other: 'その他のパス' },
    },
    moreValues: (count) => `ほか${count}個`,
    remove: (what) => `絞り込み「${what}」を外す`,
    removeAll: 'すべての絞り込みを外す',
    remaining: (left, all, kinds) => `リクエスト${all}件のうち${left}件（${kinds}種類）。`,

    groups: 'リクエスト',
    columns: {
      ...{ events: '件数', identity: '呼び出し元', code: 'コード', path: 'リクエスト', source: '送信元' },
      ...{ agent: 'userAgent（自称）', first: '最初（UTC）', last: '最後（UTC）' },
    },
    rows: (first, last, all) => `${all}行のうち${first}～${last}行目`,
    previous: '前の行',
    next: '次の行',
    open: '最初の1件を説明',
    firstLine: (line, file) => `${file}の${line}行目`,
    lineGone: 'この行をもう一度読み取れませんでした。ファイルが変更されたか、なくなっています。',
    nothingLeft: 'すべての条件に合うリクエストはありません。',
    whatCounts:
      'ここに並ぶのは、認証情報なしのリクエスト、ブートストラップトークンのリクエスト、拒否されたリクエストです。それ以外は、時間の推移と集計にだけ含まれます。',
    ungrouped: (count) =>
      `パス、アドレス、クライアントの種類が多すぎるため、ほかに${count}件のイベントを分類できませんでした。`,

    exports: '持ち出す',
    exported: (file, rows) => `${file}（${rows}行）を保存しました。`,
    exportHint:
      '絞り込んだ結果をファイルにします。リクエストの種類ごとに1行です。トークンと鍵は伏せますが、アドレスと名前はそのままです。',
    jq: '同じ条件のjqフィルター',
    jqHint: 'jq 1.6以降で、kube-apiserverが書いたままのログに使えます。ここで数えたイベントを出力します。',
    copy: 'コピー',
  },
};
