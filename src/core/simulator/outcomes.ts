// What each consumer of the API server gets from the server that a paste describes.

import { anonymousAccess, findFlag, type ServerFact } from '../kubernetes/api-server.ts';
import type { Facts } from '../kubernetes/facts.ts';
import { coversMinor, type Minor } from '../kubernetes/version.ts';
import type { Outcome, Verdict } from '../report.ts';
import { consumerRows, type ConsumerRow } from './consumers.ts';
import { initWaitsAnonymously } from './init-waiter.ts';
import { answer, type Answer, type ServerModel } from './gates.ts';

/**
 * One outcome per consumer that exists in this version, in a fixed order; empty if the paste describes no server.
 * `because` names every finding that may cause it; `inspect` keeps those that were found.
 */
export function predictOutcomes(facts: Facts): readonly Outcome[] {
  if (!facts.server) return [];
  if (facts.server.from === 'kubeadm' && facts.kubeadm && facts.kubeadm.verdict.exitCode !== 0)
    return refusedFile(facts);
  const server = facts.server;
  const model = modelOf(server, facts.version.minor);
  const rows = consumerRows.filter((row) => coversMinor(row, model.minor));
  const outcomes = rows.map((row) => outcomeOf(row, model)).map((outcome) => withRestarts(outcome, model));
  return [...outcomes.map((outcome) => initOutcome(outcome, facts, server)), ...auditOutcome(server, model)];
}

/** kubeadm does not even write the manifest. */
function refusedFile(facts: Facts): readonly Outcome[] {
  const text = facts.kubeadm?.verdict.error ?? '';
  const because = ['KA101', 'KA102', 'KA103', 'KA104', 'KA105', 'KA106', 'KA107', 'KA108', 'KA109', 'KA110', 'KA111'];
  return [{ consumer: 'kubeadm init', verdict: 'fails', because, text }];
}

function modelOf(server: ServerFact, minor: Minor): ServerModel {
  return { minor, anonymous: anonymousAccess(server).mode, anonymousPaths: [], clusterInfoBinding: true };
}

function outcomeOf(row: ConsumerRow, model: ServerModel): Outcome {
  const got = answer(model, row.request);
  if (got === 'refused-start') {
    return { consumer: row.consumer, verdict: 'fails', because: [...row.because, 'KA205'], text: '' };
  }
  const verdict: Verdict = row.verdict?.[got] ?? (got === 200 ? 'works' : 'fails');
  const text = got === 200 || verdict === 'works' ? '' : (row.text?.(got, model.minor) ?? '');
  return { consumer: row.consumer, verdict, httpStatus: got, because: verdict === 'works' ? [] : row.because, text };
}

/** A server whose probes are refused is killed again and again: who is let in still loses it each time (K2, 1.20.2). */
function withRestarts(outcome: Outcome, model: ServerModel): Outcome {
  if (outcome.consumer !== 'authenticated clients' || outcome.verdict !== 'works') return outcome;
  const health: Answer = answer(model, { path: model.minor >= 19 ? '/livez' : '/healthz', credentials: 'none' });
  return health === 200 ? outcome : { ...outcome, verdict: 'degrades', because: ['KA202'] };
}

/** In a few versions init itself waits without credentials. */
function initOutcome(outcome: Outcome, facts: Facts, server: ServerFact): Outcome {
  if (outcome.consumer !== 'kubeadm init' || outcome.verdict !== 'works') return outcome;
  if (!initWaitsAnonymously(server, facts.version) || anonymousAccess(server).mode !== 'off') return outcome;
  return { ...outcome, verdict: 'fails', httpStatus: 401, because: ['KA206'] };
}

function auditOutcome(server: ServerFact, model: ServerModel): readonly Outcome[] {
  const path = findFlag(server, 'audit-log-path');
  if (!path) return [];
  const because = ['KA402', 'KA403', 'KA404', 'KA405', 'KA406'];
  if (model.anonymous === 'invalid') return [{ consumer: 'audit log', verdict: 'fails', because: ['KA205'], text: '' }];
  const verdict: Verdict = findFlag(server, 'audit-policy-file') ? 'works' : 'fails';
  return [{ consumer: 'audit log', verdict, because: verdict === 'works' ? [] : because, text: '' }];
}
