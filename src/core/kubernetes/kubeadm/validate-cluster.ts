// kubeadm's checks of a ClusterConfiguration. Upstream: cmd/kubeadm/app/apis/kubeadm/validation/validation.go.
// Read for 1.20, 1.22, about 1.30 and later; where a rule came in between, it is used from the first version read.

import type { Minor } from '../version.ts';
import { child, invalidText, isSet, textOf, textsOf, type FieldError, type Part } from './field-error.ts';
import { parseCidrs, parseGoUrl, parseIp, type Subnet } from './go-net.ts';
import { goBoolMap } from './go-quote.ts';
import { validateExtraArgs } from './validate-node.ts';
import { isFeatureGate, isImageRepository, subdomainErrors, wildcardErrors } from './validate-names.ts';

type Errors = Iterable<FieldError>;

/** In kubeadm's order. Absent fields have their defaults, which are valid. */
export function* validateCluster(cluster: Part, minor: Minor): Generator<FieldError> {
  if (minor >= 30) yield* validateRepository(child(cluster, 'dns'));
  yield* validateNetworking(cluster, minor);
  const apiServer = child(cluster, 'apiServer');
  const names = textsOf(apiServer, 'certSANs').map((name) => name.toLowerCase());
  yield* validateCertSANs(apiServer, 'certSANs', names, minor);
  for (const component of ['apiServer', 'controllerManager', 'scheduler']) {
    yield* validateExtraArgs(child(cluster, component), 'extraArgs', minor);
  }
  yield* validateAbsolutePath(cluster, 'certificatesDir');
  yield* validateFeatureGates(cluster, minor);
  if (minor >= 30) yield* validateRepository(cluster);
  yield* validateEtcd(child(cluster, 'etcd'), minor);
  yield* validateAlgorithm(cluster, minor);
}

function* validateRepository(part: Part): Errors {
  const repository = textOf(part, 'imageRepository');
  if (repository !== '' && !isImageRepository(repository)) {
    yield invalidText(part, 'imageRepository', repository, 'invalid image repository format');
  }
}

function* validateAbsolutePath(part: Part, name: string): Errors {
  const path = textOf(part, name);
  if (path !== '' && !path.startsWith('/')) yield invalidText(part, name, path, 'path is not absolute');
}

/** Up to 1.22 the paths of these three stand without `networking`. */
function* validateNetworking(cluster: Part, minor: Minor): Errors {
  const networking = child(cluster, 'networking');
  const part = minor <= 22 ? { ...networking, field: '' } : networking;
  const domain = textOf(part, 'dnsDomain');
  if (domain !== '') {
    for (const error of subdomainErrors(domain, minor)) yield invalidText(part, 'dnsDomain', domain, error);
  }
  const gates = child(cluster, 'featureGates').value;
  const isDualStack = minor >= 21 || (minor >= 16 && gates['IPv6DualStack'] === true);
  for (const [name, minimum] of [
    ['serviceSubnet', 10],
    ['podSubnet', 14],
  ] as const) {
    const text = textOf(part, name);
    if (text === '') continue;
    const subnets = parseCidrs(text);
    if (!subnets || (minor < 16 && subnets.length > 1)) {
      yield invalidText(part, name, text, "couldn't parse subnet");
      continue;
    }
    yield* validateStack(part, name, subnets, isDualStack);
    yield* validateSizes(part, name, subnets, minimum, minor);
    if (name === 'serviceSubnet' && minor >= 20) yield* validateServiceSubnet(part, subnets);
    if (name === 'podSubnet' && minor >= 20)
      yield* validateNodeMask(part, subnets, child(cluster, 'controllerManager'));
  }
}

function* validateStack(part: Part, name: string, subnets: readonly Subnet[], isDualStack: boolean): Errors {
  const text = textOf(part, name);
  if (!isDualStack && subnets.length > 1) {
    yield invalidText(part, name, text, 'only one CIDR allowed for single-stack networking');
  } else if (subnets.length > 2 || (subnets.length === 2 && subnets[0]?.bits === subnets[1]?.bits)) {
    const expected = 'expected one (IPv4 or IPv6) CIDR or two CIDRs from each family for dual-stack networking';
    yield invalidText(part, name, text, expected);
  }
}

function* validateSizes(part: Part, name: string, subnets: readonly Subnet[], minimum: number, minor: Minor): Errors {
  for (const { bits, ones, text } of subnets) {
    const size = bits - ones >= bits - 1 ? 0 : 2 ** (bits - ones);
    if (size >= minimum) continue;
    const detail =
      minor <= 22 ? 'subnet is too small' : `subnet with ${size} address(es) is too small, the minimum is ${minimum}`;
    yield invalidText(part, name, text, detail);
  }
}

const mostServiceBits = 20;

function* validateServiceSubnet(part: Part, subnets: readonly Subnet[]): Errors {
  for (const { bits, ones, text } of subnets) {
    if (bits - ones <= mostServiceBits) continue;
    const detail = `specified service subnet is too large; for ${bits}-bit addresses, the mask must be >= ${bits - mostServiceBits}`;
    yield invalidText(part, 'serviceSubnet', text, detail);
  }
}

const mostMaskDifference = 16;

function* validateNodeMask(part: Part, subnets: readonly Subnet[], controllerManager: Part): Errors {
  if (argument(controllerManager, 'allocate-node-cidrs') === 'false') return;
  for (const { bits, ones, text } of subnets) {
    const flag = bits === 32 ? 'node-cidr-mask-size-ipv4' : 'node-cidr-mask-size-ipv6';
    const given = argument(controllerManager, flag) ?? argument(controllerManager, 'node-cidr-mask-size') ?? '';
    if (given !== '' && !/^[-+]?\d+$/.test(given)) continue;
    const mask = given !== '' ? Number(given) : bits === 32 ? 24 : 64;
    if (ones > mask) {
      const detail = `the size of pod subnet with mask ${ones} is smaller than the size of node subnet with mask ${mask}`;
      yield invalidText(part, 'podSubnet', text, detail);
    } else if (mask - ones > mostMaskDifference) {
      const detail = `pod subnet mask (${ones}) and node-mask (${mask}) difference is greater than ${mostMaskDifference}`;
      yield invalidText(part, 'podSubnet', text, detail);
    }
  }
}

/** The value of an extra argument, in map or list form; the last one wins. */
function argument(component: Part, name: string): string | undefined {
  const extraArgs = component.value['extraArgs'];
  if (Array.isArray(extraArgs)) {
    const items = extraArgs as readonly (Readonly<Record<string, unknown>> | null)[];
    const found = items.findLast((item) => item?.['name'] === name);
    return found ? String(found['value'] ?? '') : undefined;
  }
  const args = child(component, 'extraArgs');
  return name in args.value ? textOf(args, name) : undefined;
}

function* validateCertSANs(part: Part, name: string, names: readonly string[], minor: Minor): Errors {
  for (const [index, altname] of names.entries()) {
    const plain = subdomainErrors(altname, minor);
    const wildcard = wildcardErrors(altname);
    if (plain.length === 0 || wildcard.length === 0 || parseIp(altname)) continue;
    const what = 'altname is not a valid IP address, DNS label or a DNS label with subdomain wildcards';
    yield invalidText(part, name, altname, `${what}: ${plain.join('; ')}; ${wildcard.join('; ')}`, index);
  }
}

function* validateFeatureGates(cluster: Part, minor: Minor): Errors {
  const gates = child(cluster, 'featureGates');
  const values = Object.fromEntries(Object.entries(gates.value).map(([name, value]) => [name, value === true]));
  for (const name of Object.keys(values).sort()) {
    if (isFeatureGate(name, minor)) continue;
    const detail = `${name} is not a valid feature name.`;
    yield cluster.errors.invalid('featureGates', ['featureGates', name], goBoolMap(values), detail);
  }
}

function* validateEtcd(etcd: Part, minor: Minor): Errors {
  const local = child(etcd, 'local');
  const external = child(etcd, 'external');
  if (isSet(etcd, 'local') && isSet(etcd, 'external')) {
    yield etcd.errors.invalid('etcd', etcd.path, '""', '.Etcd.Local and .Etcd.External are mutually exclusive');
    return;
  }
  if (isSet(etcd, 'external')) {
    yield* validateExternalEtcd(external);
    return;
  }
  yield* validateAbsolutePath(local, 'dataDir');
  yield* validateCertSANs(local, 'serverCertSANs', textsOf(local, 'serverCertSANs'), minor);
  yield* validateCertSANs(local, 'peerCertSANs', textsOf(local, 'peerCertSANs'), minor);
  if (minor >= 30) yield* validateRepository(local);
  yield* validateExtraArgs(local, 'extraArgs', minor);
}

function* validateExternalEtcd(external: Part): Errors {
  const [ca, cert, key] = ['caFile', 'certFile', 'keyFile'].map((name) => textOf(external, name) !== '');
  const wrong = (detail: string): FieldError => external.errors.invalid(external.field, external.path, '""', detail);
  if (cert !== key) {
    yield wrong('either both or none of .Etcd.External.CertFile and .Etcd.External.KeyFile must be set');
  }
  if (cert && key && !ca) {
    yield wrong('setting .Etcd.External.CertFile and .Etcd.External.KeyFile requires .Etcd.External.CAFile');
  }
  for (const [index, endpoint] of textsOf(external, 'endpoints').entries()) {
    const url = parseGoUrl(endpoint);
    if ('error' in url) {
      yield invalidText(external, 'endpoints', endpoint, `URL parse error: ${url.error}`, index);
      continue;
    }
    if ((ca || cert || key) && url.scheme !== 'https') {
      yield invalidText(external, 'endpoints', endpoint, 'the URL must be using the HTTPS scheme', index);
    }
    if (url.scheme === '') {
      yield invalidText(external, 'endpoints', endpoint, 'the URL without scheme is not allowed', index);
    }
  }
  for (const name of ['caFile', 'certFile', 'keyFile']) yield* validateAbsolutePath(external, name);
}

const algorithms: readonly { readonly name: string; readonly since: Minor }[] = [
  { name: 'ECDSA-P256', since: 31 },
  { name: 'ECDSA-P384', since: 34 },
  { name: 'RSA-2048', since: 31 },
  { name: 'RSA-3072', since: 31 },
  { name: 'RSA-4096', since: 31 },
];

function* validateAlgorithm(cluster: Part, minor: Minor): Errors {
  const given = textOf(cluster, 'encryptionAlgorithm');
  const known = algorithms.filter(({ since }) => minor >= since).map(({ name }) => name);
  if (given === '' || known.includes(given)) return;
  const detail = `Invalid encryption algorithm "${given}". Must be one of [${known.join(' ')}]`;
  yield invalidText(cluster, 'encryptionAlgorithm', given, detail);
}
