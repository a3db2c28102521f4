// What a client says it is. A user agent is the client's own claim and proves nothing.
// Kubernetes' programs write `<program>/<version> (<os>/<arch>) kubernetes/<commit>` (client-go, rest.DefaultKubernetesUserAgent).

export interface UserAgentClaim {
  /** `kubeadm`, `kube-probe`, `curl`; empty if the text does not begin with `name/version`. */
  readonly program: string;
  /** Without a leading v; empty if there is none. */
  readonly version: string;
}

export function readUserAgent(text: string): UserAgentClaim {
  const match = /^([A-Za-z][\w.-]*)\/v?([\w.+-]+)/.exec(text);
  return { program: match?.[1] ?? '', version: match?.[2] ?? '' };
}

/** Programs whose requests are health checks by trade, as far as logs have shown them. */
export const healthCheckers: readonly string[] = ['kube-probe', 'ELB-HealthChecker', 'GoogleHC'];

export type ClientKind = 'component' | 'tool' | 'browser' | 'scanner' | 'library' | 'own';

/** What programs are, as far as logs have shown them. The version of a component is the server's or the node's own. */
const kinds: readonly (readonly [kind: ClientKind, programs: RegExp])[] = [
  [
    'component',
    /^(?:kube-apiserver|kube-controller-manager|kube-scheduler|kube-proxy|kubelet|hyperkube|cloud-controller-manager)$/,
  ],
  ['tool', /^(?:kubectl|oc|kubeadm|helm|k9s)$/],
  ['browser', /^Mozilla$/],
  ['scanner', /^(?:zgrab|masscan|Nmap|nuclei)$/i],
  ['library', /^(?:Go-http-client|curl|Wget|python-requests|Java|okhttp|node-fetch|axios)$/],
];

/** A client that fits none is one with a name of its own. */
export function clientKindOf({ program }: UserAgentClaim): ClientKind {
  return kinds.find(([, programs]) => programs.test(program))?.[0] ?? 'own';
}
