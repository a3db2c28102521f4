// A pasted kubeadm file as the newest apiVersion: `kubeadm config migrate` without kubeadm.

import { unwrap } from './formats/unwrap.ts';
import { migrateDocuments } from './kubernetes/kubeadm-migrate/migrate-documents.ts';
import type { Migration } from './kubernetes/kubeadm-migrate/migration.ts';
import { createLineTable } from './source/range.ts';

/** Undefined if the text holds no kubeadm document of v1beta2 or v1beta3. Total: never throws. */
export function migrate(text: string): Migration | undefined {
  if (!text.includes('kubeadm.k8s.io/v1beta')) return undefined;
  return migrateDocuments(unwrap(text).manifests, createLineTable(text));
}
