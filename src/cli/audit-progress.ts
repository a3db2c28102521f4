// One line on standard error while logs are read: how far, how fast, how long still. Nothing where nobody looks.

import { statSync } from 'node:fs';
import type { Locale } from '../core/logs/index.ts';
import { auditWords } from './audit-words.ts';

export interface Progress {
  /** So many bytes of the files were read. */
  add(bytes: number): void;
  clear(): void;
}

const pause = 200;

export function showProgress(files: readonly string[], locale: Locale): Progress {
  if (process.stderr.isTTY !== true) return { add: () => undefined, clear: () => undefined };
  const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
  const started = performance.now();
  let read = 0;
  let shown = started;
  return {
    add(bytes) {
      read += bytes;
      const now = performance.now();
      if (now - shown < pause) return;
      shown = now;
      const perSecond = read / ((now - started) / 1000);
      const left = total > read ? Math.ceil((total - read) / perSecond) : undefined;
      process.stderr.write(`\r\x1b[K${auditWords[locale].progress({ read, total, perSecond, left })}`);
    },
    clear() {
      if (shown > started) process.stderr.write('\r\x1b[K');
    },
  };
}

/** 0 where it is not known. */
function sizeOf(file: string): number {
  try {
    return file === '-' ? 0 : statSync(file).size;
  } catch {
    return 0;
  }
}
