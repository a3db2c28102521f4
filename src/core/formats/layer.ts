// A text that was made out of the paste (unescaped, joined, requoted), and the way back to the place where each character stood.

import type { Segment } from './format.ts';

export interface Layer {
  readonly text: string;
  /** From an offset in `text` to one in the paste. */
  toPaste(offset: number): number;
}

export function layerOf({ text, offset }: Segment): Layer {
  return { text, toPaste: (at) => at + offset };
}

/** The value of a JSON string; `start` is where its opening quote stands in the outer text. Undefined if it is no JSON string. */
export function unescape(outer: Layer, start: number, end: number): Layer | undefined {
  const raw = outer.text.slice(start, end);
  try {
    const text = JSON.parse(raw) as unknown;
    return typeof text === 'string' ? { text, toPaste: (at) => outer.toPaste(start + rawOffset(raw, at)) } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the character of a string's value stands in its raw form. */
function rawOffset(raw: string, at: number): number {
  let found = 1;
  for (let seen = 0; seen < at && found < raw.length; seen++) found += lengthAt(raw, found);
  return Math.min(found, raw.length);
}

function lengthAt(raw: string, at: number): number {
  if (raw[at] !== '\\') return 1;
  return raw[at + 1] === 'u' ? 6 : 2;
}

/** An escape that is none stays as it is. */
function unescapeOne(escape: string): string {
  try {
    return JSON.parse(`"${escape}"`) as string;
  } catch {
    return escape;
  }
}

/** Builds a layer piece by piece: `copy` takes a stretch over as it is, `put` writes something else in its place. */
export class LayerBuilder {
  readonly #outer: Layer;
  readonly #pieces: string[] = [];
  readonly #here: number[] = [];
  readonly #there: number[] = [];
  #length = 0;

  constructor(outer: Layer) {
    this.#outer = outer;
  }

  copy(start: number, end: number): void {
    if (end > start) this.put(this.#outer.text.slice(start, end), start);
  }

  put(text: string, from: number): void {
    this.#here.push(this.#length);
    this.#there.push(from);
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** A JSON string's value, escape by escape; `start` is where its quote stands. */
  putString(start: number, end: number): void {
    let from = start + 1;
    for (let at = from; at < end - 1; at++) {
      if (this.#outer.text[at] !== '\\') continue;
      this.copy(from, at);
      from = at + lengthAt(this.#outer.text, at);
      this.put(unescapeOne(this.#outer.text.slice(at, from)), at);
      at = from - 1;
    }
    this.copy(from, end - 1);
  }

  build(): Layer {
    const [outer, here, there] = [this.#outer, this.#here, this.#there];
    const toPaste = (offset: number): number => {
      let [low, high] = [0, here.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((here[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return outer.toPaste((there[low] ?? 0) + Math.max(0, offset - (here[low] ?? 0)));
    };
    return { text: this.#pieces.join(''), toPaste };
  }
}
