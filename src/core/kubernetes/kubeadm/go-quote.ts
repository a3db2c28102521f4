// How Go and apimachinery write strings, values and lists of errors into texts: %q, %#v, Aggregate.

/** Go's strconv.Quote. */
export function goQuote(text: string): string {
  let out = '"';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === '\\') out += `\\${character}`;
    else if (named.has(character)) out += named.get(character) ?? '';
    else if (code < 0x20 || code === 0x7f) out += `\\x${code.toString(16).padStart(2, '0')}`;
    else if (isPrintable(character)) out += character;
    else if (code > 0xffff) out += `\\U${code.toString(16).padStart(8, '0')}`;
    else out += `\\u${code.toString(16).padStart(4, '0')}`;
  }
  return `${out}"`;
}

const named = new Map([
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
]);

function isPrintable(character: string): boolean {
  return character === ' ' || /[\p{L}\p{M}\p{N}\p{P}\p{S}]/u.test(character);
}

/** `[]string{"a", "b"}`, as %#v does it. */
export function goStrings(list: readonly string[]): string {
  return `[]string{${list.map(goQuote).join(', ')}}`;
}

/** `map[string]bool{"a":true}`, keys sorted, as %#v does it. */
export function goBoolMap(map: Readonly<Record<string, boolean>>): string {
  const entries = Object.keys(map).sort(compareBytes);
  return `map[string]bool{${entries.map((key) => `${goQuote(key)}:${String(map[key])}`).join(', ')}}`;
}

/** Order of Go's sort.Strings: by bytes of UTF-8, that is by code point. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  const left = [...a];
  const right = [...b];
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Several errors as one text, as apimachinery's Aggregate does it: the same text only once, brackets around several. */
export function aggregateText(texts: readonly string[]): string {
  const different = [...new Set(texts)];
  return different.length === 1 ? (different[0] ?? '') : `[${different.join(', ')}]`;
}
