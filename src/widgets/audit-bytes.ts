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
  return (await isGzip(file)) ? unpack(file, take) : readPlain(file, take);
}

async function readPlain(file: Blob, take: Take): Promise<void> {
  let at = 0;
  while (at < file.size) at = await readFrom(file, at, take);
}

/** Reads to the end, or to where a read was lost; answers where that is. */
async function readFrom(file: Blob, start: number, take: Take): Promise<number> {
  const stream = file.slice(start).stream();
  const next = chunksOf(stream);
  held.add(stream).add(next);
  let at = start;
  // One timer for all reads: one for each would be garbage by the megabyte.
  let waitsSince = Infinity;
  let isLost = false;
  const watch = setInterval(() => {
    isLost = performance.now() - waitsSince > patience;
    if (isLost) void next.cancel();
  }, patience / 4);
  try {
    for (;;) {
      waitsSince = performance.now();
      const chunk = await next.read();
      waitsSince = Infinity;
      if (chunk === undefined) return isLost ? at : file.size;
      at += chunk.length;
      await take(chunk, at);
    }
  } finally {
    clearInterval(watch);
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

/** The archive is read like a plain file; chunks of text that were taken are given away, or they would wait as garbage by the gigabyte. */
async function unpack(file: Blob, take: Take): Promise<void> {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  const writer = writable.getWriter();
  held.add(reader).add(writer);
  let packed = 0;
  const fed = readPlain(file, async (chunk, bytes) => {
    await writer.write(chunk as Uint8Array<ArrayBuffer>);
    packed = bytes;
  }).then(() => writer.close());
  // What goes wrong is seen by who reads.
  fed.catch((error: unknown) => writer.abort(error).catch(() => undefined));
  const { port1: away, port2: nobody } = new MessageChannel();
  nobody.close();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      await take(value, packed);
      away.postMessage(0, [value.buffer]);
    }
  } finally {
    reader.cancel().catch(() => undefined);
    away.close();
    held.delete(reader);
    held.delete(writer);
  }
}
