// The whole table: every client against every setting in every version.

import { coversMinor, newestMinor, type Minor } from '../../kubernetes/version.ts';
import type { Localised } from '../../locale.ts';
import type { Verdict } from '../../report.ts';
import { labClients, type LabClientId } from './clients.ts';
import type { Basis, LabRun, LabSource } from './lab.ts';
import { runClient } from './run-client.ts';
import { serverSettings } from './server-settings.ts';

/** The oldest version that the lab has; older ones retry their discovery in another way. */
export const oldestLabMinor: Minor = 18;

export interface MatrixCell {
  readonly minor: Minor;
  readonly setting: string;
  readonly client: LabClientId;
  readonly verdict: Verdict;
  readonly because: Localised;
  /** The last line of the terminal or event; empty if there is none. */
  readonly text: string;
  readonly basis: Basis;
  readonly sources: readonly LabSource[];
}

/** Minors ascending, then settings and clients in their order; what does not exist in a version is left out. */
export function versionMatrix(): readonly MatrixCell[] {
  const minors = Array.from({ length: newestMinor - oldestLabMinor + 1 }, (_, index) => oldestLabMinor + index);
  return minors.flatMap((minor) => {
    const clients = labClients.filter((client) => coversMinor(client, minor));
    return serverSettings.flatMap((setting) => {
      const server = setting.server(minor);
      return server ? clients.map(({ id }) => cell(minor, setting.id, runClient(server, id))) : [];
    });
  });
}

function cell(minor: Minor, setting: string, run: LabRun): MatrixCell {
  const { client, verdict, because, basis, sources, terminal } = run;
  const last = terminal.findLast(({ text }) => !text.startsWith('To see the stack trace'));
  return { minor, setting, client, verdict, because, text: last?.text ?? '', basis, sources };
}
