// Which apiVersion of kubeadm.k8s.io each kubeadm reads, and what it says to the others.
// Upstream: cmd/kubeadm/app/util/config/common.go validateSupportedVersion; apis/kubeadm/scheme/scheme.go.

import { coversMinor, rowFor, type Minor, type Ranged } from '../version.ts';

export const kubeadmGroup = 'kubeadm.k8s.io';

export type ApiVersionStatus =
  | 'read'
  | 'deprecated' // read, with a warning from init and join
  | 'migrate-only' // an error for init and join
  | 'old' // an error that names the kubeadm to migrate with
  | 'experimental' // an error without --allow-experimental-api
  | 'not-registered'; // kubeadm knows nothing of it

interface VersionRow extends Ranged {
  readonly version: string;
  readonly status: ApiVersionStatus;
}

const rows: readonly VersionRow[] = [
  { version: 'v1alpha1', status: 'old' },
  { version: 'v1alpha2', status: 'old' },
  { version: 'v1alpha3', status: 'read', until: 13 },
  { version: 'v1alpha3', status: 'migrate-only', since: 14, until: 14 },
  { version: 'v1alpha3', status: 'old', since: 15 },
  { version: 'v1beta1', status: 'read', until: 16 },
  { version: 'v1beta1', status: 'deprecated', since: 17, until: 21 },
  { version: 'v1beta1', status: 'old', since: 22 },
  { version: 'v1beta2', status: 'read', since: 15, until: 23 },
  { version: 'v1beta2', status: 'deprecated', since: 24, until: 26 },
  { version: 'v1beta2', status: 'old', since: 27 },
  { version: 'v1beta3', status: 'read', since: 22, until: 30 },
  { version: 'v1beta3', status: 'deprecated', since: 31, until: 36 },
  { version: 'v1beta3', status: 'old', since: 37 },
  { version: 'v1beta4', status: 'experimental', since: 28, until: 30 },
  { version: 'v1beta4', status: 'read', since: 31 },
  { version: 'v1', status: 'experimental', since: 37 },
];

/** The kubeadm that an "old API spec" error names. */
const migrateWith: Readonly<Record<string, string>> = {
  v1alpha1: 'v1.11',
  v1alpha2: 'v1.12',
  v1alpha3: 'v1.14',
  v1beta1: 'v1.15',
  v1beta2: 'v1.22',
  v1beta3: 'v1.31',
};

/** Wordings; the minors of the changes between 1.28 and 1.32 are inferred from single files. */
const wordings: readonly (Ranged & { readonly namesKind: boolean; readonly files: string })[] = [
  { until: 28, namesKind: false, files: '--old-config old.yaml --new-config new.yaml' },
  { since: 29, until: 31, namesKind: true, files: '--old-config old.yaml --new-config new.yaml' },
  { since: 32, namesKind: true, files: '--old-config old-config-file --new-config new-config-file' },
];

export function apiVersionStatus(version: string, minor: Minor): ApiVersionStatus {
  return rows.find((row) => row.version === version && coversMinor(row, minor))?.status ?? 'not-registered';
}

/** Does this kubeadm have Go types for the version? Experimental ones are there, but refused. */
export function isRegistered(version: string, minor: Minor): boolean {
  const status = apiVersionStatus(version, minor);
  return status !== 'old' && status !== 'not-registered';
}

/** What kubeadm prints about a version that it does not simply read; undefined for the others. */
export function apiVersionText(version: string, kind: string, minor: Minor): string | undefined {
  const status = apiVersionStatus(version, minor);
  const wording = rowFor(wordings, minor);
  const spec = `"${kubeadmGroup}/${version}"${wording?.namesKind ? ` (kind: "${kind}")` : ''}`;
  const migrate = `'kubeadm config migrate ${wording?.files ?? ''}', which will write the new, similar spec using a newer API version.`;
  switch (status) {
    case 'old':
      return `your configuration file uses an old API spec: ${spec}. Please use kubeadm ${migrateWith[version] ?? ''} instead and run ${migrate}`;
    case 'deprecated':
    case 'migrate-only':
      return `your configuration file uses a deprecated API spec: ${spec}. Please use ${migrate}`;
    case 'experimental':
      return `experimental API spec: ${spec} is not allowed. You can use the --allow-experimental-api flag if the command supports it.`;
    default:
      return undefined;
  }
}

/** The newest minor that reads every one of these versions without a word, else the newest that reads them at all. */
export function newestReader(versions: readonly string[], minors: readonly Minor[]): Minor | undefined {
  const reads = (wanted: readonly ApiVersionStatus[]): Minor | undefined =>
    minors.findLast((minor) => versions.every((version) => wanted.includes(apiVersionStatus(version, minor))));
  return versions.length === 0 ? undefined : (reads(['read']) ?? reads(['read', 'deprecated']));
}
