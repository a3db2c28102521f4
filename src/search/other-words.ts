// Other words for the same: what somebody types, and what the pages say instead. Asked only where the typed words find nothing.

/** On the left a word as it is typed, in small letters; on the right the word of our pages. */
const otherWords: Readonly<Record<string, string>> = {
  リポジトリー: 'リポジトリ',
  レジストリ: 'リポジトリ',
  registry: 'repository',
  ポッド: 'Pod',
  コンフィグマップ: 'ConfigMap',
  シークレット: 'Secret',
  ロールバインディング: 'RoleBinding',
  クラスターロール: 'ClusterRole',
  クラスタ: 'クラスター',
  サーバ: 'サーバー',
  マスター: 'コントロールプレーン',
  マスタ: 'コントロールプレーン',
  master: 'control plane',
  ヘルスチェック: 'healthz',
  healthcheck: 'healthz',
  プローブ: 'livez',
  発見: 'ディスカバリー',
  鍵: '公開鍵',
  署名: 'JWS',
  フィンガープリント: 'ハッシュ',
  fingerprint: 'hash',
  ピン: 'ハッシュ',
  匿名認証: 'anonymous-auth',
  匿名ユーザー: 'system:anonymous',
  監査証跡: '監査ログ',
  ログイン: '認証',
  login: 'authentication',
  unauthenticated: 'anonymous',
  未認証: '匿名',
  アクセス拒否: 'Forbidden',
  拒否: 'Forbidden',
  禁止: 'Forbidden',
  permission: 'RBAC',
  権限: 'RBAC',
  移行: 'migrate',
  期限切れ: '期限',
  有効期限: '期限',
  skew: 'version',
};

/** The text with each known word replaced; the same text if it holds none. */
export function inOtherWords(text: string): string {
  return text
    .split(/(\s+)/)
    .map((word) => otherWords[word.normalize('NFKC').toLowerCase()] ?? word)
    .join('');
}
