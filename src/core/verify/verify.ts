// Holds a paste against a token and pins, as `kubeadm join` does with what the API server answers.

import type { Minor } from '../kubernetes/version.ts';
import { encodeBase64, utf8Bytes } from './base64.ts';
import { readBundle, type Bundle } from './bundle.ts';
import { checkClaim } from './check-claim.ts';
import type { ClusterInfo } from './cluster-info.ts';
import type { Digests } from './digests.ts';
import { claimFromFields, type Claim } from './join-claims.ts';
import { signKubeconfig, readJws } from './jws.ts';
import { clustersOf, clustersOfText, type KubeconfigCluster } from './kubeconfig.ts';
import { readMaterial, type Material } from './material.ts';
import type { ClusterInfoView, SignatureView, Verification } from './verification.ts';

export interface VerifyInput {
  /** Anything that holds a cluster-info, a kubeconfig or a certificate; join commands and JoinConfigurations count too. */
  readonly text: string;
  /** `id.secret`, or the id alone; may be empty. */
  readonly token?: string;
  readonly pins?: readonly string[];
}

export interface VerifyOptions {
  /** Of the kubeadm that joins. */
  readonly minor: Minor;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly digests: Digests;
}

/** Total: every text gives an answer. No secret of a token is in it. */
export async function verifyClusterInfo(input: VerifyInput, options: VerifyOptions): Promise<Verification> {
  const material = readMaterial(input.text);
  const [info] = material.clusterInfos;
  const clusters = info?.kubeconfig === undefined ? undefined : clustersOfText(info.kubeconfig);
  const caText = clusters ? clusters.map((cluster) => cluster.caText ?? '').join('\n') : looseCertificates(material);
  const bundle = await readBundle(caText, options.digests, options.now);
  const given = claimFromFields(input.token ?? '', input.pins ?? []);
  const claims = completed(given, material.claims);
  const checks = await Promise.all(
    claims.map((claim) =>
      checkClaim({ claim, info, clusters, bundle, minor: options.minor, digests: options.digests }),
    ),
  );
  const discovery = discoveryOf(clusters ?? material.kubeconfigs.flatMap(clustersOf), caText, bundle);
  return {
    minor: options.minor,
    ...(info ? { clusterInfo: await viewOf(info, clusters, claims, options.digests) } : {}),
    checks,
    certificates: bundle.certificates,
    problems: material.problems,
    ...(discovery ? { discovery } : {}),
  };
}

/** What was typed into the fields fills what the one join command of the paste leaves open; else it is a join of its own. */
function completed(given: Claim | undefined, pasted: readonly Claim[]): readonly (Claim | undefined)[] {
  if (!given) return pasted.length > 0 ? pasted : [undefined];
  const [only, ...others] = pasted;
  if (!only || others.length > 0) return [given, ...pasted];
  const complete: Claim = {
    ...only,
    token: given.token ?? only.token,
    pins: given.pins.length > 0 ? given.pins : only.pins,
    cleaned: given.cleaned || only.cleaned,
  };
  return [complete];
}

/** Of kubeconfigs and PEM blocks, where there is no cluster-info. */
function looseCertificates({ kubeconfigs, certificates }: Material): string {
  return [...kubeconfigs.flatMap(clustersOf).map(({ caText }) => caText ?? ''), ...certificates].join('\n');
}

function discoveryOf(
  clusters: readonly KubeconfigCluster[],
  caText: string,
  { certificates }: Bundle,
): Verification['discovery'] {
  if (certificates.length === 0) return undefined;
  const [cluster] = clusters;
  const caData = cluster?.caData.replace(/\s/g, '') || encodeBase64(utf8Bytes(`${caText.trim()}\n`));
  return { server: cluster?.server ?? '', caData };
}

async function viewOf(
  info: ClusterInfo,
  clusters: readonly KubeconfigCluster[] | undefined,
  claims: readonly (Claim | undefined)[],
  digests: Digests,
): Promise<ClusterInfoView> {
  const signatures = [...info.signatures].map(([id, jws]) => signatureView(info, id, jws, claims, digests));
  return {
    from: info.from,
    server: clusters?.[0]?.server ?? '',
    signedBytes: utf8Bytes(info.kubeconfig ?? '').length,
    signatures: await Promise.all(signatures),
  };
}

/** Valid if one of the tokens at hand made it. */
async function signatureView(
  info: ClusterInfo,
  id: string,
  jws: string,
  claims: readonly (Claim | undefined)[],
  digests: Digests,
): Promise<SignatureView> {
  const parts = readJws(jws);
  const view = {
    id,
    header: parts?.header ?? '',
    headerText: parts?.headerText ?? '',
    signature: parts?.signature ?? '',
  };
  if (!parts) return { ...view, state: 'no JWS' };
  const secrets = claims.flatMap((claim) => {
    const token = claim?.token;
    return token && token !== 'malformed' && token.id === id && token.secret !== undefined ? [token.secret] : [];
  });
  const made = await Promise.all(
    secrets.map((secret) => signKubeconfig(info.kubeconfig ?? '', { id, secret }, digests)),
  );
  return { ...view, state: made.includes(jws) ? 'valid' : made.length > 0 ? 'wrong' : 'not checked' };
}
