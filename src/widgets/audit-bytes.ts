// The bytes of a chosen file, chunk by chunk. A plain file is read into one buffer again and again ("bring your own buffer"),
// so that memory stays flat; a compressed one is unpacked by the browser.

const chunkSize = 1 << 20;
/** A read that takes longer has been lost: it is begun again behind what was read. */
const patience = 2000;

/** Takes a chunk of text, whose memory is used again, and how many bytes of the file were read so far. */
export type Take = (chunk: Uint8Array, bytes: number) => void | Promise<void>;

/** Streams and readers that only a pending read holds are collected as garbage in Chromium, and the read never ends. */
const held = new Set<unknown>();

export async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** Rejects if the file cannot be read, or with a TypeError if it is a damaged archive. */
export async function readBytes(file: Blob, take: Take): Promise<void> {
  if (await isGzip(file)) return unpack(file, take);
  let at = 0;
  while (at < file.size) at = await readFrom(file, at, take);
}

/** Reads to the end, or to where a read was lost; answers where that is. */
async function readFrom(file: Blob, start: number, take: Take): Promise<number> {
  const stream = file.slice(start).stream();
  const next = chunksOf(stream);
  held.add(stream).add(next);
  let at = start;
  try {
    for (;;) {
      const chunk = await inTime(next.read());
      if (chunk === 'late') {
        void next.cancel();
        return at;
      }
      if (chunk === undefined) return Math.max(at, file.size);
      at += chunk.length;
      await take(chunk, at);
    }
  } finally {
    held.delete(stream);
    held.delete(next);
  }
}

interface Chunks {
  /** Undefined at the end. */
  read(): Promise<Uint8Array | undefined>;
  cancel(): Promise<void>;
}

/** The default reader where there is no reader with an own buffer. */
function chunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Chunks {
  try {
    const reader = stream.getReader({ mode: 'byob' });
    let buffer = new ArrayBuffer(chunkSize);
    return {
      cancel: () => reader.cancel(),
      async read() {
        const { value, done } = await reader.read(new Uint8Array(buffer));
        if (value) buffer = value.buffer;
        return done ? undefined : value;
      },
    };
  } catch {
    const reader = stream.getReader();
    return { cancel: () => reader.cancel(), read: async () => (await reader.read()).value };
  }
}

async function inTime<T>(read: Promise<T>): Promise<T | 'late'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience);
  });
  try {
    return await Promise.race([read, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function unpack(file: Blob, take: Take): Promise<void> {
  let packed = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      packed += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const stream = file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  held.add(stream).add(reader);
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      await take(value, packed);
    }
  } finally {
    held.delete(stream);
    held.delete(reader);
  }
}
