// apiserver.config.k8s.io AuthenticationConfiguration (v1alpha1, v1beta1, v1): the file behind --authentication-config.
// Upstream: k8s.io/apiserver pkg/apis/apiserver/{v1alpha1,v1beta1,v1}/types.go and validation/validation.go v0.29–v0.37-beta.0.

import type { PastedObject } from '../formats/format.ts';
import { asList, asRecord, asText } from '../source/untyped-value.ts';
import type { Place } from './facts.ts';
import { coversMinor, type Minor, type Ranged } from './version.ts';

export interface AnonymousPath {
  readonly path: string;
  readonly at: Place;
}

export interface AnonymousSection {
  /** False if it is absent, as Go reads it; undefined for a value that is no boolean. */
  readonly enabled: boolean | undefined;
  /** The `conditions`, in order. */
  readonly paths: readonly AnonymousPath[];
  readonly at: Place;
}

/** A reason why kube-apiserver refuses the file. */
export interface AuthenticationProblem {
  /** The field, or `apiVersion`. */
  readonly field: string;
  /** The server's own words as far as they are known; empty if not. */
  readonly text: string;
  readonly at: Place;
}

export interface AuthenticationFact {
  readonly object: number;
  readonly apiVersion: string;
  /** Absent: the flag --anonymous-auth stays in force. */
  readonly anonymous?: AnonymousSection;
  /** What the server of this version would refuse, gates and flags aside. */
  readonly problems: readonly AuthenticationProblem[];
}

const group = 'apiserver.config.k8s.io';

/** v1alpha1 came with 1.29, v1beta1 with 1.30, v1 with 1.34; none was taken away up to 1.37. */
const apiVersions: readonly (Ranged & { readonly apiVersion: string })[] = [
  { apiVersion: `${group}/v1alpha1`, since: 29 },
  { apiVersion: `${group}/v1beta1`, since: 30 },
  { apiVersion: `${group}/v1`, since: 34 },
];

const anonymousSince: Minor = 31;

/** Undefined if the object is none. */
export function readAuthentication(
  pasted: Pick<PastedObject, 'kind' | 'value'>,
  object: number,
  minor: Minor,
): AuthenticationFact | undefined {
  if (pasted.kind !== 'AuthenticationConfiguration') return undefined;
  const fields = asRecord(pasted.value);
  const apiVersion = asText(fields['apiVersion']) ?? '';
  const anonymous =
    'anonymous' in fields && fields['anonymous'] !== null ? section(fields['anonymous'], object) : undefined;
  return {
    object,
    apiVersion,
    ...(anonymous ? { anonymous } : {}),
    problems: [
      ...versionProblems(apiVersion, object, minor),
      ...unknownFields(fields, object, minor),
      ...(anonymous && minor >= anonymousSince ? sectionProblems(anonymous, object) : []),
    ],
  };
}

function section(value: unknown, object: number): AnonymousSection {
  const { enabled = false, conditions } = asRecord(value);
  return {
    enabled: typeof enabled === 'boolean' ? enabled : undefined,
    paths: asList(conditions).map((condition, index) => ({
      path: asText(asRecord(condition)['path']) ?? '',
      at: { object, path: ['anonymous', 'conditions', index, 'path'] },
    })),
    at: { object, path: ['anonymous'], part: 'key' },
  };
}

function versionProblems(apiVersion: string, object: number, minor: Minor): readonly AuthenticationProblem[] {
  if (apiVersions.some((row) => row.apiVersion === apiVersion && coversMinor(row, minor))) return [];
  const text = `no kind "AuthenticationConfiguration" is registered for version ${JSON.stringify(apiVersion)}`;
  return [{ field: 'apiVersion', text, at: { object, path: ['apiVersion'] } }];
}

/** The file is decoded strictly: one unknown field and the server does not start. */
function unknownFields(
  fields: Readonly<Record<string, unknown>>,
  object: number,
  minor: Minor,
): readonly AuthenticationProblem[] {
  const known = ['apiVersion', 'kind', 'jwt', ...(minor >= anonymousSince ? ['anonymous'] : [])];
  const inAnonymous = minor >= anonymousSince ? asRecord(fields['anonymous']) : {};
  const unknown = [
    ...Object.keys(fields)
      .filter((name) => !known.includes(name))
      .map((name) => [name]),
    ...Object.keys(inAnonymous)
      .filter((name) => name !== 'enabled' && name !== 'conditions')
      .map((name) => ['anonymous', name]),
  ];
  return unknown.map((path) => ({
    field: path.join('.'),
    text: `strict decoding error: unknown field "${path.join('.')}"`,
    at: { object, path, part: 'key' },
  }));
}

function sectionProblems(anonymous: AnonymousSection, object: number): readonly AuthenticationProblem[] {
  if (anonymous.enabled === undefined) {
    return [{ field: 'anonymous.enabled', text: '', at: { object, path: ['anonymous', 'enabled'] } }];
  }
  if (anonymous.enabled || anonymous.paths.length === 0) return [];
  const text = 'enabled should be set to true when conditions are defined';
  return [{ field: 'anonymous.conditions', text, at: { object, path: ['anonymous', 'enabled'] } }];
}
