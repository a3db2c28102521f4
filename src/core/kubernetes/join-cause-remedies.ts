// What to do about a cause for which `kubeadm join` stopped, in a sentence or two each.

import type { Localised } from '../locale.ts';
import type { JoinCause } from './join-causes.ts';

/** For causes that share a page with others; the rest is told on the cause's own page. */
export const causeRemedies: Localised<Partial<Readonly<Record<JoinCause, string>>>> = {
  en: {
    'cluster-info-missing': '`kubeadm init phase bootstrap-token` on a control-plane node writes it again.',
    'clock-behind': 'Compare `date -u` on both machines, set the clock of the node, and join again.',
    'expired-certificate':
      'Look at the dates: a wrong clock on the node is set right; an expired certificate is renewed on its control-plane node (`kubeadm certs renew apiserver`; before 1.20 `kubeadm alpha certs renew apiserver`).',
    'certificate-name':
      'Join at an address that the certificate names, or add this one to `apiServer.certSANs` and have the API server’s certificate made again.',
    'unknown-authority':
      'Compare the issuer of this certificate with the CA of the cluster: another server answers there, or the discovery file or cluster-info is an old one.',
    'refused-connection':
      'See whether kube-apiserver runs, whether address and port are the right ones, and whether a load balancer in between has a server behind it.',
    'no-route': 'Look at the address, and at the routes of the new node (`ip route get ADDRESS`).',
    'no-such-host': 'Mend DNS or `/etc/hosts` on the new node, or write an address.',
    'no-answer': 'Look at what stands in between: firewalls, security groups, load balancers, `HTTPS_PROXY`.',
    'connection-cut': 'Ask a control-plane node directly, past the load balancer or the proxy.',
    'not-permitted': 'Look at the new node’s own firewall.',
    'not-tls': 'Look at the port: kubeadm’s API server listens on 6443 unless told otherwise.',
    'not-kubernetes': 'Look at address and port: something else answers there, or a load balancer sends you to it.',
    'broken-file': 'Give the file a `current-context`, its cluster and its user.',
    'no-credentials': 'Put a bootstrap token into the file as the user’s `token`, or add `--tls-bootstrap-token`.',
    'forbidden-later':
      '`kubeadm init phase bootstrap-token` and `kubeadm init phase upload-config all` on a control-plane node write the rules again.',
    'not-root': 'Run it with `sudo`.',
    leftovers:
      'If this node is to leave what it was: `kubeadm reset`, then join again. It deletes what kubeadm put on the node.',
    'container-runtime': 'Start or update the container runtime, or name its socket with `--cri-socket`.',
    'checks-failed': 'Mend what the lines with `[ERROR …]` name; `--ignore-preflight-errors` only hides it.',
    'no-endpoint': 'Put `host:port` behind `kubeadm join`.',
    'no-hash': 'Add `--discovery-token-ca-cert-hash sha256:…`.',
    'malformed-token':
      'A token is six characters, a dot and sixteen more, small letters and digits; `kubeadm token create` makes one.',
    'malformed-address': 'Write `host:port`, without `https://`; IPv6 in brackets.',
    'two-discoveries': 'Keep one of the two.',
    'extra-argument':
      'Look for a wrong dash, a blank behind `\\`, or `--control-plane true` (write `--control-plane`).',
    'unknown-flag': 'Compare with the flags of this version.',
    'mixed-config': 'Move the flags into the file, or leave `--config` out.',
    'no-config': 'Name a file with a JoinConfiguration.',
    'no-stable-endpoint':
      'Set `controlPlaneEndpoint` in the ClusterConfiguration of `kubeadm-config`; the API server’s certificate has to name it.',
    'certificates-gone': '`kubeadm init phase upload-certs --upload-certs` on a control-plane node gives a new key.',
    'certificate-key': '`kubeadm init phase upload-certs --upload-certs` on a control-plane node gives a new key.',
    'node-name-taken': 'Give the node another name (`--node-name`), or delete the old Node.',
    'kubelet-down': 'Read the kubelet’s own log; then `kubeadm reset` and join again.',
    unknown: 'Run it again with `-v=5` and read the lines above the error.',
  },
  ja: {
    'cluster-info-missing': 'コントロールプレーンノードの`kubeadm init phase bootstrap-token`で書き直せます。',
    'clock-behind': '両方のマシンで`date -u`を比べ、ノードの時計を合わせてから、もう一度参加させます。',
    'expired-certificate':
      '期間を確かめます。ノードの時計がずれていれば合わせ、証明書が期限切れならコントロールプレーンノードで更新します(`kubeadm certs renew apiserver`、1.20より前は`kubeadm alpha certs renew apiserver`)。',
    'certificate-name':
      '証明書に含まれるアドレスで参加させるか、このアドレスを`apiServer.certSANs`に加えて、APIサーバー証明書を作り直します。',
    'unknown-authority':
      'この証明書の発行者とクラスターのCAを比べます。別のサーバーが応答しているか、ディスカバリーファイルやcluster-infoが古いままです。',
    'refused-connection':
      'kube-apiserverが動いているか、アドレスとポートが正しいか、途中のロードバランサーに転送先があるかを確かめます。',
    'no-route': 'アドレスと、新しいノードの経路(`ip route get ADDRESS`)を確かめます。',
    'no-such-host': '新しいノードのDNSか`/etc/hosts`を直すか、IPアドレスで指定します。',
    'no-answer':
      '途中にあるもの(ファイアウォール、セキュリティグループ、ロードバランサー、`HTTPS_PROXY`)を確かめます。',
    'connection-cut': 'ロードバランサーやプロキシを通さず、コントロールプレーンノードに直接問い合わせます。',
    'not-permitted': '新しいノード自身のファイアウォールを確かめます。',
    'not-tls': 'ポートを確かめます。kubeadmのAPIサーバーは、指定がなければ6443で待ち受けます。',
    'not-kubernetes':
      'アドレスとポートを確かめます。別のものが応答しているか、ロードバランサーがそこへ転送しています。',
    'broken-file': '`current-context`と、それが指すクラスターとユーザーをファイルに書きます。',
    'no-credentials':
      'ファイルのユーザーの`token`にブートストラップトークンを書くか、`--tls-bootstrap-token`を付けます。',
    'forbidden-later':
      'コントロールプレーンノードの`kubeadm init phase bootstrap-token`と`kubeadm init phase upload-config all`で、権限を書き直せます。',
    'not-root': '`sudo`を付けて実行します。',
    leftovers: '以前の役割が不要なら、`kubeadm reset`の後でもう一度参加させます(kubeadmが置いたものは消えます)。',
    'container-runtime': 'コンテナランタイムを起動または更新するか、`--cri-socket`でソケットを指定します。',
    'checks-failed': '`[ERROR …]`の行が示すものを直します。`--ignore-preflight-errors`は隠すだけです。',
    'no-endpoint': '`kubeadm join`の後に`host:port`を書きます。',
    'no-hash': '`--discovery-token-ca-cert-hash sha256:…`を付けます。',
    'malformed-token': 'トークンは、英小文字と数字6文字、ドット、16文字です。`kubeadm token create`で作れます。',
    'malformed-address': '`https://`を付けずに`host:port`と書きます。IPv6は角かっこで囲みます。',
    'two-discoveries': 'どちらか一方だけにします。',
    'extra-argument':
      'ダッシュの文字違い、`\\`の後の空白、`--control-plane true`(正しくは`--control-plane`)がないか確かめます。',
    'unknown-flag': 'このバージョンのフラグと比べます。',
    'mixed-config': 'フラグの内容をファイルに移すか、`--config`をやめます。',
    'no-config': 'JoinConfigurationを含むファイルを指定します。',
    'no-stable-endpoint':
      '`kubeadm-config`のClusterConfigurationに`controlPlaneEndpoint`を設定します。APIサーバー証明書にもその名前が必要です。',
    'certificates-gone':
      'コントロールプレーンノードの`kubeadm init phase upload-certs --upload-certs`で新しいキーを作ります。',
    'certificate-key':
      'コントロールプレーンノードの`kubeadm init phase upload-certs --upload-certs`で新しいキーを作ります。',
    'node-name-taken': '`--node-name`で別の名前を付けるか、古いNodeを削除します。',
    'kubelet-down': 'kubelet自身のログを読み、`kubeadm reset`の後でもう一度参加させます。',
    unknown: '`-v=5`を付けてもう一度実行し、エラーより上の行を読みます。',
  },
};
