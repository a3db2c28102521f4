// The pipeline in order: paste → formats → objects → facts → findings, outcomes, stories → places. Holds no knowledge of its own.

import { findingKinds } from './findings/index.ts';
import { writeRepair } from './findings/repair.ts';
import type { PastedObject } from './formats/format.ts';
import { unwrap } from './formats/unwrap.ts';
import type { ServerFact } from './kubernetes/api-server.ts';
import type { Facts, Place } from './kubernetes/facts.ts';
import { collectFacts } from './kubernetes/collect.ts';
import { createPlaces, judge } from './judge.ts';
import type { ApiServerReport, Finding, InspectOptions, Report } from './report.ts';
import { predictOutcomes } from './simulator/outcomes.ts';
import type { Range } from './source/range.ts';
import { collectStories } from './stories/index.ts';

/** Explains a text. Total: every string gives a report, with every range inside the text. */
export function inspect(text: string, options: InspectOptions = {}): Report {
  const { objects, problems, manifests } = unwrap(text);
  const facts = collectFacts({ text, objects, problems, manifests, options });
  const places = createPlaces(text, objects);
  const { lines, rangeOf } = places;
  const findings = judge(findingKinds, facts, places, ({ repair = [] }) =>
    writeRepair(text, objects, repair)?.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText })),
  );
  return {
    version: facts.version,
    objects: objects.map((object) => recognised(object, rangeOf)),
    findings,
    outcomes: predictOutcomes(facts).map((outcome) => ({ ...outcome, because: becauseOf(outcome.because, findings) })),
    stories: collectStories(facts).map(({ kind, at, args, steps }) => ({
      kind,
      range: rangeOf(at),
      args,
      ...(steps
        ? { steps: steps.map(({ at: place, ...step }) => ({ ...step, ...(place ? { range: rangeOf(place) } : {}) })) }
        : {}),
    })),
    ...(facts.kubeadm ? { kubeadm: facts.kubeadm.verdict } : {}),
    ...(facts.server && isStarted(facts) ? { apiServer: apiServerOf(facts.server, rangeOf) } : {}),
  };
}

/** A file that kubeadm refuses starts nothing. */
function isStarted({ server, kubeadm }: Facts): boolean {
  return server?.from !== 'kubeadm' || !kubeadm || kubeadm.verdict.exitCode === 0;
}

function apiServerOf({ commandLine, failures }: ServerFact, rangeOf: (at: Place) => Range): ApiServerReport {
  const flags = commandLine.map(({ text, from, at }) => ({ text, from, ...(at ? { range: rangeOf(at) } : {}) }));
  return { flags, ...(failures[0] ? { error: failures[0].text } : {}) };
}

function recognised(object: PastedObject, rangeOf: (at: Place) => Range): Report['objects'][number] {
  const { format, kind, apiVersion, span } = object;
  return {
    format,
    kind,
    ...(apiVersion === undefined ? {} : { apiVersion }),
    range: rangeOf({ span }),
  };
}

function becauseOf(codes: readonly string[], findings: readonly Finding[]): readonly string[] {
  return codes.filter((code) => findings.some((finding) => finding.code === code));
}
