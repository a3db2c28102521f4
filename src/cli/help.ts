// What `--help` prints.

import type { Localised } from '../core/index.ts';

export const help: Localised = {
  en: `Explains kubeadm configurations, the output of kubeadm join, and Kubernetes audit events:
what happens, why, which line did it, what to change and what that costs.
Works offline; nothing leaves this machine.

Usage
  who-goes-there explain [options] FILE…      - stands for standard input
  who-goes-there migrate [--lang en|ja] FILE  prints a v1beta2 or v1beta3 kubeadm file as v1beta4;
                                              what is lost goes to standard error
  who-goes-there verify [options] FILE        holds the cluster-info in FILE against a token and
                                              pins, step by step as kubeadm join does
  who-goes-there audit [options] FILE…        reads audit logs of any size; see audit --help

Options
  --lang en|ja                    language of the answer (default: from LC_ALL, LC_MESSAGES or LANG)
  --format text|json|markdown|sarif
                                  json prints one line {"file","report"} per file, sarif one log
                                  for all files (default: text)
  --kubernetes-version VERSION    for example 1.20 (default: from the text, else the newest known)
  --command COMMAND               the kubeadm command that reads the file: init (default), join,
                                  'config validate', 'config migrate'
  --site URL                      where the guide is published, for links (or WHO_GOES_THERE_URL)
  --token-file FILE               verify: the token or the whole join command; else you are asked
                                  (never an argument: others can read those)
  --ca-cert-hash sha256:HEX       verify: a pin, as in the join command; may be repeated
  -h, --help                      this text
  --version                       the version of this command

Exit codes
  0  nothing worse than a note; migrate: a file printed; verify: nothing stops the join
  1  errors or warnings found; migrate: no file was written; verify: the join stops
  2  wrong usage, or a file that could not be read

Examples
  who-goes-there explain kubeadm.conf
  who-goes-there explain --kubernetes-version 1.20 --command join kubeadm.conf
  kubeadm join … 2>&1 | who-goes-there explain -
  who-goes-there migrate kubeadm.conf > kubeadm-v1beta4.conf
  kubectl -n kube-public get configmap cluster-info -o yaml > cluster-info.yaml
  who-goes-there verify --token-file join-command.txt cluster-info.yaml
`,
  ja: `kubeadmの設定ファイル、kubeadm joinの出力、Kubernetesの監査イベントを説明します。
何が起きるのか、なぜか、どの行が原因か、どう直すか、その代償は何かを示します。
オフラインで動作し、内容をこのマシンの外に送ることはありません。

使い方
  who-goes-there explain [オプション] FILE…   - は標準入力を表します
  who-goes-there migrate [--lang en|ja] FILE  v1beta2、v1beta3のkubeadmファイルをv1beta4として出力
                                              (失われるものは標準エラー出力)
  who-goes-there verify [オプション] FILE     FILEのConfigMap cluster-infoをトークンとピンに照らし、
                                              kubeadm joinと同じ順に検証
  who-goes-there audit [オプション] FILE…     大きさを問わず監査ログを集計 (audit --help参照)

オプション
  --lang en|ja                    出力の言語 (既定値: LC_ALL、LC_MESSAGES、LANGから判断)
  --format text|json|markdown|sarif
                                  jsonはファイルごとに1行の{"file","report"}、sarifは全ファイルで
                                  1つのログを出力 (既定値: text)
  --kubernetes-version VERSION    例: 1.20 (既定値: テキストの記載、なければ把握している最新版)
  --command COMMAND               ファイルを読むkubeadmのコマンド: init (既定値)、join、
                                  'config validate'、'config migrate'
  --site URL                      リンクに使うガイドの公開先 (環境変数WHO_GOES_THERE_URLでも可)
  --token-file FILE               verify: トークン、またはjoinコマンド全体。省略時は端末で入力
                                  (引数は他の利用者にも見えるため、引数では受け取りません)
  --ca-cert-hash sha256:HEX       verify: joinコマンドと同じ形式のピン。繰り返し指定可
  -h, --help                      このヘルプを表示
  --version                       このコマンドのバージョンを表示

終了コード
  0  参考情報より重い検出事項なし。migrate: 新しいファイルを出力。verify: joinの妨げなし
  1  エラーまたは警告あり。migrate: ファイルの出力なし。verify: joinが止まる
  2  使い方の誤り、または読み取れないファイルあり

例
  who-goes-there explain kubeadm.conf
  who-goes-there explain --kubernetes-version 1.20 --command join kubeadm.conf
  kubeadm join … 2>&1 | who-goes-there explain -
  who-goes-there migrate kubeadm.conf > kubeadm-v1beta4.conf
  kubectl -n kube-public get configmap cluster-info -o yaml > cluster-info.yaml
  who-goes-there verify --token-file join-command.txt cluster-info.yaml
`,
};
