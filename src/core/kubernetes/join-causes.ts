// Why `kubeadm join` stopped, by the text it printed: one row per text, the first that matches holds.
// Texts: our runs of 1.20.2 and 1.28.4 (J1–J16), kubeadm's source for ≤1.17 and from about 1.32, output that people published; others are Go's own network errors.

/** How far it came. `discovery` and `kubeadm-config` are steps of the phase `preflight`. */
export const joinSteps = [
  'arguments',
  'checks',
  'discovery',
  'credentials',
  'kubeadm-config',
  'control-plane-prepare',
  'kubelet-start',
  'tls-bootstrap',
  'control-plane-join',
  'joined',
  'other',
] as const;
export type JoinStep = (typeof joinSteps)[number];

/** `open`: several causes print this text. */
export type Certainty = 'certain' | 'likely' | 'open';

interface CauseFacts {
  readonly sure: Certainty;
  /** The finding that has its page. */
  readonly code: string;
  /** What to type next; `HOST` stands for the address of the command. */
  readonly confirm: string;
}

const facts = (sure: Certainty, code: string, confirm: string): CauseFacts => ({ sure, code, confirm });

const ask = 'curl -sk https://HOST/api/v1/namespaces/kube-public/configmaps/cluster-info';
const reach = 'curl -vk https://HOST/livez';
const tokens = 'kubeadm token list';
const certificate = 'openssl s_client -connect HOST </dev/null | openssl x509 -noout -dates -ext subjectAltName';
const pin = 'openssl x509 -pubkey -noout -in /etc/kubernetes/pki/ca.crt | openssl pkey -pubin -outform der | sha256sum';
const more = 'kubeadm join … -v=5';
const usage = 'kubeadm join --help';
const kubelet = 'journalctl -xeu kubelet';
const versions = 'kubeadm version -o short; kubectl get nodes';

/** One row per cause. */
export const joinCauses = {
  unauthorized: facts('likely', 'KA301', ask), // discovery by token got 401
  'file-unauthorized': facts('open', 'KA310', ask), // discovery by file got 401
  forbidden: facts('certain', 'KA302', 'kubectl -n kube-public get rolebinding kubeadm:bootstrap-signer-clusterinfo'),
  'cluster-info-missing': facts('certain', 'KA304', 'kubectl -n kube-public get configmap cluster-info'),
  'no-jws': facts('open', 'KA303', tokens),
  'bad-jws': facts('likely', 'KA308', tokens),
  'wrong-pin': facts('certain', 'KA308', pin),
  'malformed-pin': facts('certain', 'KA308', pin),
  hidden: facts('open', 'KA307', more), // kubeadm gave up after its time-out and does not say why
  'clock-behind': facts('likely', 'KA309', 'date -u'),
  'expired-certificate': facts('open', 'KA309', certificate),
  'certificate-name': facts('certain', 'KA309', certificate),
  'unknown-authority': facts('certain', 'KA309', certificate),
  'refused-connection': facts('certain', 'KA309', reach),
  'no-route': facts('certain', 'KA309', reach),
  'no-such-host': facts('certain', 'KA309', reach),
  'no-answer': facts('open', 'KA309', reach),
  'connection-cut': facts('open', 'KA309', reach),
  'not-permitted': facts('likely', 'KA309', reach),
  'not-tls': facts('certain', 'KA309', reach),
  'not-kubernetes': facts('likely', 'KA309', reach),
  proxy: facts('likely', 'KA311', 'env | grep -i proxy'),
  'broken-file': facts('certain', 'KA304', 'kubectl config view --kubeconfig discovery.conf'),
  'no-credentials': facts('certain', 'KA304', 'kubectl config view --kubeconfig discovery.conf'),
  'credentials-refused': facts('likely', 'KA306', tokens), // 401 after discovery
  'forbidden-later': facts('certain', 'KA304', 'kubectl -n kube-system get rolebindings'),
  'control-plane-version': facts('certain', 'KA312', versions),
  'other-minor': facts('likely', 'KA312', versions), // 403 for the kubelet's ConfigMap of another minor
  'config-version': facts('certain', 'KA312', versions),
  'not-root': facts('certain', 'KA304', 'id -u'),
  leftovers: facts('certain', 'KA304', 'ls /etc/kubernetes'),
  'container-runtime': facts('certain', 'KA304', 'crictl info'),
  'checks-failed': facts('certain', 'KA304', more),
  'no-endpoint': facts('certain', 'KA304', usage),
  'no-hash': facts('certain', 'KA304', pin),
  'malformed-token': facts('certain', 'KA304', tokens),
  'malformed-address': facts('certain', 'KA304', usage),
  'two-discoveries': facts('certain', 'KA304', usage),
  'extra-argument': facts('certain', 'KA304', usage),
  'unknown-flag': facts('certain', 'KA304', usage),
  'mixed-config': facts('certain', 'KA304', usage),
  'no-config': facts('certain', 'KA304', usage),
  'no-stable-endpoint': facts('certain', 'KA304', 'kubectl -n kube-system get configmap kubeadm-config -o yaml'),
  'certificates-gone': facts('certain', 'KA304', 'kubectl -n kube-system get secret kubeadm-certs'),
  'certificate-key': facts('certain', 'KA304', 'kubectl -n kube-system get secret kubeadm-certs'),
  'node-name-taken': facts('certain', 'KA304', 'kubectl get nodes'),
  'kubelet-down': facts('open', 'KA304', kubelet),
  unknown: facts('open', 'KA304', more),
} as const satisfies Readonly<Record<string, CauseFacts>>;
export type JoinCause = keyof typeof joinCauses;
