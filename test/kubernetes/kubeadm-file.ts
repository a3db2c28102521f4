// A ClusterConfiguration that kubeadm of a version takes, with extraArgs in the form of its apiVersion.

type Arguments = readonly (readonly [name: string, value: string])[];

export function kubeadmFile(minor: number, extraArgs: Arguments = []): string {
  const apiVersion = minor <= 14 ? 'v1beta1' : minor <= 21 ? 'v1beta2' : minor <= 30 ? 'v1beta3' : 'v1beta4';
  const item = ([name, value]: Arguments[number]): string =>
    minor <= 30 ? `    ${name}: "${value}"\n` : `  - name: ${name}\n    value: "${value}"\n`;
  const args = extraArgs.length === 0 ? '' : `apiServer:\n  extraArgs:\n${extraArgs.map(item).join('')}`;
  return `apiVersion: kubeadm.k8s.io/${apiVersion}\nkind: ClusterConfiguration\nkubernetesVersion: v1.${minor}.0\n${args}`;
}
