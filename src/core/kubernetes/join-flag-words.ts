// What each flag of `kubeadm join` does, in half a sentence; the empty name is the address.

import type { Locale, Localised } from '../locale.ts';

export const flagWords: Localised<Readonly<Record<string, string>>> = {
  en: {
    '': 'address of an API server (or a load balancer in front of it), `host:port`; asked for cluster-info without credentials',
    token: 'both tokens in one: it checks the signature of cluster-info and then logs the node in',
    'discovery-token': 'checks the signature of cluster-info; is never sent',
    'tls-bootstrap-token': 'logs the node in after discovery, until the kubelet has its certificate',
    'discovery-token-ca-cert-hash':
      'hash of the public key that the cluster’s CA has to have; may be given several times',
    'discovery-token-unsafe-skip-ca-verification': 'trusts any CA that cluster-info brings; one read instead of two',
    'discovery-file': 'a kubeconfig (a path or an https address) takes the place of address, token and hash',
    'control-plane': 'the node becomes a control plane as well',
    'experimental-control-plane': 'the node becomes a control plane as well (name up to 1.15)',
    'certificate-key': 'opens the certificates in the Secret `kubeadm-certs`; only with `--control-plane`',
    'apiserver-advertise-address': 'address that the new API server announces; only with `--control-plane`',
    'apiserver-bind-port': 'port of the new API server (6443); only with `--control-plane`',
    'node-name': 'name of the Node, else the host name',
    'cri-socket': 'socket of the container runtime, else found by kubeadm',
    'ignore-preflight-errors': 'checks whose errors become warnings',
    'skip-phases': 'phases that are left out',
    patches: 'folder with patches for static Pods',
    'experimental-patches': 'folder with patches for static Pods (the older name)',
    'dry-run': 'changes nothing, shows what would be done',
    config: 'everything from a file with a JoinConfiguration',
    rootfs: 'another root folder of the host',
    v: 'how much is logged; from 1 the answers of discovery, from 5 stack traces',
  },
  ja: {
    '': 'APIサーバー(またはその前のロードバランサー)のアドレス`host:port`。認証情報なしでcluster-infoを読む相手です',
    token: '2つのトークンを兼ねます。cluster-infoの署名を確かめ、その後ノードの認証に使います',
    'discovery-token': 'cluster-infoの署名を確かめます。送信はしません',
    'tls-bootstrap-token': 'ディスカバリーの後、kubeletが証明書を得るまでノードの認証に使います',
    'discovery-token-ca-cert-hash': 'クラスターのCAの公開鍵のハッシュ。複数回指定できます',
    'discovery-token-unsafe-skip-ca-verification': 'cluster-infoのCAをそのまま信用します。読み取りは2回ではなく1回です',
    'discovery-file': 'アドレス、トークン、ハッシュの代わりになるkubeconfig(パスまたはhttpsのアドレス)',
    'control-plane': 'コントロールプレーンノードとして参加します',
    'experimental-control-plane': 'コントロールプレーンノードとして参加します(1.15までの名前)',
    'certificate-key': 'Secret `kubeadm-certs`の証明書を復号します。`--control-plane`と使います',
    'apiserver-advertise-address': '新しいAPIサーバーが知らせるアドレス。`--control-plane`と使います',
    'apiserver-bind-port': '新しいAPIサーバーのポート(6443)。`--control-plane`と使います',
    'node-name': 'Nodeの名前。なければホスト名です',
    'cri-socket': 'コンテナランタイムのソケット。なければkubeadmが探します',
    'ignore-preflight-errors': 'エラーを警告に変える検査',
    'skip-phases': '省くフェーズ',
    patches: '静的Podへのパッチのフォルダー',
    'experimental-patches': '静的Podへのパッチのフォルダー(古い名前)',
    'dry-run': '何も変更せず、行う内容を表示します',
    config: 'すべてをJoinConfigurationのファイルから読みます',
    rootfs: 'ホストの別のルートフォルダー',
    v: 'ログの詳しさ。1以上でディスカバリーの応答、5以上でスタックトレースが出ます',
  },
};

/** What a flag does, by its name with or without dashes; empty for a flag that is not in the table. */
export function tellFlag(name: string, locale: Locale): string {
  return flagWords[locale][name.replace(/^-+/, '')] ?? '';
}
