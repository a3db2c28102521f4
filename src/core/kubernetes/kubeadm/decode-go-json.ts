// Reads a JSON value into a Go struct as encoding/json and its fork sigs.k8s.io/json do: which error text comes out.
// Versions: sigs.k8s.io/json from kubeadm 1.23 for decoding, from 1.24 for the strict check; encoding/json before that
// for the strict check. Upstream: encoding/json decode.go, sigs.k8s.io/json internal/golang/encoding/json.

import type { Part } from '../../source/located.ts';
import type { Path } from '../../source/path.ts';
import { goJsonText, sortedKeys } from './go-json-text.ts';
import { goQuote } from './go-quote.ts';
import { bootstrapTokenError, parseGoDuration, timeError } from './go-texts.ts';
import type { GoField, GoStruct, GoType } from './schema.ts';

export interface DecodeOptions {
  /** The fork matches keys exactly; encoding/json ignores case. */
  readonly caseSensitive: boolean;
  /** What a key without a field is: nothing, one more entry in a list, or an error like any other. */
  readonly unknownFields: 'ignore' | 'collect' | 'fail';
  /** Names of embedded structs stand in error paths (kubeadm 1.35 and later). */
  readonly embeddedNames: boolean;
  /** sigs.k8s.io/yaml makes strings of scalars where the field is a string, embedded structs' fields excepted. */
  readonly coercesToString: boolean;
}

export interface DecodeFault {
  readonly kind: 'type' | 'unknown-field';
  readonly text: string;
  readonly path: Path;
  readonly part: Part;
}

export interface UnknownField {
  readonly name: string;
  readonly path: Path;
  /** The struct that has no such field. */
  readonly struct: GoStruct;
}

export interface Decoded {
  /** The error that the decoder returns. */
  readonly fault?: DecodeFault;
  /** Every fault, in the decoder's order: what it would say next if the one before were mended. */
  readonly faults: readonly DecodeFault[];
  /** All keys without a field, in the decoder's order. */
  readonly unknown: readonly UnknownField[];
}

type JsonObject = Readonly<Record<string, unknown>>;

interface Context {
  readonly struct: GoStruct | undefined;
  /** Go's own path: JSON names without indexes. */
  readonly names: readonly string[];
  readonly path: Path;
  readonly coerces: boolean;
}

const largestInt = { int32: 2 ** 31, int: 2 ** 63 };

/** Never throws; values are taken as Go's YAML reader gave them. */
export function decodeGoJson(value: unknown, type: GoStruct, options: DecodeOptions): Decoded {
  const decoder = new GoJsonDecoder(options);
  decoder.decode(value, type, { struct: undefined, names: [], path: [], coerces: options.coercesToString });
  return decoder.result;
}

class GoJsonDecoder {
  readonly #options: DecodeOptions;
  readonly #unknown: UnknownField[] = [];
  readonly #faults: DecodeFault[] = [];
  /** The first error of a type that reads its own text: the decoder stops there. */
  #stop: DecodeFault | undefined;

  constructor(options: DecodeOptions) {
    this.#options = options;
  }

  get result(): Decoded {
    const fault = this.#stop ?? this.#faults[0];
    return { ...(fault ? { fault } : {}), faults: this.#faults, unknown: this.#unknown };
  }

  decode(given: unknown, type: GoType, context: Context): void {
    if (given === null || type.kind === 'raw') return;
    const what = jsonKind(given);
    switch (type.kind) {
      case 'Duration':
      case 'Time':
      case 'BootstrapTokenString':
        this.#readOwnText(given, type.kind, context);
        break;
      case 'struct':
        if (what === 'object') this.#decodeStruct(given as JsonObject, type, context);
        else this.#mismatch(what, type.name, context);
        break;
      case 'map':
      case 'slice':
        if (what === (type.kind === 'map' ? 'object' : 'array')) this.#decodeElements(given, type.element, context);
        else this.#mismatch(what, type.name, context);
        break;
      default:
        this.#decodeScalar(given, what, type, context);
    }
  }

  #decodeElements(given: unknown, element: GoType, context: Context): void {
    const record = given as Readonly<Record<string | number, unknown>>;
    const keys: readonly (string | number)[] = Array.isArray(given) ? [...given.keys()] : sortedKeys(record);
    for (const key of keys) this.decode(record[key], element, { ...context, path: [...context.path, key] });
  }

  #decodeScalar(given: unknown, what: string, type: GoType, context: Context): void {
    if (type.kind === 'int32' || type.kind === 'int') {
      const limit = largestInt[type.kind];
      const fits = typeof given === 'number' && Number.isInteger(given) && given < limit && given >= -limit;
      if (!fits) this.#mismatch(what === 'number' ? `number ${goJsonText(given)}` : what, type.name, context);
      return;
    }
    const isCoerced = type.kind === 'string' && context.coerces && (what === 'number' || what === 'bool');
    if (what !== type.kind && !isCoerced) this.#mismatch(what, type.name, context);
  }

  #decodeStruct(record: JsonObject, struct: GoStruct, context: Context): void {
    for (const key of sortedKeys(record)) {
      const path = [...context.path, key];
      const field = findField(struct, key, this.#options.caseSensitive);
      if (!field) {
        this.#foundUnknown(key, path, struct);
        continue;
      }
      const embedded = this.#options.embeddedNames ? field.embeddedIn : [];
      const names = [...context.names, ...embedded, field.jsonName];
      const coerces = context.coerces && field.embeddedIn.length === 0;
      this.decode(record[key], field.type, { struct, names, path, coerces });
    }
  }

  #foundUnknown(key: string, path: Path, struct: GoStruct): void {
    const { unknownFields } = this.#options;
    if (unknownFields === 'collect') this.#unknown.push({ name: strictPath(path), path, struct });
    if (unknownFields === 'fail') {
      this.#faults.push({ kind: 'unknown-field', text: `json: unknown field ${goQuote(key)}`, path, part: 'key' });
    }
  }

  #readOwnText(given: unknown, kind: string, context: Context): void {
    if (kind !== 'BootstrapTokenString' && typeof given !== 'string') {
      this.#mismatch(jsonKind(given), 'string', context);
    } else {
      const text = ownTextError(given, kind);
      if (text === undefined) return;
      this.#faults.push({ kind: 'type', text, path: context.path, part: 'value' });
    }
    this.#stop ??= this.#faults.at(-1);
  }

  #mismatch(what: string, type: string, { struct, names, path }: Context): void {
    const target = struct ? `Go struct field ${struct.shortName}.${names.join('.')}` : 'Go value';
    const text = `json: cannot unmarshal ${what} into ${target} of type ${type}`;
    this.#faults.push({ kind: 'type', text, path, part: 'value' });
  }
}

/** The error of a type's own UnmarshalJSON for a value of the right JSON type. */
export function ownTextError(given: unknown, kind: string): string | undefined {
  if (kind === 'Duration') return parseGoDuration(String(given)).error;
  if (kind === 'Time') return timeError(String(given));
  return bootstrapTokenError(goJsonText(given).replaceAll('"', ''));
}

/** What encoding/json calls a value in its errors. */
export function jsonKind(value: unknown): 'string' | 'number' | 'bool' | 'array' | 'object' {
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'bool';
  return Array.isArray(value) ? 'array' : 'object';
}

export function findField(struct: GoStruct, key: string, caseSensitive: boolean): GoField | undefined {
  const exact = struct.fields.get(key);
  if (exact || caseSensitive) return exact;
  const folded = key.toLowerCase();
  return [...struct.fields.values()].find((field) => field.jsonName.toLowerCase() === folded);
}

/** `apiServer.extraVolumes[0].bogus`, as the strict decoder writes it. */
function strictPath(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
