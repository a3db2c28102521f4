// The matrix of versions as the page shows it: neighbouring versions with the same answer are one row.

import {
  labClients,
  serverSettings,
  versionMatrix,
  type LabClient,
  type MatrixCell,
  type ServerSetting,
} from '../core/index.ts';

type Basis = MatrixCell['basis'];

/** Versions in a row that have the same result for the same reason, and print the same. */
export interface MatrixRange {
  readonly since: number;
  readonly until: number;
  readonly cell: MatrixCell;
  /** One for each version, in order. */
  readonly basis: readonly Basis[];
}

export interface MatrixRow {
  readonly client: LabClient;
  /** In order of version. */
  readonly ranges: readonly MatrixRange[];
}

export interface MatrixPart {
  readonly setting: ServerSetting;
  readonly rows: readonly MatrixRow[];
}

function rangesOf(cells: readonly MatrixCell[]): readonly MatrixRange[] {
  const ranges: MatrixRange[] = [];
  for (const cell of cells) {
    const last = ranges.at(-1);
    const goesOn =
      last?.until === cell.minor - 1 &&
      last.cell.verdict === cell.verdict &&
      last.cell.text === cell.text &&
      last.cell.because.en === cell.because.en;
    if (last && goesOn) ranges[ranges.length - 1] = { ...last, until: cell.minor, basis: [...last.basis, cell.basis] };
    else ranges.push({ since: cell.minor, until: cell.minor, cell, basis: [cell.basis] });
  }
  return ranges;
}

/** One part per setting, one row per client, in the core's order. */
export function matrixParts(cells: readonly MatrixCell[]): readonly MatrixPart[] {
  const byPair = Map.groupBy(cells, ({ setting, client }) => `${setting} ${client}`);
  return serverSettings.map((setting) => ({
    setting,
    rows: labClients.map((client) => ({ client, ranges: rangesOf(byPair.get(`${setting.id} ${client.id}`) ?? []) })),
  }));
}

export function countBasis(cells: readonly MatrixCell[]): Readonly<Record<Basis, number>> {
  const counts = { run: 0, source: 0, inferred: 0 };
  for (const { basis } of cells) counts[basis] += 1;
  return counts;
}

export { versionMatrix };

/** `1.20, 1.28` for the versions of a range that stand on this basis; ranges are joined, `1.23–1.27`. */
export function versionsOn({ since, basis }: MatrixRange, wanted: Basis): string {
  const runs: { since: number; until: number }[] = [];
  for (const [index, one] of basis.entries()) {
    const minor = since + index;
    if (one !== wanted) continue;
    const last = runs.at(-1);
    if (last?.until === minor - 1) last.until = minor;
    else runs.push({ since: minor, until: minor });
  }
  return runs.map(formatRange).join(', ');
}

/** `1.20` or `1.23–1.27`. */
export function formatRange({ since, until }: { readonly since: number; readonly until: number }): string {
  return since === until ? `1.${since}` : `1.${since}–1.${until}`;
}

/** The version that shows a range best: the newest one that was run, else the newest one. */
export function bestMinor({ since, until, basis }: MatrixRange): number {
  const run = basis.lastIndexOf('run');
  return run < 0 ? until : since + run;
}
