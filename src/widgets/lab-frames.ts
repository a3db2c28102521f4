// A client's run cut into moments, to be watched one by one: the request sets out, each gate, the answer; then the end.

import type { LabCredentials, LabRun, LabTurn, TerminalLine } from '../core/index.ts';

export type Moment = 'sets-out' | 'authentication' | 'authorization' | 'answer' | 'repeats' | 'end';

export interface Frame {
  readonly moment: Moment;
  /** Which turn of the run; for `end` the last one, -1 if there is none. */
  readonly turn: number;
  readonly atSeconds: number;
}

/** What the picture shows; the names are those of its data attributes. */
export interface SceneState {
  readonly at: 'home' | 'road' | 'gate1' | 'between' | 'gate2' | 'board' | 'back';
  readonly gate1: 'waiting' | 'open' | 'refused';
  readonly gate2: 'waiting' | 'open' | 'refused' | 'unasked';
  readonly papers: 'none' | 'token' | 'certificate' | 'torn';
  /** The answer, once it is there. */
  readonly status?: string;
}

/** Seconds at which the last of a turn's requests is sent. */
function lastSent({ atSeconds, repeats = 1, everySeconds = 0 }: LabTurn): number {
  return atSeconds + (repeats - 1) * everySeconds;
}

/** At least one moment, `end`. */
export function framesOf({ turns, terminal }: LabRun): readonly Frame[] {
  const frames = turns.flatMap((turn, index): readonly Frame[] => {
    const { atSeconds, exchange, repeats = 1 } = turn;
    const moments: readonly Moment[] = ['sets-out', ...exchange.steps.map(({ gate }) => gate), 'answer'];
    const once = moments.map((moment) => ({ moment, turn: index, atSeconds }));
    return repeats > 1 ? [...once, { moment: 'repeats', turn: index, atSeconds: lastSent(turn) }] : once;
  });
  const ends = [...frames.map((frame) => frame.atSeconds), ...terminal.map((line) => line.atSeconds), 0];
  return [...frames, { moment: 'end', turn: turns.length - 1, atSeconds: Math.max(...ends) }];
}

const papers: Readonly<Record<LabCredentials, SceneState['papers']>> = {
  none: 'none',
  'bootstrap-token': 'token',
  'expired-bootstrap-token': 'torn',
  'unknown-bootstrap-token': 'torn',
  'service-account': 'token',
  'client-certificate': 'certificate',
  'expired-client-certificate': 'torn',
  'bad-bearer-token': 'torn',
};

const empty: SceneState = { at: 'home', gate1: 'waiting', gate2: 'waiting', papers: 'none' };

export function sceneOf(run: LabRun, { moment, turn }: Frame): SceneState {
  const exchange = run.turns[turn]?.exchange;
  if (!exchange) return empty;
  const carried = { ...empty, papers: papers[exchange.request.credentials] };
  if (moment === 'sets-out') return { ...carried, at: 'road' };
  const [first, second] = exchange.steps;
  const status = exchange.response && { status: String(exchange.response.status) };
  if (!first) return { ...carried, at: 'road' };
  if (!first.passed) {
    const refused = { ...carried, gate1: first.unknown ? 'waiting' : 'refused', gate2: 'unasked' } as const;
    return moment === 'authentication' ? { ...refused, at: 'gate1' } : { ...refused, at: 'back', ...status };
  }
  const named = { ...carried, gate1: 'open' } as const;
  if (moment === 'authentication' || !second) return { ...named, at: 'between' };
  if (!second.passed) {
    const refused = { ...named, gate2: second.unknown ? 'waiting' : 'refused' } as const;
    return moment === 'authorization' ? { ...refused, at: 'gate2' } : { ...refused, at: 'between', ...status };
  }
  const allowed = { ...named, gate2: 'open', at: 'board' } as const;
  return moment === 'authorization' ? allowed : { ...allowed, ...status };
}

/** The turns whose answer has been seen at this moment. */
export function answeredTurns({ turns }: LabRun, { moment, turn }: Frame): readonly LabTurn[] {
  const isAnswered = moment === 'answer' || moment === 'repeats' || moment === 'end';
  return turns.slice(0, isAnswered ? turn + 1 : turn);
}

/** What stands in the terminal at this moment: a request's own result is printed after its answer. */
export function printedLines({ terminal }: LabRun, { moment, atSeconds }: Frame): readonly TerminalLine[] {
  if (moment === 'end') return terminal;
  const isAnswered = moment === 'answer' || moment === 'repeats';
  return terminal.filter((line) => line.atSeconds < atSeconds || (isAnswered && line.atSeconds === atSeconds));
}

/** `0:05`, `5:00`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
