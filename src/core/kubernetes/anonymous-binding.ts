// Bindings that give a role to requests without credentials. Upstream: rbac/v1 types; the default ones are made by
// plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go and by kubeadm's phase bootstrap-token.

import type { PastedObject } from '../formats/format.ts';
import type { Path } from '../source/path.ts';
import { asList, asRecord, asText } from '../source/untyped-value.ts';
import type { Place } from './facts.ts';

export interface AnonymousBindingFact {
  readonly kind: string;
  readonly name: string;
  readonly role: string;
  /** `system:anonymous` or `system:unauthenticated`. */
  readonly subject: string;
  /** The subject's name. */
  readonly at: Place;
}

const bindings: readonly string[] = ['RoleBinding', 'ClusterRoleBinding'];
const strangers: readonly string[] = ['system:anonymous', 'system:unauthenticated'];

/** The first stranger of each binding: of one object, or of those in a list. */
export function readAnonymousBindings({ kind, value }: PastedObject, object: number): readonly AnonymousBindingFact[] {
  if (bindings.includes(kind)) return readBinding(value, kind, { object, path: [] });
  if (!/^(?:(?:Cluster)?RoleBinding)?List$/.test(kind)) return [];
  return asList(asRecord(value)['items']).flatMap((item, index) => {
    const itemKind = asText(asRecord(item)['kind']) ?? kind.replace(/List$/, '');
    return bindings.includes(itemKind) ? readBinding(item, itemKind, { object, path: ['items', index] }) : [];
  });
}

function readBinding(
  value: unknown,
  kind: string,
  { object, path }: { readonly object: number; readonly path: Path },
): readonly AnonymousBindingFact[] {
  const { metadata, roleRef, subjects } = asRecord(value);
  const names = asList(subjects).map((subject) => asText(asRecord(subject)['name']) ?? '');
  const index = names.findIndex((name) => strangers.includes(name));
  const subject = names[index];
  if (subject === undefined) return [];
  return [
    {
      kind,
      name: asText(asRecord(metadata)['name']) ?? '',
      role: asText(asRecord(roleRef)['name']) ?? '',
      subject,
      at: { object, path: [...path, 'subjects', index, 'name'] },
    },
  ];
}
