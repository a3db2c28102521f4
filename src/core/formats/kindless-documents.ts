// Configuration files of other tools that have neither kind nor apiVersion, told by keys that only they have.
// Written by talosctl, and by hand for RKE2, k3s, RKE, kubespray and kind (parts of a file). Nothing is lost; they are only named here.

import { asRecord, type UntypedRecord } from '../source/untyped-value.ts';

interface KindlessDocument {
  /** Our word for it, in place of a kind. */
  readonly name: string;
  /** A line that makes a text worth reading. */
  readonly sign: RegExp;
  readonly has: (fields: UntypedRecord) => boolean;
}

const anyKey =
  (...names: readonly string[]) =>
  (fields: UntypedRecord): boolean =>
    names.some((name) => name in fields);

const documents: readonly KindlessDocument[] = [
  {
    name: 'Talos machine config',
    sign: /^machine[ \t]*:[ \t]*$/m,
    has: ({ machine, cluster }) => typeof machine === 'object' && machine !== null && cluster !== undefined,
  },
  {
    name: 'RKE2 or k3s config',
    sign: /^(?:kube-apiserver|kubelet|kube-controller-manager)-arg[ \t]*:/m,
    has: anyKey('kube-apiserver-arg', 'kubelet-arg', 'kube-controller-manager-arg'),
  },
  {
    name: 'kind config',
    sign: /^kubeadmConfigPatches[ \t]*:/m,
    has: anyKey('kubeadmConfigPatches'),
  },
  {
    name: 'RKE cluster config',
    sign: /^[ \t]+kube-api[ \t]*:/m,
    has: ({ services }) => 'kube-api' in asRecord(services),
  },
  {
    name: 'kubespray variables',
    sign: /^(?:kube_api_anonymous_auth|kube_kubeadm_apiserver_extra_args|kube_apiserver_\w+|remove_anonymous_access)[ \t]*:/m,
    has: (fields) =>
      Object.keys(fields).some((name) =>
        /^(?:kube_api_anonymous_auth|kube_kubeadm_apiserver_extra_args|kube_apiserver_\w+|remove_anonymous_access)$/.test(
          name,
        ),
      ),
  },
];

export const kindlessSigns: readonly RegExp[] = documents.map(({ sign }) => sign);

/** What a document without a kind is called; undefined if it is none of these. */
export function nameKindless(value: unknown): string | undefined {
  const fields = asRecord(value);
  return documents.find(({ has }) => has(fields))?.name;
}
