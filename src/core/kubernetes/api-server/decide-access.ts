// What the server does with a request without credentials: from the flag, the authorizers and the file together.
// Upstream: kubernetes/kubernetes pkg/kubeapiserver/options/authentication.go (ApplyAuthorization, ToAuthenticationConfig);
// run for 1.20.2 and 1.28.4 without the file; everything about the file is read in source, not run.

import {
  findFlag,
  flagName,
  type AnonymousAccess,
  type FlagFact,
  type ServerFact,
  type StartFailure,
} from '../api-server.ts';
import type { Minor } from '../version.ts';
import { skipsExclusion } from './authentication-failures.ts';
import { parseGoBool } from './go-values.ts';

export type Undecided = Omit<ServerFact, 'access' | 'failures' | 'commandLine'> & Pick<ServerFact, 'failures'>;

/**
 * As if the server started, whatever else keeps it from that; `invalid` if the fault is in this very setting.
 * AlwaysAllow resets the flag, not what the file says (read in source; not run).
 */
export function decideAccess(server: Undecided, versionText: string): AnonymousAccess {
  const flag = findFlag(server, 'anonymous-auth');
  const fault = server.failures.find((failure) => isAboutAnonymous(failure, server.minor));
  if (fault) return { mode: 'invalid', because: 'flag', paths: [], setting: '', at: fault.at };
  return fromFile(server, skipsExclusion(versionText) ? undefined : flag) ?? fromFlag(server, flag);
}

function isAboutAnonymous({ kind, name, hint }: StartFailure, minor: Minor): boolean {
  return kind.startsWith('authentication-') || hint === 'anonymous-auth' || flagName(name, minor) === 'anonymous-auth';
}

function fromFlag(server: Undecided, flag: FlagFact | undefined): AnonymousAccess {
  const written = flag ? { flag, at: flag.at, setting: settingOf(server, flag) } : { setting: '' };
  if (server.unsettled.includes('anonymous-auth')) return { mode: 'unknown', because: 'flag', paths: [], ...written };
  const isOn = flag ? parseGoBool(flag.value) !== false : true;
  if (isOn && server.authorizationModes.includes('AlwaysAllow')) {
    const at = findFlag(server, 'authorization-mode')?.at ?? server.at;
    return { mode: 'off', because: 'always-allow', paths: [], ...written, at };
  }
  return { mode: isOn ? 'on' : 'off', because: flag ? 'flag' : 'default', paths: [], ...written };
}

/** What the file decides; undefined if it leaves the decision to the flag. */
function fromFile(server: Undecided, flag: FlagFact | undefined): AnonymousAccess | undefined {
  const named = findFlag(server, 'authentication-config');
  if (!named && server.from !== 'authentication-configuration') return undefined;
  const { authentication } = server;
  if (!authentication) {
    // A file with an anonymous section does not start beside the flag, and before 1.31 there is no such section.
    if (flag || server.minor < 31 || !named) return undefined;
    return { mode: 'unknown', because: 'file', paths: [], at: named.at, setting: settingOf(server, named) };
  }
  const { anonymous } = authentication;
  if (!anonymous)
    return named ? undefined : { mode: 'unknown', because: 'flag', paths: [], at: server.at, setting: '' };
  const found = {
    because: 'file',
    at: anonymous.at,
    setting: `anonymous.enabled: ${String(anonymous.enabled)}`,
  } as const;
  if (!anonymous.enabled) return { mode: 'off', paths: [], ...found };
  return anonymous.paths.length > 0
    ? { mode: 'paths', paths: anonymous.paths, ...found }
    : { mode: 'on', paths: [], ...found };
}

/** A flag as it reads where the reader wrote it. */
function settingOf({ from }: Undecided, { name, value }: FlagFact): string {
  return from === 'manifest' ? `--${name}=${value}` : `${name}: ${JSON.stringify(value)}`;
}
