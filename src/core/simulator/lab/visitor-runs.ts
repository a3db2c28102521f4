// Those who come and go: load balancers, kubectl with and without credentials, readers of the issuer's documents.

import type { BareRun, Exchange, LabCredentials, LabRequest, LabServer } from './lab.ts';
import { secondsToRestart } from './probe-runs.ts';
import { runTexts, type RunText } from './run-texts.ts';
import { sendRequest } from './send-request.ts';
import { labVersion } from './start-server.ts';
import { componentAgent } from './user-agents.ts';

function visit(server: LabServer, path: string, more: Partial<LabRequest> = {}): Exchange {
  const request: LabRequest = { verb: 'get', path, credentials: 'none', userAgent: '', ...more };
  return sendRequest(server, request);
}

function tell(
  exchanges: readonly Exchange[],
  verdict: BareRun['verdict'],
  text: RunText,
  terminal: BareRun['terminal'] = [],
): BareRun {
  return {
    turns: exchanges.map((exchange) => ({ atSeconds: 0, exchange })),
    terminal,
    verdict,
    because: runTexts[text],
  };
}

/** Every few seconds, without credentials, and content with nothing but 200. */
export function runLoadBalancer(server: LabServer, path: string): BareRun {
  const exchange = visit(server, path);
  const status = exchange.response?.status;
  if (status === undefined) return tell([exchange], 'unknown', 'unknown');
  return status === 200
    ? tell([exchange], 'works', 'load-balancer-works')
    : tell([exchange], 'fails', 'load-balancer-fails');
}

function kubectl(server: LabServer, path: string, credentials: LabCredentials, verb: LabRequest['verb']): Exchange {
  return visit(server, path, { verb, credentials, userAgent: componentAgent('kubectl', labVersion(server)) });
}

/** kubectl get --raw /version with admin.conf: what matters is that it is let in. */
export function runKubectl(server: LabServer): BareRun {
  const exchange = kubectl(server, '/version', 'client-certificate', 'get');
  if (exchange.response?.status !== 200) return tell([exchange], 'unknown', 'unknown');
  const restarts = secondsToRestart(server) !== undefined;
  return restarts
    ? tell([exchange], 'degrades', 'certificate-degrades')
    : tell([exchange], 'works', 'certificate-works');
}

/** The version, then the list of nodes: by default a stranger gets the first and not the second. */
export function runStranger(server: LabServer): BareRun {
  const version = kubectl(server, '/version', 'none', 'get');
  const nodes = kubectl(server, '/api/v1/nodes', 'none', 'list');
  const exchanges = [version, nodes];
  const unknown = version.steps.some((step) => step.unknown === true);
  if (unknown) return tell(exchanges, 'unknown', 'unknown');
  if (version.response?.status === 401) return tell(exchanges, 'fails', 'stranger-401');
  const { status, body } = nodes.response ?? {};
  if (status === 401) return tell(exchanges, 'fails', 'stranger-path');
  if (status !== 403) return tell(exchanges, 'works', 'stranger-200');
  const { message } = JSON.parse(body ?? '{}') as { readonly message: string };
  const text = `Error from server (Forbidden): ${message}`;
  return tell(exchanges, 'fails', 'stranger-403', [{ atSeconds: 0, stream: 'stderr', text }]);
}

/** As a cloud provider or Vault does it: the issuer's document, without credentials. */
export function runOidc(server: LabServer): BareRun {
  const exchange = visit(server, '/.well-known/openid-configuration');
  const status = exchange.response?.status;
  if (status === undefined) return tell([exchange], 'unknown', 'unknown');
  if (status === 200) return tell([exchange], 'works', 'oidc-works');
  return tell([exchange], 'fails', status === 401 ? 'oidc-401' : 'oidc-403');
}
