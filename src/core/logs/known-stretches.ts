// Stretches of lines that were walked before: where the same bytes stand again, their end is known without another walk.
// Of each hash the four that were seen last are kept, so that the room is bounded and old ones make place.

/** Of each hash. */
const ways = 4;
/** Never an index. */
export const notKnown = -1;

export class KnownStretches {
  /** Indexes are smaller than this. */
  readonly room: number;
  readonly #mask: number;
  readonly #longest: number;
  /** Indexes, those of one hash beside each other, the one that was seen last in front. */
  readonly #order: Int32Array;
  /** By index; 0 for none. */
  readonly #lengths: Int32Array;
  readonly #bytes: DataView;

  /** `hashes` and `longest` are powers of two. */
  constructor(hashes: number, longest: number) {
    this.room = hashes * ways;
    this.#mask = hashes - 1;
    this.#longest = longest;
    this.#order = Int32Array.from({ length: this.room }, (_, index) => index);
    this.#lengths = new Int32Array(this.room);
    this.#bytes = new DataView(new ArrayBuffer(this.room * longest));
  }

  lengthOf(index: number): number {
    return this.#lengths[index] as number;
  }

  /** Index of a stretch whose bytes stand at `start`, all of them before `limit`; or `notKnown`. */
  at(view: DataView, start: number, limit: number, hash: number): number {
    const first = (hash & this.#mask) * ways;
    for (let way = first; way < first + ways; way++) {
      const index = this.#order[way] as number;
      const length = this.#lengths[index] as number;
      if (length === 0) return notKnown;
      if (start + length > limit || !this.#standsAt(view, start, index, length)) continue;
      if (way > first) this.#toFront(first, way);
      return index;
    }
    return notKnown;
  }

  /** Index of the stretch that ends at `end` and is no longer than what stands before it; or `notKnown`. */
  before(view: DataView, end: number, from: number, hash: number): number {
    const first = (hash & this.#mask) * ways;
    for (let way = first; way < first + ways; way++) {
      const index = this.#order[way] as number;
      const length = this.#lengths[index] as number;
      if (length === 0) return notKnown;
      if (end - length < from || !this.#standsAt(view, end - length, index, length)) continue;
      if (way > first) this.#toFront(first, way);
      return index;
    }
    return notKnown;
  }

  /** Remembers a stretch without zero bytes; answers its index, which one that was seen longest ago may have had, or `notKnown`. */
  learn(view: DataView, start: number, end: number, hash: number): number {
    const length = end - start;
    if (length < 8 || length > this.#longest) return notKnown;
    const first = (hash & this.#mask) * ways;
    this.#toFront(first, first + ways - 1);
    const index = this.#order[first] as number;
    const to = index * this.#longest;
    for (let at = 0; at + 4 <= length; at += 4) this.#bytes.setInt32(to + at, view.getInt32(start + at, true), true);
    this.#bytes.setInt32(to + length - 4, view.getInt32(end - 4, true), true);
    this.#lengths[index] = length;
    return index;
  }

  /**
   * Eight bytes at a time, as floating point numbers: equal numbers have equal bytes but for zeros, and no stretch has zero bytes.
   * What is not a number differs from itself; such bytes are unknown for ever, which is slow and not wrong.
   */
  #standsAt(view: DataView, start: number, index: number, length: number): boolean {
    const bytes = this.#bytes;
    const from = index * this.#longest;
    const last = length - 8;
    for (let at = 0; at < last; at += 8) {
      if (view.getFloat64(start + at, true) !== bytes.getFloat64(from + at, true)) return false;
    }
    return view.getFloat64(start + last, true) === bytes.getFloat64(from + last, true);
  }

  #toFront(first: number, way: number): void {
    const order = this.#order;
    const index = order[way] as number;
    for (let at = way; at > first; at--) order[at] = order[at - 1] as number;
    order[first] = index;
  }
}
