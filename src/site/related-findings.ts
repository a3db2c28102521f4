// Findings that meet: which others a finding's own examples raise, and the other way round.

import { findingKinds, inspect, type FindingKind } from '../core/index.ts';
import { plainText } from './finding-examples.ts';

const mostRelated = 5;

/** How often the examples of one finding raise another; what looks alike without being it counts as much as what comes with it. */
function countMeetings(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const meetings = new Map<string, Map<string, number>>(findingKinds.map(({ code }) => [code, new Map()]));
  const add = (from: string, to: string): void => {
    const counts = meetings.get(from);
    counts?.set(to, (counts.get(to) ?? 0) + 1);
  };
  for (const { code, fires, silent } of findingKinds)
    for (const example of [...fires, ...silent].filter(({ repeat }) => !repeat)) {
      const { kubernetesVersion } = example;
      const report = inspect(plainText(example), kubernetesVersion ? { kubernetesVersion } : {});
      for (const other of new Set(report.findings.map((finding) => finding.code)))
        if (other !== code) {
          add(code, other);
          add(other, code);
        }
    }
  return meetings;
}

let counted: ReturnType<typeof countMeetings> | undefined;

/** The findings that meet this one most often, those first whose code is nearest when it is even. */
export function relatedFindings(code: string): readonly FindingKind[] {
  counted ??= countMeetings();
  const counts = counted.get(code) ?? new Map<string, number>();
  const distance = (other: FindingKind): number => Math.abs(Number(other.code.slice(2)) - Number(code.slice(2)));
  return findingKinds
    .filter((kind) => counts.has(kind.code))
    .sort((a, b) => (counts.get(b.code) ?? 0) - (counts.get(a.code) ?? 0) || distance(a) - distance(b))
    .slice(0, mostRelated);
}
