// The second public door of the core: the verifier, apart because the library that reads certificates weighs as much as the rest.

export { chooseDigests, libraryDigests, webDigests, type Digests, type Subtle } from './digests.ts';
export type { PinnedCertificate } from './bundle.ts';
export type { KubeadmText } from './kubeadm-texts.ts';
export type { MaterialProblem } from './material.ts';
export type { Check, ClusterInfoView, SignatureView, Step, StepState, Verification } from './verification.ts';
export { verifyClusterInfo, type VerifyInput, type VerifyOptions } from './verify.ts';
export { tellKey, tellStep, verifyWords, type VerifyWords } from './words.ts';
export { discoverySet, type DiscoveryCredential, type DiscoveryPurpose, type DiscoverySet } from './discovery-set.ts';
