// The pipeline in order: paste → formats → objects → facts → findings, outcomes, stories → places. Holds no knowledge of its own.

import { findingKinds } from './findings/index.ts';
import type { Hit } from './findings/finding.ts';
import { writeRepair } from './findings/repair.ts';
import type { PastedObject } from './formats/format.ts';
import { unwrap } from './formats/unwrap.ts';
import type { ServerFact } from './kubernetes/api-server.ts';
import type { Facts, Place } from './kubernetes/facts.ts';
import { collectFacts } from './kubernetes/collect.ts';
import type { ApiServerReport, Args, Edit, Finding, InspectOptions, Report } from './report.ts';
import { predictOutcomes } from './simulator/outcomes.ts';
import { createLineTable, type LineTable, type Range, type Span } from './source/range.ts';
import { collectStories } from './stories/index.ts';

/** Explains a text. Total: every string gives a report, with every range inside the text. */
export function inspect(text: string, options: InspectOptions = {}): Report {
  const { objects, problems, manifests } = unwrap(text);
  const facts = collectFacts({ text, objects, problems, manifests, options });
  const lines = createLineTable(text);
  const rangeOf = (at: Place): Range => lines.rangeOf(clip(spanOf(at, objects), text.length));
  const findings = judge(facts, rangeOf, ({ repair = [] }) =>
    writeRepair(text, objects, repair)?.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText })),
  );
  return {
    version: facts.version,
    objects: objects.map((object) => recognised(object, lines, text.length)),
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

function recognised(object: PastedObject, lines: LineTable, length: number): Report['objects'][number] {
  const { format, kind, apiVersion, span } = object;
  return {
    format,
    kind,
    ...(apiVersion === undefined ? {} : { apiVersion }),
    range: lines.rangeOf(clip(span, length)),
  };
}

function spanOf(at: Place, objects: readonly PastedObject[]): Span {
  if ('span' in at) return at.span;
  return objects[at.object]?.spanOf(at.path, at.part) ?? { start: 0, end: 0 };
}

function clip(span: Span, length: number): Span {
  const start = Math.min(Math.max(span.start, 0), length);
  return { start, end: Math.min(Math.max(span.end, start), length) };
}

/** In order of place, then code; the same finding at the same place stands once. */
function judge(
  facts: Facts,
  rangeOf: (at: Place) => Range,
  editsOf: (hit: Hit<Args>) => readonly Edit[] | undefined,
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { code, severity, check } of findingKinds) {
    for (const hit of check(facts) as Iterable<Hit<Args>>) {
      const { at, args } = hit;
      const range = rangeOf(at);
      const key = `${code} ${range.start.offset} ${range.end.offset} ${JSON.stringify(args)}`;
      if (found.has(key)) continue;
      const edits = editsOf(hit);
      found.set(key, { code, severity, range, args, ...(edits ? { edits } : {}) });
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      a.range.start.offset - b.range.start.offset ||
      a.code.localeCompare(b.code) ||
      a.range.end.offset - b.range.end.offset,
  );
}

function becauseOf(codes: readonly string[], findings: readonly Finding[]): readonly string[] {
  return codes.filter((code) => findings.some((finding) => finding.code === code));
}
