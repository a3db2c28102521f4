// Fixed bytes that are expected at a place, compared four at a time.

export class ByteLiteral {
  readonly length: number;
  readonly #words: Int32Array;
  /** Where the last word is compared; it may overlap the one before. */
  readonly #last: number;

  /** At least four characters, ASCII only. */
  constructor(text: string) {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    this.length = bytes.length;
    this.#last = bytes.length - 4;
    const starts = Array.from({ length: Math.ceil(bytes.length / 4) }, (_, index) => Math.min(index * 4, this.#last));
    this.#words = Int32Array.from(starts, (start) => view.getInt32(start, true));
  }

  /** Whether these bytes stand at `start`; all of them must lie inside the view. */
  standsAt(view: DataView, start: number): boolean {
    const words = this.#words;
    const last = words.length - 1;
    for (let index = 0; index < last; index++) {
      if (view.getInt32(start + index * 4, true) !== words[index]) return false;
    }
    return view.getInt32(start + this.#last, true) === words[last];
  }
}
