// A generated audit log as a file.

import { closeSync, openSync, writeSync } from 'node:fs';
import { makeAuditLog, type LogWishes } from './audit-log.ts';

/** `rewrite` may write an event otherwise than kube-apiserver does. */
export function writeLog(file: string, wishes: LogWishes, rewrite?: (event: unknown) => string): string {
  const descriptor = openSync(file, 'w');
  let pending = '';
  for (const line of makeAuditLog(wishes).lines) {
    pending += rewrite ? line.replace(/.+/g, (one) => rewrite(JSON.parse(one))) : line;
    if (pending.length > 4e6) {
      writeSync(descriptor, pending);
      pending = '';
    }
  }
  writeSync(descriptor, pending);
  closeSync(descriptor);
  return file;
}
