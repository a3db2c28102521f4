// One join held against one cluster-info, step by step in kubeadm's order.

import type { Minor } from '../kubernetes/version.ts';
import type { Bundle } from './bundle.ts';
import type { ClusterInfo } from './cluster-info.ts';
import type { Digests } from './digests.ts';
import type { Claim, Token } from './join-claims.ts';
import type { KubeadmText } from './kubeadm-texts.ts';
import type { KubeconfigCluster } from './kubeconfig.ts';
import { canonicalPin, countedPins, pinProblem } from './pins.ts';
import { answers } from './step-answers.ts';
import { stepsOf } from './steps.ts';
import { holdSignature, type SignatureAnswer } from './hold-signature.ts';
import type { Check, Step } from './verification.ts';

export interface Evidence {
  readonly claim: Claim | undefined;
  readonly info: ClusterInfo | undefined;
  /** Undefined without a kubeconfig, or if it cannot be read. */
  readonly clusters: readonly KubeconfigCluster[] | undefined;
  readonly bundle: Bundle;
  readonly minor: Minor;
  readonly digests: Digests;
}

/** What the answers of the steps are made of. */
export interface Held extends Evidence {
  readonly token: Token | undefined;
  readonly signature: SignatureAnswer;
  /** Pins of the certificates. */
  readonly own: readonly string[];
}

export async function checkClaim(evidence: Evidence): Promise<Check> {
  const { claim, info, bundle, digests } = evidence;
  const token = claim?.token === 'malformed' ? undefined : claim?.token;
  const signature = await holdSignature(info, token, digests);
  const held: Held = { ...evidence, token, signature, own: bundle.certificates.map(({ pin }) => pin) };
  const { steps, text } = walk(held);
  const pins = pinStates(held);
  return {
    from: claim?.from ?? 'nothing',
    endpoint: claim?.endpoint ?? '',
    tokenID: token?.id ?? '',
    pins,
    steps,
    verdict: verdictOf(steps),
    ...(text ? { text } : {}),
    unrelated: isUnrelated(held, pins),
    cleaned: claim?.cleaned ?? false,
    otherServer: otherServer(held),
  };
}

function verdictOf(steps: readonly Step[]): Check['verdict'] {
  const has = (wanted: Step['state']): boolean => steps.some(({ state }) => state === wanted);
  return has('stops') ? 'stops' : has('open') ? 'open' : 'passes';
}

function isUnrelated({ token, info }: Held, pins: Check['pins']): boolean {
  if (!token || !info || info.signatures.has(token.id)) return false;
  return pins.length > 0 && pins.every(({ state }) => state === 'differs');
}

function otherServer({ claim, clusters }: Held): string {
  const server = clusters?.[0]?.server ?? '';
  return server === '' || !claim?.endpoint || server === `https://${claim.endpoint}` ? '' : server;
}

function walk(held: Held): { readonly steps: readonly Step[]; readonly text: KubeadmText | undefined } {
  const steps: Step[] = [];
  let text: KubeadmText | undefined;
  let reached = true;
  for (const name of stepsOf(held.minor)) {
    const { state, says, args = {}, text: printed } = answers[name](held);
    steps.push({ name, state, says, args, reached });
    if (state === 'stops' && reached) {
      text = printed;
      reached = false;
    }
  }
  return { steps, text };
}

function pinStates({ claim, own, minor, bundle }: Held): Check['pins'] {
  const pins = claim?.pins ?? [];
  const counted = countedPins(pins, minor).length;
  return pins.map((pin, index) => {
    if (index >= counted) return { pin, state: 'ignored' };
    if (pinProblem([pin], minor)) return { pin, state: 'malformed' };
    if (bundle.certificates.length === 0) return { pin, state: 'open' };
    return { pin, state: own.includes(canonicalPin(pin)) ? 'matches' : 'differs' };
  });
}
