// The words of the audit-policy simulator in both languages.

import type { BodyAnswer, Localised, Severity } from '../core/index.ts';

export interface PolicyWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly withoutScript: string;
  readonly policy: string;
  readonly policyHint: string;
  readonly examples: string;
  readonly exampleNames: Readonly<Record<'article' | 'strangers' | 'quiet' | 'layers' | 'traps', string>>;
  readonly version: string;
  readonly clear: string;
  readonly own: string;
  readonly ownHint: string;
  readonly code: string;
  readonly codes: Readonly<Record<string, string>>;
  readonly user: string;
  readonly groups: string;
  readonly groupsHint: string;
  readonly nameless: string;
  readonly verb: string;
  readonly target: string;
  readonly toResource: string;
  readonly toPath: string;
  readonly fields: Readonly<Record<'group' | 'resource' | 'subresource' | 'namespace' | 'name' | 'path', string>>;
  readonly link: string;
  readonly linkCopied: string;
  readonly linkByHand: string;
  readonly addressProblem: string;
  readonly addressNewer: string;

  readonly noPolicy: string;
  readonly summary: (requests: number, silent: number) => string;
  readonly refused: (version: string) => string;
  readonly more: (count: number) => string;
  readonly findings: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly line: (line: number) => string;
  readonly matrix: string;
  readonly matrixHint: string;
  readonly request: string;
  readonly ruleHead: (rule: number, level: string, line: number) => string;
  readonly writes: string;
  readonly decides: string;
  readonly notAsked: string;
  readonly nothing: string;

  readonly remarks: string;
  readonly refusedSeen: (seen: number, all: number) => string;
  readonly rule: (rule: number) => string;
  readonly needsName: string;
  readonly behind: (rule: number) => string;
  readonly reachesNone: string;
  readonly allReached: string;

  readonly each: string;
  readonly leavesNone: (rule: number) => string;
  readonly leavesUnmatched: string;
  readonly leavesOmitted: (rule: number, level: string) => string;
  readonly leaves: (events: number, rule: number, level: string) => string;
  readonly nobody: string;
  readonly stages: string;
  readonly written: string;
  readonly omitted: string;
  readonly body: Readonly<Record<BodyAnswer, string>>;
  readonly ownName: string;
  readonly loading: string;
  readonly loadFailed: string;
  readonly basis: string;
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const en: PolicyWords = {
  title: 'Try an audit policy',
  description:
    'Paste an audit Policy and see for fifteen requests which rule decides, which stages are written, and what is left out, above all of requests refused with 401.',
  lead: 'The first rule that fits decides, and a request refused with 401 has no name that a rule could ask for. See it on your own policy: which rule takes which request, what the log gets, and what it never sees.',
  withoutScript: 'Without JavaScript this page shows one policy, that of the article, on all the requests.',
  policy: 'Audit policy',
  policyHint: 'Paste a Policy of audit.k8s.io. It stays in this page.',
  examples: 'Examples',
  exampleNames: {
    article: 'The article’s',
    strangers: 'Strangers, by group',
    quiet: 'Quiet while all is well',
    layers: 'In layers',
    traps: 'With traps',
  },
  version: 'Kubernetes version',
  clear: 'Clear',
  own: 'A request of your own',
  ownHint: 'It stands in the tables as the last one. Its settings, never the policy, are in the address of the page.',
  code: 'Answer',
  codes: {
    '200': '200 OK',
    '201': '201 Created',
    '101': '101 Switching Protocols',
    '401': '401 Unauthorized',
    '403': '403 Forbidden',
  },
  user: 'User',
  groups: 'Groups',
  groupsHint: 'With blanks or commas between them.',
  nameless: 'A request refused with 401 has neither user nor groups.',
  verb: 'Verb',
  target: 'It asks for',
  toResource: 'a resource',
  toPath: 'a path',
  fields: {
    group: 'API group (empty: core)',
    resource: 'Resource',
    subresource: 'Subresource',
    namespace: 'Namespace (empty: none, or all)',
    name: 'Name',
    path: 'Path',
  },
  link: 'Copy a link to this request',
  linkCopied: 'The link is on your clipboard. It holds the request, not the policy.',
  linkByHand: 'The browser does not allow copying; the link stands in its address bar.',
  addressProblem: 'The address asks for what is not known here:',
  addressNewer: 'The address was written by a newer version of this page.',

  noPolicy: 'There is no audit Policy in this text: a document with apiVersion audit.k8s.io/v1 and kind Policy.',
  summary: (requests, silent) =>
    silent === 0
      ? `Each of the ${requests} requests leaves something in the log.`
      : `${silent} of ${requests} requests ${silent === 1 ? 'leaves' : 'leave'} nothing in the log.`,
  refused: (version) =>
    `kube-apiserver ${version} does not start with this policy. What follows holds once its faults are mended.`,
  more: (count) =>
    `The text holds ${plural(count, 'more policy', 'more policies')}; the server reads the first of a file, and so does this page.`,
  findings: 'What the bench finds',
  severity: { error: 'error', warning: 'warning', note: 'note' },
  line: (line) => `line ${line}`,
  matrix: 'Rule by rule',
  matrixHint:
    'A rule that does not fit is passed over; the field that did not fit is named. Behind the rule that decides, none is asked.',
  request: 'Request',
  ruleHead: (rule, level, line) => `Rule ${rule}, level ${level}, line ${line}`,
  writes: 'In the log',
  decides: 'decides',
  notAsked: 'not asked',
  nothing: 'nothing',

  remarks: 'What the rules miss',
  refusedSeen: (seen, all) =>
    seen === 0
      ? `Of the ${all} requests refused with 401, none leaves anything.`
      : `Of the ${all} requests refused with 401, ${seen === all ? 'each leaves' : seen === 1 ? 'one leaves' : `${seen} leave`} an event.`,
  rule: (rule) => `Rule ${rule}`,
  needsName: 'asks for users or groups, so it never fits a request refused with 401.',
  behind: (rule) => `is never asked: rule ${rule} has no condition and takes whatever comes to it.`,
  reachesNone: 'decides none of these requests.',
  allReached: 'Every rule decides at least one of these requests.',

  each: 'Request by request',
  leavesNone: (rule) => `Leaves nothing: rule ${rule} has level None`,
  leavesUnmatched: 'Leaves nothing: no rule fits',
  leavesOmitted: (rule, level) => `Leaves nothing: rule ${rule} says ${level}, but its stages are omitted`,
  leaves: (events, rule, level) => `Leaves ${plural(events, 'event', 'events')}: rule ${rule}, level ${level}`,
  nobody: 'no user',
  stages: 'Stages',
  written: 'written',
  omitted: 'not written',
  body: { written: 'written', 'left out': 'left out', never: 'there is none', unknown: 'not known' },
  ownName: 'Your own request',
  loading: 'Trying the policy …',
  loadFailed:
    'The part of this site that tries policies (assets/policy.….js) could not be loaded: what stands here does not follow the text. Touch the text to try again.',
  basis:
    'The rules are held against 3,000 decisions of the policy evaluator of 1.28.4, stages and bodies against recorded events of 1.20.2 and 1.28.4. Long-running requests were read in source and not run.',
};

const ja: PolicyWords = {
  title: '監査ポリシーを試す',
  description:
    '監査ポリシーを貼り付けると、15個のリクエストについて、どのルールが決めるか、どのステージが書かれるか、何が省かれるかがわかります。401で拒否されたリクエストの扱いも確かめられます。',
  lead: '最初に一致したルールがすべてを決めます。そして401で拒否されたリクエストには、ルールが尋ねる名前がありません。手元のポリシーで、どのリクエストをどのルールが決め、ログに何が残り、何が決して残らないのかを確かめられます。',
  withoutScript: 'JavaScriptが無効な場合は、記事のポリシーをすべてのリクエストで試した結果だけを表示します。',
  policy: '監査ポリシー',
  policyHint: 'audit.k8s.ioのPolicyを貼り付けてください。テキストがこのページの外に出ることはありません。',
  examples: '例',
  exampleNames: {
    article: '記事のポリシー',
    strangers: '匿名をグループで選ぶ',
    quiet: '順調なら静か',
    layers: '段階に分ける',
    traps: '落とし穴だらけ',
  },
  version: 'Kubernetesのバージョン',
  clear: '消す',
  own: '自分で決めるリクエスト',
  ownHint: '表の最後に加わります。ページのアドレスに入るのはこの設定だけで、ポリシーは入りません。',
  code: '応答',
  codes: {
    '200': '200 OK',
    '201': '201 Created',
    '101': '101 Switching Protocols',
    '401': '401 Unauthorized',
    '403': '403 Forbidden',
  },
  user: 'ユーザー',
  groups: 'グループ',
  groupsHint: '空白かコンマで区切ります。',
  nameless: '401で拒否されたリクエストには、ユーザーもグループもありません。',
  verb: '動詞',
  target: '求めるもの',
  toResource: 'リソース',
  toPath: 'パス',
  fields: {
    group: 'APIグループ（空欄はコア）',
    resource: 'リソース',
    subresource: 'サブリソース',
    namespace: '名前空間（空欄はなし、またはすべて）',
    name: '名前',
    path: 'パス',
  },
  link: 'このリクエストへのリンクをコピー',
  linkCopied: 'リンクをコピーしました。含まれるのはリクエストだけで、ポリシーは含まれません。',
  linkByHand: 'ブラウザーがコピーを許可していません。リンクはアドレス欄にあります。',
  addressProblem: 'アドレスに、わからない指定があります:',
  addressNewer: 'アドレスが、このページの新しい版で書かれています。',

  noPolicy: 'このテキストには監査ポリシー（apiVersionがaudit.k8s.io/v1、kindがPolicyのドキュメント）がありません。',
  summary: (requests, silent) =>
    silent === 0
      ? `${requests}個のリクエストのすべてが、ログに何かを残します。`
      : `${requests}個のリクエストのうち、${silent}個はログに何も残しません。`,
  refused: (version) =>
    `kube-apiserver ${version}は、このポリシーでは起動しません。以下は、誤りを直したあとの結果です。`,
  more: (count) =>
    `テキストには、ほかに${count}個のポリシーがあります。サーバーはファイルの最初のドキュメントだけを読むので、このページも最初のものだけを試します。`,
  findings: '検出事項',
  severity: { error: 'エラー', warning: '警告', note: '注記' },
  line: (line) => `${line}行目`,
  matrix: 'ルールごとに見る',
  matrixHint:
    '一致しないルールは飛ばされます。マスには、一致しなかったフィールドを示しています。決めたルールより後ろのルールは、見られません。',
  request: 'リクエスト',
  ruleHead: (rule, level, line) => `ルール${rule}、レベル${level}、${line}行目`,
  writes: 'ログ',
  decides: '決める',
  notAsked: '見られない',
  nothing: 'なし',

  remarks: 'ルールが見落とすもの',
  refusedSeen: (seen, all) =>
    seen === 0
      ? `401で拒否された${all}個のリクエストは、どれも何も残しません。`
      : seen === all
        ? `401で拒否された${all}個のリクエストは、どれもイベントを残します。`
        : `401で拒否された${all}個のリクエストのうち、${seen}個がイベントを残します。`,
  rule: (rule) => `ルール${rule}`,
  needsName: 'ユーザーやグループを条件にしているため、401で拒否されたリクエストには決して一致しません。',
  behind: (rule) => `決して見られません。条件のないルール${rule}が、その前にすべてを決めてしまうためです。`,
  reachesNone: 'ここにあるどのリクエストも決めません。',
  allReached: 'どのルールも、ここにあるリクエストを少なくとも1つは決めます。',

  each: 'リクエストごとに見る',
  leavesNone: (rule) => `何も残りません。ルール${rule}のレベルがNoneです`,
  leavesUnmatched: '何も残りません。一致するルールがありません',
  leavesOmitted: (rule, level) => `何も残りません。ルール${rule}のレベルは${level}ですが、ステージが省かれています`,
  leaves: (events, rule, level) => `イベントが${events}個残ります。ルール${rule}、レベル${level}です`,
  nobody: 'ユーザーなし',
  stages: 'ステージ',
  written: '書かれる',
  omitted: '書かれない',
  body: { written: '書かれる', 'left out': '省かれる', never: '本文がない', unknown: '不明' },
  ownName: '自分で決めたリクエスト',
  loading: '試しています…',
  loadFailed:
    'ポリシーを試すスクリプト（assets/policy.….js）を読み込めませんでした。ここにある結果はテキストに従っていません。テキストに触れると再試行します。',
  basis:
    'ルールの判定は1.28.4のポリシー評価器による3,000件の判定と、ステージと本文は1.20.2と1.28.4で記録したイベントと照合しています。長く続くリクエストはソースで確認したもので、実行はしていません。',
};

export const policyWords: Localised<PolicyWords> = { en, ja };
