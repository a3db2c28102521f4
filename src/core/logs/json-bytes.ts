// Walks over JSON as bytes, four at a time inside strings. Every walk says where a value ends, or `deviates`: then the text is not
// written the way kube-apiserver writes it (or is no JSON), and the caller asks JSON.parse instead.

/** Not known; never a position. */
export const deviates = -1;

const [quote, backslash, comma, colon] = [34, 92, 44, 58];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];
const deepest = 16;

/**
 * Flags the lowest byte of a little-endian word that is a quote, a backslash or a control character; flags above it mean nothing.
 * With its second bit turned, a quote stands right above the control characters, and a blank no longer does.
 */
function stops(word: number): number {
  return (((word ^ 0x02020202) - 0x21212121) | ((word ^ 0x5c5c5c5c) - 0x01010101)) & ~word & 0x80808080;
}

/**
 * Where the closing quote stands of a string whose first character is at `start`. Deviates on control characters and on wrong
 * escapes, and if the string does not end before `limit`; reads at most seven bytes behind `limit`.
 */
export function endOfString(view: DataView, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    let flags = stops(view.getInt32(at, true));
    if (flags === 0) {
      at += 4;
      flags = stops(view.getInt32(at, true));
      if (flags === 0) {
        at += 4;
        continue;
      }
    }
    at += (31 - Math.clz32(flags & -flags)) >> 3;
    const stop = view.getUint8(at);
    if (stop === quote) return at < limit ? at : deviates;
    at = stop === backslash ? afterEscape(view, at, limit) : deviates;
    if (at === deviates) return deviates;
  }
  return deviates;
}

function afterEscape(view: DataView, at: number, limit: number): number {
  if (at + 2 > limit) return deviates;
  const letter = view.getUint8(at + 1);
  if (letter !== 117) return isSimpleEscape(letter) ? at + 2 : deviates;
  if (at + 6 > limit) return deviates;
  for (let digit = at + 2; digit < at + 6; digit++) if (!isHex(view.getUint8(digit))) return deviates;
  return at + 6;
}

function isHex(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 102);
}

/** `"`, `\`, `/`, b, f, n, r, t. */
function isSimpleEscape(byte: number): boolean {
  if (byte === quote || byte === backslash || byte === 47) return true;
  return byte === 98 || byte === 102 || byte === 110 || byte === 114 || byte === 116;
}

/** Behind the value that starts at `start`, without any blank in it: strings, objects, lists, whole numbers, true, false, null. */
export function endOfValue(view: DataView, start: number, limit: number, depth = 0): number {
  if (start >= limit || depth > deepest) return deviates;
  const first = view.getUint8(start);
  if (first === quote) {
    const end = endOfString(view, start + 1, limit);
    return end === deviates ? deviates : end + 1;
  }
  if (first !== openBrace && first !== openBracket) return afterWord(view, start, limit);
  return endOfInside(view, start + 1, limit, { isObject: first === openBrace, depth: depth + 1 });
}

interface Inside {
  readonly isObject: boolean;
  readonly depth: number;
}

/** Behind the bracket that closes an object or a list; `start` is behind the one that opens it. */
function endOfInside(view: DataView, start: number, limit: number, { isObject, depth }: Inside): number {
  const close = isObject ? closeBrace : closeBracket;
  if (view.getUint8(start) === close) return start + 1;
  for (let at = start; at < limit; at++) {
    const value = isObject ? afterKey(view, at, limit) : at;
    at = value === deviates ? deviates : endOfValue(view, value, limit, depth);
    if (at === deviates) return deviates;
    const next = view.getUint8(at);
    if (next === close) return at + 1;
    if (next !== comma) return deviates;
  }
  return deviates;
}

/** Behind a list of strings, `["a","b"]`; `start` is where its bracket is expected. */
export function endOfTexts(view: DataView, start: number, limit: number): number {
  if (view.getUint8(start) !== openBracket) return deviates;
  let at = start + 1;
  if (view.getUint8(at) === closeBracket) return at + 1;
  while (at < limit && view.getUint8(at) === quote) {
    const end = endOfString(view, at + 1, limit);
    if (end === deviates) return deviates;
    const next = view.getUint8(end + 1);
    if (next === closeBracket) return end + 2;
    if (next !== comma) return deviates;
    at = end + 2;
  }
  return deviates;
}

/** Behind an object of strings, `{"a":"b"}`; `start` is where its first key is expected. */
export function endOfTextMembers(view: DataView, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const value = afterKey(view, at, limit);
    if (value === deviates || view.getUint8(value) !== quote) return deviates;
    const end = endOfString(view, value + 1, limit);
    if (end === deviates) return deviates;
    const next = view.getUint8(end + 1);
    if (next === closeBrace) return end + 2;
    if (next !== comma) return deviates;
    at = end + 2;
  }
  return deviates;
}

/** Behind an object of lists of strings, `{"a":["b"]}`; `start` is where its first key is expected. */
export function endOfTextLists(view: DataView, start: number, limit: number): number {
  let at = start;
  while (at < limit) {
    const value = afterKey(view, at, limit);
    const end = value === deviates ? deviates : endOfTexts(view, value, limit);
    if (end === deviates) return deviates;
    const next = view.getUint8(end);
    if (next === closeBrace) return end + 1;
    if (next !== comma) return deviates;
    at = end + 1;
  }
  return deviates;
}

/** Behind the colon of a key. */
export function afterKey(view: DataView, start: number, limit: number): number {
  if (start >= limit || view.getUint8(start) !== quote) return deviates;
  const end = endOfString(view, start + 1, limit);
  return end !== deviates && view.getUint8(end + 1) === colon ? end + 2 : deviates;
}

/** A number from 100 to 999. */
export function threeDigits(view: DataView, start: number): number {
  const a = view.getUint8(start) - 48;
  const b = view.getUint8(start + 1) - 48;
  const c = view.getUint8(start + 2) - 48;
  return a < 1 || a > 9 || b < 0 || b > 9 || c < 0 || c > 9 ? deviates : a * 100 + b * 10 + c;
}

/** `true`, `false`, `null` as little-endian words; `alse` for the second. */
const [wordTrue, wordAlse, wordNull] = [0x65757274, 0x65736c61, 0x6c6c756e];

function afterWord(view: DataView, start: number, limit: number): number {
  if (start + 5 > limit) return deviates;
  const word = view.getInt32(start, true);
  if (word === wordTrue || word === wordNull) return start + 4;
  if (view.getUint8(start) === 102) return view.getInt32(start + 1, true) === wordAlse ? start + 5 : deviates;
  let at = start;
  while (at < limit && view.getUint8(at) >= 48 && view.getUint8(at) <= 57) at++;
  const leadingZero = view.getUint8(start) === 48 && at > start + 1;
  return at === start || leadingZero ? deviates : at;
}
