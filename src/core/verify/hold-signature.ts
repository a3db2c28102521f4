// The JWS of one token held against the kubeconfig; where it does not fit, what else would fit.

import type { ClusterInfo } from './cluster-info.ts';
import type { Digests } from './digests.ts';
import type { Token } from './join-claims.ts';
import { readJws, signKubeconfig } from './jws.ts';

/**
 * `line ends`: it fits the kubeconfig with other line ends, so the text was changed on its way here.
 * `header`: the signature part is right, the header is not written as kubeadm expects it.
 */
export type SignatureAnswer = 'valid' | 'wrong' | 'line ends' | 'header' | 'no secret' | 'no token' | 'absent';

export async function holdSignature(
  info: ClusterInfo | undefined,
  token: Token | undefined,
  digests: Digests,
): Promise<SignatureAnswer> {
  if (!token) return 'no token';
  const jws = info?.signatures.get(token.id);
  if (!info || !jws || info.kubeconfig === undefined) return 'absent';
  const { id, secret } = token;
  if (secret === undefined) return 'no secret';
  const made = await signKubeconfig(info.kubeconfig, { id, secret }, digests);
  if (made === jws) return 'valid';
  for (const other of otherLineEnds(info.kubeconfig))
    if ((await signKubeconfig(other, { id, secret }, digests)) === jws)
      return info.from === 'kubectl describe' ? 'valid' : 'line ends';
  return readJws(jws)?.signature === readJws(made)?.signature ? 'header' : 'wrong';
}

function otherLineEnds(text: string): readonly string[] {
  const unix = text.replaceAll('\r\n', '\n');
  const bare = unix.replace(/\n+$/, '');
  return [...new Set([unix, bare, `${bare}\n`, `${bare}\n\n`])].filter((other) => other !== text);
}
