// What the lab's tables say of themselves: times, versions, and how sure each row is.
import { describe, expect, it } from 'vitest';
import {
  defaultLabServer,
  labClients,
  newestMinor,
  runClient,
  serverSettings,
  versionMatrix,
  type LabServer,
} from '../../src/core/index.ts';
import { clusterInfoPath } from '../../src/core/kubernetes/cluster-info.ts';
import { knowledge } from '../../src/core/simulator/lab/basis.ts';

describe('the kubelet’s patience', () => {
  it.each([
    ['1.18', 'liveness-probe', '/healthz', 8, 85, 90],
    ['1.20.2', 'startup-probe', '/livez', 24, 240, 266],
    ['1.33', 'startup-probe', '/livez', 24, 240, 266],
  ] as const)(
    'in %s the %s asks for %s and fails %i times until %i s; the restart follows at %i s',
    (version, client, url, failures, last, restart) => {
      const { turns, terminal } = runClient({ ...defaultLabServer(version), anonymousAuth: false }, client);
      expect(turns.map(({ exchange, repeats }) => [exchange.request.path, repeats])).toEqual([[url, failures]]);
      expect(terminal.slice(-2).map(({ atSeconds }) => atSeconds)).toEqual([last, restart]);
      expect(terminal.at(-1)?.text).toMatch(
        /^Container kube-apiserver failed (startup|liveness) probe, will be restarted$/,
      );
    },
  );
});

describe('the waiter without credentials', () => {
  const withList = (minor: string, paths: readonly string[], waits: boolean): LabServer => ({
    ...defaultLabServer(minor),
    featureGates: minor === '1.31' ? { AnonymousAuthConfigurableEndpoints: true } : {},
    authenticationConfiguration: { apiVersion: 'apiserver.config.k8s.io/v1beta1', anonymous: { enabled: true, paths } },
    waitForAllComponents: waits,
  });

  it.each([
    ['1.31', ['/healthz'], true, 'works'],
    ['1.31', ['/livez', '/readyz'], true, 'fails'],
    ['1.31', ['/livez', '/readyz'], false, 'works'],
    ['1.32', ['/livez'], true, 'works'],
    ['1.32', ['/healthz'], true, 'fails'],
    ['1.33.0-beta.0', ['/healthz'], true, 'fails'],
    ['1.33', ['/healthz'], true, 'works'],
  ] as const)(
    'in %s with the list %j and the gate %s: init %s, and so does a control plane that joins',
    (minor, paths, waits, verdict) => {
      const server = withList(minor, [...paths, clusterInfoPath], waits);
      expect(runClient(server, 'kubeadm-init').verdict).toBe(verdict);
      expect(runClient(server, 'kubeadm-join-control-plane').verdict).toBe(verdict);
      expect(runClient(server, 'kubeadm-join-token-pin').verdict).toBe('works');
    },
  );
});

describe('the table of versions', () => {
  const cells = versionMatrix();

  it('has one cell for each client, setting and version that exist together', () => {
    const keys = cells.map(({ minor, setting, client }) => `${minor} ${setting} ${client}`);
    expect(new Set(keys).size).toBe(keys.length);
    const settings = new Set(cells.map(({ setting }) => setting));
    expect(serverSettings.map(({ id }) => id).filter((id) => !settings.has(id))).toEqual([]);
    expect(cells.find(({ minor, client }) => minor === newestMinor && client === 'oidc-discovery')).toBeDefined();
  });

  it('says how sure it is: run only where a program of that version was run, and a source for every cell', () => {
    expect(cells.filter(({ basis, minor }) => basis === 'run' && minor !== 20 && minor !== 28)).toEqual([]);
    expect(cells.filter(({ sources }) => sources.length === 0)).toEqual([]);
    const runs = cells.filter(({ basis }) => basis === 'run');
    expect(runs.filter(({ sources }) => !sources.some(({ confidence }) => confidence === 'run'))).toEqual([]);
  });

  it('lists what is only inferred', () => {
    const minorsOf = (basis: string, client: string): string =>
      [
        ...new Set(cells.filter((cell) => cell.client === client && cell.basis === basis).map(({ minor }) => minor)),
      ].join(' ');
    const rows = labClients.map(
      ({ id }) => `${id}: inferred ${minorsOf('inferred', id) || '–'}; run ${minorsOf('run', id) || '–'}`,
    );
    expect(rows.join('\n')).toMatchInlineSnapshot(`
      "kubeadm-init: inferred 18 19 21 22 23 24 25 26 27 29 31 32 34 35 36 37; run 20
      kubeadm-join-token-pin: inferred 18 21 23 24 25 26 27 29 30 31 32 33 35 36 37; run 20 28
      kubeadm-join-token-unsafe: inferred 18 21 23 24 25 26 27 29 30 31 32 33 35 36 37; run 20 28
      kubeadm-join-file-credentials: inferred 18 21 23 24 25 26 27 29 30 31 32 33 35 36 37; run 20 28
      kubeadm-join-file: inferred 18 21 23 24 25 26 27 29 30 31 32 33 35 36 37; run 20 28
      kubeadm-join-https: inferred 18 19 21 23 24 25 26 27 29 30 31 32 33 34 35 36 37; run 20
      kubeadm-join-control-plane: inferred 18 19 20 21 22 23 24 25 26 27 29 30 31 32 33 34 35 36 37; run –
      startup-probe: inferred 21 23 24 25 26 27 29 30 32 33 34 35 36 37; run 20
      liveness-probe: inferred 18 21 23 24 25 26 27 29 30 32 33 34 35 36 37; run 20
      readiness-probe: inferred 21 23 24 25 26 27 29 30 32 33 34 35 36 37; run 20
      load-balancer-healthz: inferred –; run 20 28
      load-balancer-readyz: inferred –; run 20 28
      kubectl-certificate: inferred –; run 20 28
      kubectl-none: inferred –; run 20 28
      oidc-discovery: inferred 21 23 24 25 26 27 29 30 31 32 33 34 35 36 37; run 20 28"
    `);
    expect(Object.values(knowledge).every(({ sources }) => sources.length > 0)).toBe(true);
  });
});
