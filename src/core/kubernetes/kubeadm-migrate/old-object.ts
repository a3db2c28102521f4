// The fields of one kubeadm document, and what its kubeadm says to fields that it does not know.

import { formatPath, type Path } from '../../source/path.ts';
import type { LineTable } from '../../source/range.ts';
import type { UntypedRecord } from '../../source/untyped-value.ts';
import { structOf } from '../kubeadm/schema.ts';
import type { Minor } from '../version.ts';
import type { Loss, Refusal } from './migration.ts';
import type { OldDocument } from './old-documents.ts';
import { readFields } from './read-fields.ts';

export interface OldObject {
  readonly document: OldDocument;
  readonly fields: UntypedRecord;
  readonly reasons: readonly Refusal[];
  readonly lost: readonly Loss[];
}

/** v1beta2 is read by kubeadms that only warn; 1.28 and later refuse what they do not know. */
export function readOldObject(document: OldDocument, minor: Minor, lines: LineTable): OldObject {
  const { kind, apiVersion, yaml } = document;
  const struct = structOf(kind, apiVersion.replace(/^.*\//, ''), minor);
  if (!struct) return { document, fields: {}, reasons: [], lost: [] };
  const { fields, problems } = readFields(yaml.value, struct);
  const at = (path: Path): { field: string; line: number } => ({
    field: `${kind}.${formatPath(path)}`,
    line: lines.positionAt(yaml.spanOf(path, 'key').start).line,
  });
  const lenient = apiVersion.endsWith('v1beta2');
  const unknown = problems.filter(({ problem }) => problem === 'unknown-field').map(({ path }) => at(path));
  const wrong = problems.filter(({ problem }) => problem === 'type').map(({ path }) => at(path));
  const twice = yaml.duplicates.map(({ key, span }) => ({ field: key, line: lines.positionAt(span.start).line }));
  return {
    document,
    fields,
    reasons: [
      ...wrong.map((place) => ({ why: 'type' as const, ...place })),
      ...(lenient ? [] : unknown).map((place) => ({ why: 'unknown-field' as const, ...place })),
      ...(lenient ? [] : twice).map((place) => ({ why: 'duplicate-key' as const, ...place })),
    ],
    lost: (lenient ? unknown : []).map((place) => ({ what: 'unknown-field' as const, ...place })),
  };
}
