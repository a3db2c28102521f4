// kubeadm's checks of InitConfiguration, JoinConfiguration and ResetConfiguration.
// Upstream: cmd/kubeadm/app/apis/kubeadm/validation/validation.go, k8s.io/cluster-bootstrap/token/util.

import type { Minor } from '../version.ts';
import { child, invalidText, isSet, textOf, textsOf, type FieldError, type Part } from './field-error.ts';
import { parseGoUrl, parseIp, splitHostPort } from './go-net.ts';
import { goQuote, goStrings } from './go-quote.ts';
import { isBootstrapToken } from './go-texts.ts';
import { subdomainErrors } from './validate-names.ts';

type Errors = Iterable<FieldError>;

const tokenIsInvalid = 'the bootstrap token is invalid';

export function* validateNodeRegistration(node: Part, minor: Minor): Generator<FieldError> {
  const name = textOf(node, 'name').trim().toLowerCase();
  if (name !== '') {
    for (const error of subdomainErrors(name, minor)) yield invalidText(node, 'name', name, error);
  }
  yield* validateSocket(node, minor);
  yield* validateExtraArgs(node, 'kubeletExtraArgs', minor);
  const policy = textOf(node, 'imagePullPolicy');
  if (minor >= 30 && !['', 'Always', 'IfNotPresent', 'Never'].includes(policy)) {
    yield invalidText(node, 'imagePullPolicy', policy, 'invalid pull policy');
  }
}

/** An absent socket is detected on the machine. From 1.24 on one without a scheme gets `unix://`. */
export function* validateSocket(node: Part, minor: Minor): Errors {
  const given = textOf(node, 'criSocket');
  if (given === '') return;
  const socket = minor >= 24 && !given.startsWith('unix') ? `unix://${given}` : given;
  const url = parseGoUrl(socket);
  if ('error' in url) {
    yield invalidText(node, 'criSocket', socket, `URL parsing error: ${url.error}`);
  } else if (minor >= 24) {
    if (url.scheme === 'unix') return;
    yield invalidText(node, 'criSocket', socket, `only URL scheme "unix" is supported, got ${goQuote(url.scheme)}`);
  } else if (!url.path.startsWith('/')) {
    yield invalidText(node, 'criSocket', socket, `path is not absolute: ${socket}`);
  } else if (url.scheme !== '' && url.scheme !== 'unix') {
    yield invalidText(node, 'criSocket', socket, `URL scheme ${url.scheme} is not supported`);
  }
}

/** Before 1.28 nothing in extra arguments was looked at. Maps count in the order of their names. */
export function* validateExtraArgs(part: Part, name: string, minor: Minor): Errors {
  if (minor < 28) return;
  const given = part.value[name];
  const names: readonly unknown[] = Array.isArray(given)
    ? given.map((item: Readonly<Record<string, unknown>> | null) => item?.['name'])
    : Object.keys(child(part, name).value).sort();
  for (const [index, argument] of names.entries()) {
    if (typeof argument === 'string' && argument !== '') continue;
    const path = [...part.path, name, Array.isArray(given) ? index : ''];
    yield part.errors.invalid(child(part, name).field, path, `"index ${index}"`, 'argument has no name');
  }
}

export function* validateEndpoint(endpoint: Part): Errors {
  const address = textOf(endpoint, 'advertiseAddress');
  if (address !== '' && !parseIp(address)) {
    yield invalidText(endpoint, 'advertiseAddress', address, 'ip address is not valid');
  }
  const port = endpoint.value['bindPort'];
  if (typeof port !== 'number' || port === 0 || (port >= 1 && port <= 65535)) return;
  const { field, path } = child(endpoint, 'bindPort');
  yield endpoint.errors.invalid(field, path, String(port), 'port number is not valid');
}

/** Read for 1.22 (no check) and about 1.30; between them nothing is said. */
export function* validateCertificateKey(part: Part, minor: Minor): Errors {
  const key = textOf(part, 'certificateKey');
  if (key === '' || minor < 30) return;
  const odd = /[^0-9a-fA-F]/u.exec(key);
  if (odd) {
    const shown = `encoding/hex: invalid byte: U+${(odd[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} '${odd[0]}'`;
    yield invalidText(part, 'certificateKey', key, `certificate key decoding error: ${shown}`);
  } else if (key.length % 2 === 1) {
    yield invalidText(
      part,
      'certificateKey',
      key,
      'certificate key decoding error: encoding/hex: odd length hex string',
    );
  } else if (key.length !== 64) {
    const detail = `invalid certificate key size ${key.length / 2}, the key must be an AES key of size 32`;
    yield invalidText(part, 'certificateKey', key, detail);
  }
}

export function* validateBootstrapTokens(init: Part): Errors {
  const list = init.value['bootstrapTokens'];
  const tokens = { ...child(init, 'bootstrapTokens'), value: list as Readonly<Record<string, unknown>> };
  for (const index of Array.isArray(list) ? list.keys() : []) {
    const token = child(tokens, String(index));
    yield* validateUsages({ ...token, path: ['bootstrapTokens', index] });
    if (!isSet(token, 'expires')) continue;
    const detail = 'the BootstrapToken .TTL and .Expires fields are mutually exclusive';
    yield init.errors.invalid(token.field, ['bootstrapTokens', index, 'expires'], '""', detail);
  }
}

const groupPattern = /^system:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]$/;

/** Empty lists get their defaults. */
function* validateUsages(token: Part): Errors {
  const given = textsOf(token, 'usages');
  const usages = given.length > 0 ? given : ['signing', 'authentication'];
  const unknown = usages.filter((usage) => usage !== 'signing' && usage !== 'authentication');
  const { errors, path } = token;
  if (unknown.length > 0) {
    const detail = `invalid bootstrap token usage string: ${[...new Set(unknown)].sort().join(',')}, valid usage options: signing,authentication`;
    yield errors.invalid(`${token.field}.usages`, [...path, 'usages'], goStrings(usages), detail);
  }
  const listed = textsOf(token, 'groups');
  const groups = listed.length > 0 ? listed : ['system:bootstrappers:kubeadm:default-node-token'];
  const wrong = (detail: string, index?: number): FieldError => {
    const at = index === undefined ? [...path, 'groups'] : [...path, 'groups', index];
    return errors.invalid(`${token.field}.groups`, at, goStrings(groups), detail);
  };
  if (!usages.includes('authentication')) {
    yield wrong('token groups cannot be specified unless --usages includes "authentication"');
  }
  for (const [index, group] of groups.entries()) {
    if (groupPattern.test(group)) continue;
    const must = '\\Asystem:bootstrappers:[a-z0-9:-]{0,255}[a-z0-9]\\z';
    yield wrong(`bootstrap group ${goQuote(group)} is invalid (must match ${must})`, index);
  }
}

export function* validateJoin(join: Part, minor: Minor): Generator<FieldError> {
  yield* validateDiscovery(child(join, 'discovery'), minor);
  yield* validateNodeRegistration(child(join, 'nodeRegistration'), minor);
  if (isSet(join, 'controlPlane')) {
    const controlPlane = child(join, 'controlPlane');
    yield* validateEndpoint(child(controlPlane, 'localAPIEndpoint'));
    yield* validateCertificateKey(controlPlane, minor);
  }
  const path = textOf(join, 'caCertPath');
  if (path !== '' && !(path.startsWith('/') && path.endsWith('.crt'))) {
    yield invalidText(join, 'caCertPath', path, 'the ca certificate path must be an absolute path');
  }
}

function* validateDiscovery(discovery: Part, minor: Minor): Errors {
  const [byToken, byFile] = [isSet(discovery, 'bootstrapToken'), isSet(discovery, 'file')];
  const wrong = (detail: string): FieldError => discovery.errors.invalid('discovery', discovery.path, '""', detail);
  if (!byToken && !byFile) yield wrong('bootstrapToken or file must be set');
  if (byToken && byFile) yield wrong('bootstrapToken and file cannot both be set');
  const bootstrap = child(discovery, 'bootstrapToken');
  const given = textOf(discovery, 'tlsBootstrapToken');
  const tlsToken = given === '' && byToken ? textOf(bootstrap, 'token') : given;
  const tlsError = isBootstrapToken(tlsToken)
    ? []
    : [invalidText(discovery, 'tlsBootstrapToken', tlsToken, tokenIsInvalid)];
  if (byToken) {
    yield* validateTokenDiscovery(bootstrap, minor);
    yield* tlsError;
  }
  if (byFile) {
    yield* validateKubeConfigPath(child(discovery, 'file'));
    if (tlsToken !== '') yield* tlsError;
  }
}

/** The hashes' path is the token's own up to 1.22. */
function* validateTokenDiscovery(token: Part, minor: Minor): Errors {
  const { errors, field, path } = token;
  const endpoint = textOf(token, 'apiServerEndpoint');
  if (endpoint === '') yield errors.required(field, path, 'APIServerEndpoint is not set');
  if (textsOf(token, 'caCertHashes').length === 0 && token.value['unsafeSkipCAVerification'] !== true) {
    const at = minor <= 22 ? token : child(token, 'caCertHashes');
    const detail =
      'using token-based discovery without caCertHashes can be unsafe. Set unsafeSkipCAVerification as true in your kubeadm config file or pass --discovery-token-unsafe-skip-ca-verification flag to continue';
    yield errors.invalid(at.field, at.path, '""', detail);
  }
  const secret = textOf(token, 'token');
  if (!isBootstrapToken(secret)) yield invalidText(token, 'token', secret, tokenIsInvalid);
  const split = splitHostPort(endpoint);
  if ('error' in split) yield invalidText(token, 'apiServerEndpoint', endpoint, split.error);
}

/** Whether a file is there only the machine knows; an empty path never is. */
function* validateKubeConfigPath(file: Part): Errors {
  const path = textOf(file, 'kubeConfigPath');
  const url = parseGoUrl(path);
  if ('error' in url || path === '') {
    yield invalidText(file, 'kubeConfigPath', path, 'not a valid HTTPS URL or a file on disk');
  } else if (url.scheme !== '' && url.scheme !== 'https' && url.scheme !== 'file') {
    yield invalidText(file, 'kubeConfigPath', path, 'if a URL is used, the scheme must be https');
  }
}

const unmountFlags = ['MNT_FORCE', 'MNT_DETACH', 'MNT_EXPIRE', 'UMOUNT_NOFOLLOW'];

export function* validateReset(reset: Part, minor: Minor): Generator<FieldError> {
  yield* validateSocket(reset, minor);
  const directory = textOf(reset, 'certificatesDir');
  if (directory !== '' && !directory.startsWith('/')) {
    yield invalidText(reset, 'certificatesDir', directory, 'path is not absolute');
  }
  for (const [index, flag] of textsOf(reset, 'unmountFlags').entries()) {
    if (unmountFlags.includes(flag)) continue;
    const path = [...reset.path, 'unmountFlags', index];
    yield reset.errors.invalid('unmountFlags', path, `"index ${index}"`, `unknown unmount flag ${flag}`);
  }
}
