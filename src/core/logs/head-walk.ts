// Walks one line of the log backend in the order in which kube-apiserver writes its keys, and notes where the values stand. Bodies
// (requestObject, responseObject) are stepped over unread. Whatever is written differently deviates and is left to JSON.parse.
// What stood in earlier lines (the caller from verb to userAgent, the annotations) is compared instead of walked again.
// The order is that of the Go struct: staging/src/k8s.io/apiserver/pkg/apis/audit/v1/types.go (Event, and Status of apimachinery).

import { ByteLiteral } from './byte-literal.ts';
import {
  afterKey,
  deviates,
  endOfString,
  endOfTextLists,
  endOfTextMembers,
  endOfTexts,
  endOfValue,
  threeDigits,
} from './json-bytes.ts';
import { findBackwards } from './find-backwards.ts';
import { notKnown } from './known-stretches.ts';
import type { Platform } from './platform.ts';
import { find, hashOfCaller, hashOfOrigin, recurring, remember } from './recurring.ts';
import { stretch, string } from './stretch.ts';

const beginning = new ByteLiteral('{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"');
const auditID = new ByteLiteral('","auditID":"');
const stage = new ByteLiteral('","stage":"');
const requestURI = new ByteLiteral('","requestURI":"');
const verb = new ByteLiteral('","verb":"');
const user = new ByteLiteral('","user":{');
const username = new ByteLiteral('"username":"');
const uid = new ByteLiteral(',"uid":"');
const groups = new ByteLiteral(',"groups":');
const extra = new ByteLiteral(',"extra":{');
const sourceIPs = new ByteLiteral(',"sourceIPs":["');
const userAgent = new ByteLiteral(',"userAgent":"');
const objectRef = new ByteLiteral(',"objectRef":{"resource":"');
const resourceKey = new ByteLiteral('"resource":');
const responseStatus = new ByteLiteral(',"responseStatus":{');
const onlyMetadata = new ByteLiteral('"metadata":{},"code":');
const codeKey = new ByteLiteral('"code":');
const requestObject = new ByteLiteral(',"requestObject":');
const responseObject = new ByteLiteral(',"responseObject":');
const receivedAt = new ByteLiteral(',"requestReceivedTimestamp":"');
const stageAt = ',"stageTimestamp":"';
const stageAtBytes = new ByteLiteral(`"${stageAt}`);
export const annotations = new ByteLiteral(',"annotations":{');

/** `2025-11-03T06:00:00.012858Z`: what Go's MicroTime always writes. */
const timeLength = 27;

/** From the first timestamp to behind the quote of the second. */
const timesLength = receivedAt.length + timeLength + stageAtBytes.length + timeLength + 1;

/** A view may be walked up to this many bytes before its end: so far a walk may look ahead. */
export const lookAhead = 128;

/** Positions of the line that was walked last. One object is used for all lines. */
export class HeadWalk {
  readonly #newline: Platform['newline'];
  /** To the auditID; its level is noted if it is new. */
  readonly opening = recurring(16, 128);
  readonly level = stretch();
  /** From the auditID to the requestURI; its stage is noted if it is new. */
  readonly middle = recurring(16, 64);
  readonly stage = stretch();
  readonly uri = stretch();
  /** From the verb to the user's end, or to its extra; what follows is noted if it is new. */
  readonly caller = recurring(512, 512);
  readonly verb = stretch();
  /** The user object with its braces, and the name in it. */
  readonly user = stretch();
  readonly username = stretch();
  /** sourceIPs and userAgent; what follows is noted if it is new. */
  readonly origin = recurring(512, 256);
  /** The last of the sourceIPs. */
  readonly source = stretch();
  readonly agent = stretch();
  readonly resource = stretch();
  /** From behind the second timestamp to the brace that closes the event. */
  readonly #ending = recurring(256, 1024);
  /** Annotations with what stands around them, `,"annotations":{…}}`, or `}` alone. */
  readonly ending = stretch();
  /** 0 where there is no responseStatus. */
  code = 0;
  /** Start of requestReceivedTimestamp's 27 characters. */
  receivedAt = 0;
  #callerEnd = 0;
  #originEnd = 0;

  constructor({ newline }: Platform) {
    this.#newline = newline;
  }

  /**
   * Behind the newline of the line that begins at `start`, or `deviates`. Looks no further than `limit`, and `lookAhead` bytes must
   * follow that in the view, which shows the same as `bytes`.
   */
  walk(bytes: Uint8Array, view: DataView, start: number, limit: number): number {
    const status = this.#toStatus(view, start, limit);
    if (status === deviates) return deviates;
    const behind = this.#status(view, status, limit);
    if (behind === deviates) return deviates;
    const isNext = receivedAt.standsAt(view, behind);
    const next = isNext ? this.#tail(view, behind, limit) : this.#overBodies(bytes, view, behind, limit);
    if (next !== deviates) this.#learn(view);
    return next;
  }

  /** What was new in a line that was walked to its end is known from now on. */
  #learn(view: DataView): void {
    const { opening, middle, caller, origin } = this;
    if (opening.isNew) remember(opening, view, this.level.start - beginning.length, this.level.end + auditID.length);
    if (middle.isNew) remember(middle, view, this.stage.start - stage.length, this.stage.end + requestURI.length);
    if (caller.isNew) remember(caller, view, this.verb.start - verb.length, this.#callerEnd);
    // Without an agent a longer one would begin alike.
    const hasAgent = this.agent.end > this.agent.start;
    if (origin.isNew && hasAgent) remember(origin, view, this.user.end, this.#originEnd);
    if (!this.#ending.isNew) return;
    this.#ending.hash = this.#endingHash();
    remember(this.#ending, view, this.ending.start, this.ending.end);
  }

  /** What the annotations say goes with the caller and the answer. */
  #endingHash(): number {
    return this.caller.index + this.code * 5;
  }

  /** From what follows responseStatus, if that is a body, to behind the newline. */
  #overBodies(bytes: Uint8Array, view: DataView, behind: number, limit: number): number {
    if (!requestObject.standsAt(view, behind) && !responseObject.standsAt(view, behind)) return deviates;
    const end = this.#newline(bytes, behind);
    if (end < 0 || end >= limit) return deviates;
    const closed = view.getUint8(end - 1) === 13 ? end - 1 : end;
    const { known } = this.#ending;
    const index = known.before(view, closed, behind + timesLength, this.#endingHash());
    if (index !== notKnown) {
      const times = closed - known.lengthOf(index) - timesLength;
      if (receivedAt.standsAt(view, times)) {
        const next = this.#tail(view, times, limit);
        if (next === end + 1) return next;
      }
    }
    const found = findBackwards(view, stageAt, behind, end);
    const tail = found - timeLength - 1 - receivedAt.length;
    if (found < 0 || tail <= behind || !receivedAt.standsAt(view, tail)) return deviates;
    return this.#tail(view, tail, limit) === end + 1 ? end + 1 : deviates;
  }

  /** Everything before responseStatus. */
  #toStatus(view: DataView, start: number, limit: number): number {
    if (start + beginning.length >= limit) return deviates;
    let at = this.#opening(view, start, limit);
    if (at !== deviates) at = endOfString(view, at, limit);
    if (at !== deviates) at = this.#middle(view, at, limit);
    if (at !== deviates) at = string(view, at, limit, this.uri);
    if (at !== deviates) at = this.#caller(view, at, limit);
    return at === deviates || at >= limit ? deviates : this.#objectRef(view, at, limit);
  }

  #opening(view: DataView, start: number, limit: number): number {
    const known = find(this.opening, view, start, limit, view.getInt32(start + beginning.length, true));
    if (known !== notKnown) return known;
    if (!beginning.standsAt(view, start)) return deviates;
    const at = string(view, start + beginning.length, limit, this.level);
    return at !== deviates && auditID.standsAt(view, at) ? at + auditID.length : deviates;
  }

  #middle(view: DataView, start: number, limit: number): number {
    const known = find(this.middle, view, start, limit, view.getInt32(start + stage.length + 8, true));
    if (known !== notKnown) return known;
    if (!stage.standsAt(view, start)) return deviates;
    const at = string(view, start + stage.length, limit, this.stage);
    return at !== deviates && requestURI.standsAt(view, at) ? at + requestURI.length : deviates;
  }

  /** From the verb to behind the userAgent. */
  #caller(view: DataView, start: number, limit: number): number {
    let at = find(this.caller, view, start, limit, hashOfCaller(view, start));
    if (at === notKnown) at = this.#nameAndGroups(view, start, limit);
    this.#callerEnd = at;
    if (at === deviates || at >= limit) return deviates;
    if (view.getUint8(at - 1) === 123) {
      at = endOfTextLists(view, at, limit);
      if (at === deviates || view.getUint8(at++) !== 125) return deviates;
    }
    this.user.end = at;
    if (at >= limit) return deviates;
    return (this.#originEnd = this.#origin(view, this.user.end, limit));
  }

  /** To behind the brace that closes the user, or the one that opens its extra: nothing else can follow there. */
  #nameAndGroups(view: DataView, start: number, limit: number): number {
    if (!verb.standsAt(view, start)) return deviates;
    let at = string(view, start + verb.length, limit, this.verb);
    if (at === deviates || !user.standsAt(view, at)) return deviates;
    at += user.length;
    this.user.start = at - 1;
    this.username.start = this.username.end = at;
    if (view.getUint8(at) === 125) return at + 1;
    if (!username.standsAt(view, at)) return deviates;
    at = string(view, at + username.length, limit, this.username);
    if (at === deviates) return deviates;
    at++;
    if (uid.standsAt(view, at)) {
      at = endOfString(view, at + uid.length, limit) + 1;
      if (at === 0) return deviates;
    }
    if (groups.standsAt(view, at)) at = endOfTexts(view, at + groups.length, limit);
    if (at === deviates) return deviates;
    if (extra.standsAt(view, at)) return at + extra.length;
    return view.getUint8(at) === 125 ? at + 1 : deviates;
  }

  #origin(view: DataView, start: number, limit: number): number {
    const known = find(this.origin, view, start, limit, hashOfOrigin(view, start));
    if (known !== notKnown) return known;
    const at = this.#source(view, start, limit);
    return at === deviates || at >= limit ? deviates : this.#agent(view, at, limit);
  }

  #source(view: DataView, start: number, limit: number): number {
    this.source.start = this.source.end = start;
    if (!sourceIPs.standsAt(view, start)) return start;
    let at = string(view, start + sourceIPs.length, limit, this.source);
    while (at !== deviates && view.getUint8(at + 1) === 44 && view.getUint8(at + 2) === 34)
      at = string(view, at + 3, limit, this.source);
    return at !== deviates && view.getUint8(at + 1) === 93 ? at + 2 : deviates;
  }

  #agent(view: DataView, start: number, limit: number): number {
    this.agent.start = this.agent.end = start;
    if (!userAgent.standsAt(view, start)) return start;
    const end = string(view, start + userAgent.length, limit, this.agent);
    return end === deviates ? deviates : end + 1;
  }

  /** The resource comes first; a second one would count instead. */
  #objectRef(view: DataView, start: number, limit: number): number {
    this.resource.start = this.resource.end = start;
    if (!objectRef.standsAt(view, start)) return start;
    let at = string(view, start + objectRef.length, limit, this.resource);
    if (at === deviates) return deviates;
    at++;
    while (at < limit && view.getUint8(at) === 44) {
      if (resourceKey.standsAt(view, at + 1)) return deviates;
      const value = afterKey(view, at + 1, limit);
      if (value === deviates) return deviates;
      if (view.getUint8(value) !== 34) return deviates;
      at = endOfString(view, value + 1, limit) + 1;
      if (at === 0) return deviates;
    }
    return at < limit && view.getUint8(at) === 125 ? at + 1 : deviates;
  }

  /** Behind responseStatus if there is one. Its code comes last. */
  #status(view: DataView, start: number, limit: number): number {
    this.code = 0;
    if (start >= limit) return deviates;
    if (!responseStatus.standsAt(view, start)) return start;
    let at = start + responseStatus.length;
    if (onlyMetadata.standsAt(view, at)) return this.#code(view, at + onlyMetadata.length);
    while (at < limit && view.getUint8(at) === 34) {
      if (codeKey.standsAt(view, at)) return this.#code(view, at + codeKey.length);
      const value = afterKey(view, at, limit);
      if (value === deviates) return deviates;
      at = endOfValue(view, value, limit);
      if (at === deviates || view.getUint8(at) !== 44) return deviates;
      at++;
    }
    return deviates;
  }

  #code(view: DataView, start: number): number {
    this.code = threeDigits(view, start);
    return this.code !== deviates && view.getUint8(start + 3) === 125 ? start + 4 : deviates;
  }

  /** From the first timestamp to behind the newline. */
  #tail(view: DataView, start: number, limit: number): number {
    this.receivedAt = start + receivedAt.length;
    let at = this.receivedAt + timeLength;
    if (at >= limit || !stageAtBytes.standsAt(view, at)) return deviates;
    at = endOfString(view, at + stageAtBytes.length, limit);
    if (at === deviates) return deviates;
    return this.#end(view, at + 1, limit);
  }

  /** From behind the second timestamp to behind the newline. */
  #end(view: DataView, start: number, limit: number): number {
    this.ending.start = start;
    let at = find(this.#ending, view, start, limit, this.#endingHash());
    if (at === notKnown) {
      at = annotations.standsAt(view, start) ? endOfTextMembers(view, start + annotations.length, limit) : start;
      if (at === deviates || view.getUint8(at) !== 125) return deviates;
      at++;
    }
    this.ending.end = at;
    if (view.getUint8(at) === 13) at++;
    return at < limit && view.getUint8(at) === 10 ? at + 1 : deviates;
  }
}
