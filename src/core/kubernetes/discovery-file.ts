// The kubeconfig that a joining node reads instead of asking for cluster-info without credentials: kubeadm join --discovery-file.
// Its form is that of the files with which full joins of 1.20.2 ended well while anonymous access was off (J4, J5).

export interface DiscoveryFile {
  readonly server: string;
  /** Base64 of the CA bundle in PEM. */
  readonly caData: string;
  /** How the node names itself, as lines of a kubeconfig user. */
  readonly user: readonly string[];
}

/** Stands where the token goes; nothing that was pasted does. */
export const tokenPlaceholder = 'TOKEN-ID.TOKEN-SECRET';

export function writeDiscoveryFile({ server, caData, user }: DiscoveryFile): string {
  return [
    ...['apiVersion: v1', 'kind: Config', 'clusters:', '- name: kubernetes', '  cluster:'],
    ...[`    certificate-authority-data: ${caData}`, `    server: ${server}`],
    ...['users:', '- name: bootstrap', '  user:', ...user.map((line) => `    ${line}`)],
    ...['contexts:', '- name: bootstrap', '  context:', '    cluster: kubernetes', '    user: bootstrap'],
    ...['current-context: bootstrap', ''],
  ].join('\n');
}
