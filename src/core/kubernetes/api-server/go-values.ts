// Go values as flags are written: booleans, integers, durations, quoted texts.
// Upstream: strconv.ParseBool, strconv.ParseInt with base 0, time.ParseDuration, strconv.Quote.

const trueValues = ['1', 't', 'T', 'TRUE', 'true', 'True'];
const falseValues = ['0', 'f', 'F', 'FALSE', 'false', 'False'];

/** Go's strconv.ParseBool; undefined where it returns an error. */
export function parseGoBool(value: string): boolean | undefined {
  if (trueValues.includes(value)) return true;
  return falseValues.includes(value) ? false : undefined;
}

const unitSeconds: Readonly<Record<string, number>> = {
  h: 3600,
  m: 60,
  s: 1,
  ms: 1e-3,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ns: 1e-9,
};

/** Go's time.ParseDuration in seconds; undefined where it returns an error. */
export function parseGoDuration(text: string): number | undefined {
  const match = /^([-+]?)(.+)$/.exec(text);
  const body = match?.[2] ?? '';
  if (body === '0') return 0;
  const parts = [...body.matchAll(/(\d+\.?\d*|\.\d+)(h|ms|us|µs|μs|ns|m|s)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== body) return undefined;
  const seconds = parts.reduce((sum, part) => sum + Number(part[1]) * (unitSeconds[part[2] ?? ''] ?? 0), 0);
  return match?.[1] === '-' ? -seconds : seconds;
}

const integer = /^[-+]?(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|0|[1-9](?:_?[0-9])*)$/;

/** True if Go's strconv.ParseInt with base 0 and 64 bits takes it. */
export function isGoInteger(text: string): boolean {
  return integer.test(text) && !isTooLarge(text);
}

/** True for a well-formed integer that does not fit into 64 bits. */
export function isTooLarge(text: string): boolean {
  if (!integer.test(text)) return false;
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '');
  const octal = /^0([0-7]+)$/.exec(digits);
  const value = BigInt(octal ? `0o${octal[1]}` : digits);
  return text.startsWith('-') ? value > 2n ** 63n : value >= 2n ** 63n;
}

const escapes: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** Go's strconv.Quote: what `%q` prints for a string. */
export function quoteGo(text: string): string {
  return `"${[...text].map(quoteCharacter).join('')}"`;
}

function quoteCharacter(character: string): string {
  const escape = escapes[character];
  if (escape !== undefined) return escape;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (character === ' ' || !/[\p{C}\p{Z}]/u.test(character)) return character;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
