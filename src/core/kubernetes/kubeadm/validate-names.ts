// Names that Kubernetes checks in many places. Upstream: k8s.io/apimachinery/pkg/util/validation.

import type { Minor } from '../version.ts';

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${label}(\\.${label})*`;
const subdomainPattern = new RegExp(`^${subdomain}$`);
const wildcardPattern = new RegExp(`^\\*\\.${subdomain}$`);

/** What is wrong with a DNS subdomain; empty if nothing. The words changed in 1.20 (inferred for the minor). */
export function subdomainErrors(name: string, minor: Minor): readonly string[] {
  const errors: string[] = [];
  if (name.length > 253) errors.push('must be no more than 253 characters');
  if (!subdomainPattern.test(name)) {
    const what = minor >= 20 ? 'a lowercase RFC 1123 subdomain' : 'a DNS-1123 subdomain';
    const rule =
      "must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
    errors.push(`${what} ${rule} (e.g. 'example.com', regex used for validation is '${subdomain}')`);
  }
  return errors;
}

export function wildcardErrors(name: string): readonly string[] {
  const errors: string[] = [];
  if (name.length > 253) errors.push('must be no more than 253 characters');
  if (!wildcardPattern.test(name)) {
    const rule =
      "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric character";
    errors.push(`${rule} (e.g. '*.example.com', regex used for validation is '\\*\\.${subdomain}')`);
  }
  return errors;
}

const domainPart = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const pathPart = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const repositoryPattern = new RegExp(
  `^(?:(?:${domainPart}(?:\\.${domainPart})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?/)?${pathPart}(?:/${pathPart})*$`,
);

/** github.com/distribution/reference, with a name behind it. */
export function isImageRepository(text: string): boolean {
  return repositoryPattern.test(`${text}/name`);
}

/** Feature gates that kubeadm took, with some room where the end is not known: a name outside is refused. */
const featureGates: readonly { readonly name: string; readonly since: Minor; readonly until?: Minor }[] = [
  { name: 'CoreDNS', since: 13, until: 18 },
  { name: 'IPv6DualStack', since: 16, until: 29 },
  { name: 'PublicKeysECDSA', since: 17, until: 36 },
  { name: 'RootlessControlPlane', since: 22 },
  { name: 'UnversionedKubeletConfigMap', since: 22, until: 29 },
  { name: 'EtcdLearnerMode', since: 27, until: 33 },
  { name: 'UpgradeAddonsBeforeControlPlane', since: 28, until: 31 },
  { name: 'WaitForAllControlPlaneComponents', since: 29 },
  { name: 'ControlPlaneKubeletLocalMode', since: 31 },
  { name: 'NodeLocalCRISocket', since: 31, until: 36 },
];

export function isFeatureGate(name: string, minor: Minor): boolean {
  return featureGates.some((gate) => gate.name === name && minor >= gate.since && minor <= (gate.until ?? minor));
}
