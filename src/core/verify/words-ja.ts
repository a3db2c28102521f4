// The verifier in Japanese.

import type { VerifyWords } from './words.ts';

export const ja: VerifyWords = {
  steps: {
    token: 'トークンの形式',
    pins: 'ピンの形式',
    'first-request': '1回目のリクエスト（認証情報なし）',
    'signature-present': 'cluster-infoにこのトークンの署名がある',
    'kubeconfig-present': 'cluster-infoにkubeconfigがある',
    signature: '署名がkubeconfigとシークレットに一致する',
    kubeconfig: 'kubeconfigを読み取れる',
    'one-cluster': 'クラスターが1つだけ書かれている',
    certificates: 'CA証明書を読み取れる',
    pin: 'いずれかの証明書がピンに一致する',
    'second-request': '2回目のリクエスト（このCAでTLSを検証）',
  },
  says: {
    'token-ready': ({ id }) => `IDは\`${id}\`です。シークレットは表示しません。`,
    'token-id-only': ({ id }) => `ID\`${id}\`だけが指定されたため、署名そのものは検証できません。`,
    'token-absent': () => 'トークンが指定されていません。',
    'token-malformed': () =>
      'トークンは、英小文字または数字6文字、ピリオド、さらに16文字からなります。それ以外は、kubeadmがAPIサーバーに問い合わせる前に拒否します。',
    'pins-readable': ({ count }) => `SHA-256のピンが${count}個あります。`,
    'pins-absent': () =>
      'ピンが指定されていません。`--discovery-token-unsafe-skip-ca-verification`で省略しないかぎり、kubeadmは1つ以上のピンを求めます。',
    'pins-forbidden': () => 'ピンがなく、省略の指定もありません。',
    'pins-skipped': () =>
      '`--discovery-token-unsafe-skip-ca-verification`でピンを省略しています。この場合、トークンを知っている者ならAPIサーバーになりすませます。',
    'pins-malformed': ({ pin }) =>
      `\`${pin}\`はピンではありません。ピンは\`sha256:\`に続く64桁の16進数です。設定の読み込みでは見つからず、joinの途中でエラーになります。`,
    'request-first': () =>
      'APIサーバーだけが答えられます。kubeadmは名乗らずに問い合わせるため、トークンやピンが正しくても、401（匿名アクセスが無効）や403（RoleBindingがない）であればタイムアウトまで再試行します。',
    'request-second': () =>
      'APIサーバーだけが答えられます。サーバー証明書がこのCAで署名されていること、kubeconfigが1回目と1バイトも違わないことが必要です。このリクエストにも認証情報はありません。',
    'request-second-expired': () =>
      'この端末の時計では、有効期間内の証明書がありません。ノードの時計も同じであれば、TLSの検証で拒否され、`x509: certificate has expired or is not yet valid`で始まるエラーになります。',
    'request-left-out': () => 'ピンがない場合、kubeadmは1回目のリクエストだけでディスカバリーを終えます。',
    'present-yes': ({ id }) => `\`jws-kubeconfig-${id}\`があります。`,
    'present-no': ({ id, ids, count }) =>
      `\`jws-kubeconfig-${id}\`がありません。${count === 0 ? '署名は1つもありません。' : `署名があるのは\`${ids}\`です。`}トークンが期限切れか削除済み、用途に\`signing\`がない、kube-controller-managerが署名していない、または別のクラスターのトークンです。`,
    'present-empty': ({ id }) => `\`jws-kubeconfig-${id}\`はありますが、空です。`,
    'present-no-token': ({ ids, count }) =>
      count === 0 ? '署名は1つもありません。' : `署名があるのは\`${ids}\`です。`,
    'present-no-cluster-info': () => '調べるcluster-infoがありません。',
    'kubeconfig-there': () => 'あります。',
    'kubeconfig-missing': () => '`kubeconfig`というキーがないか、空です。',
    'kubeconfig-no-cluster-info': () => '調べるkubeconfigがありません。',
    'kubeconfig-readable': ({ server }) => `ノードの接続先は\`${server}\`です。`,
    'kubeconfig-unreadable': () => 'YAMLのマッピングとして読み取れません。',
    'kubeconfig-ca-no-base64': () => '`certificate-authority-data`がBase64ではありません。',
    'signature-valid': ({ id }) =>
      `\`${id}\`のシークレットを鍵として、kubeconfig全体からHS256で計算した値と完全に一致します。`,
    'signature-wrong': () => '一致しません。シークレットが違うか、署名のあとにkubeconfigが変更されています。',
    'signature-line-ends': () =>
      '改行を変えたkubeconfigには一致します。コピーの途中で改行が変わったもので、クラスター上では一致しています。',
    'signature-header': () =>
      '署名の値は正しいものの、その前のヘッダーの書き方が違います。kubeadmは文字列全体を比べるため、拒否します。',
    'signature-no-secret': () => 'シークレットがないため検証できません。',
    'signature-no-token': () => 'トークンがないため検証できません。',
    'signature-absent': () => '検証する署名がありません。',
    'cluster-one': () => '1つです。',
    'cluster-several': ({ count }) => `${count}個書かれています。`,
    'cluster-open': () => 'kubeconfigを読み取れないため、わかりません。',
    'certificates-read': ({ count }) =>
      count === 1 ? '証明書が1つあります。' : `証明書が${count}個あります。1つでもピンに一致すれば十分です。`,
    'certificates-none': () => '`certificate-authority-data`にPEM形式の証明書がありません。',
    'certificates-unreadable': ({ count }) =>
      `証明書と書かれたブロックのうち${count}個は、ここでは読み取れません。実際の可否はGoの実装によります。`,
    'certificates-open': () => '調べる証明書がありません。',
    'pin-matches': ({ pin }) => `\`${pin}\``,
    'pin-differs': ({ own }) => `証明書のピンは\`${own}\`です。別のクラスターか、CAが交換されています。`,
    'pin-open': () => 'ピンまたは証明書がありません。',
    'pin-left-out': () => 'ピンがないため、比較は行われません。',
    'pin-second-only': ({ own }) =>
      `証明書のピンは\`${own}\`で、2つ目以降のピンには一致します。しかし1.21までのkubeadmは最初のピンしか調べません。パッチリリースで修正されているかどうかは確認できていません。`,
  },
  states: { passes: '通過', stops: '停止', open: '未確認', server: 'サーバー次第', 'left out': '省略' },
  notReached: 'kubeadmはここまで進みません。',
  problems: {
    nothing: '何も貼り付けられていません。',
    unreadable: 'cluster-infoのようですが、YAMLとしてもJSONとしても最後まで読み取れません。',
    'curly-quotes':
      'ワープロやチャットが書き換えた引用符（“ ”）が含まれているため、JSONとしてもYAMLとしても読み取れません。端末からもう一度コピーしてください。',
    'no-cluster-info':
      'このテキストにはcluster-infoがありません。ConfigMapも、それを含む監査イベントも見つかりません。',
    several: '異なるcluster-infoが複数あります。最初のものを調べます。',
    'keys-cut-off':
      'cluster-infoの一部のようです。`kubectl -n kube-public get configmap cluster-info -o yaml`の出力を、`apiVersion`の行からすべて貼り付けてください。',
  },
  from: {
    given: '指定されたトークンとピン',
    'join command': 'テキスト中のjoinコマンド',
    JoinConfiguration: 'テキスト中のJoinConfiguration',
    nothing: 'トークンとピンの指定なし',
  },
  clusterInfoFrom: {
    ConfigMap: 'ConfigMap',
    'audit event': '監査イベント内のオブジェクト',
    'kubectl describe': 'kubectl describeの出力',
  },
  verdict: {
    passes: () => 'ここにある内容には、joinを止めるものはありません。2回のリクエストに答えるのはAPIサーバーです。',
    stops: (version) => `kubeadm ${version}はここで止まります。`,
    open: () => '照合するものが足りないため、判定できません。',
  },
  prints: {
    'at once': '再試行せずに、次のように出力します。',
    'after the time-out': 'タイムアウト（既定では5分）まで再試行してから、次のように出力します。',
  },
  verbose: '理由は表示されません。-v=1を付けると次のように出力します。',
  sureness: {
    run: '実際に動かして確認',
    source: 'kubeadmのソースで確認',
    reported: '他者の報告による',
    inferred: '推定',
  },
  unrelated:
    'トークンのIDもピンも、このcluster-infoにはありません。別のクラスターのものか、同じクラスターでも違う時点のものです。',
  tokenLife:
    'トークンがまだ有効かどうかは、ここには書かれていません。期限が切れても署名がしばらく残ることがあり、その場合ディスカバリーは通過し、次のリクエストが401になります。',
  cleaned: '値の前後の引用符や空白は、ここでは取り除いて調べました。kubeadmはそれらも値の一部として読みます。',
  otherServer: (server) => `ディスカバリーのあと、ノードはkubeconfigに書かれた\`${server}\`に接続します。`,
  pinStates: {
    matches: '一致',
    differs: '不一致',
    malformed: 'ピンではない',
    ignored: '調べられない',
    open: '比べる相手なし',
  },
  signatureStates: {
    valid: '一致',
    wrong: '不一致',
    'not checked': '未検証（シークレットの指定なし）',
    'no JWS': 'header..signatureの形ではない',
  },
  certificate: {
    subject: 'サブジェクト',
    issuer: '発行者',
    notBefore: '有効期間の開始',
    notAfter: '有効期間の終了',
    key: '鍵',
    use: '他の証明書への署名',
    pin: 'ピン',
  },
  isCA: { yes: '可（CA）', no: '不可（CAではない）' },
  validity: { valid: '有効期間内', expired: '期限切れ', 'not yet valid': '有効期間前' },
  bits: (bits) => `${bits}ビット`,
};
