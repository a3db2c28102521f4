// What kubeadm checks in a configuration that it could read: first what it completes itself, then every field.
// Upstream: cmd/kubeadm/app/util/config/initconfiguration.go SetInitDynamicDefaults, util/version.go, util/endpoint.go.

import type { Path } from '../../source/path.ts';
import type { Minor } from '../version.ts';
import type { KubeadmDocument } from './documents.ts';
import { child, isSet, rootPart, textOf, type FieldError, type Part } from './field-error.ts';
import { parseIp, splitHostPort } from './go-net.ts';
import { aggregateText, goQuote } from './go-quote.ts';
import type { KubeadmProblem } from './problem.ts';
import { validateCluster } from './validate-cluster.ts';
import {
  validateBootstrapTokens,
  validateCertificateKey,
  validateEndpoint,
  validateJoin,
  validateNodeRegistration,
  validateReset,
} from './validate-node.ts';
import { subdomainErrors } from './validate-names.ts';

export interface Validation {
  readonly warnings: readonly string[];
  readonly problems: readonly KubeadmProblem[];
  readonly error?: string;
  /** 3 for a list of field errors, 1 for anything else. */
  readonly exitCode: number;
}

/** Checks the documents that one command reads: Init and Cluster together, or one of the others. */
export function validateConfiguration(documents: readonly KubeadmDocument[], minor: Minor): Validation {
  const find = (kind: string): KubeadmDocument | undefined => documents.find((document) => document.kind === kind);
  const [cluster, init, join, reset] = ['Cluster', 'Init', 'Join', 'Reset'].map((kind) => find(`${kind}Configuration`));
  const nodes = [init, join].filter((document) => document !== undefined).map(rootPart);
  const warnings = nodes.flatMap((node) => socketWarning(child(node, 'nodeRegistration'), minor));
  const early = earlyError(rootPart(cluster), nodes, minor);
  if (early) {
    const { text, document, path, field } = early;
    const span = document?.yaml.spanOf(path) ?? { start: 0, end: 0 };
    const problem = { kind: 'validation', fatal: true, printed: true, text, span, field } as const;
    return { warnings, problems: [problem], error: text, exitCode: 1 };
  }
  const errors = join
    ? [...validateJoin(rootPart(join), minor)]
    : reset
      ? [...validateReset(rootPart(reset), minor)]
      : [...validateInit(rootPart(init), rootPart(cluster), minor)];
  const problems = errors.map(({ text, document, path, field }): KubeadmProblem => {
    const span = document?.yaml.spanOf(path) ?? { start: 0, end: 0 };
    return { kind: 'validation', fatal: true, printed: true, text, span, field };
  });
  if (errors.length === 0) return { warnings, problems, exitCode: 0 };
  return { warnings, problems, error: aggregateText(errors.map(({ text }) => text)), exitCode: 3 };
}

function* validateInit(init: Part, cluster: Part, minor: Minor): Generator<FieldError> {
  yield* validateNodeRegistration(child(init, 'nodeRegistration'), minor);
  yield* validateBootstrapTokens(init);
  yield* validateCluster(cluster, minor);
  yield* validateEndpoint(child(init, 'localAPIEndpoint'));
  yield* validateCertificateKey(init, minor);
}

function socketWarning(node: Part, minor: Minor): readonly string[] {
  const socket = textOf(node, 'criSocket');
  if (minor < 24 || socket === '' || socket.startsWith('unix')) return [];
  return [
    `Usage of CRI endpoints without URL scheme is deprecated and can cause kubelet errors in the future. Automatically prepending scheme "unix" to the "criSocket" with value ${goQuote(socket)}. Please update your configuration!`,
  ];
}

/** The errors before validation, in kubeadm's order: the first ends the run. */
function earlyError(cluster: Part, nodes: readonly Part[], minor: Minor): FieldError | undefined {
  for (const node of nodes) {
    const parent = isSet(node, 'controlPlane') ? child(node, 'controlPlane') : node;
    const endpoint = child(parent, 'localAPIEndpoint');
    const address = textOf(endpoint, 'advertiseAddress');
    if (address === '' || parseIp(address)) continue;
    const text = `couldn't use "${address}" as "apiserver-advertise-address", must be ipv4 or ipv6 address`;
    return plainError(endpoint, 'advertiseAddress', text);
  }
  const version = versionError(textOf(cluster, 'kubernetesVersion'), minor);
  if (version !== undefined) return plainError(cluster, 'kubernetesVersion', version);
  const endpoint = endpointError(textOf(cluster, 'controlPlaneEndpoint'));
  return endpoint === undefined ? undefined : plainError(cluster, 'controlPlaneEndpoint', endpoint);
}

function plainError(part: Part, name: string, text: string): FieldError {
  const { field } = child(part, name);
  const path: Path = [...part.path, name];
  return { ...part.errors.invalid(field, path, '', ''), text };
}

const releasePattern = /^v?(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)([-0-9a-zA-Z_.+]*)?$/;
const labelPattern = /^(?:latest|stable)+(?:-[1-9](?:\.[1-9](?:\d)?)?)?$/;
const bucketPattern = /^(?:(?:release|ci|ci-cross)\/)?([-\w.+]+)$/;

/** kubeadm deploys its own minor and the one before. Labels are looked up on the network: not judged. */
function versionError(version: string, minor: Minor): string | undefined {
  if (version === '') return undefined;
  const inBucket = bucketPattern.exec(version)?.[1];
  const release = releasePattern.exec(version) ?? (inBucket === undefined ? null : releasePattern.exec(inBucket));
  if (release) {
    const [, major, given] = release;
    if (Number(major) > 1 || (Number(major) === 1 && Number(given) >= minor - 1)) return undefined;
    const shown = release[0].startsWith('v') ? release[0] : `v${release[0]}`;
    return `this version of kubeadm only supports deploying clusters with the control plane version >= 1.${minor - 1}.0. Current version: ${shown}`;
  }
  if (inBucket === undefined) return `invalid version ${goQuote(version)}`;
  if (labelPattern.test(inBucket)) return undefined;
  return `version ${goQuote(version)} doesn't match patterns for neither semantic version nor labels (stable, latest, ...)`;
}

function endpointError(endpoint: string): string | undefined {
  if (endpoint === '') return undefined;
  const split = splitHostPort(endpoint);
  const { host, port } = 'error' in split ? { host: endpoint, port: '' } : split;
  if (port !== '' && !(/^[-+]?\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65535)) {
    return `hostport ${endpoint}: port ${port} must be a valid number between 1 and 65535, inclusive`;
  }
  if (parseIp(host) || subdomainErrors(host, 20).length === 0) return undefined;
  return `hostport ${endpoint}: host '${host}' must be a valid IP address or a valid RFC-1123 DNS subdomain`;
}
