// Who asks the API server, what they ask, and what an answer means to them: one row per consumer.
// Sources: facts on kubeadm join (sections 1 and 2), probes (4), kubeadm's own waiting (5); K1–K4, S1–S3 of the runs of 1.20.2.

import type { ProbeName } from '../kubernetes/api-server.ts';
import type { Minor, Ranged } from '../kubernetes/version.ts';
import type { Consumer, Verdict } from '../report.ts';
import type { GateRequest } from './gates.ts';
import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { fileJoinUnauthorized, textFor, tokenJoinForbidden, tokenJoinUnauthorized } from './texts.ts';

export interface ConsumerRow extends Ranged {
  readonly consumer: Consumer;
  /** What is asked; a probe asks what the server's manifest says. */
  readonly request: GateRequest | ProbeName;
  /** What the deciding answer means; 200 works unless said otherwise. */
  readonly verdict?: Partial<Record<200 | 401 | 403, Verdict>>;
  readonly text?: (answer: 401 | 403, minor: Minor) => string;
  /** Findings that may explain a refusal; the report names those that were found. */
  readonly because: readonly string[];
}

const anonymousClusterInfo: GateRequest = { path: clusterInfoPath, credentials: 'none' };
const join = ['KA201', 'KA204', 'KA217', 'KA221', 'KA223', 'KA224', 'KA225', 'KA231'];
const probe = ['KA202', 'KA204', 'KA218', 'KA221', 'KA223', 'KA224', 'KA225', 'KA231'];
const others = ['KA207', 'KA204', 'KA221', 'KA223', 'KA224', 'KA225', 'KA229', 'KA231'];

/** Findings that say why the server does not start at all. */
export const startFailureCodes: readonly string[] = [
  'KA205',
  'KA208',
  'KA209',
  'KA210',
  'KA212',
  'KA213',
  'KA214',
  'KA215',
  'KA216',
  'KA403',
  'KA406',
  'KA408',
  'KA409',
  'KA411',
];

function tokenText(answer: 401 | 403, minor: Minor): string {
  return textFor(answer === 401 ? tokenJoinUnauthorized : tokenJoinForbidden, minor);
}

/** The order of the report. A row that does not cover the version is left out: that consumer does not exist there. */
export const consumerRows: readonly ConsumerRow[] = [
  {
    consumer: 'kubeadm init',
    request: { path: '/healthz', credentials: 'client-certificate' },
    because: ['KA206', 'KA223'],
  },
  { consumer: 'kubeadm join (token)', request: anonymousClusterInfo, text: tokenText, because: join },
  { consumer: 'kubeadm join (token, unsafe skip)', request: anonymousClusterInfo, text: tokenText, because: join },
  {
    // The bootstrap token inside the file gets 403 here, and file discovery takes a 403 as "go on"; since 1.16 the
    // credentials are kept afterwards (kubernetes/kubernetes PR 80675).
    consumer: 'kubeadm join (file with credentials)',
    since: 16,
    request: { path: clusterInfoPath, credentials: 'bootstrap-token' },
    verdict: { 403: 'works' },
    because: ['KA223'],
  },
  {
    // With a token for the TLS bootstrap beside the file; without one every version stops after discovery.
    consumer: 'kubeadm join (file without credentials)',
    request: anonymousClusterInfo,
    verdict: { 403: 'works' },
    text: (answer, minor) => (answer === 401 ? textFor(fileJoinUnauthorized, minor) : ''),
    because: join,
  },
  { consumer: 'startup probe', request: 'startup', because: probe },
  { consumer: 'liveness probe', request: 'liveness', because: probe },
  { consumer: 'readiness probe', request: 'readiness', because: probe },
  { consumer: 'load balancer /healthz', request: { path: '/healthz', credentials: 'none' }, because: others },
  { consumer: 'authenticated clients', request: { path: '/api', credentials: 'client-certificate' }, because: probe },
  {
    // Bound to service accounts only; the reader may have bound it wider.
    consumer: 'OIDC discovery',
    since: 20,
    request: { path: '/.well-known/openid-configuration', credentials: 'none' },
    because: others,
  },
];
