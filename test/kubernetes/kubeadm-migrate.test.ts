// kubernetes/kubeadm-migrate: what becomes of each field on the way to v1beta4, and what is said about it.
import { describe, expect, it } from 'vitest';
import { migrate, type Migration } from '../../src/core/index.ts';
import { readGoYaml } from '../../src/core/source/go-yaml.ts';
import { splitDocuments } from '../../src/core/source/yaml-documents.ts';

type Written = Extract<Migration, { refused: false }>;

function written(text: string): Written {
  const migration = migrate(text);
  if (!migration || migration.refused) throw new Error(JSON.stringify(migration));
  return migration;
}

function objectsOf(text: string): readonly Record<string, unknown>[] {
  return splitDocuments({ text, offset: 0 }).map((document) => {
    const { value, error, duplicates } = readGoYaml(document.text);
    expect([error, duplicates]).toEqual([undefined, []]);
    return value as Record<string, unknown>;
  });
}

const objectOf = (kind: string, text: string): Record<string, unknown> | undefined =>
  objectsOf(text).find((object) => object['kind'] === kind);

const file = (kind: string, body: string, version = 'v1beta3'): string =>
  `apiVersion: kubeadm.k8s.io/${version}\nkind: ${kind}\n${body}`;

it('writes a whole file as kubeadm does', () => {
  const { text } = written(file('ClusterConfiguration', 'kubernetesVersion: 1.31.0\n'));
  expect(text).toBe(`apiVersion: kubeadm.k8s.io/v1beta4
bootstrapTokens:
- groups:
  - system:bootstrappers:kubeadm:default-node-token
  ttl: 24h0m0s
  usages:
  - signing
  - authentication
kind: InitConfiguration
localAPIEndpoint:
  bindPort: 6443
nodeRegistration:
  imagePullPolicy: IfNotPresent
  imagePullSerial: true
  taints:
  - effect: NoSchedule
    key: node-role.kubernetes.io/control-plane
timeouts:
  controlPlaneComponentHealthCheck: 4m0s
  discovery: 5m0s
  etcdAPICall: 2m0s
  kubeletHealthCheck: 4m0s
  kubernetesAPICall: 1m0s
  tlsBootstrap: 5m0s
  upgradeManifests: 5m0s
---
apiServer: {}
apiVersion: kubeadm.k8s.io/v1beta4
caCertificateValidityPeriod: 87600h0m0s
certificateValidityPeriod: 8760h0m0s
certificatesDir: /etc/kubernetes/pki
clusterName: kubernetes
controllerManager: {}
dns: {}
encryptionAlgorithm: RSA-2048
etcd:
  local:
    dataDir: /var/lib/etcd
imageRepository: registry.k8s.io
kind: ClusterConfiguration
kubernetesVersion: v1.31.0
networking:
  dnsDomain: cluster.local
  serviceSubnet: 10.96.0.0/12
proxy: {}
scheduler: {}
`);
});

describe('fields of ClusterConfiguration', () => {
  it.each([
    [
      'a map of arguments becomes a list in order of names',
      'apiServer:\n  extraArgs: {b: "2", a: "1"}\n',
      'apiServer',
      {
        extraArgs: [
          { name: 'a', value: '1' },
          { name: 'b', value: '2' },
        ],
      },
    ],
    [
      'an argument without value keeps an empty one',
      'scheduler:\n  extraArgs:\n    v:\n',
      'scheduler',
      { extraArgs: [{ name: 'v', value: '' }] },
    ],
    ['an empty map is left out', 'scheduler:\n  extraArgs: {}\n', 'scheduler', {}],
    [
      'etcd arguments too',
      'etcd:\n  local:\n    extraArgs: {x: "y"}\n',
      'etcd',
      { local: { dataDir: '/var/lib/etcd', extraArgs: [{ name: 'x', value: 'y' }] } },
    ],
    [
      'external etcd writes its four fields and no local one',
      'etcd:\n  external:\n    endpoints: [https://10.0.0.1:2379]\n',
      'etcd',
      { external: { endpoints: ['https://10.0.0.1:2379'], caFile: '', certFile: '', keyFile: '' } },
    ],
    [
      'names of the certificate in lower case',
      'apiServer:\n  certSANs: [API.Example.org]\n',
      'apiServer',
      { certSANs: ['api.example.org'] },
    ],
    [
      'the endpoint gets the port',
      'controlPlaneEndpoint: api.example.org\n',
      'controlPlaneEndpoint',
      'api.example.org:6443',
    ],
    [
      'an endpoint with a port stays',
      'controlPlaneEndpoint: "[fd00::1]:8443"\n',
      'controlPlaneEndpoint',
      '[fd00::1]:8443',
    ],
    ['a bare IPv6 endpoint', 'controlPlaneEndpoint: fd00::1\n', 'controlPlaneEndpoint', '[fd00::1]:6443'],
    [
      'gates stay a map',
      'featureGates: {RootlessControlPlane: false}\n',
      'featureGates',
      { RootlessControlPlane: false },
    ],
    ['a version label stays', 'kubernetesVersion: stable-1\n', 'kubernetesVersion', 'stable-1'],
    [
      'volumes without false',
      'apiServer:\n  extraVolumes:\n  - {name: a, hostPath: /a, mountPath: /a, readOnly: false}\n',
      'apiServer',
      { extraVolumes: [{ name: 'a', hostPath: '/a', mountPath: '/a' }] },
    ],
    ['a timeout leaves the API server', 'apiServer:\n  timeoutForControlPlane: 6m\n', 'apiServer', {}],
  ])('%s', (_name, body, field, expected) => {
    expect(objectOf('ClusterConfiguration', written(file('ClusterConfiguration', body)).text)?.[field]).toEqual(
      expected,
    );
  });
});

const byFile = 'discovery: {file: {kubeConfigPath: https://10.0.0.1/join.conf}}\n';

describe('fields of nodes', () => {
  const join = (body: string): Record<string, unknown> | undefined =>
    objectOf(
      'JoinConfiguration',
      written(file('JoinConfiguration', body.includes('discovery') ? body : body + byFile)).text,
    );

  it('moves both timeouts', () => {
    const { text, notes } = written(
      `${file('ClusterConfiguration', 'apiServer:\n  timeoutForControlPlane: 360s\n')}---\n${file('JoinConfiguration', 'discovery:\n  timeout: 90s\n  file: {kubeConfigPath: file:///etc/join.conf}\n')}`,
    );
    expect(objectOf('InitConfiguration', text)?.['timeouts']).toMatchObject({
      controlPlaneComponentHealthCheck: '6m0s',
      discovery: '5m0s',
    });
    const joined = objectOf('JoinConfiguration', text);
    expect(joined?.['timeouts']).toMatchObject({ controlPlaneComponentHealthCheck: '6m0s', discovery: '1m30s' });
    expect(joined?.['discovery']).toEqual({ file: { kubeConfigPath: '/etc/join.conf' } });
    expect(notes.filter(({ note }) => note === 'moved')).toHaveLength(3);
  });

  it('taints control planes only, unless the file says otherwise', () => {
    const taints = (body: string): unknown => (join(body)?.['nodeRegistration'] as Record<string, unknown>)['taints'];
    expect(taints('')).toBeNull();
    expect(taints('controlPlane: {}\n')).toHaveLength(1);
    expect(taints('controlPlane: {}\nnodeRegistration: {taints: []}\n')).toEqual([]);
    expect(taints('nodeRegistration: {taints: [{key: a, effect: NoExecute}]}\n')).toEqual([
      { key: 'a', effect: 'NoExecute' },
    ]);
  });

  it('fills in what follows from other fields, and rewrites names', () => {
    const body =
      'discovery: {bootstrapToken: {token: abcdef.0123456789abcdef, apiServerEndpoint: "10.0.0.1:6443", unsafeSkipCAVerification: true}}\nnodeRegistration: {name: Node01, criSocket: /run/containerd/containerd.sock, kubeletExtraArgs: {v: "4"}}\n';
    expect(join(body)).toMatchObject({
      caCertPath: '/etc/kubernetes/pki/ca.crt',
      discovery: { tlsBootstrapToken: 'abcdef.0123456789abcdef' },
      nodeRegistration: {
        name: 'node01',
        criSocket: 'unix:///run/containerd/containerd.sock',
        kubeletExtraArgs: [{ name: 'v', value: '4' }],
      },
    });
  });

  it('writes no cluster for a join', () => {
    expect(objectsOf(written(file('JoinConfiguration', byFile)).text).map(({ kind }) => kind)).toEqual([
      'JoinConfiguration',
    ]);
  });

  it('leaves out what depends on the machine, and says so', () => {
    const left = written(file('InitConfiguration', 'nodeRegistration: {name: a}\n')).notes.filter(
      (one) => one.note === 'left-out',
    );
    expect(left).toEqual([
      {
        note: 'left-out',
        kind: 'InitConfiguration',
        fields: ['bootstrapTokens[0].token', 'localAPIEndpoint.advertiseAddress', 'nodeRegistration.criSocket'],
      },
      { note: 'left-out', kind: 'ClusterConfiguration', fields: ['kubernetesVersion'] },
    ]);
  });
});

describe('what is lost', () => {
  it('comments, anchors, component configurations, foreign documents', () => {
    const text = `# first\n${file('ClusterConfiguration', 'clusterName: &name "a # b" # second # still\ncertificatesDir: "/x#y"\n')}---\napiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n---\napiVersion: v1\nkind: ConfigMap\n`;
    expect(written(text).lost).toEqual([
      { what: 'document', kind: 'KubeletConfiguration', apiVersion: 'kubelet.config.k8s.io/v1beta1', line: 7 },
      { what: 'foreign-document', kind: 'ConfigMap', apiVersion: 'v1', line: 10 },
      { what: 'comments', count: 2, line: 1 },
      { what: 'anchors', line: 4 },
    ]);
  });

  it('fields of v1beta2, and what its kubeadm drops with a warning', () => {
    const text = file(
      'ClusterConfiguration',
      'useHyperKubeImage: true\ndns:\n  type: CoreDNS\nlocalAPIEndpoint: {}\n',
      'v1beta2',
    );
    const { lost, notes, text: next } = written(text);
    expect(lost).toEqual([
      { what: 'field', field: 'ClusterConfiguration.useHyperKubeImage', line: 3 },
      { what: 'field', field: 'ClusterConfiguration.dns.type', line: 5 },
      { what: 'unknown-field', field: 'ClusterConfiguration.localAPIEndpoint', line: 6 },
    ]);
    expect(objectOf('ClusterConfiguration', next)).toMatchObject({ dns: {} });
    expect(notes[0]).toEqual({ note: 'two-steps' });
  });
});

it.each([
  '',
  'a: 1',
  'kubeadm.k8s.io/v1beta3',
  file('ClusterConfiguration', '', 'v1beta4'),
  file('ClusterConfiguration', '', 'v1beta1'),
])('has nothing to do for %j', (text) => {
  expect(migrate(text)).toBeUndefined();
});

it('leaves what is v1beta4 already as it is', () => {
  const { text } = written(file('InitConfiguration', 'nodeRegistration: {kubeletExtraArgs: {b: "", a: "no"}}\n'));
  expect(written(`${text}---\n${file('JoinConfiguration', byFile)}`).text.startsWith(`${text}---\n`)).toBe(true);
});
