// The words around the verifier's page in both languages; what is said about a cluster-info comes from the core.

import type { Localised } from '../core/index.ts';
import type { DiscoveryCredential, DiscoveryPurpose } from '../core/verify/index.ts';

export interface VerifyPageWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly withoutScript: string;
  readonly form: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly token: string;
  readonly tokenHint: string;
  readonly show: string;
  readonly hide: string;
  readonly pins: string;
  readonly pinsHint: string;
  readonly version: string;
  readonly clear: string;
  readonly example: string;
  readonly exampleNote: string;
  readonly checksTitle: (version: string) => string;
  readonly order: string;
  readonly signaturesTitle: string;
  readonly signaturesLead: string;
  readonly header: string;
  readonly payload: (bytes: number) => string;
  readonly signature: string;
  readonly certificatesTitle: string;
  readonly pinsGiven: string;
  readonly summary: Readonly<Record<'nothing' | 'passes' | 'stops' | 'open', (version: string) => string>>;
  readonly discoveryTitle: string;
  readonly discoveryLead: string;
  readonly credential: string;
  readonly credentials: Readonly<Record<DiscoveryCredential, string>>;
  readonly server: string;
  readonly serverHint: string;
  readonly purposes: Readonly<Record<DiscoveryPurpose, string>>;
  readonly exposes: Readonly<Record<DiscoveryCredential, readonly string[]>>;
  readonly exposesTitle: string;
  readonly versionsTitle: string;
  readonly versions: readonly string[];
  readonly byHandTitle: string;
  readonly byHandLead: string;
  readonly byHand: Readonly<Record<'get' | 'secret' | 'sign' | 'pin' | 'read', string>>;
  readonly copy: string;
  readonly copyWhat: (what: string) => string;
  readonly copied: (what: string) => string;
  readonly copyByHand: string;
  readonly loading: string;
  readonly loadFailed: string;
}

const en: VerifyPageWords = {
  title: 'Verify a cluster-info',
  description:
    'Hold the ConfigMap cluster-info against a bootstrap token and CA pins, step by step as kubeadm join does; and make a discovery file for clusters without anonymous access.',
  lead: 'Before a node trusts a cluster, it reads one ConfigMap as a stranger and holds it against two things that you gave it: a token, whose secret has to fit a signature, and a pin, which has to fit a CA. Paste what you have; this page does the same, and says which line kubeadm would print.',
  withoutScript: 'Without JavaScript this page shows one example. The commands below do the same by hand.',
  form: 'What to hold against each other',
  paste: 'cluster-info',
  pasteHint:
    'YAML, JSON, `kubectl describe`, or an audit event that carries it; a CA as PEM or a kubeconfig gives the pin alone. Join commands in the same text are read, too.',
  token: 'Token',
  tokenHint: 'Stays on this page: it is neither stored nor put into the address or into anything you can copy here.',
  show: 'Show the token',
  hide: 'Hide the token',
  pins: 'Pins (--discovery-token-ca-cert-hash)',
  pinsHint: 'If there are several, with blanks between.',
  version: 'kubeadm',
  clear: 'Clear all',
  example: 'The example again',
  exampleNote:
    'An example of our own: a cluster that never was. Its token is for throwing away, the key of its CA is gone.',
  checksTitle: (version) => `As kubeadm ${version} checks it`,
  order: 'In the order of this version. Behind the step that stops it, the others are told all the same.',
  signaturesTitle: 'The signatures',
  signaturesLead:
    'A JWS has three parts. Here the one in the middle is left out: it is the kubeconfig beside it, so that nothing stands there twice.',
  header: 'header',
  payload: (bytes) => `the kubeconfig, ${bytes} bytes, left out`,
  signature: 'signature',
  certificatesTitle: 'The CA',
  pinsGiven: 'Pins given:',
  summary: {
    nothing: () => 'Nothing to verify yet.',
    passes: (version) => `kubeadm ${version}: nothing in here stops the join.`,
    stops: (version) => `kubeadm ${version}: the join stops.`,
    open: (version) => `kubeadm ${version}: not decided, something is missing.`,
  },
  discoveryTitle: 'A discovery file from it',
  discoveryLead:
    'With anonymous access off no token and no pin helps, since the first request is refused. A node that is handed this file knows the server and the CA already, and says who it is with every request.',
  credential: 'The node says who it is with',
  credentials: { token: 'a bootstrap token', 'client certificate': 'a client certificate' },
  server: 'API server, where the text names none',
  serverHint: 'https:// with host and port',
  purposes: {
    ca: 'The CA of the cluster, as base64, to be put into the file. On a control-plane host:',
    token:
      'A fresh token that lives two hours, put into the file. On a control-plane host, as root with `KUBECONFIG=/etc/kubernetes/admin.conf`:',
    carry: 'Carry it over, in a way that nobody else can read:',
    join: 'On the new node. The address, the token and the pin of the usual command are left out, they are in the file:',
    end: 'When the node has joined. The first line belongs on the node, the others on the control plane:',
  },
  exposesTitle: 'What the file gives away',
  exposes: {
    token: [
      'Whoever has the file can join a node, for as long as the token lives: ask for a certificate of a node (approved automatically), read `kubeadm-config` and `kubelet-config`, and, where `kubeadm init` uploaded certificates, their encrypted Secret.',
      'It expires with its token, 24 hours by default, or at once by `kubeadm token delete`. The CA and the address in it are no secrets.',
    ],
    'client certificate': [
      'Whoever has the file is that client, with all its rights, until the certificate expires. With `admin.conf`, with which our runs joined, that is everything: do not carry it to other hosts.',
      'A bootstrap token can be deleted at any time and lives for hours; it is the better choice.',
    ],
  },
  versionsTitle: 'Versions',
  versions: [
    'From 1.16 on: before, kubeadm used the credentials of the file for one request and then forgot them.',
    'Run by us with 1.20.2 and 1.28.4 while anonymous access was off: full joins with a bootstrap token and with admin.conf in the file (1.20.2), the phase with the discovery (both).',
    'With a bootstrap token the request for cluster-info gets 403, because the RoleBinding names `system:anonymous` alone. kubeadm takes that as an answer and goes on: “Could not access the cluster-info ConfigMap for refreshing the cluster-info information, but the TLS cert is valid so proceeding...”',
    'A file without credentials fails with 401, also beside `--tls-bootstrap-token`.',
  ],
  byHandTitle: 'The same by hand',
  byHandLead: 'With a shell, kubectl and OpenSSL:',
  byHand: {
    get: 'Get the kubeconfig and the signature for the token `sample`:',
    secret: 'Type the secret, the sixteen characters behind the dot. It is not shown and not kept in the history:',
    sign: 'Make the signature and compare. The file has to be the same to the last line end:',
    pin: 'Compute the pin; for keys of every kind:',
    read: 'Read the certificate:',
  },
  copy: 'Copy',
  copyWhat: (what) => `Copy: ${what}`,
  copied: (what) => `${what} is on your clipboard.`,
  copyByHand: 'The browser does not allow copying; the text is selected.',
  loading: 'Verifying …',
  loadFailed:
    'The part of this site that verifies (assets/verify.….js) could not be loaded: what stands here does not follow the form. Touch the form to try again.',
};

const ja: VerifyPageWords = {
  title: 'cluster-infoを検証する',
  description:
    'ConfigMap cluster-infoを、ブートストラップトークンとCAのピンに照らして、kubeadm joinと同じ順に検証します。匿名アクセスを無効にしたクラスター用のディスカバリーファイルも作れます。',
  lead: 'ノードはクラスターを信頼する前に、名乗らずに1つのConfigMapを読み、手元の2つのものと照らし合わせます。シークレットが署名に一致するべきトークンと、CAに一致するべきピンです。このページは、貼り付けられたものに同じ検証を行い、kubeadmが出力する行を示します。',
  withoutScript: 'JavaScriptが無効な場合は、例を1つだけ表示します。下のコマンドで、同じ検証を手元で行えます。',
  form: '照らし合わせるもの',
  paste: 'cluster-info',
  pasteHint:
    'YAML、JSON、`kubectl describe`の出力、cluster-infoを含む監査イベントを読み取れます。PEM形式のCA証明書やkubeconfigからは、ピンだけを計算します。同じテキストにあるjoinコマンドも読み取ります。',
  token: 'トークン',
  tokenHint: 'このページの外には出ません。保存されず、アドレスにも、ここからコピーできるものにも含まれません。',
  show: 'トークンを表示',
  hide: 'トークンを隠す',
  pins: 'ピン（--discovery-token-ca-cert-hash）',
  pinsHint: '複数ある場合は空白で区切ります。',
  version: 'kubeadm',
  clear: 'すべて消去',
  example: '例に戻す',
  exampleNote:
    'このサイトで作った例で、実在しないクラスターのものです。トークンは使い捨てで、CAの秘密鍵はもうありません。',
  checksTitle: (version) => `kubeadm ${version}による検証`,
  order: '選んだバージョンの順に並べています。途中で止まる場合も、残りの項目の結果を示します。',
  signaturesTitle: '署名',
  signaturesLead:
    'JWSは3つの部分からなります。中央の部分は同じConfigMapにあるkubeconfigそのものなので、ここでは省かれています。',
  header: 'ヘッダー',
  payload: (bytes) => `kubeconfig（${bytes}バイト）は省略`,
  signature: '署名',
  certificatesTitle: 'CA証明書',
  pinsGiven: '指定されたピン：',
  summary: {
    nothing: () => '検証するものがまだありません。',
    passes: (version) => `kubeadm ${version}：joinを止めるものはありません。`,
    stops: (version) => `kubeadm ${version}：joinは途中で止まります。`,
    open: (version) => `kubeadm ${version}：足りないものがあり、判定できません。`,
  },
  discoveryTitle: 'ディスカバリーファイルを作る',
  discoveryLead:
    '匿名アクセスを無効にすると、最初のリクエストが拒否されるため、トークンやピンが正しくても参加できません。このファイルを渡されたノードは、サーバーとCAを最初から知っていて、どのリクエストでも名乗ります。',
  credential: 'ノードの名乗り方',
  credentials: { token: 'ブートストラップトークン', 'client certificate': 'クライアント証明書' },
  server: 'APIサーバー（テキストに書かれていない場合）',
  serverHint: 'https://に続けてホストとポート',
  purposes: {
    ca: 'ファイルに入れる、クラスターのCA証明書のBase64です。コントロールプレーンで実行します。',
    token:
      '2時間だけ有効なトークンを新しく作り、ファイルに入れます。コントロールプレーンで、rootとして`KUBECONFIG=/etc/kubernetes/admin.conf`を設定して実行します。',
    carry: '他人に読まれない方法でノードに移します。',
    join: '新しいノードで実行します。通常のコマンドにあるアドレス、トークン、ピンは、ファイルの中にあるため指定しません。',
    end: 'ノードの参加が終わったら実行します。1行目はノードで、残りはコントロールプレーンで実行します。',
  },
  exposesTitle: 'このファイルで明らかになるもの',
  exposes: {
    token: [
      'ファイルを手に入れた人は、トークンが有効な間、ノードを参加させられます。具体的には、ノードの証明書の要求（自動で承認されます）、`kubeadm-config`と`kubelet-config`の読み取り、`kubeadm init`で証明書をアップロードした場合は暗号化されたSecretの読み取りができます。',
      'トークンの期限（既定では24時間）が切れると使えなくなり、`kubeadm token delete`で直ちに無効にもできます。ファイル内のCA証明書とアドレスは秘密ではありません。',
    ],
    'client certificate': [
      'ファイルを手に入れた人は、証明書の期限が切れるまで、そのクライアントとしてすべての権限を使えます。動作を確認した`admin.conf`の場合はクラスターの全権限にあたるため、ほかのホストに移さないでください。',
      'ブートストラップトークンはいつでも削除でき、有効期間も短くできます。トークンを選ぶほうが安全です。',
    ],
  },
  versionsTitle: 'バージョン',
  versions: [
    '1.16以降で使えます。それより前のkubeadmは、ファイルの認証情報を1回のリクエストに使っただけで捨てていました。',
    '匿名アクセスを無効にした1.20.2と1.28.4で確かめました。ブートストラップトークンの場合とadmin.confの場合について、join全体を1.20.2で、ディスカバリーを含むフェーズを両方のバージョンで実行しています。',
    'ブートストラップトークンの場合、RoleBindingの対象が`system:anonymous`だけなので、cluster-infoへのリクエストは403になります。kubeadmはそれを受け入れて先へ進み、「Could not access the cluster-info ConfigMap for refreshing the cluster-info information, but the TLS cert is valid so proceeding...」と出力します。',
    '認証情報のないファイルは、`--tls-bootstrap-token`を併用しても401で失敗します。',
  ],
  byHandTitle: '手元で検証する',
  byHandLead: 'シェル、kubectl、OpenSSLで同じ検証ができます。',
  byHand: {
    get: 'kubeconfigと、トークン`sample`の署名を取り出します。',
    secret: 'シークレット（ピリオドのあとの16文字）を入力します。画面にも履歴にも残りません。',
    sign: '署名を計算して比べます。ファイルは末尾の改行まで同じである必要があります。',
    pin: 'ピンを計算します。どの種類の鍵でも使えます。',
    read: '証明書を読みます。',
  },
  copy: 'コピー',
  copyWhat: (what) => `コピー：${what}`,
  copied: (what) => `${what}をクリップボードにコピーしました。`,
  copyByHand: 'ブラウザがコピーを許可していないため、テキストを選択しました。',
  loading: '検証しています…',
  loadFailed:
    '検証に使うファイル（assets/verify.….js）を読み込めなかったため、表示は入力の内容と一致していません。もう一度フォームに触れると再試行します。',
};

export const verifyPageWords: Localised<VerifyPageWords> = { en, ja };
