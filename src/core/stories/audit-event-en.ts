// The story of an audit event in English.

import type { AnonymousOffEffect } from '../kubernetes/anonymous-off.ts';
import type { AuditEventArgs } from './audit-event.ts';
import { client, credentials, source, what, who } from './audit-event-request-en.ts';
import { duration } from './duration.ts';
import type { StoryRow } from './story.ts';

type Words = (args: AuditEventArgs) => string;

const anonymousOff: Readonly<Record<AnonymousOffEffect, Words>> = {
  refused: (a) =>
    `401 at gate 1, whatever RBAC allows. ${a.looksLike === 'kubeadm-discovery' ? '`kubeadm join` then retries until its discovery time-out (5 minutes if not set) and fails. ' : ''}The event would then have \`user: {}\` and the stage \`ResponseStarted\`; rules that pick by \`users\` or \`userGroups\` do not match it`,
  'already-refused': () => 'no difference: it was refused already',
  unchanged: () => 'no difference: the caller has a name of its own',
  'unchanged-impersonation': () => 'no difference: impersonation is decided on the real caller, who has credentials',
  'name-only': () => 'no difference if a credential really carries this name',
  'bad-timeout': () =>
    'no difference: a `timeout` that cannot be read is answered with 400 before anybody is identified',
  'other-server': () => 'this flag of kube-apiserver does not decide: the event comes from another server',
  unknown: () => 'cannot be told from this event',
};

function gate1(a: AuditEventArgs): string {
  switch (a.identity) {
    case 'anonymous':
      return 'passed as `system:anonymous`: anonymous requests were allowed here';
    case 'rejected':
      return 'refused with 401; authorization was never asked';
    case 'unknown':
      return 'the event does not say';
    default:
      return `passed as \`${a.username}\``;
  }
}

function gate2(a: AuditEventArgs): string {
  if (a.decision === 'allow') return `${allowed(a)}${refusedLater(a)}`;
  if (a.decision === 'forbid') return `refused: ${forbidden(a.reasonText)}`;
  if (a.identity === 'rejected') return 'not reached';
  if (a.stage === 'RequestReceived') return 'not yet asked at this stage';
  if (a.code === 429) return 'not reached: too many requests';
  if (a.reasonText === 'internal error') return 'no decision: the authorizer itself failed';
  if (a.code === 403) return 'no decision in the event: a refused impersonation, or a tool cut it off';
  return 'no decision in the event';
}

function allowed(a: AuditEventArgs): string {
  if (a.bindingName === '') {
    return `allowed${a.reasonText ? `: ${a.reasonText}` : ', without a reason (as for the group `system:masters` or the Node authorizer)'}`;
  }
  const inside = a.bindingNamespace ? ` in \`${a.bindingNamespace}\`` : '';
  const [name = '', namespace] = a.subjectKind === 'ServiceAccount' ? a.subjectName.split('/') : [a.subjectName];
  const subject = `${a.subjectKind} \`${name}\`${namespace ? ` of \`${namespace}\`` : ''}`;
  return `allowed by ${a.bindingKind} \`${a.bindingName}\`${inside}, which gives ${a.roleKind} \`${a.roleName}\` to ${subject}; the first rule that matched, there may be more`;
}

const admissions: Readonly<Record<string, string>> = { quota: 'a quota', policy: 'a ValidatingAdmissionPolicy' };

function refusedLater(a: AuditEventArgs): string {
  if (a.code !== 403) return '';
  if (a.verb === 'get' && /^pods\/(?:exec|attach|portforward)$/.test(a.act)) {
    return '; then refused: by admission, or because a WebSocket needs the verb `create` here too (from 1.35)';
  }
  const by = a.admission ? ` by ${admissions[a.admission] ?? `\`${a.admission}\``}` : '';
  return `; then refused by admission${by && `:${by}`}`;
}

/** How the Node authorizer begins its reasons. */
const nodeReasons = /^(?:no relationship found between node|can only |unknown node for user)/;

function forbidden(reason: string): string {
  if (reason === '') return 'no rule allows it';
  if (reason === 'Everything is forbidden.') return 'the authorizer AlwaysDeny refuses everything';
  if (reason.startsWith('RBAC: ')) return `RBAC met an error, such as a role that is missing: ${reason}`;
  return nodeReasons.test(reason) ? `by the Node authorizer: ${reason}` : reason;
}

const answers: Readonly<Record<number, string>> = {
  101: 'the connection became a stream (exec, attach, port-forward)',
  404: 'allowed, but the object is not there',
  409: 'allowed, but the object exists already or has changed',
  422: 'allowed, but the object is not valid',
  429: 'too many requests at once',
  504: 'as a rule, it took longer than its deadline',
};

function answer(a: AuditEventArgs): string {
  if (a.stage === 'RequestReceived') return 'not in this entry: it was written when the request came in';
  if (a.stage === 'Panic')
    return `${a.code < 0 ? '' : `${a.code}: `}the handler in the server crashed${a.message ? `: ${a.message}` : ''}${a.message.endsWith('abort Handler') ? '; usual when a watch of an aggregated server is closed' : ''}`;
  if (a.grpcCode >= 0)
    return `gRPC code ${a.grpcCode} (${a.grpcCode === 0 ? 'success' : a.message || 'an error'}); this log has no HTTP status`;
  if (a.code < 0) return 'the event does not say';
  const meaning = a.code > 400 && a.code < 423 && a.decision !== 'allow' ? undefined : answers[a.code];
  return `${a.code}${[meaning, a.message]
    .filter(Boolean)
    .map((text) => `: ${text}`)
    .join('')}`;
}

function when(a: AuditEventArgs): string {
  if (a.receivedAt === '') return 'the event does not say';
  if (a.milliseconds < 0 || a.stage === 'RequestReceived') return a.receivedAt;
  const took = duration(a.milliseconds, 'en');
  if (a.longRunning && a.stage === 'ResponseComplete')
    return `${a.receivedAt}; the stream ended after ${took}, which is no measure of latency`;
  return `${a.receivedAt}; ${took} until the answer${a.latency ? `, of these: ${a.latency}` : ''}`;
}

const leftOut: Readonly<Record<string, string>> = {
  Metadata: ' (leaves out the bodies of request and answer)',
  Request: ' (leaves out the body of the answer)',
};

const bodies: Readonly<Record<Exclude<AuditEventArgs['bodies'], 'none'>, string>> = {
  request: 'the body of the request is in the event, not shown here',
  answer: 'the body of the answer is in the event, not shown here',
  both: 'the bodies of request and answer are in the event, not shown here',
};

function body(a: AuditEventArgs): string {
  if (a.truncated) return 'the bodies were too large and left out (`audit.k8s.io/truncated`)';
  if (a.bodies !== 'none') return bodies[a.bodies];
  if (!a.level.startsWith('Request') || a.stage === 'RequestReceived') return 'no body in the event';
  if (a.code === 401 || a.decision === 'forbid') return 'no body in the event: that of a refused request is never read';
  return a.resource
    ? 'no body in the event: the request had none, or a tool took it out'
    : 'no body in the event: paths that are no resource never have one recorded';
}

/** A cut-off event may lack what every whole one has. */
const named = (name: string): string => (name === '' ? 'not given' : `\`${name}\``);

const stages: Readonly<Record<string, string>> = {
  RequestReceived: ' (before authorization: says nothing about allowed or refused)',
  ResponseStarted: ' (the answer begins; the end is another entry)',
};

function written(a: AuditEventArgs): string {
  const single = a.identity === 'rejected' && a.stage === 'ResponseStarted';
  const stage = single ? ' (the only event of a failed authentication)' : (stages[a.stage] ?? '');
  const chosen = a.chosenID ? '; the `auditID` is no UUID: the client chose it, or a tool changed it' : '';
  const old = a.oldVersion ? '; this API version ended with 1.23 (or a tool kept its name)' : '';
  return `stage ${named(a.stage)}${stage}, level ${named(a.level)}${leftOut[a.level] ?? ''}; ${body(a)}${chosen}${old}`;
}

const oldTokens: Readonly<Record<Exclude<AuditEventArgs['oldToken'], ''>, string>> = {
  legacy: 'a service account token from a Secret, which never expires',
  stale: 'a service account token that should have been renewed',
  invalidated: 'a service account token from a Secret, which is no longer valid',
};

/** What the server noted in annotations. */
function noted(a: AuditEventArgs): readonly string[] {
  return [
    a.deprecated ? `a deprecated API${a.removedRelease ? `, gone in ${a.removedRelease}` : ''}` : '',
    a.podSecurityPolicy && `Pod Security enforces \`${a.podSecurityPolicy}\``,
    a.podSecurityViolations,
    a.podSecurityExempt && `exempt from Pod Security by its ${a.podSecurityExempt}`,
    a.podSecurityError,
    a.oldToken && oldTokens[a.oldToken],
    a.mutations > 0 ? `changed by ${a.mutations} admission ${a.mutations === 1 ? 'webhook' : 'webhooks'}` : '',
    a.failedOpen && `let through although a webhook failed: \`${a.failedOpen}\``,
    a.policyFailures > 0
      ? `${a.policyFailures} failed ${a.policyFailures === 1 ? 'check' : 'checks'} of ValidatingAdmissionPolicies`
      : '',
    a.loginDecision && `login of \`${a.login}\` at the OAuth server: ${a.loginDecision}`,
  ].filter((text) => text !== '');
}

export function title(a: AuditEventArgs): string {
  const caller = a.identity === 'rejected' ? 'nobody' : a.username || 'unknown';
  return `${caller}: ${a.verb} ${a.resource || a.path}${a.code < 0 ? '' : `, ${a.code}`}`;
}

export function rows(a: AuditEventArgs): readonly StoryRow[] {
  const row = (label: string, text: string): StoryRow => ({ label, text });
  return [
    row('Who', who[a.identity](a)),
    row('Credentials', credentials(a)),
    row('What', what(a)),
    row('From', source(a)),
    row('Client', client(a)),
    row('Gate 1: authentication', gate1(a)),
    row('Gate 2: authorization', gate2(a)),
    row('Answer', answer(a)),
    row('When', when(a)),
    row('Written as', written(a)),
    ...(noted(a).length > 0 ? [row('Noted by the server', noted(a).join('; '))] : []),
    row('With --anonymous-auth=false', anonymousOff[a.anonymousOff](a)),
    ...(a.untold > 0 ? [row('Not told here', `${a.untold} more events of this text`)] : []),
  ];
}
