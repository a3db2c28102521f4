// The story of an audit event in Japanese.

import type { AnonymousOffEffect } from '../kubernetes/anonymous-off.ts';
import type { AuditEventArgs } from './audit-event.ts';
import { client, credentials, source, what, who } from './audit-event-request-ja.ts';
import { duration } from './duration.ts';
import type { StoryRow } from './story.ts';

type Words = (args: AuditEventArgs) => string;

const anonymousOff: Readonly<Record<AnonymousOffEffect, Words>> = {
  refused: (a) =>
    `RBACの許可に関係なく、1つ目の門で401になります。${a.looksLike === 'kubeadm-discovery' ? '`kubeadm join`はディスカバリーのタイムアウト(指定がなければ5分)まで再試行してから失敗します。' : ''}そのときのイベントは\`user: {}\`、ステージは\`ResponseStarted\`で、\`users\`や\`userGroups\`で選ぶルールには一致しません`,
  'already-refused': () => '変わりません。すでに拒否されています',
  unchanged: () => '変わりません。呼び出し元は自分の名前を持っています',
  'unchanged-impersonation': () => '変わりません。なりすましの可否は、認証情報を持つ実際の呼び出し元で判断されます',
  'name-only': () => 'この名前を持つ認証情報が本当に使われたのなら、変わりません',
  'bad-timeout': () => '変わりません。解釈できない`timeout`は、認証より前に400で拒否されます',
  'other-server': () => 'kube-apiserverのこのフラグでは決まりません。別のサーバーが書いたイベントです',
  unknown: () => 'このイベントからはわかりません',
};

function gate1(a: AuditEventArgs): string {
  switch (a.identity) {
    case 'anonymous':
      return '`system:anonymous`として通過。このリクエストには匿名アクセスが許可されていました';
    case 'rejected':
      return '401で拒否。認可までは進んでいません';
    case 'unknown':
      return 'イベントには書かれていません';
    default:
      return `\`${a.username}\`として通過`;
  }
}

function gate2(a: AuditEventArgs): string {
  if (a.decision === 'allow') return `${allowed(a)}${refusedLater(a)}`;
  if (a.decision === 'forbid') return `拒否: ${forbidden(a.reasonText)}`;
  if (a.identity === 'rejected') return '到達していません';
  if (a.stage === 'RequestReceived') return 'このステージではまだ判断されていません';
  if (a.code === 429) return '到達していません(リクエスト過多)';
  if (a.reasonText === 'internal error') return '判断できていません。認可の処理自体が失敗しました';
  if (a.code === 403) return 'イベントに判断の記録がありません。なりすましが拒否されたか、ツールが注釈を落としています';
  return 'イベントに判断の記録がありません';
}

function allowed(a: AuditEventArgs): string {
  if (a.bindingName === '') {
    return `許可${a.reasonText ? `: ${a.reasonText}` : '。理由の記載なし(グループ`system:masters`やNode認可などの場合)'}`;
  }
  const inside = a.bindingNamespace ? `(Namespace \`${a.bindingNamespace}\`)` : '';
  const [name = '', namespace] = a.subjectKind === 'ServiceAccount' ? a.subjectName.split('/') : [a.subjectName];
  const subject = `${namespace ? `Namespace \`${namespace}\`の` : ''}${a.subjectKind} \`${name}\``;
  return `${a.bindingKind} \`${a.bindingName}\`${inside}が${subject}に${a.roleKind} \`${a.roleName}\`を与えているため許可。最初に一致したルールで、ほかにもあるかもしれません`;
}

const admissions: Readonly<Record<string, string>> = { quota: 'クォータ', policy: 'ValidatingAdmissionPolicy' };

function refusedLater(a: AuditEventArgs): string {
  if (a.code !== 403) return '';
  if (a.verb === 'get' && /^pods\/(?:exec|attach|portforward)$/.test(a.act)) {
    return '。その後、Admissionで拒否されたか、WebSocketに必要な動詞`create`(1.35以降)がないため拒否されました';
  }
  const by = a.admission ? `(${admissions[a.admission] ?? `\`${a.admission}\``})` : '';
  return `。その後Admission${by}で拒否`;
}

/** How the Node authorizer begins its reasons. */
const nodeReasons = /^(?:no relationship found between node|can only |unknown node for user)/;

function forbidden(reason: string): string {
  if (reason === '') return '許可するルールがありません';
  if (reason === 'Everything is forbidden.') return 'AlwaysDenyがすべてを拒否しています';
  if (reason.startsWith('RBAC: ')) return `RBACの処理でエラーが起きました(参照先のRoleがないなど)。${reason}`;
  return nodeReasons.test(reason) ? `Node認可によるものです。${reason}` : reason;
}

const answers: Readonly<Record<number, string>> = {
  101: '接続がストリームに切り替わりました(exec、attach、port-forward)',
  404: '許可されましたが、オブジェクトがありません',
  409: '許可されましたが、オブジェクトがすでにあるか、変更されていました',
  422: '許可されましたが、オブジェクトの内容が不正です',
  429: 'リクエスト過多です',
  504: '通常は、期限内に終わらなかったことを示します',
};

function answer(a: AuditEventArgs): string {
  if (a.stage === 'RequestReceived') return 'この行にはありません。リクエストを受け取った時点の記録です';
  if (a.stage === 'Panic')
    return `${a.code < 0 ? '' : `${a.code}: `}サーバー内のハンドラーがクラッシュしました${a.message ? `: ${a.message}` : ''}${a.message.endsWith('abort Handler') ? '。集約されたAPIサーバーのwatchが閉じられたときによく見られます' : ''}`;
  if (a.grpcCode >= 0)
    return `gRPCコード${a.grpcCode}(${a.grpcCode === 0 ? '成功' : a.message || 'エラー'})。このログにHTTPステータスはありません`;
  if (a.code < 0) return 'イベントには書かれていません';
  const meaning = a.code > 400 && a.code < 423 && a.decision !== 'allow' ? undefined : answers[a.code];
  return `${a.code}${[meaning, a.message]
    .filter(Boolean)
    .map((text) => `: ${text}`)
    .join('')}`;
}

function when(a: AuditEventArgs): string {
  if (a.receivedAt === '') return 'イベントには書かれていません';
  if (a.milliseconds < 0 || a.stage === 'RequestReceived') return a.receivedAt;
  const took = duration(a.milliseconds, 'ja');
  if (a.longRunning && a.stage === 'ResponseComplete')
    return `${a.receivedAt}。ストリームは${took}後に終了(遅延ではありません)`;
  return `${a.receivedAt}。応答まで${took}${a.latency ? `(内訳: ${a.latency})` : ''}`;
}

const leftOut: Readonly<Record<string, string>> = {
  Metadata: '(リクエストと応答の本文は記録しません)',
  Request: '(応答の本文は記録しません)',
};

const bodies: Readonly<Record<Exclude<AuditEventArgs['bodies'], 'none'>, string>> = {
  request: 'リクエストの本文がイベントにあります(ここには表示しません)',
  answer: '応答の本文がイベントにあります(ここには表示しません)',
  both: 'リクエストと応答の本文がイベントにあります(ここには表示しません)',
};

function body(a: AuditEventArgs): string {
  if (a.truncated) return '本文は大きすぎたため省かれています(`audit.k8s.io/truncated`)';
  if (a.bodies !== 'none') return bodies[a.bodies];
  if (!a.level.startsWith('Request') || a.stage === 'RequestReceived') return 'イベントに本文はありません';
  if (a.code === 401 || a.decision === 'forbid')
    return 'イベントに本文はありません。拒否されたリクエストの本文は読まれません';
  return a.resource
    ? 'イベントに本文はありません。もともと本文がないか、ツールが取り除いています'
    : 'イベントに本文はありません。リソースではないパスの本文は記録されません';
}

/** A cut-off event may lack what every whole one has. */
const named = (name: string): string => (name === '' ? '記載なし' : `\`${name}\``);

const stages: Readonly<Record<string, string>> = {
  RequestReceived: '(認可より前の記録で、許可や拒否については何も示しません)',
  ResponseStarted: '(応答が始まった時点。終わりは別のイベントになります)',
};

function written(a: AuditEventArgs): string {
  const single = a.identity === 'rejected' && a.stage === 'ResponseStarted';
  const stage = single ? '(認証失敗で書かれる唯一のイベント)' : (stages[a.stage] ?? '');
  const chosen = a.chosenID ? '。`auditID`がUUIDではないため、クライアントが選んだか、ツールが変えたものです' : '';
  const old = a.oldVersion ? '。このAPIバージョンは1.23で終わりました(ツールが古い名前を残していることもあります)' : '';
  return `ステージ${named(a.stage)}${stage}、レベル${named(a.level)}${leftOut[a.level] ?? ''}。${body(a)}${chosen}${old}`;
}

const oldTokens: Readonly<Record<Exclude<AuditEventArgs['oldToken'], ''>, string>> = {
  legacy: 'Secretに置かれた、期限のないServiceAccountトークンを使用',
  stale: '更新されているはずの古いServiceAccountトークンを使用',
  invalidated: 'Secretに置かれ、すでに無効になったServiceAccountトークンを使用',
};

/** What the server noted in annotations. */
function noted(a: AuditEventArgs): readonly string[] {
  return [
    a.deprecated ? `非推奨のAPI${a.removedRelease ? `(${a.removedRelease}で削除)` : ''}` : '',
    a.podSecurityPolicy && `Pod Securityの強制レベルは\`${a.podSecurityPolicy}\``,
    a.podSecurityViolations,
    a.podSecurityExempt && `Pod Securityの対象外(${a.podSecurityExempt})`,
    a.podSecurityError,
    a.oldToken && oldTokens[a.oldToken],
    a.mutations > 0 ? `${a.mutations}個のAdmission Webhookが変更` : '',
    a.failedOpen && `Webhook \`${a.failedOpen}\`が失敗したまま通過`,
    a.policyFailures > 0 ? `ValidatingAdmissionPolicyの検査が${a.policyFailures}件不合格` : '',
    a.loginDecision && `OAuthサーバーでの\`${a.login}\`のログイン: ${a.loginDecision}`,
  ].filter((text) => text !== '');
}

export function title(a: AuditEventArgs): string {
  const caller = a.identity === 'rejected' ? '不明' : a.username || '不明';
  return `${caller}: ${a.verb} ${a.resource || a.path}${a.code < 0 ? '' : `、${a.code}`}`;
}

export function rows(a: AuditEventArgs): readonly StoryRow[] {
  const row = (label: string, text: string): StoryRow => ({ label, text });
  return [
    row('誰が', who[a.identity](a)),
    row('認証情報', credentials(a)),
    row('何を', what(a)),
    row('どこから', source(a)),
    row('クライアント', client(a)),
    row('1つ目の門: 認証', gate1(a)),
    row('2つ目の門: 認可', gate2(a)),
    row('応答', answer(a)),
    row('いつ', when(a)),
    row('記録のされ方', written(a)),
    ...(noted(a).length > 0 ? [row('サーバーによる注釈', noted(a).join('。'))] : []),
    row('--anonymous-auth=falseなら', anonymousOff[a.anonymousOff](a)),
    ...(a.untold > 0 ? [row('ここにないもの', `このテキストにはほかに${a.untold}件のイベントがあります`)] : []),
  ];
}
