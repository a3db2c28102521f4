// Walks one line of the log backend in the order in which kube-apiserver writes its keys, and notes where the values stand. Bodies
// (requestObject, responseObject) are stepped over unread. Whatever is written differently deviates and is left to JSON.parse.
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
} from './json-bytes.ts';
import { findBackwards } from './find-backwards.ts';

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
const annotations = new ByteLiteral(',"annotations":{');

/** `2025-11-03T06:00:00.012858Z`: what Go's MicroTime always writes. */
const timeLength = 27;

/** A view may be walked up to this many bytes before its end: so far a walk may look ahead. */
export const lookAhead = 96;

/** A stretch of the line; empty where the key is absent. */
export interface Stretch {
  start: number;
  end: number;
}

const stretch = (): Stretch => ({ start: 0, end: 0 });

/** Positions of the line that was walked last. One object is used for all lines. */
export class HeadWalk {
  readonly level = stretch();
  readonly stage = stretch();
  readonly uri = stretch();
  readonly verb = stretch();
  /** The user object with its braces, and the name in it. */
  readonly user = stretch();
  readonly username = stretch();
  /** The last of the sourceIPs. */
  readonly source = stretch();
  readonly agent = stretch();
  readonly resource = stretch();
  /** From the opening brace to behind the closing one. */
  readonly annotations = stretch();
  /** 0 where there is no responseStatus. */
  code = 0;
  /** Start of requestReceivedTimestamp's 27 characters. */
  receivedAt = 0;

  /**
   * Behind the newline of the line that begins at `start`, or `deviates`. Looks no further than `limit`, and `lookAhead` bytes must
   * follow that in the view. `newline(from)` finds the next newline, or answers -1.
   */
  walk(view: DataView, start: number, limit: number, newline: (from: number) => number): number {
    const status = this.#toStatus(view, start, limit);
    if (status === deviates) return deviates;
    const behind = this.#status(view, status, limit);
    if (behind === deviates) return deviates;
    if (receivedAt.standsAt(view, behind)) return this.#tail(view, behind, limit);
    if (!requestObject.standsAt(view, behind) && !responseObject.standsAt(view, behind)) return deviates;
    const end = newline(behind);
    if (end < 0 || end >= limit) return deviates;
    const found = findBackwards(view, stageAt, behind, end);
    const tail = found - timeLength - 1 - receivedAt.length;
    if (found < 0 || tail <= behind || !receivedAt.standsAt(view, tail)) return deviates;
    return this.#tail(view, tail, limit) === end + 1 ? end + 1 : deviates;
  }

  /** Everything before responseStatus. */
  #toStatus(view: DataView, start: number, limit: number): number {
    if (start + beginning.length >= limit || !beginning.standsAt(view, start)) return deviates;
    let at = string(view, start + beginning.length, limit, this.level);
    if (at === deviates || !auditID.standsAt(view, at)) return deviates;
    at = endOfString(view, at + auditID.length, limit);
    if (at === deviates || !stage.standsAt(view, at)) return deviates;
    at = string(view, at + stage.length, limit, this.stage);
    if (at === deviates || !requestURI.standsAt(view, at)) return deviates;
    at = string(view, at + requestURI.length, limit, this.uri);
    if (at === deviates || !verb.standsAt(view, at)) return deviates;
    at = string(view, at + verb.length, limit, this.verb);
    if (at === deviates || !user.standsAt(view, at)) return deviates;
    return this.#caller(view, at + user.length, limit);
  }

  /** From the user to what the request was about. */
  #caller(view: DataView, start: number, limit: number): number {
    let at = this.#user(view, start, limit);
    if (at === deviates || at >= limit) return deviates;
    at = this.#source(view, at, limit);
    if (at === deviates || at >= limit) return deviates;
    at = this.#agent(view, at, limit);
    if (at === deviates || at >= limit) return deviates;
    return this.#objectRef(view, at, limit);
  }

  #user(view: DataView, start: number, limit: number): number {
    this.user.start = start - 1;
    this.username.start = this.username.end = start;
    if (view.getUint8(start) === 125) return (this.user.end = start + 1);
    if (!username.standsAt(view, start)) return deviates;
    let at = string(view, start + username.length, limit, this.username);
    if (at === deviates) return deviates;
    at++;
    if (uid.standsAt(view, at)) {
      at = endOfString(view, at + uid.length, limit) + 1;
      if (at === 0) return deviates;
    }
    if (groups.standsAt(view, at)) at = endOfTexts(view, at + groups.length, limit);
    if (at !== deviates && extra.standsAt(view, at)) at = endOfTextLists(view, at + extra.length, limit);
    if (at === deviates || view.getUint8(at) !== 125) return deviates;
    return (this.user.end = at + 1);
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
    const a = view.getUint8(start) - 48;
    const b = view.getUint8(start + 1) - 48;
    const c = view.getUint8(start + 2) - 48;
    if (a < 1 || a > 9 || b < 0 || b > 9 || c < 0 || c > 9) return deviates;
    this.code = a * 100 + b * 10 + c;
    return view.getUint8(start + 3) === 125 ? start + 4 : deviates;
  }

  /** From the first timestamp to behind the newline. */
  #tail(view: DataView, start: number, limit: number): number {
    this.receivedAt = start + receivedAt.length;
    let at = this.receivedAt + timeLength;
    if (at >= limit || !stageAtBytes.standsAt(view, at)) return deviates;
    at = endOfString(view, at + stageAtBytes.length, limit);
    if (at === deviates) return deviates;
    at++;
    this.annotations.start = this.annotations.end = at;
    if (annotations.standsAt(view, at)) {
      this.annotations.start = at + annotations.length - 1;
      at = endOfTextMembers(view, this.annotations.start + 1, limit);
      if (at === deviates) return deviates;
      this.annotations.end = at;
    }
    if (view.getUint8(at) !== 125) return deviates;
    at += view.getUint8(at + 1) === 13 ? 2 : 1;
    return at < limit && view.getUint8(at) === 10 ? at + 1 : deviates;
  }
}

/** Notes where a string stands and answers where its closing quote is. */
function string(view: DataView, start: number, limit: number, into: Stretch): number {
  into.start = start;
  return (into.end = endOfString(view, start, limit));
}
