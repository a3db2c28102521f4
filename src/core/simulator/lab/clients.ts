// The clients of the lab: who asks a kubeadm cluster's API server something, in the order of the pages.

import type { Localised } from '../../locale.ts';
import type { Ranged } from '../../kubernetes/version.ts';

export const labClientIds = [
  'kubeadm-init',
  'kubeadm-join-token-pin',
  'kubeadm-join-token-unsafe',
  'kubeadm-join-file-credentials',
  'kubeadm-join-file',
  'kubeadm-join-https',
  'kubeadm-join-control-plane',
  'startup-probe',
  'liveness-probe',
  'readiness-probe',
  'load-balancer-healthz',
  'load-balancer-readyz',
  'kubectl-certificate',
  'kubectl-none',
  'oidc-discovery',
] as const;
export type LabClientId = (typeof labClientIds)[number];

export interface LabClient extends Ranged {
  readonly id: LabClientId;
  readonly name: Localised;
}

const names: Readonly<Record<LabClientId, Localised>> = {
  'kubeadm-init': { en: 'kubeadm init', ja: 'kubeadm init' },
  'kubeadm-join-token-pin': {
    en: 'kubeadm join, token and CA hash',
    ja: 'kubeadm join（トークンとCAハッシュ）',
  },
  'kubeadm-join-token-unsafe': {
    en: 'kubeadm join, token, CA unchecked',
    ja: 'kubeadm join（トークン、CAの検証なし）',
  },
  'kubeadm-join-file-credentials': {
    en: 'kubeadm join, file with credentials',
    ja: 'kubeadm join（認証情報入りのファイル）',
  },
  'kubeadm-join-file': {
    en: 'kubeadm join, file without credentials',
    ja: 'kubeadm join（認証情報のないファイル）',
  },
  'kubeadm-join-https': {
    en: 'kubeadm join, file over https without credentials',
    ja: 'kubeadm join（https経由、認証情報のないファイル）',
  },
  'kubeadm-join-control-plane': {
    en: 'kubeadm join --control-plane, token and CA hash',
    ja: 'kubeadm join --control-plane（トークンとCAハッシュ）',
  },
  'startup-probe': { en: 'Startup probe', ja: 'startup probe' },
  'liveness-probe': { en: 'Liveness probe', ja: 'liveness probe' },
  'readiness-probe': { en: 'Readiness probe', ja: 'readiness probe' },
  'load-balancer-healthz': { en: 'Load balancer, /healthz', ja: 'ロードバランサー（/healthz）' },
  'load-balancer-readyz': { en: 'Load balancer, /readyz', ja: 'ロードバランサー（/readyz）' },
  'kubectl-certificate': { en: 'kubectl with a client certificate', ja: 'kubectl（クライアント証明書あり）' },
  'kubectl-none': { en: 'kubectl without credentials', ja: 'kubectl（認証情報なし）' },
  'oidc-discovery': { en: 'OIDC discovery from outside', ja: '外部からのOIDCディスカバリー' },
};

/** Clients that exist only from some version on: the probes of 1.19, the issuer's documents of 1.20. */
const since: Partial<Record<LabClientId, number>> = {
  'startup-probe': 19,
  'readiness-probe': 19,
  'oidc-discovery': 20,
};

export const labClients: readonly LabClient[] = labClientIds.map((id) => {
  const first = since[id];
  return { id, name: names[id], ...(first === undefined ? {} : { since: first }) };
});
