// Plain scalars as go-yaml v2 resolves them: what JSON value `yes`, `0o17`, `1_000` or `12:30:45` becomes.
// Upstream: gopkg.in/yaml.v2 resolve.go, the reader of kubeadm and kube-apiserver in every version covered.

import { YamlProblem } from './yaml-problem.ts';

/** A resolved scalar: its value, and Go's JSON text for it. */
export interface GoScalar {
  readonly type: 'null' | 'bool' | 'number' | 'string' | 'merge';
  readonly value: null | boolean | number | string;
  /** As Go's encoding/json writes it; infinities and NaN have no JSON and keep `+Inf`, `-Inf`, `NaN`. */
  readonly json: string;
}

const words = new Map<string, GoScalar>();
function addWords(list: string, scalar: GoScalar): void {
  for (const word of list.split(' ')) words.set(word, scalar);
}
addWords('y Y yes Yes YES true True TRUE on On ON', { type: 'bool', value: true, json: 'true' });
addWords('n N no No NO false False FALSE off Off OFF', { type: 'bool', value: false, json: 'false' });
addWords('~ null Null NULL', { type: 'null', value: null, json: 'null' });
addWords('.nan .NaN .NAN', { type: 'number', value: NaN, json: 'NaN' });
addWords('.inf .Inf .INF +.inf +.Inf +.INF', { type: 'number', value: Infinity, json: '+Inf' });
addWords('-.inf -.Inf -.INF', { type: 'number', value: -Infinity, json: '-Inf' });
addWords('<<', { type: 'merge', value: '<<', json: '"<<"' });
words.set('', { type: 'null', value: null, json: 'null' });

const largestInt64 = 2n ** 63n - 1n;
const largestUint64 = 2n ** 64n - 1n;
const decimalFloat = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const goInteger = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const longestNumber = 400;

/** Resolves a plain scalar that has no tag. Never fails: what is nothing else is a string. */
export function resolvePlainScalar(text: string): GoScalar {
  const word = words.get(text);
  if (word) return word;
  const first = text.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if ((digit || first === 43 || first === 45 || first === 46) && text.length <= longestNumber) {
    const number =
      first === 46 ? goFloat(text) : (goInt(text.replaceAll('_', '')) ?? goFloat(text.replaceAll('_', '')));
    if (number) return number;
  }
  return stringScalar(text);
}

const resolvableTags = ['bool', 'int', 'float', 'null', 'timestamp'];

/** Resolves a scalar with a tag. Throws a YamlProblem where the text is not of the tag's type. */
export function resolveTaggedScalar(tag: string, text: string): GoScalar {
  const name = tag.startsWith('tag:yaml.org,2002:') ? tag.slice(18) : undefined;
  if (name === 'binary') return stringScalar(decodeBase64(text));
  if (name === undefined || !resolvableTags.includes(name)) return stringScalar(text);
  const scalar = resolvePlainScalar(text);
  const found = goTypeName(scalar);
  if (found === name || (name === 'float' && found === 'int')) return scalar;
  if (name === 'timestamp' && /^\d{4}-\d{1,2}-\d{1,2}/.test(text)) return stringScalar(text);
  throw new YamlProblem(`cannot decode !!${found} \`${text}\` as a !!${name}`, 0, 0);
}

function goTypeName({ type, json }: GoScalar): string {
  if (type === 'number') return /^-?\d+$/.test(json) ? 'int' : 'float';
  return type === 'string' ? 'str' : type;
}

function decodeBase64(text: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const digits = text.replace(/[\r\n]/g, '').replace(/={0,2}$/, '');
  let bits = 0;
  let count = 0;
  let bytes = '';
  for (const digit of digits) {
    const value = alphabet.indexOf(digit);
    if (value < 0) throw new YamlProblem('!!binary value contains invalid base64 data', 0, 0);
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count >= 8) bytes += String.fromCharCode((bits >> (count -= 8)) & 0xff);
  }
  return bytes;
}

export function stringScalar(text: string): GoScalar {
  return { type: 'string', value: text, json: goJsonString(text) };
}

/** Go's strconv.ParseInt with base 0, then ParseUint: int64 or uint64, else undefined. */
function goInt(text: string): GoScalar | undefined {
  const match = goInteger.exec(text);
  if (!match) return undefined;
  const [, sign, hexadecimal, binary, octal, decimal] = match;
  const digits = hexadecimal ? `0x${hexadecimal}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? '0');
  const size = BigInt(digits);
  const exact = sign === '-' ? -size : size;
  const largest = sign === '' ? largestUint64 : largestInt64;
  if (exact > largest || exact < -largestInt64 - 1n) return undefined;
  return { type: 'number', value: Number(exact), json: exact.toString() };
}

function goFloat(text: string): GoScalar | undefined {
  if (!decimalFloat.test(text)) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value)) return undefined;
  return { type: 'number', value, json: Object.is(value, -0) ? '-0' : String(value) };
}

/** A string as Go's encoding/json writes it: HTML characters and the two line separators escaped. */
export function goJsonString(text: string): string {
  if (!/["\\\u0000-\u001f<>&\u2028\u2029\ud800-\udfff]/.test(text)) return `"${text}"`;
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replaceAll('\\b', '\\u0008')
    .replaceAll('\\f', '\\u000c')
    .replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
