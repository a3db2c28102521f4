// The last place of a short text before an end, found from behind in steps as long as the text allows (Boyer, Moore, Horspool).

interface Needle {
  readonly codes: Uint8Array;
  /** How far to step when a window begins with this byte. */
  readonly steps: Uint8Array;
}

const needles = new Map<string, Needle>();

function needleOf(text: string): Needle {
  const known = needles.get(text);
  if (known) return known;
  const codes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const steps = new Uint8Array(256).fill(codes.length);
  for (let index = codes.length - 1; index > 0; index--) steps[codes[index] ?? 0] = index;
  const needle = { codes, steps };
  needles.set(text, needle);
  return needle;
}

/** Where the last `text` (ASCII) between `from` and `end` begins, or -1. */
export function findBackwards(view: DataView, text: string, from: number, end: number): number {
  const { codes, steps } = needleOf(text);
  let at = end - codes.length;
  while (at >= from) {
    const first = view.getUint8(at);
    if (first === codes[0] && matches(view, codes, at)) return at;
    at -= steps[first] ?? 1;
  }
  return -1;
}

function matches(view: DataView, codes: Uint8Array, at: number): boolean {
  for (let index = 1; index < codes.length; index++) if (view.getUint8(at + index) !== codes[index]) return false;
  return true;
}
