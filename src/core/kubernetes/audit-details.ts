// What an audit event says beside who, what and whether: query, credential, admission, latency, deprecation, size.
// Upstream: annotations of staging/src/k8s.io/{apiserver,pod-security-admission}; the query of the request is the client's.

import { asList, asRecord, asText, type UntypedRecord } from '../source/untyped-value.ts';

/** Flat, since it goes into a report as it is. Empty texts stand for what the event does not say. */
export type EventDetails = {
  /** `pods/exec` for what is done to a subresource; else the verb. */
  readonly act: string;
  /** Parameters of the query that never hold a secret, as `limit=500, watch=true`. */
  readonly parameters: string;
  readonly hiddenParameters: number;
  readonly longRunning: boolean;
  readonly credential: '' | 'certificate' | 'token';
  readonly pod: string;
  /** Which constraint a constrained impersonation was checked against (from 1.35). */
  readonly constraint: string;
  /** True if an address is none: the author of a page has masked it. */
  readonly maskedSource: boolean;
  /** Who refused in admission, as far as the message tells: a webhook's name, `PodSecurity`, `quota`, `policy`. */
  readonly admission: string;
  readonly latency: string;
  readonly deprecated: boolean;
  readonly removedRelease: string;
  readonly podSecurityPolicy: string;
  readonly podSecurityViolations: string;
  readonly podSecurityExempt: string;
  readonly podSecurityError: string;
  readonly oldToken: '' | 'legacy' | 'stale' | 'invalidated';
  readonly failedOpen: string;
  readonly mutations: number;
  readonly policyFailures: number;
  readonly truncated: boolean;
  /** The OAuth server of OpenShift notes whose login it allowed or denied. */
  readonly login: string;
  readonly loginDecision: string;
  /** True if the auditID is no UUID: the client sent it. */
  readonly chosenID: boolean;
  /** True for v1alpha1 and v1beta1. */
  readonly oldVersion: boolean;
  /** -1 unless the event is Google's, which has no HTTP status. */
  readonly grpcCode: number;
  readonly resourceVersion: string;
};

/** `resourceVersion` is given as written: it may be a number that is too large for JavaScript. */
export function readEventDetails(event: UntypedRecord, resourceVersion: string): EventDetails {
  const notes = asRecord(event['annotations']);
  const note = (key: string): string => asText(notes[key]) ?? '';
  const status = asRecord(event['responseStatus']);
  const [resource, subresource] = ['resource', 'subresource'].map(
    (key) => asText(asRecord(event['objectRef'])[key]) ?? '',
  );
  const verb = asText(event['verb']) ?? '';
  const sources = asList(event['sourceIPs']);
  return {
    act: subresource ? `${resource}/${subresource}` : verb,
    ...readQuery(asText(event['requestURI']) ?? ''),
    longRunning:
      verb === 'watch' || verb === 'proxy' || /^(?:attach|exec|proxy|log|portforward)$/.test(subresource ?? ''),
    ...readCaller(event),
    maskedSource: sources.some((source) => !isAddress(asText(source) ?? '')),
    admission: readAdmission(asText(status['message']) ?? ''),
    latency: keysUnder(notes, 'apiserver.latency.k8s.io/')
      .map((layer) => `${layer} ${note(`apiserver.latency.k8s.io/${layer}`)}`)
      .join(', '),
    deprecated: note('k8s.io/deprecated') === 'true',
    removedRelease: note('k8s.io/removed-release'),
    podSecurityPolicy: note('pod-security.kubernetes.io/enforce-policy'),
    podSecurityViolations: note('pod-security.kubernetes.io/audit-violations'),
    podSecurityExempt: note('pod-security.kubernetes.io/exempt'),
    podSecurityError: note('pod-security.kubernetes.io/error'),
    oldToken: readOldToken(notes),
    failedOpen: Object.entries(notes)
      .filter(([key]) => key.startsWith('failed-open.'))
      .map(([, name]) => asText(name) ?? '')
      .join(', '),
    mutations: keysUnder(notes, 'mutation.webhook.admission.k8s.io/').filter((key) =>
      note(`mutation.webhook.admission.k8s.io/${key}`).includes('"mutated":true'),
    ).length,
    policyFailures: (note('validation.policy.admission.k8s.io/validation_failure').match(/"policy"/g) ?? []).length,
    truncated: note('audit.k8s.io/truncated') === 'true',
    login: note('authentication.openshift.io/username'),
    loginDecision: note('authentication.openshift.io/decision'),
    chosenID: !/^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$/i.test(
      asText(event['auditID']) ?? '',
    ),
    oldVersion: /\/v1(?:alpha|beta)1$/.test(asText(event['apiVersion']) ?? ''),
    grpcCode: typeof status['grpcCode'] === 'number' ? status['grpcCode'] : -1,
    resourceVersion,
  };
}

function keysUnder(notes: UntypedRecord, prefix: string): readonly string[] {
  return Object.keys(notes)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

/** Parameters of Kubernetes' own API that name no secret; all others (tokens, commands, codes) stay hidden. */
const harmless =
  /^(?:watch|limit|timeout|timeoutSeconds|resourceVersion|resourceVersionMatch|dryRun|field(?:Manager|Validation|Selector)|labelSelector|allowWatchBookmarks|sendInitialEvents|container|follow|tailLines|propagationPolicy|force|verbose|exclude)$/;
const longestValue = 120;

function readQuery(uri: string): Pick<EventDetails, 'parameters' | 'hiddenParameters'> {
  const query = /\?([^#]*)/.exec(uri)?.[1] ?? '';
  const pairs = query === '' ? [] : query.split('&');
  const shown = pairs.filter((pair) => harmless.test(pair.replace(/=.*/s, '')));
  return {
    parameters: shown.map((pair) => shortened(decode(pair))).join(', '),
    hiddenParameters: pairs.length - shown.length,
  };
}

/** A name that is cut off must not pass for another one. */
function shortened(text: string): string {
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function readCaller(event: UntypedRecord): Pick<EventDetails, 'credential' | 'pod' | 'constraint'> {
  const extra = asRecord(asRecord(event['user'])['extra']);
  const first = (key: string): string => asText(asList(extra[`authentication.kubernetes.io/${key}`])[0]) ?? '';
  const id = first('credential-id');
  return {
    credential: id.startsWith('X509SHA256=') ? 'certificate' : id.startsWith('JTI=') ? 'token' : '',
    pod: first('pod-name'),
    constraint: asText(asRecord(event['authenticationMetadata'])['impersonationConstraint']) ?? '',
  };
}

function isAddress(text: string): boolean {
  if (text.includes(':')) return /^[0-9a-f:.]+(?:%\w+)?$/i.test(text);
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}

function readAdmission(message: string): string {
  const webhook = /admission webhook "([^"]+)" denied/.exec(message)?.[1];
  if (webhook !== undefined) return webhook;
  if (message.includes('violates PodSecurity')) return 'PodSecurity';
  if (message.includes('exceeded quota')) return 'quota';
  return message.includes('ValidatingAdmissionPolicy') ? 'policy' : '';
}

function readOldToken(notes: UntypedRecord): EventDetails['oldToken'] {
  const has = (name: string): boolean => notes[`authentication.k8s.io/${name}`] !== undefined;
  if (has('legacy-token-invalidated')) return 'invalidated';
  if (has('stale-token')) return 'stale';
  return has('legacy-token') || has('legacy-token-autogenerated-secret') || has('legacy-token-manual-secret')
    ? 'legacy'
    : '';
}
