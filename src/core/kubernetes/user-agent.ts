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
