// Every row of the recorded matrices (server × client), replayed in the lab: exit code, last line, and each HTTP status.
import { describe, expect, it } from 'vitest';
import { inspect, runClient } from '../../src/core/index.ts';
import { tellJoin } from '../../src/core/simulator/lab/join-run.ts';
import type { BareRun } from '../../src/core/simulator/lab/lab.ts';
import { hasEvidence, readEvidence, reasonToSkip } from '../kubernetes/evidence.ts';
import { recordedJoins } from './recorded-joins.ts';
import { recordedServer } from './recorded-servers.ts';

interface Row {
  readonly server: {
    readonly anonymousAuth: string | null;
    readonly scenario: string;
    readonly authorizationMode: string;
  };
  readonly client: string;
  readonly exitCode: number;
  readonly durationSeconds: number;
  readonly lastErrorLine: string;
  readonly httpStatuses: readonly string[];
}

/** These stop at their own file, before any request: the judge of kubeadm files answers. */
const refusedFiles = ['J15', 'J16'];

/** Addresses and hashes of that cluster, as the lab writes them. */
const normal = (line: string): string =>
  line.replaceAll(/10\.146\.0\.4:\d+/g, '192.0.2.10:6443').replace(/sha256:[0-9a-f]{64}/, 'sha256:…');

function replay(row: Row, version: string): Pick<BareRun, 'exitCode' | 'terminal' | 'turns'> | undefined {
  const { scenario } = row.server;
  const server = recordedServer(version, scenario, row.server);
  if (row.client === 'init') return runClient(server, 'kubeadm-init');
  const name = row.client.replace(/-(?:full|default)$/, '');
  if (refusedFiles.includes(name)) return judgeFile(version, scenario, name);
  const setup = recordedJoins[name];
  // kubeadm's own five minutes for the plain command lines, ten seconds in the files of all other runs.
  const timeoutSeconds = row.client.endsWith('-default') ? 300 : 10;
  return setup && tellJoin(server, { ...setup, timeoutSeconds });
}

function judgeFile(version: string, scenario: string, name: string): Pick<BareRun, 'exitCode' | 'terminal' | 'turns'> {
  const text = readEvidence(`${version}/${scenario}/join-${name}.conf`);
  const verdict = inspect(text, { kubernetesVersion: version, command: 'join' }).kubeadm;
  const error = verdict?.error ?? '';
  return {
    exitCode: verdict?.exitCode ?? 0,
    turns: [],
    terminal: [{ atSeconds: 0, stream: 'stderr', text: error.replace(/\n[^]*/, '') }],
  };
}

function lastLine({ terminal }: Pick<BareRun, 'terminal'>): string {
  return terminal.find(({ stream }) => stream === 'stderr')?.text ?? '';
}

/** As the matrix writes them: `GET /path 401 x2`, sorted; a run of the same status is one entry. */
function statusesOf({ turns }: Pick<BareRun, 'turns'>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { exchange, repeats = 1 } of turns) {
    const key = `GET ${exchange.request.path} ${exchange.response?.status ?? 'no response'}`;
    counts.set(key, (counts.get(key) ?? 0) + repeats);
  }
  return [...counts].map(([key, count]) => (count === 1 ? key : `${key} x${count}`)).sort();
}

/** After the join proper the node reads and marks its own Node object, as often as it needs to: no matter of the two gates. */
const ofTheNode = (line: string): boolean => line.includes('/api/v1/nodes/');

/** The token's loop waits between 5.0 and 6.5 seconds: in five minutes that makes 47 to 61 requests. */
function sameCounts(own: readonly string[], real: readonly string[]): boolean {
  return (
    own.length === real.length &&
    own.every((line, index) => {
      const [ownCount, realCount] = [line, real[index] ?? ''].map((one) => Number(/ x(\d+)$/.exec(one)?.[1] ?? 1));
      const same = line.replace(/ x\d+$/, '') === (real[index] ?? '').replace(/ x\d+$/, '');
      return (
        same && (ownCount === realCount || (ownCount === 53 && Number(realCount) >= 47 && Number(realCount) <= 61))
      );
    })
  );
}

describe.skipIf(!hasEvidence).each([
  ['v1.20.2', 185],
  ['v1.28.4', 53],
])(`the matrix of %s${reasonToSkip}`, (version, total) => {
  it('comes out the same, row by row', () => {
    const rows = JSON.parse(readEvidence(`${version}/matrix.json`)) as readonly Row[];
    const wrong = rows.flatMap((row) => {
      const own = replay(row, version);
      const label = `${row.server.scenario} ${row.client}`;
      if (!own) return [`${label}: not replayed`];
      const [line, real] = [lastLine(own), normal(row.lastErrorLine)];
      const [asked, seen] = [statusesOf(own), [...row.httpStatuses].filter((one) => !ofTheNode(one)).sort()];
      // The requests of kubeadm init were not recorded.
      const isAsked = row.client === 'init' || sameCounts(asked, seen);
      const agrees = own.exitCode === row.exitCode && line === real && isAsked;
      return agrees
        ? []
        : [
            `${label}: exit ${own.exitCode}/${row.exitCode}\n  ${line}\n  ${real}\n  ${asked.join('; ')}\n  ${seen.join('; ')}`,
          ];
    });
    process.stdout.write(`matrix of ${version}: ${rows.length - wrong.length} of ${rows.length} rows agreed\n`);
    expect(wrong).toEqual([]);
    expect(rows).toHaveLength(total);
  });
});
