// The first half of the story of an audit event in Japanese: who asked for what, from where, with which client.

import type { Identity } from '../kubernetes/audit-event.ts';
import type { AuditEventArgs } from './audit-event.ts';

type Words = (args: AuditEventArgs) => string;

export const who: Readonly<Record<Identity, Words>> = {
  anonymous: () => '`system:anonymous`(グループは`system:unauthenticated`)。自分の名前を持たない呼び出し元です',
  'anonymous-name-only': (a) =>
    `\`system:anonymous\`ですが、グループ\`system:unauthenticated\`に入っていません(グループ: ${a.groups || 'なし'})。APIサーバーは必ず両方を書くので、この名前を持つ認証情報が使われたか、イベントが書き換えられています`,
  rejected: () => '不明です。名前が付く前に拒否されました(`user: {}`)',
  'bootstrap-token': (a) => `IDが\`${a.username.slice('system:bootstrap:'.length)}\`のブートストラップトークン`,
  node: (a) => `ノード\`${a.username.slice('system:node:'.length)}\``,
  'service-account': (a) => {
    const [, , namespace = '', name = ''] = a.username.split(':');
    return `Namespace \`${namespace}\`のServiceAccount \`${name}\`${a.pod ? `(Pod \`${a.pod}\`から)` : ''}`;
  },
  impersonated: (a) =>
    `\`${a.username}\`(\`${a.impersonatedUsername}\`になりすまし${a.constraint ? `。\`${a.constraint}\`の制約で確認` : ''})`,
  user: (a) => `\`${a.username}\`${a.groups ? `(グループ: ${a.groups})` : ''}`,
  unknown: () => 'イベントには書かれていません(`user`が空か、ありません)',
};

/** Where the event tells more than the kind of its caller. */
const shown: Readonly<Record<AuditEventArgs['credential'], string>> = {
  '': '',
  certificate: 'クライアント証明書(イベントにフィンガープリントがあります)',
  token: 'ServiceAccountのトークン(イベントにIDがあります)',
};

const usually: Readonly<Record<Identity, Words>> = {
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

export function credentials(a: AuditEventArgs): string {
  return (a.identity === 'impersonated' ? '' : shown[a.credential]) || usually[a.identity](a);
}

/** What is done, by `act`: a verb, or a resource with its subresource; the object stands before it. */
const acts: Readonly<Record<string, string>> = {
  get: 'を取得',
  list: 'の一覧を取得',
  watch: 'を監視',
  create: 'を作成',
  update: 'を置き換え',
  patch: 'を変更',
  delete: 'を削除',
  deletecollection: 'を、選択したものすべてまとめて削除',
  proxy: 'への中継',
  'pods/exec': 'でコマンドを実行',
  'pods/attach': 'のプロセスに接続',
  'pods/portforward': 'へポートを転送',
  'pods/log': 'のログを取得',
  'pods/proxy': 'への中継',
  'services/proxy': 'への中継',
  'nodes/proxy': 'への中継',
  'pods/eviction': 'を退避',
  'pods/binding': 'をノードに割り当て',
  'serviceaccounts/token': 'のトークンを要求',
};

export function what(a: AuditEventArgs): string {
  const many = ['list', 'watch', 'deletecollection'].includes(a.verb);
  const place = a.namespace
    ? `(Namespace \`${a.namespace}\`)`
    : a.resource && many
      ? '(すべてのNamespace、またはNamespaceに属さないもの)'
      : '';
  const act = acts[a.act] ?? acts[a.verb];
  const verb = a.verb ? `\`${a.verb}\`` : '動詞に当たらないHTTPメソッド';
  const object = a.resource ? `\`${a.resource}\`${place}` : `パス\`${a.path}\``;
  return `${a.resource && act ? `${object}${act}(${verb})` : `${object}に${verb}`}${nameless(a)}${query(a)}`;
}

function nameless(a: AuditEventArgs): string {
  const version = a.resourceVersion ? `。\`resourceVersion\`は${a.resourceVersion}` : '';
  const unread = a.stage === 'RequestReceived' || a.decision === 'forbid';
  const hasName = a.act !== 'create' || a.resource === '' || a.resource.includes('/');
  return unread && !hasName ? `${version}。名前は本文にあり、認可の判断より前には読まれません` : version;
}

function query(a: AuditEventArgs): string {
  const command = a.act === 'pods/exec' ? '。コマンドは`requestURI`にあり、ここには表示しません' : '';
  const shownOnes = a.parameters ? `。パラメーター: \`${a.parameters}\`` : '';
  const hidden =
    a.hiddenParameters > 0
      ? `。${a.parameters ? 'ほかに' : ''}${a.hiddenParameters}個のパラメーターは、秘密を含むことがあるため表示しません`
      : '';
  return `${shownOnes}${command || hidden}`;
}

export function source(a: AuditEventArgs): string {
  if (a.sourceCount === 0) return 'イベントには書かれていません';
  const masked = a.maskedSource ? '。アドレスとして成り立たない値があり、誰かが伏せたものです' : '';
  if (a.sourceCount === 1) return `\`${a.sourceIPs}\`${masked}`;
  return `\`${a.sourceIPs}\`${masked}。確かなのは最後のアドレスだけです(1.18以降。それより前はどれも確かではありません)。ほかはクライアントやプロキシの自己申告です`;
}

const clientKinds: Readonly<Record<AuditEventArgs['clientKind'], string>> = {
  component: 'User-Agentが正しければ、Kubernetes自身のコンポーネントで、バージョンも正確です',
  tool: 'User-Agentが正しければ、このツールを使う人かスクリプトです',
  browser: 'ブラウザーか、それを装うプログラムです',
  scanner: 'User-Agentが正しければ、スキャナーです',
  library: '自分の名前を名乗らないプログラムです(スクリプト、ロードバランサー、スキャナーなど)',
  own: 'クライアントの自己申告です',
};

export function client(a: AuditEventArgs): string {
  if (a.userAgent === '') return 'User-Agentがありません';
  const claim = `\`${a.userAgent}\``;
  const cut = a.userAgent.endsWith('...TRUNCATED') ? '。サーバーが1024バイトで切り詰めています' : '';
  const unbuilt = a.userAgent.includes('$Format')
    ? '。バージョンを埋め込まずにビルドされたKubernetesライブラリーです'
    : '';
  if (a.looksLike === 'kubeadm-discovery') {
    return `${claim}。User-Agentが正しければ、\`kubeadm join\`${a.programVersion ? ` ${a.programVersion}` : ''}のディスカバリーです(User-Agentはクライアントの自己申告です)`;
  }
  if (a.program === 'kube-probe') return `${claim}。User-Agentが正しければ、kubeletのプローブです`;
  if (a.looksLike === 'probe') return `${claim}。User-Agentが正しければ、ヘルスチェックです`;
  return `${claim}。${clientKinds[a.clientKind]}${unbuilt}${cut}`;
}
