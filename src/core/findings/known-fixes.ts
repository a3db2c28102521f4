// Fixes that more than one finding offers, each with its price and its versions.

import type { Localised } from '../locale.ts';
import type { Fix } from './finding.ts';

const listedPaths = `apiVersion: apiserver.config.k8s.io/v1   # 1.31–1.33: v1beta1
kind: AuthenticationConfiguration
anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: /healthz
  - path: /api/v1/namespaces/kube-public/configmaps/cluster-info`;

/** Read in source for 1.31 to 1.37, not run by us. */
export const limitAnonymousToPaths: Localised<Fix> = {
  en: {
    do: 'Remove the flag `anonymous-auth` and let anonymous requests through for four paths only: put this file on every control-plane host, mount it with `extraVolumes`, and name it in the flag `authentication-config`. (1.31 also needs `feature-gates: AnonymousAuthConfigurableEndpoints=true`.)',
    cost: 'The file has to be kept on every control-plane host by you: kubeadm does not copy it. A change of `anonymous` takes effect only after a restart of kube-apiserver. The flag `anonymous-auth` must not stand beside it, with either value, or the server does not start; scanners that look only at the flag keep complaining.',
    code: listedPaths,
    since: 31,
  },
  ja: {
    do: 'フラグ`anonymous-auth`を消し、匿名リクエストを4つのパスだけに許します。このファイルをすべてのコントロールプレーンホストに置き、`extraVolumes`でマウントして、フラグ`authentication-config`で指定します(1.31では`feature-gates: AnonymousAuthConfigurableEndpoints=true`も必要です)。',
    cost: 'ファイルは各コントロールプレーンホストで自分で管理します(kubeadmはコピーしません)。`anonymous`の変更はkube-apiserverを再起動するまで反映されません。フラグ`anonymous-auth`は値にかかわらず併用できず、残っているとサーバーが起動しません。フラグだけを見るスキャナーの指摘は消えません。',
    code: listedPaths,
    since: 31,
  },
};

/** Run with 1.20.2 (J4, J5) and 1.28.4. */
export const joinWithDiscoveryFile: Localised<Fix> = {
  en: {
    do: 'Keep it off and join with a discovery file that carries credentials: a kubeconfig with the server, the CA and a bootstrap token as the user’s `token`. The read of cluster-info then gets 403 instead of 401, and kubeadm goes on after a 403.',
    cost: 'The file is a secret as long as its token lives (24 hours by default), and it has to reach every new node some other way. It does nothing for the probes.',
    code: 'kubeadm join --discovery-file discovery.conf',
    since: 16,
  },
  ja: {
    do: '無効のままにして、認証情報入りのディスカバリーファイルで参加させます。サーバー、CA、そしてユーザーの`token`としてブートストラップトークンを書いたkubeconfigです。cluster-infoの読み取りは401ではなく403になり、kubeadmは403なら先へ進みます。',
    cost: 'トークンが有効な間(既定で24時間)、このファイルは秘密情報です。新しいノードへ別の手段で届ける必要もあります。プローブの問題は解決しません。',
    code: 'kubeadm join --discovery-file discovery.conf',
    since: 16,
  },
};

/** Run with 1.20.2 (K1, K4-article-true). */
export const allowAnonymousAgain: Localised<Fix> = {
  en: {
    do: 'Set `anonymous-auth` to `"true"` or remove the line (true is the default), and rely on RBAC.',
    cost: 'Anyone who reaches the port can read `/healthz`, `/livez`, `/readyz`, `/version` and kubeadm’s ConfigMap `kube-public/cluster-info` (the API server’s address and CA certificate); everything else is 403 as long as nobody binds more to `system:anonymous` or `system:unauthenticated`. CIS 1.2.1 stays open.',
  },
  ja: {
    do: '`anonymous-auth`を`"true"`に戻すか、行ごと消して(既定値はtrue)、RBACで制限します。',
    cost: 'ポートに届く人なら誰でも`/healthz`、`/livez`、`/readyz`、`/version`と、kubeadmのConfigMap `kube-public/cluster-info`(APIサーバーのアドレスとCA証明書)を読めます。`system:anonymous`や`system:unauthenticated`に権限を足していなければ、それ以外は403です。CIS 1.2.1の指摘は残ります。',
  },
};

const tcpProbes = `# kube-apiserver0+strategic.yaml, in the folder given to --patches (1.19–1.21: --experimental-patches)
spec:
  containers:
  - name: kube-apiserver
    startupProbe:
      httpGet: null
      tcpSocket: { host: 10.146.0.4, port: 6443 } # the advertise address
    livenessProbe:
      httpGet: null
      tcpSocket: { host: 10.146.0.4, port: 6443 }
    readinessProbe:
      httpGet: null
      tcpSocket: { host: 10.146.0.4, port: 6443 }`;

/** Run with 1.20.2: K3-false-tcp-probes, Ready 1/1 and no restart in 5 min 40 s. */
export const probeByTcp: Localised<Fix> = {
  en: {
    do: 'Patch the three probes of the static Pod to `tcpSocket`, with kubeadm’s `--patches`, not by hand. Run with 1.20.2: Ready, no restart.',
    cost: 'The probe only learns that the port accepts connections, not that the server is healthy. The patch has to be given to every `kubeadm init`, `join --control-plane` and `upgrade`; a hand edit is lost on upgrade. Token joins still fail.',
    code: tcpProbes,
    since: 19,
  },
  ja: {
    do: '静的Podの3つのプローブを、手作業ではなくkubeadmの`--patches`で`tcpSocket`に差し替えます。1.20.2での実測ではReadyになり、再起動はありませんでした。',
    cost: 'プローブが確かめるのはポートが接続を受けることだけで、サーバーの健全性はわかりません。パッチは`kubeadm init`、`join --control-plane`、`upgrade`のたびに渡す必要があり、手で編集した内容はアップグレードで失われます。トークンによる参加は失敗したままです。',
    code: tcpProbes,
    since: 19,
  },
};

const askTwice = `curl -sk -o /dev/null -w '%{http_code}\\n' https://HOST:6443/livez
curl -sk -o /dev/null -w '%{http_code}\\n' https://HOST:6443/api/v1/namespaces/kube-public/configmaps/cluster-info`;

/** Run with 1.20.2 and 1.28.4 (http-probes of S1–S3x). */
export const askWithoutCredentials: Localised<Fix> = {
  en: {
    do: 'First make sure: ask the API server without credentials. 200 or 403 on `/livez` means that anonymous requests are on, 401 that they are off (from 1.31: or that the path is not listed). On cluster-info 200 means that a join can read it, 403 that the RoleBinding is missing.',
    cost: 'None: it only reads, and leaves one audit event per line if the policy records it.',
    code: askTwice,
  },
  ja: {
    do: 'まず確かめます。APIサーバーに認証情報なしで問い合わせ、`/livez`が200か403なら匿名リクエストは有効、401なら無効です(1.31以降は、パスが列挙されていない場合も401です)。cluster-infoが200ならjoinで読め、403ならRoleBindingがありません。',
    cost: 'ありません。読み取りだけで、監査ポリシーで記録していれば1行ごとにイベントが1つ残ります。',
    code: askTwice,
  },
};

/** `kubeadm init phase bootstrap-token` was run with 1.20.2 and 1.28.4; it writes the RoleBinding. */
export const restoreClusterInfoBinding: Localised<Fix> = {
  en: {
    do: 'Let kubeadm write the Role and the RoleBinding again, on a control-plane node.',
    cost: 'It also makes a new bootstrap token (24 hours by default) and writes its other RBAC rules for bootstrap tokens again. Anybody who reaches the API server can then read cluster-info: the CA certificate and the server’s address.',
    code: 'kubeadm init phase bootstrap-token',
  },
  ja: {
    do: 'コントロールプレーンノードで、kubeadmにRoleとRoleBindingを書き直させます。',
    cost: '新しいブートストラップトークン(既定で24時間有効)も作られ、ブートストラップトークン用のほかのRBACルールも書き直されます。その後は、APIサーバーに届く人なら誰でもcluster-info(CA証明書とサーバーのアドレス)を読めます。',
    code: 'kubeadm init phase bootstrap-token',
  },
};

export const newJoinCommand: Localised<Fix> = {
  en: {
    do: 'Make a new token on a control-plane node and take the whole command that it prints, hash included.',
    cost: 'One more token that lets nodes join for 24 hours.',
    code: 'kubeadm token create --print-join-command',
  },
  ja: {
    do: 'コントロールプレーンノードで新しいトークンを作り、表示されたコマンドをハッシュごとそのまま使います。',
    cost: 'ノードの参加に使えるトークンが、24時間だけ1つ増えます。',
    code: 'kubeadm token create --print-join-command',
  },
};

/** For a load balancer. */
export const checkByTcp: Localised<Fix> = {
  en: {
    do: 'Let the check open a TCP connection only.',
    cost: 'It no longer notices a server that accepts connections but is not healthy.',
  },
  ja: {
    do: 'チェックをTCP接続だけにします。',
    cost: '接続は受けても正常ではないサーバーに気づけなくなります。',
  },
};

export const checkWithCredentials: Localised<Fix> = {
  en: {
    do: 'Give the check credentials: a ServiceAccount token or a client certificate.',
    cost: 'A secret on the load balancer, which has to be renewed.',
  },
  ja: {
    do: 'チェックに認証情報(ServiceAccountのトークンやクライアント証明書)を持たせます。',
    cost: 'ロードバランサーに秘密情報を置くことになり、更新も必要です。',
  },
};

/** For somebody who asked without any. */
export const sendCredentials: Localised<Fix> = {
  en: {
    do: 'Send credentials: a kubeconfig, a ServiceAccount token or a client certificate.',
    cost: 'A secret to keep and to renew.',
    code: 'kubectl --kubeconfig /etc/kubernetes/admin.conf get --raw /PATH',
  },
  ja: {
    do: '認証情報(kubeconfig、ServiceAccountのトークン、クライアント証明書)を付けます。',
    cost: '管理と更新が必要な秘密情報が増えます。',
    code: 'kubectl --kubeconfig /etc/kubernetes/admin.conf get --raw /PATH',
  },
};

/** For an auditor or a scanner. */
export const leaveAnonymousOn: Localised<Fix> = {
  en: {
    do: 'Leave it on, check what is bound to requests without credentials, and record the exception.',
    cost: 'The scanner keeps complaining, and the exception has to be renewed.',
    code: "kubectl get clusterrolebindings,rolebindings -A -o wide | grep -E 'system:(anonymous|unauthenticated)'",
  },
  ja: {
    do: '有効のままにし、認証情報のないリクエストへのバインディングを確かめて、例外として記録します。',
    cost: 'スキャナーの指摘は残り、例外の更新も必要です。',
    code: "kubectl get clusterrolebindings,rolebindings -A -o wide | grep -E 'system:(anonymous|unauthenticated)'",
  },
};
