// Requests of one source that follow each other, for each recogniser; what is not enough to be told is forgotten.

import { formatTime } from './clock.ts';
import type { LiveGroup } from './group-table.ts';
import { recognisers } from './sequences/index.ts';
import type { LinePlace, Sequence } from './summary.ts';

const mostSources = 2000;
const mostSequences = 1000;
/** Kinds are counted up to this. */
const mostKinds = 1000;

interface LiveRun {
  readonly recogniser: number;
  readonly source: string;
  readonly place: LinePlace;
  readonly steps: boolean[];
  readonly kinds: Set<number>;
  requests: number;
  first: number;
  last: number;
}

interface Step {
  /** Of the recogniser. */
  readonly index: number;
  readonly step: number;
  readonly group: LiveGroup;
  readonly time: number;
  readonly place: () => LinePlace;
}

export class SequenceRuns {
  readonly #open = recognisers.map(() => new Map<string, LiveRun>());
  readonly #found: LiveRun[] = [];

  add(group: LiveGroup, time: number, place: () => LinePlace): void {
    if (Number.isNaN(time)) return;
    for (let index = 0; index < group.steps.length; index++) {
      const step = group.steps[index] ?? -1;
      if (step >= 0) this.#step({ index, step, group, time, place });
    }
  }

  /** In order of their first request; those that are still going on too. */
  list(): readonly Sequence[] {
    const open = this.#open.flatMap((runs) => [...runs.values()].filter(isEnough));
    return [...this.#found, ...open]
      .sort((a, b) => a.first - b.first || a.recogniser - b.recogniser || (a.source < b.source ? -1 : 1))
      .slice(0, mostSequences)
      .map(finish);
  }

  #step({ index, step, group, time, place }: Step): void {
    const runs = this.#open[index];
    const recogniser = recognisers[index];
    if (!runs || !recogniser) return;
    const { source } = group;
    let run = runs.get(source);
    if (run && time - run.last > recogniser.pause * 1e6) {
      this.#close(runs, run);
      run = undefined;
    }
    if (!run) {
      this.#makeRoom(runs);
      const steps = recogniser.steps.map(() => false);
      const kept = place();
      run = { recogniser: index, source, place: kept, steps, kinds: new Set(), requests: 0, first: time, last: time };
      runs.set(source, run);
    }
    run.requests++;
    run.steps[step] = true;
    if (run.kinds.size < mostKinds) run.kinds.add(group.number);
    run.first = Math.min(run.first, time);
    run.last = Math.max(run.last, time);
  }

  #close(runs: Map<string, LiveRun>, run: LiveRun): void {
    runs.delete(run.source);
    if (isEnough(run) && this.#found.length < mostSequences) this.#found.push(run);
  }

  /** The source that came first makes place. */
  #makeRoom(runs: Map<string, LiveRun>): void {
    if (runs.size < mostSources) return;
    const [oldest] = runs.values();
    if (oldest) this.#close(runs, oldest);
  }
}

function isEnough({ recogniser, requests, kinds, steps }: LiveRun): boolean {
  return recognisers[recogniser]?.isEnough({ requests, kinds: kinds.size, steps }) ?? false;
}

function finish({ recogniser, source, place, steps, kinds, requests, first, last }: LiveRun): Sequence {
  const known = recognisers[recogniser];
  if (!known) throw new RangeError(`no recogniser ${recogniser}`);
  return {
    name: known.name,
    source,
    requests,
    kinds: kinds.size,
    first: formatTime(first),
    last: formatTime(last),
    steps: known.steps.filter((_step, index) => steps[index]),
    place,
  };
}
