// The first half of the story of an audit event in English: who asked for what, from where, with which client.

import type { Identity } from '../kubernetes/audit-event.ts';
import type { AuditEventArgs } from './audit-event.ts';

type Words = (args: AuditEventArgs) => string;

export const who: Readonly<Record<Identity, Words>> = {
  anonymous: () => '`system:anonymous` in the group `system:unauthenticated`: a caller without a name of its own',
  'anonymous-name-only': (a) =>
    `\`system:anonymous\`, but not in the group \`system:unauthenticated\` (groups: ${a.groups || 'none'}). The API server always writes both: a credential carries that name, or the event was changed`,
  rejected: () => 'nobody: the request was refused before it had a name (`user: {}`)',
  'bootstrap-token': (a) => `bootstrap token with the ID \`${a.username.slice('system:bootstrap:'.length)}\``,
  node: (a) => `node \`${a.username.slice('system:node:'.length)}\``,
  'service-account': (a) => {
    const [, , namespace = '', name = ''] = a.username.split(':');
    return `service account \`${name}\` of the namespace \`${namespace}\`${a.pod ? `, from the Pod \`${a.pod}\`` : ''}`;
  },
  impersonated: (a) =>
    `\`${a.username}\`, acting as \`${a.impersonatedUsername}\`${a.constraint ? ` (checked against \`${a.constraint}\`)` : ''}`,
  user: (a) => `\`${a.username}\`${a.groups ? ` (groups: ${a.groups})` : ''}`,
  unknown: () => 'the event does not say (`user` is empty or missing)',
};

/** Where the event tells more than the kind of its caller. */
const shown: Readonly<Record<AuditEventArgs['credential'], string>> = {
  '': '',
  certificate: 'a client certificate (the event names its fingerprint)',
  token: 'a service account token (the event names its ID)',
};

const usually: Readonly<Record<Identity, Words>> = {
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

export function credentials(a: AuditEventArgs): string {
  return (a.identity === 'impersonated' ? '' : shown[a.credential]) || usually[a.identity](a);
}

/** What is done, by `act`: a verb, or a resource with its subresource. */
const acts: Readonly<Record<string, string>> = {
  get: 'reads',
  list: 'lists',
  watch: 'watches',
  create: 'creates',
  update: 'replaces',
  patch: 'changes',
  delete: 'deletes',
  deletecollection: 'deletes, all at once, the selected',
  proxy: 'is passed through to',
  'pods/exec': 'runs a command in',
  'pods/attach': 'attaches to a process in',
  'pods/portforward': 'forwards ports to',
  'pods/log': 'reads the log of',
  'pods/proxy': 'is passed through to',
  'services/proxy': 'is passed through to',
  'nodes/proxy': 'is passed through to',
  'pods/eviction': 'evicts',
  'pods/binding': 'assigns to a node',
  'serviceaccounts/token': 'asks for a token of',
};

export function what(a: AuditEventArgs): string {
  const many = ['list', 'watch', 'deletecollection'].includes(a.verb);
  const place = a.namespace
    ? ` in the namespace \`${a.namespace}\``
    : a.resource && many
      ? ', in all namespaces or outside of any'
      : '';
  const act = acts[a.act] ?? acts[a.verb];
  const verb = a.verb ? `\`${a.verb}\`` : 'an HTTP method without a verb';
  const object = a.resource ? `\`${a.resource}\`${place}` : `the path \`${a.path}\``;
  return `${a.resource && act ? `${act} ${object} (${verb})` : `${verb} on ${object}`}${nameless(a)}${query(a)}`;
}

function nameless(a: AuditEventArgs): string {
  const version = a.resourceVersion ? `; \`resourceVersion\` ${a.resourceVersion}` : '';
  const unread = a.stage === 'RequestReceived' || a.decision === 'forbid';
  const hasName = a.act !== 'create' || a.resource === '' || a.resource.includes('/');
  return unread && !hasName
    ? `${version}; its name stands in the body, which is not read before the decision`
    : version;
}

function query(a: AuditEventArgs): string {
  const command = a.act === 'pods/exec' ? '; the command stands in `requestURI` and is not shown here' : '';
  const shown = a.parameters ? `; parameters: \`${a.parameters}\`` : '';
  return `${shown}${command || (a.hiddenParameters > 0 ? `; ${a.hiddenParameters} ${a.parameters ? 'more ' : ''}not shown: they may hold secrets` : '')}`;
}

export function source(a: AuditEventArgs): string {
  if (a.sourceCount === 0) return 'the event does not say';
  const masked = a.maskedSource ? '. Somebody has masked it: this is no address' : '';
  if (a.sourceCount === 1) return `\`${a.sourceIPs}\`${masked}`;
  return `\`${a.sourceIPs}\`${masked}. Only the last address is certain (from 1.18; before, none is): the others are what the client or a proxy said`;
}

const clientKinds: Readonly<Record<AuditEventArgs['clientKind'], string>> = {
  component: 'a part of Kubernetes itself, with its exact version, if the user agent is true',
  tool: 'a person or a script with this tool, if the user agent is true',
  browser: 'a browser, or a program that poses as one',
  scanner: 'a scanner, if the user agent is true',
  library: 'a program without a name of its own: a script, a load balancer, a scanner',
  own: 'the client’s own word',
};

export function client(a: AuditEventArgs): string {
  if (a.userAgent === '') return 'it gave no user agent';
  const claim = `\`${a.userAgent}\``;
  const cut = a.userAgent.endsWith('...TRUNCATED') ? '; cut off by the server at 1024 bytes' : '';
  const unbuilt = a.userAgent.includes('$Format') ? '; its Kubernetes library was built without a version' : '';
  if (a.looksLike === 'kubeadm-discovery') {
    return `${claim}: the discovery step of \`kubeadm join\`${a.programVersion ? ` ${a.programVersion}` : ''}, if the user agent is true: it is the client’s own word`;
  }
  if (a.program === 'kube-probe') return `${claim}: a probe of a kubelet, if the user agent is true`;
  if (a.looksLike === 'probe') return `${claim}: a health check, if the user agent is true`;
  return `${claim}: ${clientKinds[a.clientKind]}${unbuilt}${cut}`;
}
