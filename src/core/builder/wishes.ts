// What somebody wishes of a new cluster, and which wishes do not go together.

import { newestMinor, type Minor } from '../kubernetes/version.ts';

export const joinMethods = ['token', 'discovery-file'] as const;
export const anonymousChoices = ['paths', 'on', 'off'] as const;
export const auditChoices = ['anonymous-and-refused', 'metadata', 'none'] as const;

/** The oldest version that files are written for. */
export const oldestBuilt: Minor = 20;

export interface Wishes {
  /** 20 to 37. */
  readonly minor: Minor;
  readonly nodesJoinBy: (typeof joinMethods)[number];
  /** `paths`: only what a new node and the probes ask for. */
  readonly anonymous: (typeof anonymousChoices)[number];
  /** `anonymous-and-refused`: requests without credentials, let through or turned away. */
  readonly audit: (typeof auditChoices)[number];
  /** Address of the API server on the first control-plane host. */
  readonly advertiseAddress?: string;
}

export type WishProblem = 'version-not-covered' | 'token-needs-anonymous' | 'paths-too-new' | 'address-unreadable';

/** From this minor on a file can limit anonymous requests to paths. */
export const pathsSince: Minor = 31;

/** Why no files can keep these wishes; undefined if some can. Wishes are never changed to fit. */
export function findWishProblem(wishes: Wishes): WishProblem | undefined {
  const { minor, nodesJoinBy, anonymous, advertiseAddress = '' } = wishes;
  if (!Number.isInteger(minor) || minor < oldestBuilt || minor > newestMinor) return 'version-not-covered';
  if (anonymous === 'paths' && minor < pathsSince) return 'paths-too-new';
  if (anonymous === 'off' && nodesJoinBy === 'token') return 'token-needs-anonymous';
  return advertiseAddress !== '' && !isAddress(advertiseAddress) ? 'address-unreadable' : undefined;
}

/** An IPv4 address in four numbers, or what has the letters of an IPv6 address. */
function isAddress(text: string): boolean {
  const parts = text.split('.');
  if (parts.length === 4) return parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
  return /^[0-9a-fA-F:]+$/.test(text) && text.split(':').length >= 3 && !text.includes(':::');
}
