// Which API server a `kubeadm join` talked to, fit to be put into a command.

import type { JoinOutputFact } from './join-output.ts';

const request = /https:\/\/((?:\[[\da-f:.]+\]|[a-z\d][a-z\d.-]*))(:\d+)?\/api/i;

/** `host:port` of the request that failed, else of the command; empty if neither names one, or only a variable. */
export function joinAddress({ command, deciding }: Pick<JoinOutputFact, 'command' | 'deciding'>): string {
  const [, host, port = ':443'] = request.exec(deciding?.text ?? '') ?? [];
  if (host !== undefined) return host + port;
  const endpoint = command?.endpoint ?? '';
  return /^[\w.:[\]-]+:\d+$/.test(endpoint) ? endpoint : '';
}
