// What `--anonymous-auth=false` would change for a request that an audit event records.
// Only requests that are really anonymous change; impersonation of system:anonymous was run and stays as it is.

import type { EventFact } from './audit-event.ts';

export type AnonymousOffEffect =
  | 'refused' // anonymous: gets 401 instead of whatever it got
  | 'already-refused'
  | 'unchanged'
  | 'unchanged-impersonation' // authorized on the real user, who has credentials
  | 'name-only' // named system:anonymous without the group: unchanged if a credential carries that name
  | 'bad-timeout' // 400 before authentication
  | 'other-server' // not decided by kube-apiserver's flag
  | 'unknown';

export function anonymousOffEffect(
  event: Pick<EventFact, 'otherServer' | 'identity' | 'code' | 'stage'>,
): AnonymousOffEffect {
  if (event.otherServer) return 'other-server';
  switch (event.identity) {
    case 'anonymous':
      return 'refused';
    case 'rejected':
      return 'already-refused';
    case 'impersonated':
      return 'unchanged-impersonation';
    case 'anonymous-name-only':
      return 'name-only';
    case 'unknown':
      return event.code === 400 && event.stage === 'ResponseStarted' ? 'bad-timeout' : 'unknown';
    default:
      return 'unchanged';
  }
}
