// The story of an audit event, as data: who asked what, from where, how far it came, what it got, and without anonymous access.

import { anonymousOffEffect, type AnonymousOffEffect } from '../kubernetes/anonymous-off.ts';
import type { EventDetails } from '../kubernetes/audit-details.ts';
import type { EventFact, Identity } from '../kubernetes/audit-event.ts';
import type { RbacReason } from '../kubernetes/rbac-reason.ts';
import { clientKindOf, type ClientKind } from '../kubernetes/user-agent.ts';
import { parseMicroseconds } from '../kubernetes/timestamp.ts';
import type { PlacedStory } from './story.ts';

/** Empty texts stand for what the event does not say; `code` and `milliseconds` are -1 then. */
export type AuditEventArgs = EventDetails & {
  readonly identity: Identity;
  readonly username: string;
  readonly groups: string;
  readonly impersonatedUsername: string;
  readonly verb: string;
  readonly path: string;
  /** `configmaps/cluster-info`, `pods/web/log`; empty for a path that is no resource. */
  readonly resource: string;
  readonly namespace: string;
  readonly sourceIPs: string;
  readonly sourceCount: number;
  readonly userAgent: string;
  readonly program: string;
  readonly programVersion: string;
  readonly looksLike: EventFact['looksLike'];
  readonly clientKind: ClientKind;
  readonly stage: string;
  readonly level: string;
  /** Which bodies the event holds; they are not shown. */
  readonly bodies: 'none' | 'request' | 'answer' | 'both';
  readonly code: number;
  readonly message: string;
  readonly decision: string;
  readonly reasonText: string;
  readonly bindingKind: RbacReason['bindingKind'] | '';
  readonly bindingName: string;
  readonly bindingNamespace: string;
  readonly roleKind: string;
  readonly roleName: string;
  readonly subjectKind: string;
  readonly subjectName: string;
  readonly receivedAt: string;
  readonly milliseconds: number;
  readonly anonymousOff: AnonymousOffEffect;
  /** On the last story told: how many events are not told. */
  readonly untold: number;
};

/** So many events are told; the rest is counted. */
export const toldEvents = 50;

/** The events that say most about anonymous access are told, in order of appearance. */
export function auditEventStories(events: readonly EventFact[]): readonly PlacedStory[] {
  const told = [...events]
    .sort((a, b) => rank(a) - rank(b) || a.object - b.object)
    .slice(0, toldEvents)
    .sort((a, b) => a.object - b.object);
  return told.map((event, index) => ({
    kind: 'audit-event',
    at: { object: event.object, path: [] },
    args: storyArgs(event, index === told.length - 1 ? events.length - told.length : 0),
  }));
}

function rank(event: EventFact): number {
  const nameless = event.identity === 'anonymous' || event.identity === 'rejected';
  if (!nameless) return 2;
  return event.looksLike === 'probe' ? 1 : 0;
}

function storyArgs(event: EventFact, untold: number): AuditEventArgs {
  const { objectRef } = event;
  return {
    identity: event.identity,
    username: plain(event.username),
    groups: plain(event.groups.join(', ')),
    impersonatedUsername: plain(event.impersonatedUsername),
    verb: event.verb,
    path: plain(event.path),
    resource: plain(resourceOf(objectRef)),
    namespace: plain(objectRef?.['namespace'] ?? ''),
    sourceIPs: plain(event.sourceIPs.join(', ')),
    sourceCount: event.sourceIPs.length,
    userAgent: plain(event.userAgent),
    program: event.client.program,
    programVersion: event.client.version,
    looksLike: event.looksLike,
    clientKind: clientKindOf(event.client),
    ...plainDetails(event.details()),
    stage: event.stage,
    level: event.level,
    bodies: bodiesOf(event),
    code: event.code ?? -1,
    message: plain(event.message),
    decision: event.decision ?? '',
    reasonText: plain(event.reasonText),
    ...grantArgs(event.reason),
    receivedAt: event.receivedAt,
    milliseconds: millisecondsTaken(event),
    anonymousOff: anonymousOffEffect(event),
    untold,
  };
}

function plainDetails(details: EventDetails): EventDetails {
  const entries = Object.entries(details).map(([key, value]) => [
    key,
    typeof value === 'string' ? plain(value) : value,
  ]);
  return Object.fromEntries(entries) as EventDetails;
}

/** Fit to stand between backticks: a client may write what it likes. */
function plain(text: string): string {
  return text.replaceAll('`', "'");
}

function bodiesOf({ hasRequestObject, hasResponseObject }: EventFact): AuditEventArgs['bodies'] {
  if (hasRequestObject) return hasResponseObject ? 'both' : 'request';
  return hasResponseObject ? 'answer' : 'none';
}

function grantArgs(reason: RbacReason | undefined) {
  return {
    bindingKind: reason?.bindingKind ?? ('' as const),
    bindingName: reason?.bindingName ?? '',
    bindingNamespace: reason?.bindingNamespace ?? '',
    roleKind: reason?.roleKind ?? '',
    roleName: reason?.roleName ?? '',
    subjectKind: reason?.subjectKind ?? '',
    subjectName: reason?.subjectName ?? '',
  };
}

function millisecondsTaken({ receivedAt, completedAt }: EventFact): number {
  const [received, completed] = [parseMicroseconds(receivedAt), parseMicroseconds(completedAt)];
  return received === undefined || completed === undefined ? -1 : (completed - received) / 1000;
}

function resourceOf(objectRef: EventFact['objectRef']): string {
  const { resource, name, subresource } = objectRef ?? {};
  return [resource, name, subresource].filter((part) => part !== undefined && part !== '').join('/');
}
