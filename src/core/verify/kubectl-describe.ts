// `kubectl describe configmap cluster-info -n kube-public`: key, a line of dashes, the value as it is. Where the value ends is
// not written there, so the last line ends of the kubeconfig are lost; who verifies has to try.

import { clusterInfoOf, type ClusterInfo } from './cluster-info.ts';

const entry =
  /^([\w.-]+):\r?\n----\r?\n([\s\S]*?)(?=\r?\n+(?:[\w.-]+:\r?\n----\r?\n|BinaryData\r?\n====|Events:)|$(?![\s\S]))/gm;

/** Undefined if the text is no such output. */
export function readDescription(text: string): ClusterInfo | undefined {
  const data = /^Data\r?\n====\r?\n([\s\S]*)/m.exec(text)?.[1];
  if (data === undefined || !data.includes('jws-kubeconfig-')) return undefined;
  const values = [...data.matchAll(entry)].map(([, key = '', value = '']) => [
    key,
    key === 'kubeconfig' ? `${value.replaceAll('\r\n', '\n').trimEnd()}\n` : value.trim(),
  ]);
  return clusterInfoOf(Object.fromEntries(values), 'kubectl describe');
}
