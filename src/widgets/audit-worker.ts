// The worker that reads audit logs: one request in, messages out. A classic script of its own.

import type { AuditMessage, AuditRequest } from './audit-protocol.ts';
import { readAudit } from './audit-reading.ts';

/** What of a worker's global scope is used; the project's types are those of a page. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<AuditRequest>) => void) | null;
  postMessage(message: AuditMessage): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data: { files, ...stretch } }) =>
  void readAudit(files, { tell: (message) => scope.postMessage(message), stretch });
