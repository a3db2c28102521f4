// Whether the server takes bootstrap tokens as credentials: kubeadm switches them on, the server's own default is off.

import { findFlag, type ServerFact } from '../api-server.ts';
import { isWholeManifest } from './authorization-modes.ts';
import { parseGoBool } from './go-values.ts';

export function takesBootstrapTokens(server: Pick<ServerFact, 'flags' | 'minor' | 'from'>): boolean {
  const flag = findFlag(server, 'enable-bootstrap-token-auth');
  return flag ? parseGoBool(flag.value) !== false : !isWholeManifest(server);
}
