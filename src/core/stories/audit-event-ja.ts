// The story of an audit event in Japanese.

import type { AnonymousOffEffect } from '../kubernetes/anonymous-off.ts';
import type { Identity } from '../kubernetes/audit-event.ts';
import type { AuditEventArgs } from './audit-event.ts';
import type { StoryRow } from './story.ts';

type Words = (args: AuditEventArgs) => string;

const who: Readonly<Record<Identity, Words>> = {
  anonymous: () => '`system:anonymous`(グループは`system:unauthenticated`)。自分の名前を持たない呼び出し元です',
  'anonymous-name-only': (a) =>
    `\`system:anonymous\`ですが、グループ\`system:unauthenticated\`に入っていません(グループ: ${a.groups || 'なし'})。APIサーバーは必ず両方を書くので、この名前を持つ認証情報が使われたか、イベントが書き換えられています`,
  rejected: () => '不明です。名前が付く前に拒否されました(`user: {}`)',
  'bootstrap-token': (a) => `IDが\`${a.username.slice('system:bootstrap:'.length)}\`のブートストラップトークン`,
  node: (a) => `ノード\`${a.username.slice('system:node:'.length)}\``,
  'service-account': (a) => {
    const [, , namespace = '', name = ''] = a.username.split(':');
    return `Namespace \`${namespace}\`のServiceAccount \`${name}\``;
  },
  impersonated: (a) => `\`${a.username}\`(\`${a.impersonatedUsername}\`になりすまし)`,
  user: (a) => `\`${a.username}\`${a.groups ? `(グループ: ${a.groups})` : ''}`,
  unknown: () => 'イベントには書かれていません(`user`が空か、ありません)',
};

const credentials: Readonly<Record<Identity, Words>> = {
  anonymous: () => 'なし。誤ったトークンや証明書、期限切れのものが付いていれば、匿名としては扱われず401になります',
  'anonymous-name-only': () => 'イベントには書かれていません',
  rejected: () =>
    'なし、または無効なもの。認証情報がない場合も、トークンが誤りか期限切れの場合も、クライアント証明書が期限切れか別のCAのものである場合も、監査ログでは同じに見えます',
  'bootstrap-token': () => 'ブートストラップトークン。シークレット部分はログに残りません',
  node: () => '有効なもの。kubeadmのクラスターではkubeletのクライアント証明書です',
  'service-account': () => '有効なもの。通常はServiceAccountのトークンです',
  impersonated: () => '実際の呼び出し元の有効な認証情報。送信元アドレスとUser-Agentも実際の呼び出し元のものです',
  user: () => '有効なもの。種類はイベントからはわかりません',
  unknown: () => 'イベントには書かれていません',
};

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

function what(a: AuditEventArgs): string {
  const place = a.namespace ? `(Namespace \`${a.namespace}\`)` : '';
  return a.resource ? `\`${a.resource}\`を\`${a.verb}\`${place}` : `\`${a.path}\`を\`${a.verb}\``;
}

function source(a: AuditEventArgs): string {
  if (a.sourceCount === 0) return 'イベントには書かれていません';
  if (a.sourceCount === 1) return `\`${a.sourceIPs}\``;
  return `\`${a.sourceIPs}\`。確かなのは最後のアドレスだけです(1.18以降。それより前はどれも確かではありません)。ほかはクライアントやプロキシの自己申告です`;
}

function client(a: AuditEventArgs): string {
  if (a.userAgent === '') return 'User-Agentがありません';
  const claim = `\`${a.userAgent}\``;
  if (a.looksLike === 'kubeadm-discovery') {
    return `${claim}。User-Agentが正しければ、\`kubeadm join\`${a.programVersion ? ` ${a.programVersion}` : ''}のディスカバリーです(User-Agentはクライアントの自己申告です)`;
  }
  if (a.program === 'kube-probe') return `${claim}。User-Agentが正しければ、kubeletのプローブです`;
  if (a.looksLike === 'probe') return `${claim}。User-Agentが正しければ、ヘルスチェックです`;
  return `${claim}(クライアントの自己申告)`;
}

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
  if (a.decision === 'allow') {
    const then = a.code === 403 ? '。その後Admissionで拒否' : '';
    if (a.bindingName === '')
      return `許可${a.reasonText ? `: ${a.reasonText}` : '。理由の記載なし(グループ`system:masters`やNode認可などの場合)'}${then}`;
    const inside = a.bindingNamespace ? `(Namespace \`${a.bindingNamespace}\`)` : '';
    return `${a.bindingKind} \`${a.bindingName}\`${inside}が${a.subjectKind} \`${a.subjectName}\`に${a.roleKind} \`${a.roleName}\`を与えているため許可${then}`;
  }
  if (a.decision === 'forbid') return `拒否${a.reasonText ? `: ${a.reasonText}` : '。許可するルールがありません'}`;
  if (a.identity === 'rejected') return '到達していません';
  if (a.stage === 'RequestReceived') return 'このステージではまだ判断されていません';
  if (a.code === 429) return '到達していません(リクエスト過多)';
  if (a.code === 403) return 'イベントに判断の記録がありません。なりすましが拒否されたか、ツールが注釈を落としています';
  return 'イベントに判断の記録がありません';
}

function answer(a: AuditEventArgs): string {
  if (a.stage === 'RequestReceived') return 'この行にはありません。リクエストを受け取った時点の記録です';
  if (a.code < 0) return 'イベントには書かれていません';
  return `${a.code}${a.message ? `: ${a.message}` : ''}`;
}

function when(a: AuditEventArgs): string {
  if (a.receivedAt === '') return 'イベントには書かれていません';
  if (a.milliseconds < 0 || a.stage === 'RequestReceived') return a.receivedAt;
  const duration = `${Number(a.milliseconds.toFixed(1))} ms`;
  return a.verb === 'watch' && a.stage === 'ResponseComplete'
    ? `${a.receivedAt}。ストリームは${duration}後に終了`
    : `${a.receivedAt}。応答まで${duration}`;
}

const leftOut: Readonly<Record<string, string>> = {
  Metadata: '(リクエストと応答の本文は記録しません)',
  Request: '(応答の本文は記録しません)',
};

const bodies: Readonly<Record<AuditEventArgs['bodies'], string>> = {
  none: 'イベントに本文はありません',
  request: 'リクエストの本文がイベントにあります(ここには表示しません)',
  answer: '応答の本文がイベントにあります(ここには表示しません)',
  both: 'リクエストと応答の本文がイベントにあります(ここには表示しません)',
};

/** A cut-off event may lack what every whole one has. */
const named = (name: string): string => (name === '' ? '記載なし' : `\`${name}\``);

function written(a: AuditEventArgs): string {
  const single = a.identity === 'rejected' && a.stage === 'ResponseStarted' ? '(認証失敗で書かれる唯一のイベント)' : '';
  return `ステージ${named(a.stage)}${single}、レベル${named(a.level)}${leftOut[a.level] ?? ''}。${bodies[a.bodies]}`;
}

export function title(a: AuditEventArgs): string {
  const caller = a.identity === 'rejected' ? '不明' : a.username || '不明';
  return `${caller}: ${a.verb} ${a.resource || a.path}${a.code < 0 ? '' : `、${a.code}`}`;
}

export function rows(a: AuditEventArgs): readonly StoryRow[] {
  const row = (label: string, text: string): StoryRow => ({ label, text });
  return [
    row('誰が', who[a.identity](a)),
    row('認証情報', credentials[a.identity](a)),
    row('何を', what(a)),
    row('どこから', source(a)),
    row('クライアント', client(a)),
    row('1つ目の門: 認証', gate1(a)),
    row('2つ目の門: 認可', gate2(a)),
    row('応答', answer(a)),
    row('いつ', when(a)),
    row('記録のされ方', written(a)),
    row('--anonymous-auth=falseなら', anonymousOff[a.anonymousOff](a)),
    ...(a.untold > 0 ? [row('ここにないもの', `このテキストにはほかに${a.untold}件のイベントがあります`)] : []),
  ];
}
