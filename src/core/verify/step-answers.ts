// The answer of each step of token discovery: does it pass, and if not, what kubeadm prints.

import type { Args } from '../report.ts';
import { coversMinor } from '../kubernetes/version.ts';
import type { Held } from './check-claim.ts';
import * as texts from './kubeadm-texts.ts';
import { canonicalPin, countedPins, onlyFirstPin, pinProblem } from './pins.ts';
import type { StepName } from './steps.ts';
import type { StepSays, StepState } from './verification.ts';

interface Answer {
  readonly state: StepState;
  readonly says: StepSays;
  readonly args?: Args;
  readonly text?: texts.KubeadmText;
}

export const answers: Readonly<Record<StepName, (held: Held) => Answer>> = {
  token: ({ claim, token }) => {
    if (claim?.token === 'malformed') return { state: 'stops', says: 'token-malformed', text: texts.malformedToken };
    if (!token) return { state: 'open', says: 'token-absent' };
    const says = token.secret === undefined ? 'token-id-only' : 'token-ready';
    return { state: 'passes', says, args: { id: token.id } };
  },

  pins: ({ claim, minor }) => {
    const pins = claim?.pins ?? [];
    if (pins.length === 0) {
      if (claim?.unsafeSkip) return { state: 'passes', says: 'pins-skipped' };
      if (!claim || claim.from === 'given') return { state: 'open', says: 'pins-absent' };
      return { state: 'stops', says: 'pins-forbidden', text: texts.noPin };
    }
    const problem = pinProblem(pins, minor);
    if (!problem) return { state: 'passes', says: 'pins-readable', args: { count: pins.length } };
    return {
      state: 'stops',
      says: 'pins-malformed',
      args: { pin: problem.pin },
      text: texts.malformedPin(problem.text, minor),
    };
  },

  'first-request': () => ({ state: 'server', says: 'request-first' }),

  'signature-present': ({ info, token, minor }) => {
    const ids = [...(info?.signatures.keys() ?? [])].join(', ');
    if (!info) return { state: 'open', says: 'present-no-cluster-info' };
    if (!token) return { state: 'open', says: 'present-no-token', args: { ids, count: info.signatures.size } };
    const { id } = token;
    const jws = info.signatures.get(id);
    if (jws === '')
      return { state: 'stops', says: 'present-empty', args: { id }, text: texts.emptySignature(id, minor) };
    if (jws) return { state: 'passes', says: 'present-yes', args: { id } };
    const args = { id, ids, count: info.signatures.size };
    return { state: 'stops', says: 'present-no', args, text: texts.missingSignature(id, minor) };
  },

  'kubeconfig-present': ({ info, minor }) => {
    if (!info) return { state: 'open', says: 'kubeconfig-no-cluster-info' };
    if (info.kubeconfig) return { state: 'passes', says: 'kubeconfig-there' };
    return { state: 'stops', says: 'kubeconfig-missing', text: texts.missingKubeconfig(minor) };
  },

  signature: ({ signature, token, minor }) => {
    const args = { id: token?.id ?? '' };
    const wrong = { state: 'stops', args, text: texts.wrongSignature(minor) } as const;
    switch (signature) {
      case 'valid':
        return { state: 'passes', says: 'signature-valid', args };
      case 'wrong':
        return { ...wrong, says: 'signature-wrong' };
      case 'line ends':
        return { state: 'passes', says: 'signature-line-ends', args };
      case 'header':
        return { ...wrong, says: 'signature-header' };
      case 'no secret':
        return { state: 'open', says: 'signature-no-secret', args };
      case 'absent':
        return { state: 'open', says: 'signature-absent', args };
      case 'no token':
        return { state: 'open', says: 'signature-no-token' };
    }
  },

  kubeconfig: ({ info, clusters, minor }) => {
    if (!info?.kubeconfig) return { state: 'open', says: 'kubeconfig-no-cluster-info' };
    const stops = { state: 'stops', text: texts.unreadableKubeconfig(minor) } as const;
    if (!clusters) return { ...stops, says: 'kubeconfig-unreadable' };
    if (clusters.some(({ caText }) => caText === undefined)) return { ...stops, says: 'kubeconfig-ca-no-base64' };
    return { state: 'passes', says: 'kubeconfig-readable', args: { server: clusters[0]?.server ?? '' } };
  },

  'one-cluster': ({ clusters, claim, minor }) => {
    if (!clusters) return { state: 'open', says: 'cluster-open' };
    if (clusters.length === 1) return { state: 'passes', says: 'cluster-one' };
    if (minor <= 17 && claim?.unsafeSkip)
      return { state: 'left out', says: 'cluster-several', args: { count: clusters.length } };
    const text = texts.otherThanOneCluster(clusters.length, minor);
    return { state: 'stops', says: 'cluster-several', args: { count: clusters.length }, text };
  },

  certificates: ({ bundle, clusters, claim, minor }) => {
    const { certificates, unreadable } = bundle;
    if (isPinless(claim)) return { state: 'left out', says: 'pin-left-out' };
    if (certificates.length > 0 && unreadable === 0)
      return { state: 'passes', says: 'certificates-read', args: { count: certificates.length } };
    if (unreadable > 0) return { state: 'open', says: 'certificates-unreadable', args: { count: unreadable } };
    if (!clusters) return { state: 'open', says: 'certificates-open' };
    return { state: 'stops', says: 'certificates-none', text: texts.noCertificate(minor) };
  },

  pin: ({ claim, own, minor }) => {
    const pins = claim?.pins ?? [];
    if (isPinless(claim)) return { state: 'left out', says: 'pin-left-out' };
    if (pins.length === 0 || own.length === 0) return { state: 'open', says: 'pin-open' };
    const matching = (some: readonly string[]): string | undefined =>
      some.find((pin) => own.includes(canonicalPin(pin)));
    const match = matching(countedPins(pins, minor));
    if (match !== undefined) return { state: 'passes', says: 'pin-matches', args: { pin: canonicalPin(match) } };
    const stops = { state: 'stops', args: { own: own.join(', ') }, text: texts.wrongPin(own, minor) } as const;
    const isIgnored = coversMinor(onlyFirstPin, minor) && matching(pins) !== undefined;
    return { ...stops, says: isIgnored ? 'pin-second-only' : 'pin-differs' };
  },

  'second-request': ({ claim, bundle }) => {
    if (isPinless(claim)) return { state: 'left out', says: 'request-left-out' };
    const expired = bundle.certificates.length > 0 && bundle.certificates.every(({ validity }) => validity !== 'valid');
    return { state: 'server', says: expired ? 'request-second-expired' : 'request-second' };
  },
};

/** Without pins kubeadm is done after the first request. */
function isPinless(claim: Held['claim']): boolean {
  return claim !== undefined && claim.unsafeSkip && claim.pins.length === 0;
}
