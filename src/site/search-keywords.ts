// Words for the search that the pages themselves do not have: what the tools take and show, for their pages hold controls, and
// texts that a finding explains beyond those of its examples, as the programs print them.

import type { Locale } from '../core/index.ts';

/** By the address below the language's root. */
const keywords: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  'explain/': {
    en: 'Reads kubeadm files (ClusterConfiguration, InitConfiguration, JoinConfiguration; image repository imageRepository, extraArgs, extraVolumes), kube-apiserver manifests, AuthenticationConfiguration, audit Policy and Event, kubeadm join commands and output, the ConfigMap cluster-info, discovery kubeconfig, scanner output (kube-bench, Trivy, Checkov, Kubescape). Migrates a kubeadm file to the newest apiVersion.',
    ja: 'kubeadmの設定（ClusterConfiguration、InitConfiguration、JoinConfiguration。イメージのリポジトリimageRepository、extraArgs、extraVolumes）、kube-apiserverのマニフェスト、AuthenticationConfiguration、監査ポリシーと監査イベント、kubeadm joinのコマンドと出力、ConfigMapのcluster-info、ディスカバリー用のkubeconfig、スキャナーの出力（kube-bench、Trivy、Checkov、Kubescape）を読み取ります。kubeadmの設定を新しいapiVersionに移行（マイグレーション）します。',
  },
  'simulate/': {
    en: 'Simulator of authentication and authorization: request by request, probes, kubeadm join, load balancer, audit event, by Kubernetes version.',
    ja: '認証と認可のシミュレーターです。プローブ、kubeadm join、ロードバランサーのリクエストと監査イベントを、Kubernetesのバージョンごとに順に見られます。',
  },
  'policy/': {
    en: 'Simulator of audit policies: which rule matches a request, which level and which stages are written, omitStages, rules that are never reached.',
    ja: '監査ポリシーのシミュレーターです。リクエストに一致するルール、レベル、書かれるステージ、omitStages、決して見られないルールを確かめられます。',
  },
  'verify/': {
    en: 'Checks the JWS signature of cluster-info, the CA certificate and its pin (discovery-token-ca-cert-hash).',
    ja: 'cluster-infoのJWS署名、CA証明書とそのハッシュ（discovery-token-ca-cert-hash）を検証します。',
  },
};

/** Undefined for a page whose own words are enough. */
export function keywordsOf(path: string, locale: Locale): string | undefined {
  return keywords[path]?.[locale];
}

/** Details that kubeadm and its YAML readers print, by the finding that explains them. */
const printedTexts: Readonly<Record<string, readonly string[]>> = {
  KA111: ['error unmarshaling JSON: while decoding JSON: json: unknown field', 'strict decoding error: unknown field'],
  KA113: [
    'Invalid value: bootstrapToken or file must be set',
    'bootstrapToken and file cannot both be set',
    'APIServerEndpoint is not set',
    'missing port in address; too many colons in address',
    'the bootstrap token is invalid; invalid bootstrap token usage string, valid usage options: signing,authentication',
    'the BootstrapToken .TTL and .Expires fields are mutually exclusive',
    'using token-based discovery without caCertHashes can be unsafe. Set unsafeSkipCAVerification as true in your kubeadm config file or pass --discovery-token-unsafe-skip-ca-verification flag to continue',
    'a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters',
    'path is not absolute; port number is not valid; ip address is not valid',
    "doesn't match patterns for neither semantic version nor labels (stable, latest, ...)",
    "couldn't parse subnet; subnet is too small; specified service subnet is too large",
    'altname is not a valid IP address, DNS label or a DNS label with subdomain wildcards',
    '.Etcd.Local and .Etcd.External are mutually exclusive; the URL must be using the HTTPS scheme',
    'is not a valid feature name',
    'the ca certificate path must be an absolute path; not a valid HTTPS URL or a file on disk',
  ],
  KA309: [
    'client rate limiter Wait returned an error: context deadline exceeded',
    'dial tcp: connect: connection refused; no route to host; i/o timeout',
  ],
};

/** Empty for a finding whose examples say all of it. */
export function printedTextsOf(code: string): readonly string[] {
  return printedTexts[code] ?? [];
}
