// The story of an audit event in English.

import type { AnonymousOffEffect } from '../kubernetes/anonymous-off.ts';
import type { Identity } from '../kubernetes/audit-event.ts';
import type { AuditEventArgs } from './audit-event.ts';
import type { StoryRow } from './story.ts';

type Words = (args: AuditEventArgs) => string;

const who: Readonly<Record<Identity, Words>> = {
  anonymous: () => '`system:anonymous` in the group `system:unauthenticated`: a caller without a name of its own',
  'anonymous-name-only': (a) =>
    `\`system:anonymous\`, but not in the group \`system:unauthenticated\` (groups: ${a.groups || 'none'}). The API server always writes both: a credential carries that name, or the event was changed`,
  rejected: () => 'nobody: the request was refused before it had a name (`user: {}`)',
  'bootstrap-token': (a) => `bootstrap token with the ID \`${a.username.slice('system:bootstrap:'.length)}\``,
  node: (a) => `node \`${a.username.slice('system:node:'.length)}\``,
  'service-account': (a) => {
    const [, , namespace = '', name = ''] = a.username.split(':');
    return `service account \`${name}\` of the namespace \`${namespace}\``;
  },
  impersonated: (a) => `\`${a.username}\`, acting as \`${a.impersonatedUsername}\``,
  user: (a) => `\`${a.username}\`${a.groups ? ` (groups: ${a.groups})` : ''}`,
  unknown: () => 'the event does not say (`user` is empty or missing)',
};

const credentials: Readonly<Record<Identity, Words>> = {
  anonymous: () =>
    'none. A wrong or expired token or certificate would have been answered with 401, not treated as anonymous',
  'anonymous-name-only': () => 'the event does not say',
  rejected: () =>
    'none, or bad ones. No credentials, a wrong or expired token, and an expired or foreign client certificate look the same here',
  'bootstrap-token': () => 'a bootstrap token; its secret half is never in the log',
  node: () => 'valid; in a kubeadm cluster a client certificate of the kubelet',
  'service-account': () => 'valid; as a rule a service account token',
  impersonated: () => 'valid ones of the real caller; source address and user agent are the real caller’s too',
  user: () => 'valid; the event does not say of which kind',
  unknown: () => 'the event does not say',
};

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

function what(a: AuditEventArgs): string {
  const place = a.namespace ? ` in the namespace \`${a.namespace}\`` : '';
  return a.resource ? `\`${a.verb}\` \`${a.resource}\`${place}` : `\`${a.verb}\` \`${a.path}\``;
}

function source(a: AuditEventArgs): string {
  if (a.sourceCount === 0) return 'the event does not say';
  if (a.sourceCount === 1) return `\`${a.sourceIPs}\``;
  return `\`${a.sourceIPs}\`. Only the last address is certain (from 1.18; before, none is): the others are what the client or a proxy said`;
}

function client(a: AuditEventArgs): string {
  if (a.userAgent === '') return 'it gave no user agent';
  const claim = `\`${a.userAgent}\``;
  if (a.looksLike === 'kubeadm-discovery') {
    return `${claim}: the discovery step of \`kubeadm join\`${a.programVersion ? ` ${a.programVersion}` : ''}, if the user agent is true: it is the client’s own word`;
  }
  if (a.program === 'kube-probe') return `${claim}: a probe of a kubelet, if the user agent is true`;
  if (a.looksLike === 'probe') return `${claim}: a health check, if the user agent is true`;
  return `${claim} (the client’s own word)`;
}

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
  if (a.decision === 'allow') {
    const then = a.code === 403 ? '; then refused by admission' : '';
    if (a.bindingName === '')
      return `allowed${a.reasonText ? `: ${a.reasonText}` : ', without a reason (as for the group `system:masters` or the Node authorizer)'}${then}`;
    const inside = a.bindingNamespace ? ` in \`${a.bindingNamespace}\`` : '';
    return `allowed by ${a.bindingKind} \`${a.bindingName}\`${inside}, which gives ${a.roleKind} \`${a.roleName}\` to ${a.subjectKind} \`${a.subjectName}\`${then}`;
  }
  if (a.decision === 'forbid') return `refused${a.reasonText ? `: ${a.reasonText}` : ': no rule allows it'}`;
  if (a.identity === 'rejected') return 'not reached';
  if (a.stage === 'RequestReceived') return 'not yet asked at this stage';
  if (a.code === 429) return 'not reached: too many requests';
  if (a.code === 403) return 'no decision in the event: a refused impersonation, or a tool cut it off';
  return 'no decision in the event';
}

function answer(a: AuditEventArgs): string {
  if (a.stage === 'RequestReceived') return 'not in this entry: it was written when the request came in';
  if (a.code < 0) return 'the event does not say';
  return `${a.code}${a.message ? `: ${a.message}` : ''}`;
}

function when(a: AuditEventArgs): string {
  if (a.receivedAt === '') return 'the event does not say';
  if (a.milliseconds < 0 || a.stage === 'RequestReceived') return a.receivedAt;
  const duration = `${Number(a.milliseconds.toFixed(1))} ms`;
  return a.verb === 'watch' && a.stage === 'ResponseComplete'
    ? `${a.receivedAt}; the stream ended after ${duration}`
    : `${a.receivedAt}; ${duration} until the answer`;
}

const leftOut: Readonly<Record<string, string>> = {
  Metadata: ' (leaves out the bodies of request and answer)',
  Request: ' (leaves out the body of the answer)',
};

const bodies: Readonly<Record<AuditEventArgs['bodies'], string>> = {
  none: 'no body in the event',
  request: 'the body of the request is in the event, not shown here',
  answer: 'the body of the answer is in the event, not shown here',
  both: 'the bodies of request and answer are in the event, not shown here',
};

/** A cut-off event may lack what every whole one has. */
const named = (name: string): string => (name === '' ? 'not given' : `\`${name}\``);

function written(a: AuditEventArgs): string {
  const single =
    a.identity === 'rejected' && a.stage === 'ResponseStarted' ? ', the only event of a failed authentication' : '';
  return `stage ${named(a.stage)}${single}; level ${named(a.level)}${leftOut[a.level] ?? ''}; ${bodies[a.bodies]}`;
}

export function title(a: AuditEventArgs): string {
  const caller = a.identity === 'rejected' ? 'nobody' : a.username || 'unknown';
  return `${caller}: ${a.verb} ${a.resource || a.path}${a.code < 0 ? '' : `, ${a.code}`}`;
}

export function rows(a: AuditEventArgs): readonly StoryRow[] {
  const row = (label: string, text: string): StoryRow => ({ label, text });
  return [
    row('Who', who[a.identity](a)),
    row('Credentials', credentials[a.identity](a)),
    row('What', what(a)),
    row('From', source(a)),
    row('Client', client(a)),
    row('Gate 1: authentication', gate1(a)),
    row('Gate 2: authorization', gate2(a)),
    row('Answer', answer(a)),
    row('When', when(a)),
    row('Written as', written(a)),
    row('With --anonymous-auth=false', anonymousOff[a.anonymousOff](a)),
    ...(a.untold > 0 ? [row('Not told here', `${a.untold} more events of this text`)] : []),
  ];
}
