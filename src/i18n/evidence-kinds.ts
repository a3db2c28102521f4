// What each file of a run is, by its name; the first pattern that fits.

import type { Locale } from '../core/index.ts';

interface Kind {
  readonly name: RegExp;
  readonly text: Readonly<Record<Locale, string>>;
}

const kind = (name: RegExp, en: string, ja: string): Kind => ({ name, text: { en, ja } });

const kinds: readonly Kind[] = [
  kind(/^kubeadm\.conf$/, 'the file that kubeadm read', 'kubeadmに渡したファイル'),
  kind(/^audit-policy\.yaml$/, 'the audit policy', '監査ポリシー'),
  kind(/^policies\//, 'a policy that was tried', '試したポリシー'),
  kind(/^manifest-/, 'the static Pod manifest that kubeadm wrote', 'kubeadmが書いた静的Podのマニフェスト'),
  kind(/cmdline\.txt$/, 'the command line that ran', '実行したコマンドライン'),
  kind(/^http-probes\.table/, 'status by credential and path', '認証情報とパスごとのステータス'),
  kind(/^http-probes\.audit/, 'the audit events of these requests', 'これらのリクエストの監査イベント'),
  kind(/^http-probes\.jsonl/, 'requests with curl: headers and bodies', 'curlによるリクエスト（ヘッダーと本文）'),
  kind(/^audit\.log$/, 'the audit log', '監査ログ'),
  kind(/^audit-folder/, 'the folder of the audit log', '監査ログのディレクトリ'),
  kind(/^audit-with-events/, 'audit log paths, tried with real events', '監査ログのパスを実際のイベントで試した結果'),
  kind(/^audit-policy-vs-401/, 'nine policies, which of them write a 401', '9種類のポリシーと401の記録の有無'),
  kind(/^static-failures/, 'one start of kube-apiserver in each line', '1行に1回のkube-apiserverの起動'),
  kind(/^cluster-info/, 'the ConfigMap, signed', '署名されたConfigMap'),
  kind(/^discovery-/, 'a discovery file of the clients', 'クライアントが使ったディスカバリーファイル'),
  kind(/^rbac/, 'Roles and RoleBindings', 'RoleとRoleBinding'),
  kind(/^run\.log$/, 'what was done, in order', '実行した手順'),
  kind(/^watch\.log$/, 'the Pods every three seconds, changes only', '3秒ごとのPodの状態（変化のみ）'),
  kind(/^events-/, 'Kubernetes Events', 'KubernetesのEvent'),
  kind(/^describe-/, '`kubectl describe` of the Pod', 'Podの`kubectl describe`'),
  kind(/^pods/, '`kubectl get pods`', '`kubectl get pods`の結果'),
  kind(/container-states/, 'states of the container, before and after restarts', 'コンテナの再起動前後の状態'),
  kind(/^kube-apiserver\.log$/, 'the API server’s own log', 'APIサーバー自身のログ'),
  kind(/^kubeadm-init/, 'output of `kubeadm init`', '`kubeadm init`の出力'),
  kind(/^kubelet-config/, 'the kubelet’s configuration', 'kubeletの設定'),
  kind(/^change\.txt$/, 'what was changed on the running cluster', '動作中のクラスターに加えた変更'),
  kind(/^kube-apiserver0/, 'the patch for the probes', 'プローブ用のパッチ'),
  kind(/^join-.*\.conf$/, 'configuration of the join', 'joinの設定'),
  kind(/^join-.*\.stdout$/, 'what the join printed', 'joinの標準出力'),
  kind(/^join-.*\.stderr$/, 'what the join printed as errors', 'joinの標準エラー出力'),
  kind(/^join-.*\.v5\.log$/, 'the join with `-v=5`', '`-v=5`でのjoin'),
  kind(/^join-.*\.v8\.log$/, 'the join with `-v=8`: its requests', '`-v=8`でのjoin（リクエストも表示）'),
  kind(/\.txt$/, 'the file, the commands, and what they printed', 'ファイルと、コマンドとその出力'),
];

/** What a file is, in a few words; a file without words stops the build. */
export function fileWords(name: string, locale: Locale): string {
  const words = kinds.find((one) => one.name.test(name))?.text[locale];
  if (words === undefined) throw new Error(`no words for the file ${name}`);
  return words;
}
