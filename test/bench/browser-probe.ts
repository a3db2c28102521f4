// Runs in the page: notes when a file was chosen, when its first numbers and its whole summary stood there, and what held the page up.

export interface Noted {
  chosen: number;
  first: number;
  finished: number;
  cancelled: number;
  longTasks: number;
}

declare global {
  interface Window {
    noted: Noted;
  }
}

/** In milliseconds; 0 for what did not happen. */
export function probe(): void {
  const fresh = (): Noted => ({ chosen: 0, first: 0, finished: 0, cancelled: 0, longTasks: 0 });
  window.noted = fresh();
  document.addEventListener(
    'change',
    () => {
      window.noted = { ...fresh(), chosen: performance.now() };
    },
    true,
  );
  new MutationObserver(() => {
    const { noted } = window;
    const state = document.querySelector<HTMLElement>('[data-audit]')?.dataset['audit'];
    if (noted.first === 0 && document.querySelector('.audit-overview')) noted.first = performance.now();
    if (noted.finished === 0 && state === 'finished') noted.finished = performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-audit'] });
  new PerformanceObserver((list) => {
    window.noted.longTasks += list.getEntries().length;
  }).observe({ type: 'longtask' });
}

/** Reads the file of an input in a worker that does nothing with it; answers the milliseconds. */
export async function readForNothing(input: HTMLInputElement): Promise<number> {
  const work = `onmessage = async ({ data: file }) => {
    const head = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    const packed = head[0] === 0x1f && head[1] === 0x8b;
    const stream = packed ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
    const reader = (self.held = packed ? stream.getReader() : stream.getReader({ mode: 'byob' }));
    let buffer = new ArrayBuffer(1 << 20);
    for (;;) {
      const { value, done } = packed ? await reader.read() : await reader.read(new Uint8Array(buffer));
      if (done) return postMessage('done');
      buffer = value.buffer;
    }
  };`;
  const worker = new Worker(URL.createObjectURL(new Blob([work], { type: 'text/javascript' })));
  const started = performance.now();
  await new Promise((resolve) => {
    worker.onmessage = resolve;
    worker.postMessage(input.files?.[0]);
  });
  worker.terminate();
  return performance.now() - started;
}
