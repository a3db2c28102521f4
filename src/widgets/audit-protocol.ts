// What the page and the worker that reads audit logs tell each other. The same messages come where no worker can start.

import type { AuditSummary } from '../core/logs/index.ts';

/** RFC 3339: from when, and up to when, events count. */
export interface Stretch {
  readonly since?: string;
  readonly until?: string;
}

/** The one message to the worker. To cancel, terminate it: what came last stays. */
export interface AuditRequest extends Stretch {
  readonly type: 'read';
  /** Read one after the other; the index is the `file` of a line's place. */
  readonly files: readonly File[];
}

export interface AuditProgress {
  readonly type: 'progress';
  /** Of the files as they are, compressed or not. */
  readonly bytes: number;
  readonly total: number;
  readonly events: number;
  readonly eventsPerSecond: number;
  readonly secondsLeft: number;
  /** Now and then, with the largest groups only. */
  readonly partial?: AuditSummary;
}

export interface AuditResult {
  readonly type: 'result';
  readonly summary: AuditSummary;
  readonly seconds: number;
}

/** Reading stopped; `summary` is what was read until then. */
export interface AuditError {
  readonly type: 'error';
  readonly file: string;
  readonly problem: 'unreadable' | 'damaged-archive';
  readonly summary: AuditSummary;
}

export type AuditMessage = AuditProgress | AuditResult | AuditError;
