// The kubelet's probes against a server of the lab, with kubeadm's own settings for them.
// Upstream: pkg/kubelet/prober, pkg/probe/http; K1 and K2 of the runs of 1.20.2.

import type { ProbeFact, ProbeName } from '../../kubernetes/api-server.ts';
import { kubeadmProbes } from '../../kubernetes/api-server/kubeadm-probes.ts';
import { probeEvent } from '../texts.ts';
import type { BareRun, LabServer, LabTurn, TerminalLine } from './lab.ts';
import { runTexts } from './run-texts.ts';
import { sendRequest } from './send-request.ts';
import { labVersion } from './start-server.ts';
import { probeAgent } from './user-agents.ts';

const titles = { startup: 'Startup', liveness: 'Liveness', readiness: 'Readiness' } as const;

/** kubeadm's probes of this version, with its default of four minutes for the control plane. */
function probesOf(server: LabServer): readonly ProbeFact[] {
  return kubeadmProbes(labVersion(server).minor, 240);
}

function send(server: LabServer, probe: ProbeFact): LabTurn {
  const at = probe.initialDelaySeconds;
  const userAgent = probeAgent(labVersion(server));
  const request = { verb: 'get', path: probe.path, credentials: 'none', userAgent } as const;
  return { atSeconds: at, exchange: sendRequest(server, request, at), everySeconds: probe.periodSeconds };
}

function isRefused({ exchange }: LabTurn): boolean {
  const status = exchange.response?.status ?? 200;
  return status < 200 || status >= 400;
}

/** From the container's start to the failure at which the kubelet's patience ends; undefined if nothing lets it restart. */
export function secondsToRestart(server: LabServer): number | undefined {
  const killer = probesOf(server).find((probe) => probe.probe !== 'readiness' && isRefused(send(server, probe)));
  return killer && killer.initialDelaySeconds + (killer.failureThreshold - 1) * killer.periodSeconds;
}

export function runProbe(server: LabServer, name: ProbeName): BareRun {
  const probes = probesOf(server);
  const probe = probes.find((one) => one.probe === name);
  if (!probe) return { turns: [], terminal: [], verdict: 'unknown', because: runTexts['probe-not-there'] };
  const startup = probes.find((one) => one.probe === 'startup');
  if (startup && name !== 'startup' && isRefused(send(server, startup))) {
    return { turns: [], terminal: [], verdict: 'fails', because: runTexts['probe-not-sent'] };
  }
  const turn = send(server, probe);
  if (!turn.exchange.response) return { turns: [turn], terminal: [], verdict: 'unknown', because: runTexts.unknown };
  if (!isRefused(turn)) return { turns: [turn], terminal: [], verdict: 'works', because: runTexts['probe-works'] };
  const because = runTexts[name === 'readiness' ? 'probe-never-ready' : 'probe-kills'];
  const turns = [{ ...turn, repeats: probe.failureThreshold }];
  return { turns, terminal: events(probe, turn.exchange.response.status), verdict: 'fails', because };
}

/**
 * From the last failure to the restart: five container lives of 1.20.2 had 313, 320, 266, 264 and 266 seconds, with the
 * 24th failure at 241; here their median. For the liveness probe up to 1.18, 85 to 95 seconds in all, from the source.
 */
const untilRestart = { startup: 26, liveness: 5, readiness: 0 } as const;

/** The kubelet writes an event for each failure; here the first and the last one, and the restart. */
function events(probe: ProbeFact, status: number): readonly TerminalLine[] {
  const { initialDelaySeconds, failureThreshold, periodSeconds } = probe;
  const failed = probeEvent(titles[probe.probe], status);
  const first: TerminalLine = { atSeconds: initialDelaySeconds, stream: 'event', text: failed };
  if (probe.probe === 'readiness') return [first];
  const last = initialDelaySeconds + (failureThreshold - 1) * periodSeconds;
  const killing = `Container kube-apiserver failed ${probe.probe} probe, will be restarted`;
  return [
    first,
    { atSeconds: last, stream: 'event', text: failed },
    { atSeconds: last + untilRestart[probe.probe], stream: 'event', text: killing },
  ];
}
