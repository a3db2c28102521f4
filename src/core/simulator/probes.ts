// What the kubelet's probes get from the server, and when the kubelet kills the container for it.
// Upstream: kubernetes/kubernetes pkg/kubelet/prober, pkg/probe/http; K1, K2 and K3 of the runs of 1.20.2.

import type { ProbeFact, ProbeName, ServerFact } from '../kubernetes/api-server.ts';
import { answer, type Answer, type ServerModel } from './gates.ts';

/** `passes`: the probe succeeds without an HTTP answer. A token in a header is taken as valid. */
export function probeAnswer(probe: ProbeFact, model: ServerModel): Answer | 'passes' {
  if (model.anonymous === 'invalid') return 'refused-start';
  if (probe.how === 'tcpSocket') return 'passes';
  if (probe.how !== 'https') return 'unknown';
  return probe.credentials ? 200 : answer(model, { path: probe.path, credentials: 'none' });
}

/** True for an answer that the kubelet counts as a failure (everything but 200 to 399). */
export function isRefused(got: Answer | 'passes'): got is 401 | 403 {
  return got === 401 || got === 403;
}

/**
 * The probe for which the kubelet kills the container again and again. Until the startup probe has succeeded, the others
 * are not run; a readiness probe never kills.
 */
export function killingProbe(server: ServerFact, model: ServerModel): ProbeFact | undefined {
  const refused = (name: ProbeName): ProbeFact | undefined =>
    server.probes.find((probe) => probe.probe === name && isRefused(probeAnswer(probe, model)));
  return refused('startup') ?? refused('liveness');
}
