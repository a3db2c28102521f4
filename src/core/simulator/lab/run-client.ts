// One client against one server, from the first request to its last word.

import { basisOf, type Subject } from './basis.ts';
import type { LabClientId } from './clients.ts';
import { runInit } from './init-run.ts';
import { tellJoin } from './join-run.ts';
import { joinSetups, withOptions, type JoinOptions } from './join-setups.ts';
import type { BareRun, LabRun, LabServer, TerminalLine } from './lab.ts';
import { runProbe } from './probe-runs.ts';
import { startServer } from './start-server.ts';
import { runKubectl, runLoadBalancer, runOidc, runStranger } from './visitor-runs.ts';

type JoinClientId = keyof typeof joinSetups;

interface Row {
  readonly subject: Subject;
  readonly run: (server: LabServer) => BareRun;
}

const rows: Readonly<Record<Exclude<LabClientId, JoinClientId>, Row>> = {
  'kubeadm-init': { subject: 'init', run: runInit },
  'startup-probe': { subject: 'probes', run: (server) => runProbe(server, 'startup') },
  'liveness-probe': { subject: 'probes', run: (server) => runProbe(server, 'liveness') },
  'readiness-probe': { subject: 'probes', run: (server) => runProbe(server, 'readiness') },
  'load-balancer-healthz': { subject: 'flag', run: (server) => runLoadBalancer(server, '/healthz') },
  'load-balancer-readyz': { subject: 'flag', run: (server) => runLoadBalancer(server, '/readyz') },
  'kubectl-certificate': { subject: 'kubectl', run: runKubectl },
  'kubectl-none': { subject: 'kubectl', run: runStranger },
  'oidc-discovery': { subject: 'oidc', run: runOidc },
};

function isJoin(client: LabClientId): client is JoinClientId {
  return client in joinSetups;
}

function rowOf(client: LabClientId, options: JoinOptions): Row {
  if (!isJoin(client)) return rows[client];
  const setup = joinSetups[client];
  const subject = setup.controlPlane ? 'control-plane-join' : (`${setup.discovery}-discovery` as const);
  return { subject, run: (server) => tellJoin(server, withOptions(setup, options)) };
}

/**
 * Runs a client of the lab against a server. A server that does not start lets every client fail; a probe that does not
 * exist in this version has the verdict `unknown` (`labClients` says from when on a client exists).
 */
export function runClient(server: LabServer, client: LabClientId, options: JoinOptions = {}): LabRun {
  const { subject, run } = rowOf(client, options);
  const { basis, sources } = basisOf(server, subject);
  const start = startServer(server);
  if (start.starts) return { client, ...run(server), basis, sources };
  const { because, error } = start;
  const terminal: readonly TerminalLine[] = error === '' ? [] : [{ atSeconds: 0, stream: 'event', text: error }];
  return { client, turns: [], terminal, verdict: 'fails', because, basis: start.basis, sources };
}
