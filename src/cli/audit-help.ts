// What `audit --help` prints.

import type { Localised } from '../core/logs/index.ts';

export const auditHelp: Localised = {
  en: `Reads Kubernetes audit logs of any size: who came without credentials, who was refused, how often,
from where, and what belongs together. Works offline; nothing leaves this machine.

Usage
  who-goes-there audit [options] FILE…     - stands for standard input; .gz is unpacked;
                                           rotated files are read in the order they were written

Options
  --lang en|ja                      language of the answer (default: from LC_ALL, LC_MESSAGES or LANG)
  --format text|json|csv|markdown   json: one line, the total as "events"; csv: a row for each kind of
                                    request that is anonymous, refused or of a bootstrap token
  --follow                          goes on with the last file as it grows; Ctrl+C prints the summary
  --every-line                      parses every line whole: slower, finds damage inside bodies too
  -h, --help                        this text

Exit codes
  0  everything was read
  1  no event was found, or something in the logs is broken
  2  wrong usage, or a file that could not be read

Examples
  who-goes-there audit /var/log/kubernetes/audit/audit*.log*
  kubectl logs -n kube-system kube-apiserver-cp1 | who-goes-there audit -
  who-goes-there audit --format json audit.log | jq .events
`,
  ja: `Kubernetesの監査ログを、大きさを問わずに読みます。認証情報なしで来たもの、拒否されたもの、その回数と送信元、
ひと続きになっているものを示します。オフラインで動作し、内容をこのマシンの外に送ることはありません。

使い方
  who-goes-there audit [オプション] FILE…  - は標準入力を表します。.gzは展開して読みます。
                                           ローテートされたファイルは、書かれた順に読みます。

オプション
  --lang en|ja                      出力の言語 (既定値: LC_ALL、LC_MESSAGES、LANGから判断)
  --format text|json|csv|markdown   json: 1行で出力し、総数は"events"。csv: 匿名、拒否、ブートストラップ
                                    トークンのリクエストを種類ごとに1行で出力
  --follow                          最後のファイルの追記を読み続け、Ctrl+Cで要約を表示
  --every-line                      すべての行を完全に解析 (遅くなりますが、本文の破損も見つけます)
  -h, --help                        このヘルプを表示

終了コード
  0  すべて読み取った
  1  イベントが見つからない、またはログの一部が壊れている
  2  使い方の誤り、または読み取れないファイルあり

例
  who-goes-there audit /var/log/kubernetes/audit/audit*.log*
  kubectl logs -n kube-system kube-apiserver-cp1 | who-goes-there audit -
  who-goes-there audit --format json audit.log | jq .events
`,
};
