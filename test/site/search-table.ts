// What the search has to find: words in both languages, and texts of programs as they are pasted, with times, addresses and
// tokens around them. Each with pages of which one stands among the first five.

export interface Wanted {
  readonly text: string;
  /** Below the language's root. */
  readonly pages: readonly string[];
}

const join = "error execution phase preflight: couldn't validate the identity of the API Server:";
const trace = 'To see the stack trace of this error execute with --v=5 or higher';

/** Texts of kubeadm, kube-apiserver, the kubelet, curl and the audit log, whole. */
export const pastedTexts: readonly Wanted[] = [
  {
    text: `${join} abort connecting to API servers after timeout of 5m0s\n${trace}`,
    pages: ['runbooks/join-unauthorized/'],
  },
  {
    text: `[preflight] Running pre-flight checks\n${join} Unauthorized\n${trace}`,
    pages: ['findings/KA301/', 'runbooks/join-unauthorized/'],
  },
  {
    text: `root@node-7:~# kubeadm join 10.20.0.11:6443 --token 9vr73a.a8uxyaju799qwdjv --discovery-token-ca-cert-hash sha256:7c2e69131a36ae2a042a339b33381c6d0d43887e2de83720eff5359e26aec866\n${join} failed to request the cluster-info ConfigMap: Unauthorized`,
    pages: ['findings/KA301/', 'runbooks/join-unauthorized/'],
  },
  {
    text: `${join} configmaps "cluster-info" is forbidden: User "system:anonymous" cannot get resource "configmaps" in API group "" in the namespace "kube-public"`,
    pages: ['findings/KA302/', 'runbooks/join-forbidden-anonymous/'],
  },
  {
    text: `${join} failed to request the cluster-info ConfigMap: configmaps "cluster-info" is forbidden: User "system:anonymous" cannot get resource "configmaps" in API group "" in the namespace "kube-public"`,
    pages: ['findings/KA302/', 'runbooks/join-forbidden-anonymous/'],
  },
  {
    text: `${join} could not find a JWS signature in the cluster-info ConfigMap for token ID "9vr73a"`,
    pages: ['findings/KA303/', 'runbooks/join-no-jws-signature/'],
  },
  {
    text: 'I0312 09:14:07.482913   18342 token.go:73] [discovery] Failed to connect to API Server "10.20.0.11:6443": token id "9vr73a" is invalid for this cluster or it has expired. Use "kubeadm token create" on the control-plane node to create a new valid token',
    pages: ['runbooks/join-no-jws-signature/', 'findings/KA303/'],
  },
  {
    text: `${join} failed to verify JWS signature of received cluster info object, can't trust this API Server`,
    pages: ['findings/KA308/', 'learn/inside-cluster-info/'],
  },
  {
    text: `${join} cluster CA found in cluster-info ConfigMap is invalid: none of the public keys "sha256:0d1f5c4a8b7e6f3d2c1b0a9f8e7d6c5b4a3f2e1d0c9b8a7f6e5d4c3b2a1f0e9d" are pinned`,
    pages: ['runbooks/join-ca-hash-mismatch/', 'findings/KA308/'],
  },
  {
    text: `${join} invalid discovery token CA certificate hash: invalid hash "sha256:0d1f5c", expected a 32 byte SHA-256 hash, found 3 bytes`,
    pages: ['runbooks/join-ca-hash-mismatch/', 'findings/KA314/', 'findings/KA313/'],
  },
  {
    text: `${join} Get "https://10.20.0.11:6443/api/v1/namespaces/kube-public/configmaps/cluster-info?timeout=10s": dial tcp 10.20.0.11:6443: connect: connection refused`,
    pages: ['findings/KA309/'],
  },
  {
    text: `${join} client rate limiter Wait returned an error: context deadline exceeded`,
    pages: ['findings/KA309/'],
  },
  {
    text: 'I0312 09:14:07.482913   18342 token.go:217] [discovery] Failed to request cluster-info, will try again: Unauthorized',
    pages: ['findings/KA301/', 'runbooks/join-unauthorized/', 'learn/what-kubeadm-join-does-first/'],
  },
  {
    text: 'error execution phase preflight: unable to fetch the kubeadm-config ConfigMap: failed to get config map: Unauthorized',
    pages: ['findings/KA306/', 'runbooks/join-unauthorized-after-discovery/'],
  },
  {
    text: 'W0312 09:14:07.482913       1 options.go:289] AnonymousAuth is not allowed with the AlwaysAllow authorizer. Resetting AnonymousAuth to false. You should use a different authorizer',
    pages: ['findings/KA204/', 'runbooks/join-unauthorized-flag-true/'],
  },
  {
    text: 'E0312 09:14:07.482913       1 run.go:72] "command failed" err="anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file"',
    pages: ['findings/KA213/', 'runbooks/flag-and-file-conflict/'],
  },
  {
    text: 'Error: invalid argument "no" for "--anonymous-auth" flag: strconv.ParseBool: parsing "no": invalid syntax',
    pages: ['findings/KA205/'],
  },
  { text: 'Error: unknown flag: --anonymous-authentication', pages: ['findings/KA209/', 'findings/KA232/'] },
  {
    text: '[control-plane-check] kube-apiserver is not healthy after 4m0.000512349s',
    pages: ['runbooks/init-timeout-anonymous-off/', 'findings/KA206/'],
  },
  {
    text: 'error: kube-apiserver check failed at https://10.20.0.11:6443/livez with status: 401',
    pages: ['runbooks/init-timeout-anonymous-off/', 'findings/KA206/'],
  },
  {
    text: 'Mar 12 09:14:07 cp-1 kubelet[812]: Warning  Unhealthy  98s (x24 over 5m8s)  kubelet  Startup probe failed: HTTP probe failed with statuscode: 401',
    pages: [
      'findings/KA202/',
      'runbooks/apiserver-restarts-probe-401/',
      'runbooks/probe-credentials/',
      'runbooks/stig-anonymous-off-checklist/',
    ],
  },
  {
    text: 'Error: loading audit policy file: failed to read file path "/etc/kubernetes/audit-policy.yaml": open /etc/kubernetes/audit-policy.yaml: no such file or directory',
    pages: ['findings/KA403/', 'runbooks/audit-policy-which-rule/'],
  },
  {
    text: 'W0312 09:14:07.482913       1 reader.go:81] Audit policy contains errors, falling back to lenient decoding: strict decoding error: unknown field "omitStage"',
    pages: ['findings/KA410/', 'runbooks/audit-policy-which-rule/'],
  },
  {
    text: 'loading audit policy file: rules[0].level: Unsupported value: "metadata": supported values: "None", "Metadata", "Request", "RequestResponse"',
    pages: ['findings/KA409/'],
  },
  {
    text: '{\n  "kind": "Status",\n  "apiVersion": "v1",\n  "metadata": {},\n  "status": "Failure",\n  "message": "forbidden: User \\"system:anonymous\\" cannot get path \\"/metrics\\"",\n  "reason": "Forbidden",\n  "details": {},\n  "code": 403\n}',
    pages: [
      'runbooks/credentials-but-anonymous/',
      'runbooks/listed-path-403/',
      'runbooks/never-bind-anonymous-cluster-admin/',
      'learn/401-or-403/',
    ],
  },
  {
    text: 'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" in the namespace "default"',
    pages: ['runbooks/credentials-but-anonymous/'],
  },
  {
    text: 'RBAC: allowed by ClusterRoleBinding "metrics-for-all" of ClusterRole "metrics-reader" to User "system:anonymous"',
    pages: ['findings/KA514/', 'runbooks/never-bind-anonymous-cluster-admin/'],
  },
  {
    text: '{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}',
    pages: ['runbooks/rbac-bound-still-401/', 'runbooks/audit-401-no-user/', 'learn/401-or-403/'],
  },
  {
    text: 'Server k8s/cp-1 is DOWN, reason: Layer7 wrong status, code: 401, info: "Unauthorized", check duration: 3ms. 0 active and 0 backup servers left.',
    pages: ['runbooks/load-balancer-401/'],
  },
  {
    text: '[WARN] 1.2.1 Ensure that the --anonymous-auth argument is set to false (Manual)',
    pages: ['runbooks/cis-anonymous-auth/', 'runbooks/scanner-reads-flag-only/'],
  },
  {
    text: 'discovery.bootstrapToken: Invalid value: "": using token-based discovery without caCertHashes can be unsafe. Set unsafeSkipCAVerification as true in your kubeadm config file or pass --discovery-token-unsafe-skip-ca-verification flag to continue',
    pages: ['findings/KA314/', 'findings/KA113/'],
  },
  {
    text: 'discovery: Invalid value: "": bootstrapToken or file must be set',
    pages: ['findings/KA113/', 'findings/KA314/', 'findings/KA304/'],
  },
  {
    text: 'discovery.bootstrapToken.apiServerEndpoint: Invalid value: "10.20.0.11": address 10.20.0.11: missing port in address',
    pages: ['findings/KA113/', 'findings/KA314/'],
  },
  {
    text: 'error execution phase preflight: [preflight] Some fatal errors occurred:\n\t[ERROR KubeletVersion]: the kubelet version is higher than the control plane version. This is not a supported version skew',
    pages: ['findings/KA312/', 'findings/KA304/'],
  },
  {
    text: 'your configuration file uses an old API spec: "kubeadm.k8s.io/v1beta1" (kind: "ClusterConfiguration"). Please use kubeadm v1.19 instead and run \'kubeadm config migrate --old-config old.yaml --new-config new.yaml\', which will write the new, similar spec using a newer API version.',
    pages: ['findings/KA107/', 'findings/KA108/'],
  },
  {
    text: 'W0312 09:14:07.482913   18342 strict.go:54] error unmarshaling configuration schema.GroupVersionKind{Group:"kubeadm.k8s.io", Version:"v1beta2", Kind:"ClusterConfiguration"}: error unmarshaling JSON: while decoding JSON: json: unknown field "apiserver"',
    pages: ['findings/KA111/'],
  },
  {
    text: 'This node has joined the cluster:\n* Certificate signing request was sent to apiserver and a response was received.\n* The Kubelet was informed of the new secure connection details.',
    pages: ['findings/KA305/'],
  },
];

/** Words that are typed. */
export const typedWords = {
  en: [
    { text: 'anonymous-auth', pages: ['findings/KA205/', 'findings/KA213/', 'runbooks/cis-anonymous-auth/'] },
    { text: 'anonymous requests off', pages: ['findings/KA201/'] },
    { text: 'cluster-info', pages: ['learn/inside-cluster-info/', 'findings/KA501/', 'findings/KA303/'] },
    { text: 'jws', pages: ['learn/inside-cluster-info/', 'runbooks/join-no-jws-signature/', 'verify/'] },
    { text: 'signature', pages: ['learn/inside-cluster-info/', 'findings/KA303/', 'runbooks/join-no-jws-signature/'] },
    { text: 'ca hash', pages: ['runbooks/join-ca-hash-mismatch/', 'learn/inside-cluster-info/'] },
    { text: 'probe 401', pages: ['findings/KA202/', 'runbooks/apiserver-restarts-probe-401/'] },
    { text: 'restart', pages: ['learn/a-restart-every-four-minutes/', 'runbooks/apiserver-restarts-probe-401/'] },
    { text: 'livez', pages: ['findings/KA218/', 'findings/KA202/', 'runbooks/load-balancer-401/'] },
    { text: 'load balancer', pages: ['runbooks/load-balancer-401/', 'findings/KA207/'] },
    { text: 'haproxy', pages: ['runbooks/load-balancer-401/'] },
    { text: 'CIS 1.2.1', pages: ['runbooks/cis-anonymous-auth/', 'learn/what-cis-says-and-what-scanners-see/'] },
    { text: 'kube-bench', pages: ['runbooks/scanner-reads-flag-only/', 'learn/what-cis-says-and-what-scanners-see/'] },
    { text: 'Trivy', pages: ['learn/what-cis-says-and-what-scanners-see/', 'runbooks/scanner-reads-flag-only/'] },
    { text: 'STIG', pages: ['runbooks/stig-anonymous-off-checklist/'] },
    { text: 'sourceIPs', pages: ['runbooks/audit-source-ip/'] },
    { text: 'omitStages', pages: ['findings/KA410/', 'findings/KA405/', 'learn/what-the-audit-log-does-not-show/'] },
    { text: 'audit policy', pages: ['findings/KA402/', 'findings/KA409/', 'runbooks/audit-policy-which-rule/'] },
    { text: 'AlwaysAllow', pages: ['findings/KA204/', 'findings/KA222/'] },
    { text: 'NodeRestriction', pages: ['findings/KA211/'] },
    { text: 'AuthenticationConfiguration', pages: ['findings/KA215/', 'findings/KA220/', 'findings/KA231/'] },
    { text: 'extraArgs', pages: ['findings/KA110/', 'findings/KA225/', 'explain/'] },
    { text: 'cluster-admin', pages: ['runbooks/never-bind-anonymous-cluster-admin/'] },
    { text: 'bootstrap tokens', pages: ['findings/KA230/'] },
    { text: 'certifcate', pages: ['learn/inside-cluster-info/', 'verify/', 'runbooks/join-ca-hash-mismatch/'] },
  ],
  ja: [
    { text: '証明書', pages: ['learn/inside-cluster-info/', 'verify/', 'runbooks/join-ca-hash-mismatch/'] },
    { text: 'リポジトリ', pages: ['explain/'] },
    {
      text: '匿名',
      pages: ['findings/KA511/', 'findings/KA514/', 'findings/KA302/', 'runbooks/credentials-but-anonymous/'],
    },
    {
      text: '匿名アクセス',
      pages: [
        'runbooks/probe-credentials/',
        'runbooks/init-timeout-anonymous-off/',
        'runbooks/join-unauthorized/',
        'findings/KA213/',
      ],
    },
    { text: '監査ログ', pages: ['learn/what-the-audit-log-does-not-show/', 'findings/KA401/', 'findings/KA404/'] },
    {
      text: '監査ポリシー',
      pages: ['findings/KA402/', 'findings/KA409/', 'findings/KA403/', 'runbooks/audit-policy-which-rule/'],
    },
    {
      text: '署名',
      pages: ['learn/inside-cluster-info/', 'findings/KA303/', 'runbooks/join-no-jws-signature/', 'verify/'],
    },
    { text: 'ハッシュ', pages: ['learn/inside-cluster-info/', 'runbooks/join-ca-hash-mismatch/'] },
    {
      text: 'プローブ',
      pages: [
        'findings/KA202/',
        'findings/KA218/',
        'runbooks/apiserver-restarts-probe-401/',
        'runbooks/probe-credentials/',
      ],
    },
    {
      text: '再起動',
      pages: ['learn/a-restart-every-four-minutes/', 'findings/KA202/', 'runbooks/apiserver-restarts-probe-401/'],
    },
    { text: 'ロードバランサー', pages: ['runbooks/load-balancer-401/', 'findings/KA207/'] },
    { text: 'ヘルスチェック', pages: ['runbooks/probe-credentials/', 'findings/KA512/', 'findings/KA513/'] },
    { text: 'ブートストラップトークン', pages: ['findings/KA230/'] },
    {
      text: 'ディスカバリー',
      pages: ['findings/KA310/', 'runbooks/join-unauthorized-after-discovery/', 'findings/KA504/', 'findings/KA505/'],
    },
    { text: 'スキャナー', pages: ['learn/what-cis-says-and-what-scanners-see/', 'runbooks/scanner-reads-flag-only/'] },
    {
      text: '認可',
      pages: ['findings/KA511/', 'findings/KA210/', 'findings/KA228/', 'findings/KA223/', 'learn/401-or-403/'],
    },
    {
      text: '認証情報',
      pages: ['runbooks/credentials-but-anonymous/', 'findings/KA207/', 'findings/KA501/', 'findings/KA512/'],
    },
    { text: '移行', pages: ['findings/KA108/', 'findings/KA107/', 'explain/'] },
    {
      text: '番人',
      pages: ['', 'learn/401-or-403/', 'learn/the-hardening-that-broke-join/', 'learn/what-kubeadm-join-does-first/'],
    },
    { text: '引用符', pages: ['findings/KA110/'] },
    { text: '期限切れ', pages: ['findings/KA303/', 'runbooks/join-no-jws-signature/', 'build/'] },
    { text: 'マウント', pages: ['findings/KA403/', 'findings/KA212/', 'findings/KA406/'] },
    {
      text: 'コントロールプレーン',
      pages: ['build/', 'findings/KA226/', 'runbooks/init-timeout-anonymous-off/', 'findings/KA212/'],
    },
    {
      text: 'ポッド',
      pages: ['runbooks/audit-source-ip/', 'findings/KA202/', 'findings/KA218/', 'learn/a-restart-every-four-minutes/'],
    },
    { text: 'KA201', pages: ['findings/KA201/'] },
  ],
} as const satisfies Readonly<Record<'en' | 'ja', readonly Wanted[]>>;
