// The detached JWS of cluster-info: `<header>..<signature>`, HS256 with the secret of the token as key, over the kubeconfig.
// Upstream: k8s.io/cluster-bootstrap/token/jws/jws.go: kubeadm does not read the JWS, it makes one and compares the texts.

import { fromBytes } from '../kubernetes/kubeadm/utf8.ts';
import { byteString, characters, decodeBase64Url, encodeBase64Url, utf8Bytes } from './base64.ts';
import type { Digests } from './digests.ts';

export interface JwsParts {
  /** As they stand in the text. */
  readonly header: string;
  readonly signature: string;
  /** The header decoded; undefined if it is no base64url. */
  readonly headerText?: string;
}

/** Undefined if the text does not have the form `<header>..<signature>`. */
export function readJws(jws: string): JwsParts | undefined {
  const [, header = '', signature = ''] = /^([\w-]+)\.\.([\w-]+)$/.exec(jws) ?? [];
  if (header === '') return undefined;
  const bytes = decodeBase64Url(header);
  return { header, signature, ...(bytes ? { headerText: fromBytes(characters(bytes)) } : {}) };
}

/** The header that kube-controller-manager writes and kubeadm expects, letter by letter. */
function expectedHeader(tokenID: string): string {
  return encodeBase64Url(utf8Bytes(`{"alg":"HS256","kid":"${tokenID}"}`));
}

/** What must stand under `jws-kubeconfig-<tokenID>` for this kubeconfig and this secret. */
export async function signKubeconfig(
  kubeconfig: string,
  token: { readonly id: string; readonly secret: string },
  digests: Digests,
): Promise<string> {
  const header = expectedHeader(token.id);
  const signed = byteString(`${header}.${encodeBase64Url(utf8Bytes(kubeconfig))}`);
  const signature = await digests.hmacSha256(utf8Bytes(token.secret), signed);
  return `${header}..${encodeBase64Url(signature)}`;
}
