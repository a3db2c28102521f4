// How kubeadm init waits for the server that it has just started, by version.
// Upstream: cmd/kubeadm/app/util/apiclient/wait.go; run for 1.20.2, read for 1.17, 1.28 and about 1.30 to 1.33.

import { initWaitPath } from '../init-waiter.ts';
import type { BareRun, LabRequest, LabServer, LabTurn, TerminalLine } from './lab.ts';
import { runTexts } from './run-texts.ts';
import { sendRequest } from './send-request.ts';
import { labVersion } from './start-server.ts';
import { componentAgent } from './user-agents.ts';

const patience = 240;

/** The path without credentials that this kubeadm waits for; undefined if it waits with its own. */
function strangerPath(server: LabServer): string | undefined {
  const gate = server.waitForAllComponents;
  const kubeadmFeatureGates = gate === undefined ? {} : { WaitForAllControlPlaneComponents: gate };
  return initWaitPath({ kubeadmFeatureGates }, labVersion(server));
}

/** One request of a waiter without credentials; undefined where kubeadm does not wait so. */
export function askAsWaiter(server: LabServer, atSeconds: number): LabTurn | undefined {
  const path = strangerPath(server);
  if (path === undefined) return undefined;
  const request: LabRequest = { verb: 'get', path, credentials: 'none', userAgent: 'Go-http-client/2.0' };
  return { atSeconds, exchange: sendRequest(server, request, atSeconds) };
}

/** kubeadm's own gate is the reader's choice; without one the default of that kubeadm counts. */
export function runInit(server: LabServer): BareRun {
  const turn = askAsWaiter(server, 0);
  return turn ? waitAsStranger(turn) : waitAsAdministrator(server);
}

function waitAsAdministrator(server: LabServer): BareRun {
  const version = labVersion(server);
  // The final 1.33 asks for livez; that /healthz stays before it was read for 1.17–1.30.
  const path = version.minor >= 33 ? '/livez' : '/healthz';
  const userAgent = componentAgent('kubeadm', version);
  const request: LabRequest = { verb: 'get', path, query: 'timeout=10s', credentials: 'client-certificate', userAgent };
  const turn = { atSeconds: 0, exchange: sendRequest(server, request) };
  if (turn.exchange.response?.status !== 200) {
    return { turns: [turn], terminal: [], verdict: 'unknown', because: runTexts.unknown };
  }
  const text = 'Your Kubernetes control-plane has initialized successfully!';
  const terminal: readonly TerminalLine[] = [{ atSeconds: 0, stream: 'stdout', text }];
  return { turns: [turn], terminal, exitCode: 0, verdict: 'works', because: runTexts['init-works'] };
}

/** A plain HTTP client without credentials; how often it asks is not known. */
function waitAsStranger(turn: LabTurn): BareRun {
  const { request, response } = turn.exchange;
  const turns = [turn];
  if (!response) return { turns, terminal: [], verdict: 'unknown', because: runTexts.unknown };
  const { status } = response;
  if (status === 200) {
    return { turns, terminal: [], exitCode: 0, verdict: 'works', because: runTexts['init-works-anonymous'] };
  }
  const address = request.path === '/healthz' ? '127.0.0.1' : '192.0.2.10';
  const text = `kube-apiserver check failed at https://${address}:6443${request.path} with status: ${status}`;
  const terminal: readonly TerminalLine[] = [{ atSeconds: patience, stream: 'stderr', text }];
  return { turns, terminal, exitCode: 1, verdict: 'fails', because: runTexts['init-fails'] };
}
