// kubeadm join against a server of the lab: its requests, its patience, and the line it ends with.
// Upstream: cmd/kubeadm/app/discovery/{discovery,token,file,https}.go; held against every recorded join of 1.20.2 and 1.28.4.

import { clusterInfoPath } from '../../kubernetes/cluster-info.ts';
import type { KubernetesVersion } from '../../kubernetes/version.ts';
import { bootstrapTokenRefused, discoveryFailed, fileDiscoveryFailed, noCredentials, textFor } from '../texts.ts';
import { requestsUntil, rhythmOf } from './join-rhythm.ts';
import type { JoinSetup, JoinToken } from './join-setups.ts';
import type { Exchange, LabCredentials, LabRequest, LabServer, LabTurn } from './lab.ts';
import { kubeletConfigName } from './role-bindings.ts';
import { sendRequest } from './send-request.ts';
import { labVersion } from './start-server.ts';
import { componentAgent } from './user-agents.ts';

export interface Join {
  readonly turns: readonly LabTurn[];
  /** The last line of a failed join; empty if its wording is not known. */
  readonly error?: string;
  /** True if a gate's answer is not known. */
  readonly unknown?: true;
  readonly seconds: number;
}

interface Asking {
  readonly server: LabServer;
  readonly setup: JoinSetup;
  readonly version: KubernetesVersion;
}

/** The whole join, up to the point from which anonymous access matters to nobody. */
export function runJoin(server: LabServer, setup: JoinSetup): Join {
  const asking = { server, setup, version: labVersion(server) };
  const found = setup.discovery === 'token' ? discoverByToken(asking) : discoverByFile(asking);
  if (found.error !== undefined || found.unknown) return found;
  const rest = readConfiguration(asking, found.seconds);
  return { ...rest, turns: [...found.turns, ...rest.turns] };
}

function ask({ server, version }: Asking, path: string, credentials: LabCredentials, at: number): Exchange {
  const userAgent = componentAgent('kubeadm', version);
  const request: LabRequest = { verb: 'get', path, query: 'timeout=10s', credentials, userAgent };
  return sendRequest(server, request, at);
}

/** What discovery reads, and why the request itself failed. */
interface Reading {
  readonly exchange: Exchange;
  readonly cause?: string;
  readonly unknown: boolean;
}

const host = '192.0.2.10:6443';
const unreachable: Readonly<Record<Exclude<JoinSetup['endpoint'], 'api-server'>, string>> = {
  nothing: `Get "https://${host}${clusterInfoPath}?timeout=10s": dial tcp ${host}: connect: connection refused`,
  'plain-http': `Get "https://${host}${clusterInfoPath}?timeout=10s": tls: first record does not look like a TLS handshake`,
  'other-server': 'the server could not find the requested resource (get configmaps cluster-info)',
  // Hidden behind the time-out up to 1.29; what later versions add is not known.
  'other-ca': '',
};

function readClusterInfo(asking: Asking, credentials: LabCredentials, at: number): Reading {
  const exchange = ask(asking, clusterInfoPath, credentials, at);
  const { endpoint } = asking.setup;
  if (endpoint !== 'api-server') {
    const { request } = exchange;
    const response = { status: 404, body: '', bodyIs: 'left-out' } as const;
    const answer = endpoint === 'other-server' ? { response } : {};
    return {
      exchange: { request, steps: [], auditEvents: [], noticedBy: [], ...answer },
      ...{ cause: unreachable[endpoint], unknown: false },
    };
  }
  const { response } = exchange;
  const failed = response !== undefined && response.status !== 200;
  return {
    exchange,
    ...(failed ? { cause: messageOf(response.body) } : {}),
    unknown: response === undefined,
  };
}

/** The `message` of a Status object: what client-go prints. */
function messageOf(body: string): string {
  return (JSON.parse(body) as { readonly message: string }).message;
}

function discoverByToken(asking: Asking): Join {
  const { server, setup, version } = asking;
  const { token, pin, timeoutSeconds } = setup;
  const rhythm = rhythmOf('token', version.minor);
  const first = readClusterInfo(asking, 'none', 0);
  if (first.unknown) return { turns: [{ atSeconds: 0, exchange: first.exchange }], unknown: true, seconds: 0 };
  const isSigned = server.clusterInfo === 'signed' && token.isSigned;
  const missing = `could not find a JWS signature in the cluster-info ConfigMap for token ID "${token.id}"`;
  const cause = first.cause ?? (isSigned ? undefined : missing);
  if (cause !== undefined) {
    const repeats = requestsUntil(rhythm, timeoutSeconds);
    const turn = { atSeconds: 0, exchange: first.exchange, repeats, everySeconds: rhythm.every };
    const isRequest = first.cause !== undefined;
    return { turns: [turn], error: discoveryFailed(cause, version.minor, isRequest), seconds: timeoutSeconds };
  }
  const turns = [{ atSeconds: 0, exchange: first.exchange }];
  const atOnce = refuseContent(token, pin);
  if (atOnce !== undefined) return { turns, error: discoveryFailed(atOnce, version.minor, false), seconds: 0 };
  if (pin === 'skipped') return { turns, seconds: 0 };
  const second = readClusterInfo(asking, 'none', 0.01);
  return { turns: [...turns, { atSeconds: 0.01, exchange: second.exchange }], seconds: 0.01 };
}

/** What ends a discovery at once, after an answer that was read. */
function refuseContent({ verifies }: JoinToken, pin: JoinSetup['pin']): string | undefined {
  if (!verifies) return "failed to verify JWS signature of received cluster info object, can't trust this API Server";
  return pin === 'wrong'
    ? 'cluster CA found in cluster-info ConfigMap is invalid: none of the public keys "sha256:…" are pinned'
    : undefined;
}

const fileFaults = {
  'no-user': 'invalid configuration: user was not specified for context "discovery"',
  'untrusted-https': `Get "https://${host}/cluster-info.yaml": x509: certificate signed by unknown authority`,
} as const;

/** 403 is taken as "go on", everything else but 200 is tried again until the time is over. */
function discoverByFile(asking: Asking): Join {
  const { setup, version } = asking;
  if (setup.fileFault !== undefined) {
    return { turns: [], error: discoveryFailed(fileFaults[setup.fileFault], version.minor, false), seconds: 0 };
  }
  const rhythm = rhythmOf('file', version.minor);
  const at = rhythm.firstAt;
  const { exchange, cause, unknown } = readClusterInfo(asking, setup.fileCredentials, at);
  const first = { atSeconds: at, exchange };
  if (unknown) return { turns: [first], unknown: true, seconds: at };
  if (cause === undefined || exchange.response?.status === 403) return { turns: [first], seconds: at };
  const { timeoutSeconds } = setup;
  const repeats = requestsUntil(rhythm, timeoutSeconds);
  const error = fileDiscoveryFailed(cause, version.minor, goDuration(timeoutSeconds));
  return { turns: [{ ...first, repeats, everySeconds: rhythm.every }], error, seconds: timeoutSeconds };
}

function goDuration(seconds: number): string {
  return seconds >= 60 ? `${Math.floor(seconds / 60)}m${seconds % 60}s` : `${seconds}s`;
}

/** After discovery: kubeadm's own ConfigMaps, with the credentials of the join. */
function readConfiguration(asking: Asking, after: number): Join {
  const credentials = joinCredentials(asking.setup);
  const { minor } = asking.version;
  if (credentials === undefined) return { turns: [], error: textFor(noCredentials, minor), seconds: after };
  const turns: LabTurn[] = [];
  for (const [index, name] of ['kubeadm-config', 'kube-proxy', kubeletConfigName(minor)].entries()) {
    const atSeconds = after + (index + 1) / 100;
    const exchange = ask(asking, `/api/v1/namespaces/kube-system/configmaps/${name}`, credentials, atSeconds);
    const { response } = exchange;
    if (response?.status === 401) {
      // Four tries, at once (1.20.2 and 1.28.4).
      return {
        turns: [{ atSeconds, exchange, repeats: 4 }],
        error: textFor(bootstrapTokenRefused, minor),
        seconds: atSeconds,
      };
    }
    turns.push({ atSeconds, exchange });
    if (!response) return { turns, unknown: true, seconds: atSeconds };
  }
  return { turns, seconds: after + 0.03 };
}

/** Undefined if there are none. */
function joinCredentials({
  discovery,
  fileCredentials,
  tlsBootstrapToken,
  token,
}: JoinSetup): LabCredentials | undefined {
  const own = discovery === 'token' ? token : undefined;
  const given = tlsBootstrapToken ?? own;
  if (fileCredentials !== 'none' && discovery !== 'token') return fileCredentials;
  if (!given) return undefined;
  return given.authenticates ? 'bootstrap-token' : 'unknown-bootstrap-token';
}
