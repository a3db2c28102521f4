// widgets/audit-bytes: a read that the browser lost is begun again behind what was read, and no byte comes twice or is missing.
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readBytes } from '../../src/widgets/audit-bytes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Its streams give pieces of a few bytes and, at the first `lost` of them, never answer again behind so many pieces. */
function losingFile(bytes: Uint8Array<ArrayBuffer>, lost: readonly number[]): { file: Blob; cancelled: () => number } {
  let streams = 0;
  let cancelled = 0;
  const streamFrom = (start: number): ReadableStream<Uint8Array<ArrayBuffer>> => {
    const hangsBehind = lost[streams++] ?? Infinity;
    let at = start;
    let pieces = 0;
    return new ReadableStream({
      type: 'bytes',
      pull(controller) {
        if (pieces++ === hangsBehind) return new Promise(() => undefined);
        if (at >= bytes.length) {
          controller.close();
          controller.byobRequest?.respond(0);
          return undefined;
        }
        const piece = bytes.slice(at, at + 7);
        at += piece.length;
        controller.enqueue(piece);
        return undefined;
      },
      cancel: () => void cancelled++,
    });
  };
  const whole = new Blob([bytes]);
  const file = {
    size: bytes.length,
    slice: (start = 0, end?: number) =>
      end === undefined ? { stream: () => streamFrom(start) } : whole.slice(start, end),
  };
  return { file: file as unknown as Blob, cancelled: () => cancelled };
}

const text = new TextEncoder().encode(Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\n'));

for (const lost of [[], [0], [3], [3, 0, 5], [1000]]) {
  it(`reads every byte once where reads are lost behind ${lost.join(', ') || 'no'} pieces`, async () => {
    const { file, cancelled } = losingFile(text, lost);
    const taken: number[] = [];
    const places: number[] = [];
    const reading = readBytes(file, (chunk, at) => {
      taken.push(...chunk);
      places.push(at);
    });
    await vi.advanceTimersByTimeAsync(20_000);
    await reading;
    expect(new TextDecoder().decode(Uint8Array.from(taken))).toBe(new TextDecoder().decode(text));
    expect(places.at(-1)).toBe(text.length);
    expect(cancelled()).toBe(lost.filter((pieces) => pieces < 100).length);
  });
}
