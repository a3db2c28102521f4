// Kubernetes versions as minors of 1.x, and the tables that start or end with one.

/** A minor of Kubernetes 1.x, for example 28 for 1.28. */
export type Minor = number;

/** The versions our tables cover: kubeadm 1.13 (first v1beta1) to 1.37 (newest minor in the facts). */
export const oldestMinor: Minor = 13;
export const newestMinor: Minor = 37;

export interface KubernetesVersion {
  readonly minor: Minor;
  /** As written, without a leading v: `1.20.0`, `1.20`. */
  readonly text: string;
}

/**
 * Reads `1.20`, `v1.20.0`, `1.33.0-beta.0`. Gives undefined for labels (`stable-1`) and everything else;
 * versions outside 1.13–1.37 are returned as they are, the caller decides what to say about them.
 */
export function parseVersion(text: string): KubernetesVersion | undefined {
  const match = /^v?1\.(\d{1,3})(?:\.\d+)?(?:[-+][0-9A-Za-z.+-]+)?$/.exec(text.trim());
  if (!match) return undefined;
  return { minor: Number(match[1]), text: text.trim().replace(/^v/, '') };
}

/** One row of a version table: valid from `since` to `until`, both included; absent means open. */
export interface Ranged {
  readonly since?: Minor;
  readonly until?: Minor;
}

export function coversMinor(row: Ranged, minor: Minor): boolean {
  return minor >= (row.since ?? 0) && minor <= (row.until ?? Infinity);
}

/** The first row that covers the minor; tables are written so that at most one does. */
export function rowFor<Row extends Ranged>(table: readonly Row[], minor: Minor): Row | undefined {
  return table.find((row) => coversMinor(row, minor));
}

/** `1.19–1.32`, `≤1.17`, `≥1.34`, or `all versions` as an empty text. */
export function formatVersions(row: Ranged): string {
  if (row.since === undefined && row.until === undefined) return '';
  if (row.since === undefined) return `≤1.${row.until}`;
  if (row.until === undefined) return `≥1.${row.since}`;
  return row.since === row.until ? `1.${row.since}` : `1.${row.since}–1.${row.until}`;
}

/** How sure a statement is: run for real, read in source, reported by others, or inferred from code. */
export type Confidence = 'run' | 'source' | 'reported' | 'inferred';
