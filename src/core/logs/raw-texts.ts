// Remembers which number the bytes of a text have, so that a text is decoded once and not in every line.
// It forgets everything when it is full: what it does not know is resolved again.

const longest = 1024;
/** Bytes per text, on average. */
const share = 64;
/** Texts may be made to have the same hash; then they are not remembered. */
const mostTries = 32;

/** Gives the number of the bytes between two places; below 0 if they are no text, and then it is not remembered. */
export type Resolve = (view: DataView, start: number, end: number) => number;

export class RawTexts {
  readonly #resolve: Resolve;
  readonly #slots: Int32Array;
  readonly #hashes: Int32Array;
  readonly #offsets: Int32Array;
  readonly #lengths: Int32Array;
  readonly #numbers: Int32Array;
  readonly #arena: DataView;
  #count = 0;
  #used = 0;

  /** `room` is how many texts are remembered, a power of two. */
  constructor(resolve: Resolve, room = 4096) {
    this.#resolve = resolve;
    this.#slots = new Int32Array(room * 4);
    this.#hashes = new Int32Array(room);
    this.#offsets = new Int32Array(room);
    this.#lengths = new Int32Array(room);
    this.#numbers = new Int32Array(room);
    this.#arena = new DataView(new ArrayBuffer(Math.max(longest, room * share)));
  }

  /** Three bytes behind `end` must lie inside the view. */
  numberOf(view: DataView, start: number, end: number): number {
    const hash = hashOf(view, start, end);
    let slot = hash & (this.#slots.length - 1);
    for (let tries = 0; tries < mostTries; tries++) {
      const index = (this.#slots[slot] as number) - 1;
      if (index < 0) return this.#learn(view, start, end, hash);
      if (this.#hashes[index] === hash && this.#isSame(view, start, end, index)) return this.#numbers[index] as number;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#resolve(view, start, end);
  }

  #isSame(view: DataView, start: number, end: number, index: number): boolean {
    const length = this.#lengths[index] as number;
    if (length !== end - start) return false;
    const arena = this.#arena;
    const offset = this.#offsets[index] as number;
    let at = 0;
    for (; at + 4 <= length; at += 4) {
      if (view.getInt32(start + at, true) !== arena.getInt32(offset + at, true)) return false;
    }
    return at === length || lastBytes(view, start + at, length - at) === arena.getInt32(offset + at, true);
  }

  #learn(view: DataView, start: number, end: number, hash: number): number {
    const number = this.#resolve(view, start, end);
    const length = end - start;
    const padded = (length + 3) & ~3;
    if (number < 0 || length > longest) return number;
    if (this.#count === this.#numbers.length || this.#used + padded > this.#arena.byteLength) this.#forget();
    for (let at = 0; at < length; at++) this.#arena.setUint8(this.#used + at, view.getUint8(start + at));
    for (let at = length; at < padded; at++) this.#arena.setUint8(this.#used + at, 0);
    const index = this.#count;
    this.#hashes[index] = hash;
    this.#offsets[index] = this.#used;
    this.#lengths[index] = length;
    this.#numbers[index] = number;
    this.#count++;
    this.#used += padded;
    let slot = hash & (this.#slots.length - 1);
    while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
    this.#slots[slot] = index + 1;
    return number;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#count = 0;
    this.#used = 0;
  }
}

/** One to three bytes as a word with zeros above them. */
function lastBytes(view: DataView, at: number, count: number): number {
  return view.getInt32(at, true) & ((1 << (count * 8)) - 1);
}

/** Of the length and some of the bytes; who is the same is found by comparing all of them. */
function hashOf(view: DataView, start: number, end: number): number {
  const length = end - start;
  if (length < 4) return mix(length === 0 ? 0 : lastBytes(view, start, length), length);
  const middle = view.getInt32(start + ((length - 4) >> 1), true);
  return mix(mix(view.getInt32(start, true), middle), view.getInt32(end - 4, true) + length);
}

function mix(hash: number, word: number): number {
  const product = Math.imul(hash ^ Math.imul(word, 0x9e3779b1), 0x85ebca6b);
  return product ^ (product >>> 15);
}
