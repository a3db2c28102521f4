// Why a client of the lab works or does not, in a sentence or two.

import type { Localised } from '../../locale.ts';

export const runTexts = {
  'token-works': {
    en: 'cluster-info may be read without credentials, so discovery finds and checks it; from then on the bootstrap token is the credential.',
    ja: '認証情報なしでcluster-infoを読めるため、ディスカバリーで取得と検証ができます。その後はブートストラップトークンが認証情報になります。',
  },
  'token-401': {
    en: 'Token discovery reads cluster-info without credentials; the token is only used to check its signature. The server answers 401, and kubeadm asks again until its time is over.',
    ja: 'トークンによるディスカバリーは認証情報なしでcluster-infoを読みます。トークンは署名の検証にしか使いません。サーバーは401を返し、kubeadmは時間切れまで問い合わせ続けます。',
  },
  'token-403': {
    en: 'The request is `system:anonymous`, but no RoleBinding lets that name read cluster-info. kubeadm treats 403 like 401 here and asks again until its time is over.',
    ja: 'リクエストは`system:anonymous`になりますが、cluster-infoの読み取りを許すRoleBindingがありません。kubeadmはここでは403も401と同じに扱い、時間切れまで問い合わせ続けます。',
  },
  'token-404': {
    en: 'There is no ConfigMap cluster-info in kube-public; kubeadm asks again until its time is over.',
    ja: 'kube-publicにcluster-infoというConfigMapがありません。kubeadmは時間切れまで問い合わせ続けます。',
  },
  'token-unsigned': {
    en: 'cluster-info can be read, but it holds no signature for this token; kubeadm waits for one until its time is over.',
    ja: 'cluster-infoは読めますが、このトークンの署名がありません。kubeadmは時間切れまで署名を待ちます。',
  },
  'file-works': {
    en: 'The discovery file says where the server is and which CA it has; cluster-info can be read and refreshes that.',
    ja: 'ディスカバリー用ファイルにサーバーの場所とCAが書かれています。cluster-infoも読め、その情報が更新されます。',
  },
  'file-403': {
    en: 'cluster-info is refused with 403, and file discovery takes that as “go on”: the certificate was checked, and the file says enough.',
    ja: 'cluster-infoは403で拒否されますが、ファイルによるディスカバリーはそのまま先へ進みます。証明書は検証済みで、必要な情報はファイルにあるためです。',
  },
  'file-401': {
    en: 'Without credentials in the file, cluster-info is asked for as a stranger. A 401 is not taken as “go on”: kubeadm asks again until its time is over.',
    ja: 'ファイルに認証情報がないため、cluster-infoを匿名で読もうとします。401では先へ進めず、kubeadmは時間切れまで問い合わせ続けます。',
  },
  'file-404': {
    en: 'There is no ConfigMap cluster-info. A 404 is not taken as “go on”: kubeadm asks again until its time is over.',
    ja: 'cluster-infoというConfigMapがありません。404では先へ進めず、kubeadmは時間切れまで問い合わせ続けます。',
  },
  'join-waits': {
    en: 'Discovery succeeds, but then this kubeadm asks the new control plane without credentials whether it is healthy, is refused, and gives up after four minutes.',
    ja: 'ディスカバリーは成功しますが、このバージョンのkubeadmはその後、新しいコントロールプレーンの状態を認証情報なしで確認し、拒否されて4分後に諦めます。',
  },
  'join-other': {
    en: 'The join stops for a reason of its own; anonymous access is not the cause.',
    ja: 'このjoinは別の理由で止まります。匿名アクセスは原因ではありません。',
  },
  'probe-works': {
    en: 'The kubelet sends its probe without credentials; the path may be read by anybody, so the probe succeeds.',
    ja: 'kubeletは認証情報なしでプローブを送ります。このパスは誰でも読めるため、プローブは成功します。',
  },
  'probe-kills': {
    en: 'The kubelet sends its probe without credentials and counts every refusal as a failure. When the threshold is reached it restarts the container, and again after that.',
    ja: 'kubeletは認証情報なしでプローブを送り、拒否をすべて失敗として数えます。しきい値に達するとコンテナを再起動し、それが繰り返されます。',
  },
  'probe-never-ready': {
    en: 'The readiness probe is refused: the Pod never becomes Ready. A readiness probe never restarts a container.',
    ja: 'readiness probeが拒否されるため、PodはReadyになりません。readiness probeでコンテナが再起動されることはありません。',
  },
  'probe-not-sent': {
    en: 'This probe is not even sent: until the startup probe has succeeded, the kubelet runs no other, and here it never succeeds.',
    ja: 'このプローブは送られません。startup probeが成功するまでkubeletはほかのプローブを実行せず、ここでは一度も成功しないためです。',
  },
  'probe-not-there': {
    en: 'kubeadm writes no such probe in this version.',
    ja: 'このバージョンのkubeadmは、このプローブを設定しません。',
  },
  'load-balancer-works': {
    en: 'The check comes without credentials and gets 200, so the load balancer keeps this server.',
    ja: '認証情報のないヘルスチェックに200が返るため、ロードバランサーはこのサーバーを使い続けます。',
  },
  'load-balancer-fails': {
    en: 'The check comes without credentials and is refused, so a load balancer that expects 200 takes this server out. A TCP check would not notice.',
    ja: '認証情報のないヘルスチェックが拒否されるため、200を期待するロードバランサーはこのサーバーを外します。TCPでの確認なら影響はありません。',
  },
  'certificate-works': {
    en: 'A client certificate is a credential; whether anonymous requests are allowed does not matter.',
    ja: 'クライアント証明書は認証情報なので、匿名リクエストの可否は関係しません。',
  },
  'certificate-degrades': {
    en: 'The certificate is accepted, but the kubelet restarts this server again and again, and each time it is gone for some seconds.',
    ja: '証明書は受け付けられますが、kubeletがこのサーバーを繰り返し再起動するため、そのたびに数秒間つながらなくなります。',
  },
  'stranger-401': {
    en: 'Without credentials there is no name for the request: 401, on every path that is not listed.',
    ja: '認証情報がないとリクエストに名前が付きません。一覧にないパスはすべて401になります。',
  },
  'stranger-path': {
    en: 'Only the listed paths are open to strangers; everything else is refused with 401, even where RBAC would say 403.',
    ja: '匿名で読めるのは一覧にあるパスだけです。それ以外は、RBACなら403になるものも含めて401で拒否されます。',
  },
  'stranger-403': {
    en: 'The request is `system:anonymous`: `/version` and the health checks can be read, the rest is refused with 403. That is the default, and not a fault.',
    ja: 'リクエストは`system:anonymous`になります。`/version`とヘルスチェックは読めますが、それ以外は403です。これは既定の動作で、異常ではありません。',
  },
  'stranger-200': {
    en: 'A binding gives `system:anonymous` more than Kubernetes does by default.',
    ja: '既定より広い権限が`system:anonymous`に与えられています。',
  },
  'oidc-401': {
    en: 'Other systems fetch the issuer’s documents without credentials; here that gets 401.',
    ja: '外部のシステムは認証情報なしで発行者の情報を取得します。ここでは401になります。',
  },
  'oidc-403': {
    en: 'The documents are bound to service accounts only, so a stranger gets 403; that is the default. Somebody who wants them public adds a binding for `system:unauthenticated`.',
    ja: 'これらの情報はサービスアカウントだけに許可されているため、匿名では403になります（既定の動作です）。公開したい場合は`system:unauthenticated`へのバインディングを追加します。',
  },
  'oidc-works': {
    en: 'A binding lets strangers read the issuer’s documents, and the request gets through both gates.',
    ja: '匿名での読み取りを許すバインディングがあり、リクエストは両方の関門を通ります。',
  },
  'init-works': {
    en: 'kubeadm init waits with the client certificate of admin.conf, so it sees a healthy server and returns.',
    ja: 'kubeadm initはadmin.confのクライアント証明書で待ち合わせるため、正常と判断して終了します。',
  },
  'init-works-anonymous': {
    en: 'This kubeadm init asks without credentials whether the server is healthy, and it is let in.',
    ja: 'このバージョンのkubeadm initは認証情報なしでサーバーの状態を確認し、許可されます。',
  },
  'init-fails': {
    en: 'This kubeadm init asks without credentials whether the server is healthy, is refused, and gives up after four minutes.',
    ja: 'このバージョンのkubeadm initは認証情報なしでサーバーの状態を確認し、拒否されて4分後に諦めます。',
  },
  unknown: {
    en: 'What the server answers is decided outside of these settings, so it is not known.',
    ja: 'サーバーの応答はこの設定の外で決まるため、分かりません。',
  },
} as const satisfies Readonly<Record<string, Localised>>;

export type RunText = keyof typeof runTexts;
