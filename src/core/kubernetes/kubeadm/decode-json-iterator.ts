// Reads JSON into a Go struct as json-iterator does: the error texts of kubeadm up to 1.22.
// It reads on after an error while it sees commas, and every struct, slice and field around adds its name, so the text
// depends on every byte. Upstream: github.com/json-iterator/go iter.go, iter_str.go, reflect_struct_decoder.go.

import { scanJson } from '../../source/json.ts';
import type { Path } from '../../source/path.ts';
import { jsonKind, ownTextError } from './decode-go-json.ts';
import type { GoField, GoStruct, GoType } from './schema.ts';
import { fromBytes, toBytes } from './utf8.ts';

export interface IteratorFault {
  readonly text: string;
  /** Where reading first failed. */
  readonly path: Path;
}

/** Reads a compact JSON text (see goJsonText) into a struct; undefined if it fits. Never throws. */
export function decodeWithJsonIterator(json: string, type: GoStruct): IteratorFault | undefined {
  const iterator = new JsonIterator(toBytes(json));
  iterator.readStruct(type, []);
  return iterator.fault;
}

/** Structs with more fields are read by a decoder that takes keys a little differently. */
const mostHashedFields = 10;

class JsonIterator {
  readonly #bytes: string;
  #head = 0;
  #text: string | undefined;
  #path: Path = [];

  constructor(bytes: string) {
    this.#bytes = bytes;
  }

  get fault(): IteratorFault | undefined {
    return this.#text === undefined ? undefined : { text: this.#text, path: this.#path };
  }

  readStruct(type: GoStruct, path: Path): void {
    if (!this.#objectStarts(path)) return;
    let next = ',';
    while (next === ',') {
      this.#readField(type, path);
      next = this.#token();
    }
    this.#prefix(`${type.name}.`);
    if (next !== '}') this.#report('struct Decode', `expect }, but found ${next}`, path);
  }

  #readField(type: GoStruct, path: Path): void {
    const first = this.#token();
    const key = first === '"' ? this.#restOfString() : '';
    if (first === 'n') this.#expect('ull');
    if (first === '"' || type.fields.size > mostHashedFields) this.#token();
    const field = type.fields.get(key);
    if (!field) {
      this.#skip();
      return;
    }
    this.#readValue(field, [...path, key]);
    this.#prefix([...field.embeddedIn, field.goName].map((name) => `${name}: `).join(''));
  }

  #readValue(field: Pick<GoField, 'type' | 'pointer'>, path: Path): void {
    if (field.pointer && this.#readNil()) return;
    const { type } = field;
    switch (type.kind) {
      case 'struct':
        return this.readStruct(type, path);
      case 'map':
        return this.#readMap(type.element, path);
      case 'slice':
        this.#readSlice(type.element, path);
        return this.#prefix(`${type.name}: `);
      case 'string':
        this.#readString(path);
        return;
      case 'bool':
        return this.#readBool(path);
      case 'int32':
      case 'int':
        return this.#readInt(path);
      case 'raw':
        return this.#skip();
      default:
        return this.#readOwnText(type, path);
    }
  }

  #readSlice(element: GoType, path: Path): void {
    const first = this.#token();
    if (first === 'n') return this.#expect('ull');
    if (first !== '[') return this.#report('decode slice', `expect [ or n, but found ${first}`, path);
    if (this.#token() === ']') return;
    this.#unread();
    let next = ',';
    for (let index = 0; next === ','; index++) {
      this.#readValue({ type: element, pointer: false }, [...path, index]);
      next = this.#token();
    }
    if (next !== ']') this.#report('decode slice', `expect ], but found ${next}`, path);
  }

  #readMap(element: GoType, path: Path): void {
    const first = this.#token();
    if (first === 'n') return this.#expect('ull');
    if (first !== '{') return this.#report('ReadMapCB', `expect { or n, but found ${first}`, path);
    if (this.#token() === '}') return;
    this.#unread();
    let next = ',';
    while (next === ',') {
      const key = this.#readString(path);
      if (this.#token() !== ':') return;
      this.#readValue({ type: element, pointer: false }, [...path, key]);
      next = this.#token();
    }
    if (next !== '}') this.#report('ReadMapCB', `expect }, but found ${next}`, path);
  }

  #readString(path: Path): string {
    const first = this.#token();
    if (first === '"') return this.#restOfString();
    if (first === 'n') this.#expect('ull');
    else this.#report('ReadString', `expects " or n, but found ${first}`, path);
    return '';
  }

  #readBool(path: Path): void {
    if (this.#readNil()) return;
    const first = this.#token();
    if (first === 't') this.#expect('rue');
    else if (first === 'f') this.#expect('alse');
    else this.#report('ReadBool', `expect t or f, but found ${first}`, path);
  }

  #readInt(path: Path): void {
    if (this.#readNil()) return;
    const first = this.#token();
    const negative = first === '-';
    if (!negative) this.#head--;
    const digits = /^\d*/.exec(this.#bytes.slice(this.#head, this.#head + 24))?.[0] ?? '';
    this.#head += Math.max(digits.length, 1);
    if (digits === '') return this.#report('readUint32', 'unexpected character: \xff', path);
    if (this.#bytes[this.#head] === '.') return this.#report('assertInteger', 'can not decode float as int', path);
    const size = Number(digits);
    if (size > 0xffffffff) this.#report('readUint32', 'overflow', path);
    else if (size > 2 ** 31 - (negative ? 0 : 1)) this.#report('ReadInt32', `overflow: ${digits}`, path);
  }

  #readOwnText(type: GoType, path: Path): void {
    this.#token();
    this.#unread();
    const start = this.#head;
    this.#skip();
    if (this.#text !== undefined) return;
    const value = parseJson(fromBytes(this.#bytes.slice(start, this.#head)));
    const wrongType = type.kind !== 'BootstrapTokenString' && typeof value !== 'string';
    const error = wrongType
      ? `json: cannot unmarshal ${jsonKind(value)} into Go value of type string`
      : ownTextError(value, type.kind);
    if (error !== undefined) this.#report('unmarshalerDecoder', toBytes(error), path);
  }

  #objectStarts(path: Path): boolean {
    const first = this.#token();
    if (first === 'n') this.#expect('ull');
    else if (first !== '{') this.#report('readObjectStart', `expect { or n, but found ${first}`, path);
    else if (this.#token() === '"') {
      this.#unread();
      return true;
    }
    return false;
  }

  #readNil(): boolean {
    if (this.#token() === 'n') {
      this.#expect('ull');
      return true;
    }
    this.#unread();
    return false;
  }

  /** Over one value. Behind an error the value is rarely whole: collections then cost two bytes only. */
  #skip(): void {
    if (this.#text === undefined) {
      this.#head = Math.max(scanJson(this.#bytes, this.#head).end, this.#head + 1);
      return;
    }
    const first = this.#token();
    if (first === '"') this.#restOfString();
    else if (first === 'n') this.#expect('ull');
    else if (first === 't') this.#expect('rue');
    else if (first === 'f') this.#expect('alse');
    else if (first === '{' || first === '[') this.#token();
    else if (/[-0-9]/.test(first)) while (/[-+.eE0-9]/.test(this.#bytes[this.#head] ?? '')) this.#head++;
  }

  #restOfString(): string {
    const start = this.#head - 1;
    while (this.#head < this.#bytes.length) {
      const byte = this.#bytes[this.#head++];
      if (byte === '"') break;
      if (byte === '\\') this.#head++;
    }
    const value = parseJson(fromBytes(this.#bytes.slice(start, this.#head)));
    return typeof value === 'string' ? value : '';
  }

  /** Reads the bytes of a word, up to the first that differs. */
  #expect(rest: string): void {
    for (const byte of rest) if (this.#token() !== byte) return;
  }

  #token(): string {
    return this.#bytes[this.#head++] ?? '\0';
  }

  /** json-iterator does not go back once it has an error. */
  #unread(): void {
    if (this.#text === undefined) this.#head--;
  }

  #report(operation: string, message: string, path: Path): void {
    if (this.#text !== undefined) return;
    const around = (width: number): string =>
      this.#bytes.slice(Math.max(this.#head - width, 0), Math.min(this.#head + width, this.#bytes.length));
    const at = Math.min(this.#head, 10);
    this.#path = path;
    this.#text = fromBytes(
      `${operation}: ${message}, error found in #${at} byte of ...|${around(10)}|..., bigger context ...|${around(50)}|...`,
    );
  }

  #prefix(words: string): void {
    if (this.#text !== undefined) this.#text = `${words}${this.#text}`;
  }
}

/** Undefined for what is no JSON: behind an error the reader may stand in the middle of a value. */
function parseJson(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
