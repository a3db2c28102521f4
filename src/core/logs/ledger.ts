// Counts every event by everything, and keeps groups, timeline and sequences of those that matter.

import { isOtherServer, type Identity } from '../kubernetes/audit-event.ts';
import { believableTime, formatTime } from './clock.ts';
import { GroupTable, type GroupTraits } from './group-table.ts';
import { SequenceRuns } from './sequence-runs.ts';
import { dimensions, type AuditSummary, type Count, type Dimension, type LinePlace, type Tally } from './summary.ts';
import { TextTable } from './text-table.ts';
import { TimelineBuckets } from './timeline-buckets.ts';

export const identities: readonly Identity[] = [
  'anonymous',
  'anonymous-name-only',
  'rejected',
  'bootstrap-token',
  'unknown',
  'node',
  'service-account',
  'impersonated',
  'user',
];
const anonymous = identities.indexOf('anonymous');
/** Identities up to this one matter whatever the answer was. */
const lastThatMatters = identities.indexOf('unknown');

/** Room for so many different values; codes and identities need none. */
const room = { stage: 50, level: 50, verb: 200, user: 5000, agent: 5000, source: 5000, target: 5000 } as const;
export type TableName = keyof typeof room;
const mostCodes = 1000;

/** What annotations say, as the texts of the table of reasons hold it in JSON. */
export interface Reasons {
  readonly decision: string;
  readonly reason: string;
  readonly otherServer: boolean;
}

/** One event as numbers of the ledger's tables. One object is used for all events. */
export interface Entry {
  stage: number;
  level: number;
  verb: number;
  user: number;
  agent: number;
  source: number;
  target: number;
  /** 0 where there is none. */
  code: number;
  /** Index of `identities`. */
  identity: number;
  /** When it was received, in microseconds. */
  time: number;
  hasName: boolean;
}

export class Ledger {
  readonly tables: Readonly<Record<TableName, TextTable>> = {
    stage: new TextTable(room.stage),
    level: new TextTable(room.level),
    verb: new TextTable(room.verb),
    user: new TextTable(room.user),
    agent: new TextTable(room.agent),
    source: new TextTable(room.source),
    target: new TextTable(room.target),
  };
  /** What groups differ by besides. */
  readonly paths = new TextTable(20_000);
  readonly reasons = new TextTable(20_000, (text) => text);
  readonly entry: Entry = {
    ...{ stage: 0, level: 0, verb: 0, user: 0, agent: 0, source: 0, target: 0 },
    ...{ code: 0, identity: 0, time: Number.NaN, hasName: true },
  };

  readonly #stages = new Float64Array(room.stage + 1);
  readonly #levels = new Float64Array(room.level + 1);
  readonly #verbs = new Float64Array(room.verb + 1);
  readonly #users = new Float64Array(room.user + 1);
  readonly #agents = new Float64Array(room.agent + 1);
  readonly #sources = new Float64Array(room.source + 1);
  readonly #targets = new Float64Array(room.target + 1);
  readonly #codes = new Float64Array(mostCodes);
  readonly #identities = new Float64Array(identities.length);
  readonly #timeline = new TimelineBuckets();
  readonly #groups = new GroupTable();
  readonly #runs = new SequenceRuns();
  #events = 0;
  #requests = 0;
  #first = Infinity;
  #last = -Infinity;
  /** Numbers of stages, as they come. */
  readonly #ends = [this.tables.stage.numberOf('ResponseComplete'), this.tables.stage.numberOf('Panic')];
  readonly #started = this.tables.stage.numberOf('ResponseStarted');

  readonly #since: number;
  readonly #until: number;
  readonly #isWindow: boolean;

  /** RFC 3339: what lies before the first time, or not before the second, is not counted. */
  constructor(since = '', until = '') {
    this.#since = since === '' ? -Infinity : believableTime(since);
    this.#until = until === '' ? Infinity : believableTime(until);
    this.#isWindow = since !== '' || until !== '';
  }

  get events(): number {
    return this.#events;
  }

  /** Counts `this.entry`; true if it belongs into a group. */
  count(): boolean {
    const { stage, code, identity, time } = this.entry;
    const isOutside = Number.isNaN(time) ? this.#isWindow : time < this.#since || time >= this.#until;
    if (isOutside) return false;
    this.#events++;
    this.#bump(this.entry);
    if (time < this.#first) this.#first = time;
    if (time > this.#last) this.#last = time;
    if (this.#isRequest(stage)) {
      this.#requests++;
      this.#timeline.add(classOf(identity, code), time);
    }
    return identity <= lastThatMatters || code === 401 || code === 403;
  }

  /** Puts `this.entry` into its group.  */
  group(path: number, reason: number, place: () => LinePlace): void {
    const { stage, verb, user, agent, source, code, identity, time } = this.entry;
    const isRequest = this.#isRequest(stage);
    const hasRoom = stage * verb * user * agent * source * path * reason !== 0;
    // Each of these is below 2^16.
    const key = hasRoom ? String.fromCharCode(stage, verb, user, agent, source, code, identity, path, reason) : '';
    const group = this.#groups.add(key, time, () => ({ traits: this.#traits(path, reason), place: place() }));
    if (group && isRequest) this.#runs.add(group, time, place);
  }

  /** With the largest groups only, if there are more. */
  summary(
    mostGroups: number,
  ): Pick<
    AuditSummary,
    'events' | 'requests' | 'first' | 'last' | 'tallies' | 'groups' | 'ungrouped' | 'timeline' | 'sequences'
  > {
    return {
      events: this.#events,
      requests: this.#requests,
      first: formatTime(this.#first),
      last: formatTime(this.#last),
      tallies: Object.fromEntries(dimensions.map((name) => [name, this.#tally(name)])) as Record<Dimension, Tally>,
      groups: this.#groups.list(mostGroups),
      ungrouped: this.#groups.ungrouped,
      timeline: this.#timeline.timeline(),
      sequences: this.#runs.list(),
    };
  }

  #traits(path: number, reason: number): GroupTraits {
    const { tables, entry } = this;
    const said = JSON.parse(this.reasons.textOf(reason)) as Reasons;
    const text = this.paths.textOf(path);
    return {
      identity: identities[entry.identity] ?? 'unknown',
      user: tables.user.textOf(entry.user),
      stage: tables.stage.textOf(entry.stage),
      verb: tables.verb.textOf(entry.verb),
      path: text,
      code: entry.code,
      agent: tables.agent.textOf(entry.agent),
      source: tables.source.textOf(entry.source),
      decision: said.decision,
      reason: said.reason,
      otherServer: said.otherServer || isOtherServer(text, {}),
      countsAsRequest: this.#isRequest(entry.stage),
    };
  }

  #bump({ stage, level, verb, user, agent, source, target, code, identity }: Entry): void {
    raise(this.#stages, stage);
    raise(this.#levels, level);
    raise(this.#verbs, verb);
    raise(this.#users, user);
    raise(this.#agents, agent);
    raise(this.#sources, source);
    raise(this.#targets, target);
    raise(this.#codes, code);
    raise(this.#identities, identity);
  }

  /** A failed authentication has one event only, at ResponseStarted and without a name. */
  #isRequest(stage: number): boolean {
    if (this.#ends.includes(stage)) return true;
    return stage === this.#started && !this.entry.hasName;
  }

  #tally(name: Dimension): Tally {
    if (name === 'code') return tallyOf(this.#codes, (code) => (code === 0 ? '' : String(code)), 0);
    if (name === 'identity') return tallyOf(this.#identities, (index) => identities[index] ?? '', 0);
    const counts = {
      ...{ stage: this.#stages, level: this.#levels, verb: this.#verbs, user: this.#users },
      ...{ agent: this.#agents, source: this.#sources, target: this.#targets },
    }[name];
    return tallyOf(counts, (number) => this.tables[name].textOf(number), 1);
  }
}

function raise(counts: Float64Array, index: number): void {
  counts[index] = (counts[index] as number) + 1;
}

/** Index of `requestClasses`. */
function classOf(identity: number, code: number): number {
  const refused = code === 401 || code === 403;
  if (identity === anonymous) return refused ? 1 : 0;
  if (!refused) return 4;
  return code === 401 ? 2 : 3;
}

/** Counts before `from` have no text of their own. */
function tallyOf(counts: Float64Array, textOf: (index: number) => string, from: number): Tally {
  const values: Count[] = [];
  counts.forEach((events, index) => {
    if (events > 0 && index >= from) values.push({ value: textOf(index), events });
  });
  values.sort((a, b) => b.events - a.events || (a.value < b.value ? -1 : 1));
  return { values, others: from === 0 ? 0 : (counts[0] ?? 0) };
}
