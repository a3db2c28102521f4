// The words of the verifier: what is typed once per language, for the page and the terminal.

import type { Locale, Localised } from '../locale.ts';
import type { Args } from '../report.ts';
import type { Confidence } from '../kubernetes/version.ts';
import type { CertificateKey } from './certificate.ts';
import type { Validity } from './bundle.ts';
import type { ClusterInfoSource } from './cluster-info.ts';
import type { KubeadmText } from './kubeadm-texts.ts';
import type { MaterialProblem } from './material.ts';
import type { StepName } from './steps.ts';
import type { Check, SignatureView, Step, StepSays, StepState } from './verification.ts';
import { en } from './words-en.ts';
import { ja } from './words-ja.ts';

export interface VerifyWords {
  /** What a step proves, as its title. */
  readonly steps: Readonly<Record<StepName, string>>;
  /** With code between backticks. */
  readonly says: Readonly<Record<StepSays, (args: Args) => string>>;
  readonly states: Readonly<Record<StepState, string>>;
  readonly notReached: string;
  readonly problems: Readonly<Record<MaterialProblem, string>>;
  readonly from: Readonly<Record<Check['from'], string>>;
  readonly clusterInfoFrom: Readonly<Record<ClusterInfoSource, string>>;
  readonly verdict: Readonly<Record<Check['verdict'], (version: string) => string>>;
  readonly prints: Readonly<Record<KubeadmText['when'], string>>;
  readonly verbose: string;
  readonly sureness: Readonly<Record<Confidence, string>>;
  readonly unrelated: string;
  readonly tokenLife: string;
  readonly cleaned: string;
  readonly otherServer: (server: string) => string;
  readonly pinStates: Readonly<Record<Check['pins'][number]['state'], string>>;
  readonly signatureStates: Readonly<Record<SignatureView['state'], string>>;
  readonly certificate: Readonly<
    Record<'subject' | 'issuer' | 'notBefore' | 'notAfter' | 'key' | 'use' | 'pin', string>
  >;
  readonly isCA: Readonly<Record<'yes' | 'no', string>>;
  readonly validity: Readonly<Record<Validity, string>>;
  readonly bits: (bits: number) => string;
}

export const verifyWords: Localised<VerifyWords> = { en, ja };

/** The sentence about a step. */
export function tellStep(step: Pick<Step, 'says' | 'args'>, locale: Locale): string {
  return verifyWords[locale].says[step.says](step.args);
}

/** `RSA, 2048 bits`, `ECDSA P-256`. */
export function tellKey({ algorithm, bits, curve }: CertificateKey, locale: Locale): string {
  if (curve !== undefined) return `${algorithm} ${curve}`;
  return bits === undefined ? algorithm : `${algorithm}, ${verifyWords[locale].bits(bits)}`;
}
