// Starts the reading of audit logs: in a worker, or on the page itself where none can start (a page opened from a folder).

import type { AuditMessage, Stretch } from './audit-protocol.ts';
import { readAudit } from './audit-reading.ts';

/** Names of the workers' files beside the scripts; filled in by the build. */
declare const WORKER_FILES: Readonly<Record<string, string>>;

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : document.baseURI;

/** Longer than this the page is not held up. */
const longestSlice = 8;
const sliceBytes = 1 << 15;

/** A worker that waits for files. */
let ready: Worker | undefined;

/** Starts the worker while the reader still looks for a file. */
export function prepareReading(): void {
  ready ??= startWorker();
  if (ready) ready.onerror = () => (ready = undefined);
}

/** Answers how to cancel: at once, and nothing is told afterwards. */
export function startReading(
  files: readonly File[],
  tell: (message: AuditMessage) => void,
  stretch: Stretch = {},
): () => void {
  const worker = ready ?? startWorker();
  if (!worker) return readHere(files, tell, stretch);
  ready = undefined;
  let cancel = (): void => worker.terminate();
  worker.onmessage = ({ data }: MessageEvent<AuditMessage>) => {
    tell(data);
    if (data.type !== 'progress') worker.terminate();
  };
  worker.onerror = () => {
    worker.terminate();
    cancel = readHere(files, tell, stretch);
  };
  worker.postMessage({ type: 'read', files, ...stretch });
  return () => cancel();
}

function startWorker(): Worker | undefined {
  if (location.protocol === 'file:') return undefined;
  try {
    return new Worker(new URL(WORKER_FILES['audit-worker'] ?? '', script));
  } catch {
    return undefined;
  }
}

class Cancelled extends Error {}

function readHere(files: readonly File[], tell: (message: AuditMessage) => void, stretch: Stretch): () => void {
  let cancelled = false;
  let since = performance.now();
  const pause = async (): Promise<void> => {
    if (performance.now() - since >= longestSlice) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    if (cancelled) throw new Cancelled();
  };
  void readAudit(files, {
    tell: (message) => {
      if (!cancelled) tell(message);
    },
    stretch,
    slice: { bytes: sliceBytes, pause },
  });
  return () => {
    cancelled = true;
  };
}
