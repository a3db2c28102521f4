// The matrix of a version's runs: one row for each server and client, as the run wrote it down.

import { evidenceFiles } from './evidence-files.ts';

export interface MatrixRow {
  readonly server: {
    readonly scenario: string;
    /** The flag's value; null if it was left out. */
    readonly anonymousAuth: 'true' | 'false' | null;
    readonly authorizationMode: string;
  };
  readonly client: string;
  readonly exitCode: number;
  readonly durationSeconds: number;
  readonly lastErrorLine: string;
  readonly sawStatuses: readonly number[];
}

export interface RunMatrix {
  readonly scenarios: readonly { readonly name: string; readonly server: MatrixRow['server'] }[];
  readonly clients: readonly string[];
  /** Each different error line once, in order of appearance. */
  readonly errors: readonly string[];
  readonly rowOf: (client: string, scenario: string) => MatrixRow | undefined;
}

const once = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

/** J2 stands before J10, J1 before J1-default; what is not a J case stands last. */
function clientOrder(a: string, b: string): number {
  const number = (client: string): number => Number(/^J(\d+)/.exec(client)?.[1] ?? 99);
  return number(a) - number(b) || (a < b ? -1 : 1);
}

/** K scenarios are whole clusters; they stand last. */
const isWhole = (scenario: string): boolean => scenario.startsWith('K');

/** A version without a matrix stops the build. */
export function runMatrix(version: string): RunMatrix {
  const file = evidenceFiles.find(({ path }) => path === `${version}/matrix.json`);
  if (!file) throw new Error(`${version}/matrix.json is missing`);
  const rows = JSON.parse(file.text) as readonly MatrixRow[];
  const scenarios = [...new Map(rows.map(({ server }) => [server.scenario, server]))];
  return {
    scenarios: scenarios
      .map(([name, server]) => ({ name, server }))
      .sort((a, b) => Number(isWhole(a.name)) - Number(isWhole(b.name)) || (a.name < b.name ? -1 : 1)),
    clients: [...once(rows.map(({ client }) => client))].sort(clientOrder),
    errors: once(rows.map(({ lastErrorLine }) => lastErrorLine).filter((line) => line !== '')),
    rowOf: (client, scenario) => rows.find((row) => row.client === client && row.server.scenario === scenario),
  };
}
