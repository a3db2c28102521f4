// What real kubeadm 1.20.2 and 1.28.4 got from real servers, held against the outcomes that are foreseen for those servers.
import { describe, expect, it } from 'vitest';
import { inspect, type Consumer, type Outcome } from '../../src/core/index.ts';
import { hasEvidence, readEvidence, reasonToSkip } from '../kubernetes/evidence.ts';

interface Row {
  readonly kubernetesVersion: string;
  readonly server: {
    readonly anonymousAuth: string | null;
    readonly scenario: string;
    readonly authorizationMode: string;
  };
  readonly client: string;
  readonly exitCode: number;
  readonly lastErrorLine: string;
}

/** What the J numbers are; runs with a fault of their own (a wrong token, another server) are about the client, not the server. */
const clients: Readonly<Record<string, Consumer>> = {
  init: 'kubeadm init',
  J1: 'kubeadm join (token)',
  J2: 'kubeadm join (token, unsafe skip)',
  J3b: 'kubeadm join (file without credentials)',
  J4: 'kubeadm join (file with credentials)',
  J4b: 'kubeadm join (file with credentials)',
  J5: 'kubeadm join (file with credentials)',
  J13b: 'kubeadm join (file without credentials)',
  J13c: 'kubeadm join (file with credentials)',
};

const rowsOf = (version: string): readonly Row[] =>
  (JSON.parse(readEvidence(`v${version}/matrix.json`)) as readonly Row[]).filter(
    ({ client }) => clients[client.replace(/-(?:full|default)$/, '')] !== undefined,
  );

function paste({ server }: Row, version: string): string {
  const flags = [
    ...(server.anonymousAuth === null ? [] : [`    anonymous-auth: "${server.anonymousAuth}"`]),
    `    authorization-mode: "${server.authorizationMode}"`,
  ];
  const apiVersion = version === '1.20.2' ? 'v1beta2' : 'v1beta3';
  return [
    `apiVersion: kubeadm.k8s.io/${apiVersion}`,
    'kind: ClusterConfiguration',
    `kubernetesVersion: v${version}`,
    'apiServer:',
    '  extraArgs:',
    ...flags,
    '',
  ].join('\n');
}

function foresee(row: Row, version: string): Outcome | undefined {
  const consumer = clients[row.client.replace(/-(?:full|default)$/, '')];
  const { outcomes } = inspect(paste(row, version), { kubernetesVersion: version });
  return outcomes.find((outcome) => outcome.consumer === consumer);
}

/** Most runs used a discovery time-out of 10 s instead of kubeadm's 5 minutes. */
const withDefaultTimeout = (line: string): string => line.replace('after timeout of 10s', 'after timeout of 5m0s');

describe.skipIf(!hasEvidence).each(['1.20.2', '1.28.4'])(`kubeadm %s${reasonToSkip}`, (version) => {
  it('passes and fails as foreseen, with the words that are foreseen', () => {
    const rows = rowsOf(version);
    const wrong = rows.filter((row) => {
      const outcome = foresee(row, version);
      const passes = outcome?.verdict === 'works';
      return passes !== (row.exitCode === 0) || outcome?.text !== withDefaultTimeout(row.lastErrorLine);
    });
    process.stdout.write(
      `kubeadm ${version}: ${rows.length - wrong.length} of ${rows.length} client runs as foreseen\n`,
    );
    expect(wrong.map(({ server, client }) => `${server.scenario} ${client}`)).toEqual([]);
    expect(rows.length).toBeGreaterThan(15);
  });
});

describe.skipIf(!hasEvidence)(`a file without credentials and without a bootstrap token (J3)${reasonToSkip}`, () => {
  it.each(['1.20.2', '1.28.4'])(
    'is refused like J3b by %s with anonymous off; with it on, kubeadm misses credentials later',
    (version) => {
      const all = JSON.parse(readEvidence(`v${version}/matrix.json`)) as readonly Row[];
      const runs = all.filter(({ client }) => client === 'J3');
      expect(runs.length).toBeGreaterThan(1);
      for (const row of runs) {
        const outcome = foresee({ ...row, client: 'J3b' }, version);
        expect(row.exitCode).toBe(1);
        if (outcome?.verdict === 'fails') expect(withDefaultTimeout(row.lastErrorLine)).toBe(outcome.text);
        else
          expect(row.lastErrorLine).toContain("couldn't find authentication credentials for the TLS boostrap process");
      }
    },
  );
});
