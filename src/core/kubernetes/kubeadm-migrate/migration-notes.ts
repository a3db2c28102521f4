// What to know about a new file beside what is lost.

import { formatPath } from '../../source/path.ts';
import { asRecord, asText } from '../../source/untyped-value.ts';
import { parseVersion } from '../version.ts';
import { type Conversion, leftOut, type Objects } from './convert-objects.ts';
import type { MigrationNote } from './migration.ts';
import type { OldDocument } from './old-documents.ts';

/** Oldest Kubernetes that kubeadm 1.31 takes: one minor below its own. */
const oldestKubernetes = 30;

/** `given` are the objects of the file, before those that kubeadm adds. */
export function notesOn(
  documents: readonly OldDocument[],
  given: Objects,
  { objects, moved }: Pick<Conversion, 'objects' | 'moved'>,
): readonly MigrationNote[] {
  const notes: MigrationNote[] = [];
  if (documents.some(({ apiVersion }) => apiVersion.endsWith('v1beta2'))) notes.push({ note: 'two-steps' });
  const cluster = objects.get('ClusterConfiguration');
  const version = parseVersion(asText(cluster?.['kubernetesVersion']) ?? '');
  if (version && version.minor < oldestKubernetes) {
    const current = `v${version.text}`;
    const text = `this version of kubeadm only supports deploying clusters with the control plane version >= 1.${oldestKubernetes}.0. Current version: ${current}`;
    notes.push({ note: 'version-too-old', minor: oldestKubernetes + 1, text });
  }
  for (const move of moved) notes.push({ note: 'moved', ...move });
  for (const [kind, object] of objects) {
    if (!given.has(kind)) notes.push({ note: 'added', kind });
    const fields = leftOut(kind, object).map(formatPath);
    if (fields.length > 0) notes.push({ note: 'left-out', kind, fields });
  }
  if (asRecord(cluster?.['etcd'])['external'] !== undefined) notes.push({ note: 'http-endpoints' });
  return [...notes, { note: 'not-run' }];
}
