// What each client of the runs was: the numbers of the matrix in words.

import type { Locale } from '../core/index.ts';

const clients: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  J1: { en: 'Token and the right CA hash', ja: 'トークンと正しいCAハッシュ' },
  J2: { en: 'Token with `unsafeSkipCAVerification`', ja: 'トークンと`unsafeSkipCAVerification`' },
  J3: {
    en: 'Discovery file without credentials, no `tlsBootstrapToken`',
    ja: '認証情報のないディスカバリーファイル、`tlsBootstrapToken`なし',
  },
  J3b: {
    en: 'Discovery file without credentials, good `tlsBootstrapToken`',
    ja: '認証情報のないディスカバリーファイルと有効な`tlsBootstrapToken`',
  },
  J4: {
    en: 'Discovery file with a client certificate (`admin.conf`)',
    ja: 'クライアント証明書入りのディスカバリーファイル（`admin.conf`）',
  },
  J4b: {
    en: 'Discovery file with a client certificate, and a `tlsBootstrapToken`',
    ja: 'クライアント証明書入りのディスカバリーファイルと`tlsBootstrapToken`',
  },
  J5: {
    en: 'Discovery file with the bootstrap token as its user’s token',
    ja: 'ブートストラップトークンをユーザーのトークンとして書いたディスカバリーファイル',
  },
  J5b: { en: 'The same file with a wrong token', ja: '同じファイルに誤ったトークン' },
  J6: { en: 'Token with a wrong CA hash', ja: 'トークンと誤ったCAハッシュ' },
  J7: { en: 'Token with an unknown ID', ja: '存在しないトークンID' },
  J8: { en: 'Right token ID, wrong secret', ja: '正しいトークンIDと誤った秘密部分' },
  J9: { en: 'Expired token, already cleaned away', ja: '期限切れで削除済みのトークン' },
  J9b: {
    en: 'Expired token, its signature still in cluster-info (cleaner stopped)',
    ja: '期限切れだが署名がcluster-infoに残っているトークン（tokencleaner停止中）',
  },
  J10: { en: 'Nothing listens on the port', ja: 'ポートで何も待ち受けていない' },
  J11: { en: 'Valid token without the usage signing', ja: '用途signingのない有効なトークン' },
  J11b: {
    en: 'No signature for this token in cluster-info (signer stopped)',
    ja: 'cluster-infoにこのトークンの署名がない（bootstrapsigner停止中）',
  },
  J11c: { en: 'Valid token without the usage authentication', ja: '用途authenticationのない有効なトークン' },
  J12a: { en: 'Endpoint is another TLS server (404 to everything)', ja: '接続先が別のTLSサーバー（すべて404）' },
  J12b: {
    en: 'Discovery file with another CA than the API server’s',
    ja: 'APIサーバーとは別のCAを持つディスカバリーファイル',
  },
  J12c: { en: 'Endpoint is a plain HTTP server', ja: '接続先がTLSなしのHTTPサーバー' },
  J12d: {
    en: 'Discovery file whose context names an empty user',
    ja: 'コンテキストのユーザーが空のディスカバリーファイル',
  },
  J13a: {
    en: 'Discovery file over https, its server’s certificate not trusted',
    ja: 'httpsで取得するディスカバリーファイル、配布元の証明書は信頼されていない',
  },
  J13b: {
    en: 'Discovery file over https without credentials, and a `tlsBootstrapToken`',
    ja: 'httpsで取得する認証情報のないディスカバリーファイルと`tlsBootstrapToken`',
  },
  J13c: {
    en: 'Discovery file over https with the bootstrap token',
    ja: 'httpsで取得するブートストラップトークン入りのディスカバリーファイル',
  },
  J14: {
    en: 'Good discovery token, `tlsBootstrapToken` with a wrong secret',
    ja: '正しいディスカバリートークンと、秘密部分が誤った`tlsBootstrapToken`',
  },
  J14b: {
    en: 'Good discovery token, `tlsBootstrapToken` with an unknown ID',
    ja: '正しいディスカバリートークンと、存在しないIDの`tlsBootstrapToken`',
  },
  J14c: {
    en: 'Good discovery token, `tlsBootstrapToken` without the usage authentication',
    ja: '正しいディスカバリートークンと、用途authenticationのない`tlsBootstrapToken`',
  },
  J15: {
    en: 'Token, neither a CA hash nor `unsafeSkipCAVerification`',
    ja: 'トークンのみ（CAハッシュも`unsafeSkipCAVerification`もなし）',
  },
  J16: { en: 'Malformed token', ja: '形式の誤ったトークン' },
  init: { en: '`kubeadm init` with a real kubelet', ja: '本物のkubeletでの`kubeadm init`' },
};

const variants = {
  default: { en: 'plain command line, default timeout', ja: '設定ファイルなしのコマンド、既定のタイムアウト' },
  full: { en: 'a whole join with a real kubelet', ja: '本物のkubeletでの完全なjoin' },
} as const;

/** `J1-default` in words; a client that is not in the table stops the build. */
export function clientWords(client: string, locale: Locale): string {
  const [, name = '', variant] = /^(\w+?)(?:-(default|full))?$/.exec(client) ?? [];
  const words = clients[name]?.[locale];
  if (words === undefined) throw new Error(`no words for the client ${client}`);
  if (variant !== 'default' && variant !== 'full') return words;
  return locale === 'en' ? `${words}; ${variants[variant].en}` : `${words}、${variants[variant].ja}`;
}

/** Whether a name is that of a client. */
export const isClient = (client: string): boolean => client.replace(/-(?:default|full)$/, '') in clients;
