// What is said about audit logs of any size: plain data without prose, small however large the logs are.

import type { AnonymousOffEffect } from '../kubernetes/anonymous-off.ts';
import type { Identity } from '../kubernetes/audit-event.ts';

/** What every event is counted by. `target` is the resource, or the path of a request for none. */
export const dimensions = ['stage', 'level', 'verb', 'code', 'identity', 'user', 'agent', 'source', 'target'] as const;
export type Dimension = (typeof dimensions)[number];

export interface Count {
  /** As it stands in the log, cut off where it is very long; empty where the event has none. */
  readonly value: string;
  readonly events: number;
}

export interface Tally {
  /** The most frequent first; equals in order of their text. */
  readonly values: readonly Count[];
  /** Events whose value found no room. */
  readonly others: number;
}

/** Where a line stands. Offsets of a compressed file count the text that comes out of it. */
export interface LinePlace {
  /** Index of the file. */
  readonly file: number;
  /** From 1. */
  readonly line: number;
  /** In bytes. */
  readonly offset: number;
  readonly length: number;
}

/** Events that look alike, of those that matter here: anonymous, without a name, of a bootstrap token, or refused. */
export interface EventGroup {
  readonly identity: Identity;
  readonly user: string;
  readonly stage: string;
  readonly verb: string;
  /** Without the query; names of objects as `{name}`. */
  readonly path: string;
  /** 0 where the event has none. */
  readonly code: number;
  readonly agent: string;
  /** The last address, the only one that is certain. */
  readonly source: string;
  readonly decision: string;
  readonly reason: string;
  /** What `--anonymous-auth=false` changes for them. */
  readonly anonymousOff: AnonymousOffEffect;
  /** Whether each event stands for one request: RequestReceived and most ResponseStarted do not. */
  readonly countsAsRequest: boolean;
  readonly events: number;
  /** RFC 3339 with microseconds; empty if no time could be read. */
  readonly first: string;
  readonly last: string;
  /** The first of them. */
  readonly place: LinePlace;
}

export const requestClasses = ['anonymous', 'anonymous-refused', 'unauthorized', 'forbidden', 'other'] as const;
/** How the timeline tells requests apart; `unauthorized` is 401, `forbidden` 403 of callers with a name. */
export type RequestClass = (typeof requestClasses)[number];

export interface Timeline {
  /** RFC 3339; empty if there is no bucket. */
  readonly start: string;
  /** A power of two. */
  readonly secondsPerBucket: number;
  /** Requests, a list for each class, all of the same length. */
  readonly buckets: Readonly<Record<RequestClass, readonly number[]>>;
  /** Requests without a time that can be read. */
  readonly untimed: number;
}

export type SequenceName =
  'kubeadm-join' | 'scanner' | 'load-balancer-refused' | 'probe-failures' | 'rejected-credentials';

/** Requests of one source that belong together. */
export interface Sequence {
  readonly name: SequenceName;
  readonly source: string;
  readonly requests: number;
  /** Different verbs, paths and clients among them. */
  readonly kinds: number;
  readonly first: string;
  readonly last: string;
  /** Steps that were seen, in the order in which they are expected; for a join `discovery`, `bootstrap-token`, `csr`. */
  readonly steps: readonly string[];
  /** The first of its lines. */
  readonly place: LinePlace;
}

export type UnreadReason = 'no-json' | 'broken' | 'other-json' | 'too-long';

export interface Unread {
  readonly counts: Readonly<Record<UnreadReason, number>>;
  /** The first of them. */
  readonly places: readonly (LinePlace & { readonly reason: UnreadReason })[];
}

export interface AuditSummary {
  readonly bytes: number;
  readonly lines: number;
  readonly events: number;
  /** Events that stand for one request each. */
  readonly requests: number;
  /** Times of the first and the last event, by the clock of the log; empty if there is none. */
  readonly first: string;
  readonly last: string;
  readonly tallies: Readonly<Record<Dimension, Tally>>;
  /** The largest first. */
  readonly groups: readonly EventGroup[];
  /** Events that matter but found no room in a group. */
  readonly ungrouped: number;
  readonly timeline: Timeline;
  readonly sequences: readonly Sequence[];
  readonly unread: Unread;
  /** False if bodies of events that do not matter were stepped over: damage inside them is not reported. */
  readonly everyLineParsed: boolean;
}
