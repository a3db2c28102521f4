// Numbers for texts, as many as there is room for; number 0 stands for all that came too late.

export const tooMany = 0;

/** A URI or a reason may be written by anybody, and at any length. */
export const longestText = 500;

export function clip(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

export class TextTable {
  readonly #texts: string[] = [''];
  readonly #numbers = new Map<string, number>();
  readonly #room: number;
  readonly #cut: (text: string) => string;

  /** Texts are cut off unless they are known to be short enough. */
  constructor(room: number, cut = clip) {
    this.#room = room;
    this.#cut = cut;
  }

  /** From 1, in order of appearance, or `tooMany`. */
  numberOf(text: string): number {
    const short = this.#cut(text);
    const known = this.#numbers.get(short);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    if (number > this.#room) return tooMany;
    // A copy: the engine may keep a whole line alive for a slice of it.
    const kept = short.length < 13 ? short : (JSON.parse(JSON.stringify(short)) as string);
    this.#texts.push(kept);
    this.#numbers.set(kept, number);
    return number;
  }

  textOf(number: number): string {
    return this.#texts[number] ?? '';
  }
}
