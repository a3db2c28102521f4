// `kubeadm config migrate` for files of v1beta2 and v1beta3: what kubeadm 1.31 would write. Read in source, not run.
// v1beta2 takes two kubeadms: 1.22–1.26 write v1beta3, 1.31–1.36 write v1beta4.
// Kinds: ClusterConfiguration, InitConfiguration, JoinConfiguration, ResetConfiguration. Upstream: cmd/kubeadm/app/util/config/common.go.

import type { Segment } from '../../formats/format.ts';
import { formatPath, type Path } from '../../source/path.ts';
import type { LineTable } from '../../source/range.ts';
import { judgeKubeadmFile } from '../kubeadm/judge.ts';
import { structOf } from '../kubeadm/schema.ts';
import { convertObjects, type Objects } from './convert-objects.ts';
import type { Loss, Migration, Refusal } from './migration.ts';
import { notesOn } from './migration-notes.ts';
import { type OldDocument, readOldDocuments, textLosses } from './old-documents.ts';
import { type OldObject, readOldObject } from './old-object.ts';
import { writeFields } from './write-fields.ts';
import { writeYaml } from './write-yaml.ts';

const group = 'kubeadm.k8s.io/';
const target = 'v1beta4';
/** The first kubeadm that writes v1beta4; 1.35 and 1.36 differ in one field (http-endpoints). */
const writer = 31;
/** The last kubeadm that reads v1beta2. */
const firstStep = 26;
/** The order in which kubeadm writes them. */
const kinds = ['InitConfiguration', 'ClusterConfiguration', 'JoinConfiguration', 'ResetConfiguration'] as const;

/** Undefined if the segments hold no document of v1beta2 or v1beta3. Never throws. */
export function migrateDocuments(segments: readonly Segment[], lines: LineTable): Migration | undefined {
  const documents = readOldDocuments(segments, lines);
  const own = documents.filter(({ apiVersion }) => apiVersion.startsWith(group));
  const broken = documents.filter(({ yaml }) => yaml.error);
  const isOld = own.some(({ apiVersion }) => /^kubeadm\.k8s\.io\/v1beta[23]$/.test(apiVersion));
  if (!isOld && !broken.some(({ text }) => /kubeadm\.k8s\.io\/v1beta[23]\b/.test(text))) return undefined;
  if (broken.length > 0) return { refused: true, reasons: broken.map((document) => syntaxReason(document, lines)) };

  const read = own.filter(isRead).map((document) => readOldObject(document, writer, lines));
  const reasons = [
    ...own.flatMap((document) => documentReasons(document, own)),
    ...read.flatMap((one) => one.reasons),
    ...kubeadmReasons(own),
  ];
  if (reasons.length > 0) return { refused: true, reasons };

  const given = new Map(read.map(({ document, fields }) => [document.kind, fields]));
  const { objects, moved, dropped } = convertObjects(complete(given));
  const text = kinds.flatMap((kind) => written(kind, objects)).join('---\n');
  const lost = [
    ...dropped.map(({ kind, path }) => endedField(kind, path, read, lines)),
    ...read.flatMap((one) => one.lost),
    ...documents.filter((document) => !isRead(document)).map(lostDocument),
    ...textLosses(segments, lines),
  ];
  return { refused: false, text, lost, notes: notesOn(own, given, { objects, moved }) };
}

function isRead({ kind, apiVersion }: OldDocument): boolean {
  return apiVersion.startsWith(group) && (kinds as readonly string[]).includes(kind);
}

/** kubeadm always writes InitConfiguration and ClusterConfiguration together. */
function complete(given: Objects): Objects {
  if (!given.has('InitConfiguration') && !given.has('ClusterConfiguration')) return given;
  return new Map([['InitConfiguration', {}], ['ClusterConfiguration', {}], ...given]);
}

function syntaxReason({ yaml, line }: OldDocument, lines: LineTable): Refusal {
  return { why: 'syntax', line: yaml.error ? lines.positionAt(yaml.error.span.start).line : line };
}

function documentReasons({ kind, apiVersion, line }: OldDocument, own: readonly OldDocument[]): readonly Refusal[] {
  const twice = own.findIndex((one) => one.kind === kind) !== own.findLastIndex((one) => one.kind === kind);
  const first = own.find((one) => one.kind === kind)?.line === line;
  return [
    ...(twice && !first ? [{ why: 'duplicate-kind' as const, kind, line }] : []),
    ...(/v1(?:alpha\d+|beta1)$/.test(apiVersion) ? [{ why: 'old-version' as const, kind, line }] : []),
  ];
}

/** What the kubeadm of the first step would stop with; that the file is for an old Kubernetes is a note. */
function kubeadmReasons(own: readonly OldDocument[]): readonly Refusal[] {
  const minor = own.some(({ apiVersion }) => apiVersion.endsWith('v1beta2')) ? firstStep : writer;
  const text = own.map((document) => `${document.text.trimEnd()}\n`).join('---\n');
  const options = { minor, kubernetesVersion: `1.${minor}`, command: 'config migrate' } as const;
  const error = judgeKubeadmFile({ text, offset: 0 }, options)?.verdict.error;
  return error === undefined || error.startsWith('this version of kubeadm only supports')
    ? []
    : [{ why: 'kubeadm', minor, text: error }];
}

function written(kind: string, objects: Objects): readonly string[] {
  const object = objects.get(kind);
  const struct = structOf(kind, target, writer);
  if (!object || !struct) return [];
  return [writeYaml({ ...writeFields(object, struct), apiVersion: `${group}${target}`, kind })];
}

function endedField(kind: string, path: Path, read: readonly OldObject[], lines: LineTable): Loss {
  const yaml = read.find(({ document }) => document.kind === kind)?.document.yaml;
  const line = yaml ? lines.positionAt(yaml.spanOf(path, 'key').start).line : 1;
  return { what: 'field', field: `${kind}.${formatPath(path)}`, line };
}

const knownGroups = /^(?:kubeadm|kubelet\.config|kubeproxy\.config)\.k8s\.io\//;

function lostDocument({ kind, apiVersion, line }: OldDocument): Loss {
  return { what: knownGroups.test(apiVersion) ? 'document' : 'foreign-document', kind, apiVersion, line };
}
