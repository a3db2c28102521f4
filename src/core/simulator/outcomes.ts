// What each consumer of the API server gets from the server that a paste describes.

import type { ProbeName, ServerFact } from '../kubernetes/api-server.ts';
import { auditWiring, isVolume } from '../kubernetes/audit-wiring.ts';
import type { Facts } from '../kubernetes/facts.ts';
import { coversMinor } from '../kubernetes/version.ts';
import type { Outcome, Verdict } from '../report.ts';
import { consumerRows, startFailureCodes, type ConsumerRow } from './consumers.ts';
import { answer, type Answer, type ServerModel } from './gates.ts';
import { initWaitPath } from './init-waiter.ts';
import { isRefused, killingProbe, probeAnswer } from './probes.ts';
import { modelOf } from './server-model.ts';
import { bootstrapTokenRefused, probeEvent, textFor } from './texts.ts';

/**
 * One outcome per consumer that exists in this version, in a fixed order; empty if the paste describes no server.
 * `because` names every finding that may cause it; `inspect` keeps those that were found.
 */
export function predictOutcomes(facts: Facts): readonly Outcome[] {
  const { server } = facts;
  if (!server) return [];
  if (server.from === 'kubeadm' && facts.kubeadm && facts.kubeadm.verdict.exitCode !== 0) return refusedFile(facts);
  const model = modelOf(server);
  const rows = consumerRows.filter((row) => coversMinor(row, model.minor) && asks(row, server));
  const outcomes = rows
    .map((row) => outcomeOf(row, server, model))
    .map((one) => withTokens(one, server))
    .map((one) => withRestarts(one, server, model))
    .map((one) => initOutcome(one, facts, server, model));
  return [...outcomes, ...auditOutcome(server, model)];
}

/** A manifest runs already, and a probe that it does not have asks nothing. */
function asks(row: ConsumerRow, server: ServerFact): boolean {
  if (row.consumer === 'kubeadm init') return server.from !== 'manifest';
  const { request } = row;
  return typeof request !== 'string' || server.probes.some(({ probe }) => probe === request);
}

/** kubeadm does not even write the manifest. */
function refusedFile(facts: Facts): readonly Outcome[] {
  const text = facts.kubeadm?.verdict.error ?? '';
  const because = [
    'KA101',
    'KA102',
    'KA103',
    'KA104',
    'KA105',
    'KA106',
    'KA107',
    'KA109',
    'KA110',
    'KA111',
    'KA112',
    'KA113',
  ];
  return [{ consumer: 'kubeadm init', verdict: 'fails', because, text }];
}

function outcomeOf(row: ConsumerRow, server: ServerFact, model: ServerModel): Outcome {
  const { consumer, request, because } = row;
  const probe = server.probes.find((one) => one.probe === request);
  const got = typeof request !== 'string' ? answer(model, request) : probe ? probeAnswer(probe, model) : 'unknown';
  if (got === 'refused-start') return { consumer, verdict: 'fails', because: startFailureCodes, text: '' };
  const notSent = probe !== undefined && probe.probe !== 'startup' && isStartupRefused(server, model);
  if (notSent && !isRefused(got)) return { consumer, verdict: 'fails', because, text: '' };
  if (got === 'unknown') return { consumer, verdict: 'unknown', because, text: '' };
  if (got === 'passes') return { consumer, verdict: 'works', because: [], text: '' };
  return answered(row, got, notSent, model);
}

function answered(row: ConsumerRow, got: 200 | 401 | 403, notSent: boolean, { minor }: ServerModel): Outcome {
  const { consumer, because } = row;
  const verdict = row.verdict?.[got] ?? (got === 200 ? 'works' : 'fails');
  if (verdict === 'works' || got === 200) return { consumer, verdict, httpStatus: got, because: [], text: '' };
  const text = typeof row.request === 'string' ? eventOf(row.request, got, notSent) : (row.text?.(got, minor) ?? '');
  return { consumer, verdict, httpStatus: got, because, text };
}

/** Behind a startup probe that fails, the others do not even run, and no event tells of them. */
function eventOf(probe: ProbeName, got: 401 | 403, notSent: boolean): string {
  if (notSent) return '';
  return probeEvent(probe === 'startup' ? 'Startup' : probe === 'liveness' ? 'Liveness' : 'Readiness', got);
}

function isStartupRefused(server: ServerFact, model: ServerModel): boolean {
  const startup = server.probes.find(({ probe }) => probe === 'startup');
  return startup !== undefined && isRefused(probeAnswer(startup, model));
}

/** A join needs its bootstrap token after discovery; a client certificate in a discovery file does without. */
function withTokens(outcome: Outcome, { bootstrapTokens, minor }: ServerFact): Outcome {
  const { consumer, verdict } = outcome;
  if (bootstrapTokens || !consumer.startsWith('kubeadm join') || verdict !== 'works') return outcome;
  if (consumer === 'kubeadm join (file with credentials)')
    return { consumer, verdict: 'unknown', because: ['KA230'], text: '' };
  return {
    consumer,
    verdict: 'fails',
    httpStatus: 401,
    because: ['KA230'],
    text: textFor(bootstrapTokenRefused, minor),
  };
}

/** A server whose probes are refused is killed again and again: who is let in still loses it each time (K2, 1.20.2). */
function withRestarts(outcome: Outcome, server: ServerFact, model: ServerModel): Outcome {
  if (outcome.consumer !== 'authenticated clients' || outcome.verdict !== 'works') return outcome;
  if (!killingProbe(server, model)) return outcome;
  return { ...outcome, verdict: 'degrades', because: ['KA202', 'KA204', 'KA218'] };
}

/** In a few versions init itself waits without credentials. */
function initOutcome(outcome: Outcome, facts: Facts, server: ServerFact, model: ServerModel): Outcome {
  const path = initWaitPath(server, facts.version);
  if (outcome.consumer !== 'kubeadm init' || outcome.verdict !== 'works' || path === undefined) return outcome;
  const got: Answer = answer(model, { path, credentials: 'none' });
  if (got === 200) return outcome;
  const because = ['KA206', 'KA221'];
  return got === 'unknown'
    ? { consumer: outcome.consumer, verdict: 'unknown', because, text: '' }
    : { ...outcome, verdict: 'fails', ...(got === 'refused-start' ? {} : { httpStatus: got }), because };
}

/** Only where the reader asks for a log: with a path, or with a policy that then has no place to write to. */
function auditOutcome(server: ServerFact, model: ServerModel): readonly Outcome[] {
  const { policy, log, standardOutput, webhook } = auditWiring(server);
  if (!log && !standardOutput && (!policy || webhook)) return [];
  const outcome = (verdict: Verdict, ...because: readonly string[]): readonly Outcome[] => {
    return [{ consumer: 'audit log', verdict, because, text: '' }];
  };
  if (model.anonymous === 'invalid') return outcome('fails', ...startFailureCodes);
  if (!policy) return outcome('fails', 'KA402');
  if (!log) return standardOutput ? outcome('works') : outcome('fails', 'KA407');
  if (isVolume(log.mount) && log.mount.readOnly) return outcome('fails', 'KA406');
  return log.mount === undefined && server.showsMounts ? outcome('degrades', 'KA404') : outcome('works');
}
