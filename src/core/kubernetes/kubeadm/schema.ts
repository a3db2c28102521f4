// The kubeadm kinds as Go structs, for one apiVersion and one kubeadm minor.

import type { Minor } from '../version.ts';
import { schemaTable } from './schema-table.ts';

/** A Go type, as far as reading JSON into it goes. */
export type GoType =
  | { readonly kind: 'string' | 'bool' | 'int32' | 'int' | 'raw'; readonly name: string }
  | { readonly kind: 'Duration' | 'Time' | 'BootstrapTokenString'; readonly name: string }
  | { readonly kind: 'slice' | 'map'; readonly name: string; readonly element: GoType }
  | GoStruct;

export interface GoStruct {
  readonly kind: 'struct';
  /** With its package, as Go prints types: `v1beta3.APIServer`. */
  readonly name: string;
  /** Without its package. */
  readonly shortName: string;
  /** By JSON name, embedded structs' fields included. */
  readonly fields: ReadonlyMap<string, GoField>;
}

export interface GoField {
  readonly jsonName: string;
  readonly goName: string;
  readonly type: GoType;
  readonly pointer: boolean;
  /** Names of the embedded structs between the struct and the field, outermost first. */
  readonly embeddedIn: readonly string[];
}

type Words = readonly string[];

const sections = readTable(schemaTable);
const schemas = new Map<string, SchemaBuilder>();
const plainKinds = ['string', 'bool', 'int32', 'int', 'raw', 'Duration', 'Time', 'BootstrapTokenString'] as const;
const plainTypes = new Map<string, GoType>(plainKinds.map((kind) => [kind, { kind, name: kind }]));

const kindsByVersion: readonly { readonly kind: string; readonly from: number; readonly to: number }[] = [
  { kind: 'ClusterConfiguration', from: 1, to: 5 },
  { kind: 'InitConfiguration', from: 1, to: 5 },
  { kind: 'JoinConfiguration', from: 1, to: 5 },
  { kind: 'ClusterStatus', from: 1, to: 2 },
  { kind: 'ResetConfiguration', from: 4, to: 5 },
  { kind: 'UpgradeConfiguration', from: 4, to: 5 },
];

/** Counts apiVersions: v1beta1 is 1, v1beta4 is 4, v1 is 5; others have no schema and give undefined. */
export function versionNumber(version: string): number | undefined {
  if (version === 'v1') return 5;
  const match = /^v1beta([1-4])$/.exec(version);
  return match ? Number(match[1]) : undefined;
}

/** The struct of a kind in an apiVersion (`v1beta3`); undefined if there is none. */
export function structOf(kind: string, version: string, minor: Minor): GoStruct | undefined {
  const number = versionNumber(version);
  const known = kindsByVersion.find((row) => row.kind === kind);
  if (number === undefined || !known || number < known.from || number > known.to) return undefined;
  const key = `${version} ${minor}`;
  const schema = schemas.get(key) ?? new SchemaBuilder(version, number, minor);
  schemas.set(key, schema);
  return schema.struct(kind);
}

function readTable(table: string): ReadonlyMap<string, readonly Words[]> {
  const found = new Map<string, Words[]>();
  let lines: Words[] = [];
  for (const row of table.split('\n')) {
    const words = row.trim().split(' ');
    if (row.startsWith(' ')) {
      lines.push(words);
    } else if (row !== '') {
      lines = [];
      found.set(row, lines);
    }
  }
  return found;
}

class SchemaBuilder {
  readonly structs = new Map<string, GoStruct>();
  readonly #version: string;
  readonly #number: number;
  readonly #minor: Minor;

  constructor(version: string, number: number, minor: Minor) {
    this.#version = version;
    this.#number = number;
    this.#minor = minor;
  }

  struct(name: string): GoStruct {
    const built = this.structs.get(name);
    if (built) return built;
    const fields = new Map<string, GoField>();
    const shortName = name.replace(/^.*\./, '');
    const made: GoStruct = { kind: 'struct', name: this.#qualified(name), shortName, fields };
    this.structs.set(name, made);
    for (const words of sections.get(name) ?? []) this.#addField(fields, words);
    return made;
  }

  #addField(fields: Map<string, GoField>, words: readonly string[]): void {
    const [first = '', type = '', ...rest] = words;
    if (first.startsWith('+')) {
      const embedded = this.struct(first.slice(1));
      for (const field of embedded.fields.values()) {
        fields.set(field.jsonName, { ...field, embeddedIn: [embedded.shortName, ...field.embeddedIn] });
      }
      return;
    }
    const isName = (word: string): boolean => /^[A-Z]/.test(word);
    if (!rest.every((word) => isName(word) || allows(word, this.#number, this.#minor))) return;
    const goName = rest.find(isName) ?? first.charAt(0).toUpperCase() + first.slice(1);
    const pointer = type.startsWith('*');
    fields.set(first, {
      jsonName: first,
      goName,
      type: this.#type(pointer ? type.slice(1) : type),
      pointer,
      embeddedIn: [],
    });
  }

  #type(text: string): GoType {
    if (text.startsWith('[]')) {
      const element = this.#type(text.slice(2));
      return { kind: 'slice', name: `[]${element.name}`, element };
    }
    if (text.startsWith('map[string]')) {
      const element = this.#type(text.slice(11));
      return { kind: 'map', name: `map[string]${element.name}`, element };
    }
    if (text.startsWith('string:')) return { kind: 'string', name: this.#qualified(text.slice(7)) };
    return plainTypes.get(text) ?? this.struct(text);
  }

  #qualified(name: string): string {
    return name.includes('.') ? name : `${this.#version}.${name}`;
  }
}

function allows(word: string, number: number, minor: Minor): boolean {
  const since = /^1\.(\d+)\+$/.exec(word);
  if (since) return minor >= Number(since[1]);
  const [from = '', to = ''] = word.split('-');
  return number >= (from === '' ? 0 : Number(from)) && number <= (to === '' ? 9 : Number(to));
}
