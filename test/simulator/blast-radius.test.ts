// Who would break with anonymous requests off, the list that keeps them, and the way from a paste to a server of the lab.
import { describe, expect, it } from 'vitest';
import {
  blastRadius,
  consumerKinds,
  consumerTexts,
  defaultLabServer,
  inspect,
  labServerFrom,
  requestTalliesIn,
  runClient,
  sendRequest,
  smallestAllowList,
  startServer,
  type RequestTally,
} from '../../src/core/index.ts';
import { clusterInfoPath } from '../../src/core/kubernetes/cluster-info.ts';
import { hasEvidence, readEvidence, reasonToSkip } from '../kubernetes/evidence.ts';

const tally = (path: string, agent: string, more: Partial<RequestTally> = {}): RequestTally => ({
  ...{ identity: 'anonymous', verb: 'get', path, agent, code: 200, source: '192.0.2.7', events: 1 },
  ...more,
});

const log: readonly RequestTally[] = [
  tally('/livez', 'kube-probe/1.33', { events: 60 }),
  tally('/readyz', 'kube-probe/1.33', { events: 600 }),
  tally('/healthz', 'ELB-HealthChecker/2.0', { events: 40, source: '192.0.2.8' }),
  tally('/readyz', '', { events: 5, source: '192.0.2.9' }),
  tally(clusterInfoPath, 'kubeadm/v1.33.1 (linux/amd64) kubernetes/8adc0f0', { events: 2, source: '192.0.2.30' }),
  tally(clusterInfoPath, 'Go-http-client/2.0', { source: '192.0.2.31' }),
  tally('/.well-known/openid-configuration', 'Vault/1.17', { events: 3, source: '198.51.100.4' }),
  tally('/version', 'zgrab/0.x', { source: '203.0.113.9' }),
  ...['/api', '/apis', '/metrics'].map((path) => tally(path, 'zgrab/0.x', { code: 403, source: '203.0.113.9' })),
  tally('/api/v1/pods', 'mystery/1', { code: 403, source: '192.0.2.40' }),
  tally('/livez', 'kube-probe/1.33', { identity: 'rejected', code: 401, events: 7 }),
  tally('/api/v1/nodes', 'kubectl/v1.33.0', { identity: 'user' }),
  tally('/livez', 'kube-probe/1.33', { countsAsRequest: false, events: 1000 }),
];

describe('the anonymous consumers of a log', () => {
  const { consumers, requests, alreadyRefused } = blastRadius(log);

  it('are told apart, with what they got', () => {
    expect(consumers.map(({ kind, allowed, refused }) => [kind, allowed, refused])).toEqual([
      ['probe', 660, 0],
      ['load-balancer', 45, 0],
      ['kubeadm-discovery', 2, 0],
      ['cluster-info', 1, 0],
      ['oidc-discovery', 3, 0],
      ['scanner', 1, 3],
      ['unknown', 0, 1],
    ]);
    expect([requests, alreadyRefused]).toEqual([716, 7]);
  });

  it('have names, and say what they lose, in both languages', () => {
    for (const kind of consumerKinds) {
      const { name, loses } = consumerTexts[kind];
      expect([name.en, name.ja, loses.en, loses.ja].every((text) => text.length > 5)).toBe(true);
    }
  });

  it('do not depend on the order of the log', () => {
    const turned = blastRadius(log.toReversed());
    const plain = (list: typeof consumers): unknown =>
      list.map(({ kind, allowed, refused, paths }) => [kind, allowed, refused, paths]);
    expect(plain(turned.consumers)).toEqual(plain(consumers));
  });
});

describe('the smallest list', () => {
  const { consumers } = blastRadius(log);
  const wanted = consumers.filter(({ kind }) => kind === 'probe' || kind === 'kubeadm-discovery');

  it.each([31, 32, 33, 34, 37])('keeps the wanted ones in 1.%i and lets nobody else in', (minor) => {
    const list = smallestAllowList(wanted, minor);
    if (!list.exists) throw new Error('there is a list from 1.31 on');
    expect(list.paths).toEqual([clusterInfoPath, '/livez', '/readyz']);
    const paste = `${list.file}---\napiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\napiServer:\n  extraArgs:\n  - name: authentication-config\n    value: /etc/kubernetes/pki/authn.yaml\n${minor === 31 ? '  - name: feature-gates\n    value: AnonymousAuthConfigurableEndpoints=true\n' : ''}`;
    const server = labServerFrom(paste, { kubernetesVersion: `1.${minor}` })?.server;
    if (!server) throw new Error('the paste describes a server');
    expect(startServer(server)).toEqual({ starts: true, warnings: [] });
    const statusOf = (path: string): number | undefined =>
      sendRequest(server, { verb: 'get', path, credentials: 'none', userAgent: '' }).response?.status;
    expect(list.paths.map(statusOf)).toEqual([200, 200, 200]);
    expect(['/healthz', '/version', '/api', '/livez/ping', '/livez/'].map(statusOf)).toEqual([401, 401, 401, 401, 401]);
    expect(runClient(server, 'kubeadm-join-token-pin').verdict).toBe('works');
  });

  it('is the smallest: without any one of its paths a wanted request is refused', () => {
    const list = smallestAllowList(consumers, 34);
    const paths = list.exists ? list.paths : [];
    const statusWith = (kept: readonly string[], path: string): number | undefined => {
      const anonymous = { enabled: true, paths: kept };
      const file = { apiVersion: 'apiserver.config.k8s.io/v1', anonymous } as const;
      const server = { ...defaultLabServer('1.34'), authenticationConfiguration: file };
      return sendRequest(server, { verb: 'get', path, credentials: 'none', userAgent: '' }).response?.status;
    };
    for (const path of paths) {
      expect(statusWith(paths, path)).not.toBe(401);
      expect(
        statusWith(
          paths.filter((one) => one !== path),
          path,
        ),
      ).toBe(401);
    }
    expect(paths).toHaveLength(6);
  });

  it('does not exist before 1.31', () => {
    expect(smallestAllowList(wanted, 30)).toMatchObject({ exists: false });
  });

  it('turns strangers off instead of writing an empty list, which would let them in everywhere', () => {
    const list = smallestAllowList([], 34);
    expect(list.exists && list.file).toBe(
      'apiVersion: apiserver.config.k8s.io/v1\nkind: AuthenticationConfiguration\nanonymous:\n  enabled: false\n',
    );
    expect(list.exists && list.notes.some(({ en }) => en.includes('`/livez` and `/readyz`'))).toBe(true);
  });

  it('quotes paths that YAML would read as something else', () => {
    const odd = [{ paths: [{ path: '/a: b #c', requests: 1 }] }];
    const list = smallestAllowList(odd, 34);
    const read = labServerFrom(list.exists ? list.file : '', { kubernetesVersion: '1.34' });
    expect(read?.server.authenticationConfiguration?.anonymous?.paths).toEqual(['/a: b #c']);
  });
});

describe('try this server', () => {
  const file = (args: string): string =>
    `apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\napiServer:\n  extraArgs:\n${args}`;

  it('takes over what the lab has', () => {
    expect(labServerFrom(file('    anonymous-auth: "false"\n'))).toEqual({
      server: { ...defaultLabServer('1.28.4'), anonymousAuth: false, auditPolicy: 'none' },
      leftOut: [],
    });
    expect(labServerFrom(file('    authorization-mode: AlwaysAllow\n'))?.server.authorizationModes).toEqual([
      'AlwaysAllow',
    ]);
    expect(labServerFrom('some text')).toBeUndefined();
  });

  it('says what it leaves out', () => {
    expect(labServerFrom(file('    anonymous-auth: "no"\n'))?.leftOut).toEqual(['start-failure', 'unreadable-flag']);
    expect(labServerFrom(file('    enable-bootstrap-token-auth: "false"\n'))?.leftOut).toEqual(['bootstrap-tokens']);
    const timeout = file('    anonymous-auth: "true"\n  timeoutForControlPlane: 10m0s\n');
    expect(labServerFrom(timeout)?.leftOut).toEqual(['probes']);
  });

  it('ends like the report of the same paste', () => {
    for (const value of ['true', 'false']) {
      const text = file(`    anonymous-auth: "${value}"\n`);
      const server = labServerFrom(text)?.server ?? defaultLabServer('1.28');
      const outcome = inspect(text).outcomes.find(({ consumer }) => consumer === 'kubeadm join (token)');
      const run = runClient(server, 'kubeadm-join-token-pin');
      const error = run.terminal.find(({ stream }) => stream === 'stderr')?.text ?? '';
      expect([run.verdict, error]).toEqual([outcome?.verdict, outcome?.text]);
    }
  });
});

describe.skipIf(!hasEvidence)(`recorded logs${reasonToSkip}`, () => {
  it('shows probes and joins of the run with anonymous on, and only refusals of the one with it off', () => {
    const [on, off] = ['K1-init-true', 'K2-init-false'].map((run) =>
      blastRadius(requestTalliesIn(readEvidence(`v1.20.2/${run}/audit.log`))),
    );
    expect(on?.consumers.map(({ kind }) => kind)).toEqual(['probe', 'kubeadm-discovery']);
    expect(on?.consumers[1]).toMatchObject({ allowed: 2, paths: [{ path: clusterInfoPath, requests: 2 }] });
    expect(off?.consumers).toEqual([]);
    expect(off?.alreadyRefused).toBeGreaterThan(100);
  });
});
