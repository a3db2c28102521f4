// Who asks the API server, what they ask, and what an answer means to them: one row per consumer.
// Sources: facts on kubeadm join (sections 1 and 2), probes (4), kubeadm's own waiting (5); K1–K4, S1–S3 of the runs of 1.20.2.

import type { Minor, Ranged } from '../kubernetes/version.ts';
import type { Consumer, Verdict } from '../report.ts';
import { clusterInfoPath, type Answer, type Request } from './gates.ts';
import { fileJoinUnauthorized, probeEvent, textFor, tokenJoinForbidden, tokenJoinUnauthorized } from './texts.ts';

export interface ConsumerRow extends Ranged {
  readonly consumer: Consumer;
  readonly request: Request;
  /** What the deciding answer means; 200 works unless said otherwise. */
  readonly verdict?: Partial<Record<200 | 401 | 403, Verdict>>;
  readonly text?: (answer: 401 | 403, minor: Minor) => string;
  readonly because: readonly string[];
}

const anonymousClusterInfo: Request = { path: clusterInfoPath, credentials: 'none' };
const join = 'KA201';
const probe = 'KA202';
const others = 'KA207';

function tokenText(answer: Answer, minor: Minor): string {
  return textFor(answer === 401 ? tokenJoinUnauthorized : tokenJoinForbidden, minor);
}

/** The order of the report. A row that does not cover the version is left out: that consumer does not exist there. */
export const consumerRows: readonly ConsumerRow[] = [
  { consumer: 'kubeadm init', request: { path: '/healthz', credentials: 'admin-certificate' }, because: ['KA206'] },
  { consumer: 'kubeadm join (token)', request: anonymousClusterInfo, text: tokenText, because: [join] },
  { consumer: 'kubeadm join (token, unsafe skip)', request: anonymousClusterInfo, text: tokenText, because: [join] },
  {
    // The bootstrap token inside the file gets 403 here, and file discovery takes a 403 as "go on"; since 1.16 the
    // credentials are kept afterwards (kubernetes/kubernetes PR 80675).
    consumer: 'kubeadm join (file with credentials)',
    since: 16,
    request: { path: clusterInfoPath, credentials: 'bootstrap-token' },
    verdict: { 403: 'works' },
    because: [],
  },
  {
    consumer: 'kubeadm join (file without credentials)',
    request: anonymousClusterInfo,
    verdict: { 403: 'works' },
    text: (answer, minor) => (answer === 401 ? textFor(fileJoinUnauthorized, minor) : ''),
    because: [join],
  },
  {
    consumer: 'startup probe',
    since: 19,
    request: { path: '/livez', credentials: 'none' },
    text: (answer) => probeEvent('Startup', answer),
    because: [probe],
  },
  {
    consumer: 'liveness probe',
    since: 19,
    request: { path: '/livez', credentials: 'none' },
    because: [probe],
  },
  {
    consumer: 'liveness probe',
    until: 18,
    request: { path: '/healthz', credentials: 'none' },
    text: (answer) => probeEvent('Liveness', answer),
    because: [probe],
  },
  {
    consumer: 'readiness probe',
    since: 19,
    request: { path: '/readyz', credentials: 'none' },
    because: [probe],
  },
  { consumer: 'load balancer /healthz', request: { path: '/healthz', credentials: 'none' }, because: [others] },
  { consumer: 'authenticated clients', request: { path: '/api', credentials: 'admin-certificate' }, because: [probe] },
  {
    // Bound to service accounts only; the reader may have bound it wider.
    consumer: 'OIDC discovery',
    since: 20,
    request: { path: '/.well-known/openid-configuration', credentials: 'none' },
    because: [others],
  },
];
