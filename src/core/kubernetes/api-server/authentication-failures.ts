// What keeps kube-apiserver from starting with --authentication-config: gates, flags beside the file, the file itself.
// Upstream: kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go, k8s.io/apiserver pkg/apis/apiserver/validation;
// read in source for 1.29–1.37-beta, not run.

import { findFlag, flagName, type ServerFact, type StartFailure } from '../api-server.ts';
import { rowFor, type Confidence, type Ranged } from '../version.ts';
import { isGateOn, refuseFeatureGates } from './feature-gates.ts';

type Server = Pick<ServerFact, 'at' | 'flags' | 'from' | 'minor' | 'authentication'>;

const anonymousGate = 'AnonymousAuthConfigurableEndpoints';
const fileGate = 'StructuredAuthenticationConfiguration';

/** The flag and the file's section: spelled so in reports of 1.32 and 1.33, corrected in the code of about 1.34. */
const conflictTexts: readonly (Ranged & { readonly text: string; readonly confidence: Confidence })[] = [
  { until: 33, text: conflict('anonynous'), confidence: 'reported' },
  { since: 34, text: conflict('anonymous'), confidence: 'source' },
];

function conflict(spelling: string): string {
  return `anonymous: Forbidden: --${spelling}-auth flag cannot be set when anonymous field is configured in authentication configuration file`;
}

const gateOff = `anonymous: Forbidden: anonymous is not supported when ${anonymousGate} feature gate is disabled`;
const fileGateOff = `set --feature-gates=${fileGate}=true to use authentication-config file`;
const oidcBeside = 'authentication-config file and oidc-* flags are mutually exclusive';

/** Before 1.29 the flag itself does not exist, which is another failure. */
export function* refuseAuthentication(server: Server, versionText: string): Generator<StartFailure> {
  yield* refuseFeatureGates(server);
  if (server.minor < 29) {
    if (server.from === 'authentication-configuration') yield noSuchFlag(server.at);
    return;
  }
  yield* refuseGates(server);
  if (!skipsExclusion(versionText)) yield* refuseFlagsBeside(server);
  for (const { field, text, at } of server.authentication?.problems ?? []) {
    yield { kind: 'authentication-file', name: field, text, at, hint: '' };
  }
}

/** A file without the flag that names it was pasted. */
function noSuchFlag(at: StartFailure['at']): StartFailure {
  const name = 'authentication-config';
  return { kind: 'flag-name', name, text: `unknown flag: --${name}`, at, hint: '' };
}

function* refuseGates(server: Server): Generator<StartFailure> {
  const file = findFlag(server, 'authentication-config');
  const section = anonymousSection(server);
  const refuse = (name: string, text: string, at: StartFailure['at']): StartFailure => ({
    kind: 'authentication-gate',
    name,
    text,
    at,
    hint: '',
  });
  if (file && !isGateOn(server, fileGate)) yield refuse(fileGate, fileGateOff, file.at);
  if (section && !isGateOn(server, anonymousGate)) yield refuse(anonymousGate, gateOff, section.at);
}

function* refuseFlagsBeside(server: Server): Generator<StartFailure> {
  const { flags, minor } = server;
  const oidc = flags.find(({ name }) => flagName(name, minor).startsWith('oidc-'));
  if (oidc && findFlag(server, 'authentication-config')) {
    yield { kind: 'authentication-oidc', name: oidc.name, text: oidcBeside, at: oidc.at, hint: '' };
  }
  const flag = findFlag(server, 'anonymous-auth');
  if (!flag || !anonymousSection(server)) return;
  const text = rowFor(conflictTexts, minor)?.text ?? '';
  yield { kind: 'authentication-conflict', name: flag.name, text, at: flag.at, hint: '' };
}

/** Before 1.31 the section is an unknown field: the file's own problem. */
function anonymousSection({ authentication, minor }: Server) {
  return minor >= 31 ? authentication?.anonymous : undefined;
}

/**
 * 1.32.0 to 1.32.2 do not notice flags beside the file, and the file wins: a regression, reported for 1.32.2
 * (https://github.com/kubernetes/kubernetes/issues/130318), mended by pull 129996 and its pick for 1.32 (130332).
 */
export function skipsExclusion(versionText: string): boolean {
  return /^1\.32\.[0-2](?:$|[-+])/.test(versionText);
}
