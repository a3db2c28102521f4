// Enters events into the ledger: from the positions of a walked line, or from a parsed object. Both ways give the same numbers.

import { identify, readEvent, readEventHead, type EventFact, type EventHead } from '../kubernetes/audit-event.ts';
import { readEventValue } from '../formats/event-value.ts';
import type { PastedObject } from '../formats/format.ts';
import { asRecord, type UntypedRecord } from '../source/untyped-value.ts';
import { Clock, TextClock } from './clock.ts';
import { annotations as annotationsKey, type HeadWalk } from './head-walk.ts';
import { identities, type Ledger, type Reasons, type TableName } from './ledger.ts';
import { normalisePath } from './normalise-path.ts';
import type { Platform } from './platform.ts';
import { RawTexts, type Resolve } from './raw-texts.ts';
import type { Recurring } from './recurring.ts';
import type { Stretch } from './stretch.ts';
import type { LinePlace } from './summary.ts';
import { clip } from './text-table.ts';

const anonymousUser = '{"username":"system:anonymous","groups":["system:unauthenticated"]}';
const [anonymous, rejected, unknown] = (['anonymous', 'rejected', 'unknown'] as const).map((one) =>
  identities.indexOf(one),
) as [number, number, number];
/** Below 0, beside the indexes of `identities`. */
const [untold, nameless] = [-1, -2];
/** Identity, user, verb. */
const callerFields = 3;
/** More than a walk knows; one row more is for what it cannot remember. */
const [openingRows, middleRows, callerRows, originRows] = [65, 65, 2049, 2049];
const nowhere = { start: 0, end: 0 };

export class EventEntry {
  readonly #ledger: Ledger;
  readonly #platform: Platform;
  readonly #clock = new Clock();
  readonly #textClock = new TextClock();
  /** Numbers of what the head walk knows, by its indexes. */
  readonly #levels = new Int32Array(openingRows);
  readonly #stages = new Int32Array(middleRows);
  readonly #callers = new Int32Array(callerRows * callerFields);
  readonly #origins = new Int32Array(originRows * 2);
  readonly #raw: Readonly<Record<TableName, RawTexts>>;
  readonly #paths: RawTexts;
  readonly #targetPaths: RawTexts;
  readonly #reasons: RawTexts;
  /** Identity by the number of a user; undefined where the name alone does not tell. */
  readonly #identities: (number | undefined)[] = [];

  constructor(ledger: Ledger, platform: Platform) {
    this.#ledger = ledger;
    this.#platform = platform;
    const table =
      (name: TableName): Resolve =>
      (view, start, end) =>
        ledger.tables[name].numberOf(this.#text(view, start, end));
    this.#raw = {
      ...{ stage: new RawTexts(table('stage'), 64), level: new RawTexts(table('level'), 64) },
      ...{ verb: new RawTexts(table('verb'), 64), user: new RawTexts(table('user')) },
      ...{ agent: new RawTexts(table('agent')), source: new RawTexts(table('source')) },
      target: new RawTexts(table('target'), 1024),
    };
    const pathIn = (view: DataView, start: number, end: number): string => withoutQuery(this.#text(view, start, end));
    this.#paths = new RawTexts((view, start, end) => ledger.paths.numberOf(normalisePath(pathIn(view, start, end))));
    this.#targetPaths = new RawTexts((view, start, end) => ledger.tables.target.numberOf(pathIn(view, start, end)));
    this.#reasons = new RawTexts((view, start, end) => {
      const isEmpty = end - start < annotationsKey.length;
      const text = isEmpty ? '{}' : this.#decode(view, start + annotationsKey.length - 1, end - 1);
      const annotations: unknown = JSON.parse(text);
      const event = readEventValue({ kind: 'Event', apiVersion: 'audit.k8s.io/v1', annotations });
      return this.#reasonOf(event?.value['annotations']);
    });
  }

  /** False if the line must be parsed after all; then nothing was counted. */
  enterWalked(view: DataView, head: HeadWalk, place: () => LinePlace): boolean {
    this.#noteNew(view, head);
    const time = this.#clock.timeAt(view, head.receivedAt);
    if (Number.isNaN(time)) return false;
    const { entry } = this.#ledger;
    const row = rowOf(head.caller) * callerFields;
    const callers = this.#callers;
    let identity = callers[row] as number;
    if (identity === nameless) identity = head.code === 401 ? rejected : unknown;
    if (identity < 0) return false;
    entry.identity = identity;
    entry.user = callers[row + 1] as number;
    entry.verb = callers[row + 2] as number;
    const origin = rowOf(head.origin) * 2;
    entry.source = this.#origins[origin] as number;
    entry.agent = this.#origins[origin + 1] as number;
    entry.hasName = callers[row] !== nameless;
    entry.code = head.code;
    entry.time = time;
    entry.level = this.#levels[rowOf(head.opening)] as number;
    entry.stage = this.#stages[rowOf(head.middle)] as number;
    const hasResource = head.resource.end > head.resource.start;
    const path = hasResource ? nowhere : pathStretch(view, head.uri);
    entry.target = hasResource ? number(this.#raw.target, view, head.resource) : number(this.#targetPaths, view, path);
    if (this.#ledger.count()) {
      const whole = hasResource ? pathStretch(view, head.uri) : path;
      this.#ledger.group(number(this.#paths, view, whole), number(this.#reasons, view, head.ending), place);
    }
    return true;
  }

  /** Numbers for what the walk has not seen before. */
  #noteNew(view: DataView, head: HeadWalk): void {
    if (head.opening.isNew) this.#levels[rowOf(head.opening)] = number(this.#raw.level, view, head.level);
    if (head.middle.isNew) this.#stages[rowOf(head.middle)] = number(this.#raw.stage, view, head.stage);
    if (head.origin.isNew) {
      const origin = rowOf(head.origin) * 2;
      this.#origins[origin] = number(this.#raw.source, view, head.source);
      this.#origins[origin + 1] = number(this.#raw.agent, view, head.agent);
    }
    if (!head.caller.isNew) return;
    const row = rowOf(head.caller) * callerFields;
    const user = number(this.#raw.user, view, head.username);
    this.#callers[row] = this.#identityOf(view, head, user);
    this.#callers[row + 1] = user;
    this.#callers[row + 2] = number(this.#raw.verb, view, head.verb);
  }

  /** Enters one audit event as JSON.parse gave it. */
  enterParsed(value: UntypedRecord, place: () => LinePlace): void {
    const { entry, tables, paths } = this.#ledger;
    const fact = readEventHead(value);
    const { resource } = asRecord(value['objectRef']);
    entry.user = tables.user.numberOf(fact.username);
    entry.hasName = fact.username !== '';
    entry.code = codeOf(fact.code);
    entry.identity = identities.indexOf(fact.identity);
    entry.time = this.#textClock.timeOf(timeIn(value, fact));
    entry.level = tables.level.numberOf(fact.level);
    entry.stage = tables.stage.numberOf(fact.stage);
    entry.verb = tables.verb.numberOf(fact.verb);
    entry.source = tables.source.numberOf(fact.sourceIPs.at(-1) ?? '');
    entry.agent = tables.agent.numberOf(fact.userAgent);
    entry.target = tables.target.numberOf(typeof resource === 'string' && resource !== '' ? resource : fact.path);
    if (this.#ledger.count()) {
      this.#ledger.group(paths.numberOf(normalisePath(fact.path)), this.#reasonOf(value['annotations']), place);
    }
  }

  /** `nameless` if the code tells more, `untold` if only the parsed event can tell. */
  #identityOf(view: DataView, { user, username }: HeadWalk, number: number): number {
    if (username.end === username.start) return nameless;
    let known = this.#identities[number];
    if (known === undefined || number === 0) {
      const name = this.#text(view, username.start, username.end);
      const identity = identify({ username: name, groups: [], impersonatedUsername: '', code: undefined });
      known = identity === 'anonymous-name-only' ? untold : identities.indexOf(identity);
      this.#identities[number] = known;
    }
    if (known >= 0) return known;
    const isUsual = user.end - user.start === anonymousUser.length;
    return isUsual && this.#decode(view, user.start, user.end) === anonymousUser ? anonymous : untold;
  }

  /** What annotations alone say; the path stands beside it in a group. */
  #reasonOf(annotations: unknown): number {
    const { decision = '', reasonText, otherServer } = eventFact({ annotations });
    const said: Reasons = { decision: clip(decision), reason: clip(reasonText), otherServer };
    return this.#ledger.reasons.numberOf(JSON.stringify(said));
  }

  #text(view: DataView, start: number, end: number): string {
    const raw = this.#decode(view, start, end);
    return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
  }

  #decode(view: DataView, start: number, end: number): string {
    return this.#platform.decode(new Uint8Array(view.buffer, view.byteOffset + start, end - start));
  }
}

const rowOf = ({ index, known }: Recurring): number => (index < 0 ? known.room : index);
const number = (raw: RawTexts, view: DataView, { start, end }: Stretch): number => raw.numberOf(view, start, end);

/** The fact of an event that stands in no paste. */
function eventFact(value: unknown): EventFact {
  const span = { start: 0, end: 0 };
  const object: PastedObject = { format: 'audit-log', kind: 'Event', value, span, spanOf: () => span };
  const fact = readEvent(object, 0);
  if (!fact) throw new TypeError('an audit event without a fact');
  return fact;
}

const cut: Stretch = { start: 0, end: 0 };

/** A URI up to its query. */
function pathStretch(view: DataView, { start, end }: Stretch): Stretch {
  cut.start = start;
  cut.end = start;
  while (cut.end < end && view.getUint8(cut.end) !== 63 && view.getUint8(cut.end) !== 35) cut.end++;
  return cut;
}

function withoutQuery(uri: string): string {
  return uri.replace(/[?#].*$/s, '');
}

function codeOf(code = 0): number {
  return Number.isInteger(code) && code > 0 && code < 1000 ? code : 0;
}

/** v1beta1 and older have `timestamp`, in seconds. */
function timeIn(value: UntypedRecord, { receivedAt, completedAt }: EventHead): string {
  const oldTime = value['timestamp'];
  return receivedAt || completedAt || (typeof oldTime === 'string' ? oldTime : '');
}
