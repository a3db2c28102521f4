// One line of a validation error, as apimachinery's field.Error prints it.

import type { Path } from '../../source/path.ts';
import type { KubeadmDocument } from './documents.ts';
import { goQuote } from './go-quote.ts';

export interface FieldError {
  /** kubeadm's own path, which is not always that of the file. */
  readonly field: string;
  readonly text: string;
  /** Where the value stands; undefined if the document is not in the file. */
  readonly document: KubeadmDocument | undefined;
  readonly path: Path;
}

/** Makes the errors of one document. */
export interface FieldErrors {
  /** `value` as Go prints it: texts go through goQuote. */
  invalid(field: string, path: Path, value: string, detail: string): FieldError;
  required(field: string, path: Path, detail: string): FieldError;
}

export function fieldErrorsOf(document: KubeadmDocument | undefined): FieldErrors {
  return {
    invalid: (field, path, value, detail) => ({
      field,
      text: `${field}: Invalid value: ${value}: ${detail}`,
      document,
      path,
    }),
    required: (field, path, detail) => ({ field, text: `${field}: Required value: ${detail}`, document, path }),
  };
}

/** Part of a document: its value, where it stands, and what kubeadm calls it. */
export interface Part {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly field: string;
  readonly errors: FieldErrors;
}

export function rootPart(document: KubeadmDocument | undefined): Part {
  return { value: asRecord(document?.yaml.value), path: [], field: '', errors: fieldErrorsOf(document) };
}

export function child(part: Part, name: string): Part {
  const field = part.field === '' ? name : `${part.field}.${name}`;
  return { value: asRecord(part.value[name]), path: [...part.path, name], field, errors: part.errors };
}

/** Is a pointer field set, even to an empty object? */
export function isSet(part: Part, name: string): boolean {
  return part.value[name] !== null && part.value[name] !== undefined;
}

/** A string field; absent and null are empty. */
export function textOf(part: Part, name: string): string {
  const value = part.value[name];
  return typeof value === 'string' ? value : '';
}

export function textsOf(part: Part, name: string): readonly string[] {
  const value = part.value[name];
  return Array.isArray(value) ? value.map((item: unknown) => (typeof item === 'string' ? item : '')) : [];
}

/** An error about a text field of this part. */
export function invalidText(part: Part, name: string, value: string, detail: string, ...more: Path): FieldError {
  const { field } = child(part, name);
  return part.errors.invalid(field, [...part.path, name, ...more], goQuote(value), detail);
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
