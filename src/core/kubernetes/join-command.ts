// The command line of `kubeadm join`, as far as it decides how the node discovers the cluster.
// Upstream: cmd/kubeadm/app/cmd/join.go. The secret half of a token is never kept.

import { parseJoin } from './parse-join.ts';

export interface JoinCommand {
  /** `host:port` as written; empty if there is none. */
  readonly endpoint: string;
  /** The public half of the token; empty if there is no token of the right shape. */
  readonly tokenID: string;
  readonly caCertHashes: readonly string[];
  readonly unsafeSkip: boolean;
  readonly discoveryFile: string;
  readonly configFile: string;
  readonly controlPlane: boolean;
}

/** Reads the words behind `kubeadm join`; prompts, `sudo`, `\\` with a line end and `> ` are passed over. Undefined without a command. */
export function readJoinCommand(text: string): JoinCommand | undefined {
  const parsed = parseJoin(text);
  if (!parsed) return undefined;
  const { flags, positional } = parsed;
  const last = (name: string): string => flags.findLast((flag) => flag.name === name)?.value ?? '';
  const isSet = (name: string): boolean => last(name) === 'true';
  return {
    endpoint: hideTokenSecrets(positional[0]?.text ?? ''),
    tokenID: tokenIDOf(last('discovery-token') || last('token')),
    caCertHashes: flags
      .filter(({ name }) => name === 'discovery-token-ca-cert-hash')
      .flatMap(({ value }) => value.split(',')),
    unsafeSkip: isSet('discovery-token-unsafe-skip-ca-verification'),
    discoveryFile: last('discovery-file'),
    configFile: last('config'),
    controlPlane: isSet('control-plane') || isSet('experimental-control-plane'),
  };
}

function tokenIDOf(token: string): string {
  return /^([a-z0-9]{6})\.[a-z0-9]{16}$/.exec(token)?.[1] ?? '';
}

/** Takes the secret half of every bootstrap token out of a text. */
export function hideTokenSecrets(text: string): string {
  return text
    .replace(/\b([a-z0-9]{6})\.[a-z0-9]{16}\b/g, '$1.****************')
    .replace(/(Invalid value: ")[^"]*(": the bootstrap token)/g, '$1…$2');
}
