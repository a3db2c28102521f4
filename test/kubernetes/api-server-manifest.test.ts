// Static Pod manifests in the shapes in which people have them: lists, shell texts, hyperkube, probes of every kind.
import { describe, expect, it } from 'vitest';
import { inspect, type Report } from '../../src/core/index.ts';

const pod = (container: string, image = 'registry.k8s.io/kube-apiserver:v1.28.4'): string =>
  `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: kube-apiserver\n    image: ${image}\n${container}`;
const codes = (report: Report): readonly string[] => [...new Set(report.findings.map(({ code }) => code))];
const outcome = (report: Report, name: string) => report.outcomes.find(({ consumer }) => consumer === name);

describe('the command', () => {
  it.each([
    ['a list', '    command:\n    - kube-apiserver\n    - --anonymous-auth=false\n'],
    ['command and args', '    command: [kube-apiserver]\n    args: ["--anonymous-auth=false"]\n'],
    ['a path', '    command: [/usr/local/bin/kube-apiserver, --anonymous-auth=false]\n'],
    ['hyperkube', '    command: [/hyperkube, apiserver, --anonymous-auth=false]\n'],
    ['arguments only', '    args: ["--anonymous-auth=false"]\n'],
    [
      'a shell',
      '    command: [/bin/sh, -c, "exec kube-apiserver --v=2 --anonymous-auth=false 1>>/var/log/a.log 2>&1"]\n',
    ],
    [
      'a shell with line ends',
      '    command:\n    - /bin/sh\n    - -c\n    - |\n      kube-apiserver \\\n        --anonymous-auth=false\n',
    ],
  ])('is read from %s', (_name, container) => {
    const report = inspect(pod(container));
    expect(report.version).toMatchObject({ text: '1.28.4', from: 'paste' });
    expect(codes(report)).toContain('KA201');
    expect(report.apiServer?.error).toBeUndefined();
  });

  it('says nothing about other Pods', () => {
    const text = pod('    command: [kube-scheduler, --bind-address=127.0.0.1]\n').replace(
      'name: kube-apiserver',
      'name: x',
    );
    expect(inspect(text).apiServer).toBeUndefined();
    expect(inspect(text).outcomes).toEqual([]);
  });

  it('takes the newest version that has all flags where the image names none', () => {
    const container = '    command: [kube-apiserver, --insecure-port=0]\n';
    expect(inspect(pod(container, 'example/kube-apiserver:latest')).version).toMatchObject({
      minor: 23,
      from: 'paste',
    });
  });

  it('leaves values of a template alone', () => {
    const report = inspect(
      pod('    command: [kube-apiserver, "--anonymous-auth=${ANONYMOUS}", "--secure-port=${PORT}"]\n'),
    );
    expect(report.apiServer?.error).toBeUndefined();
    expect(outcome(report, 'kubeadm join (token)')?.verdict).toBe('unknown');
  });
});

describe('the probes', () => {
  const off = '    command: [kube-apiserver, --anonymous-auth=false]\n';
  const probe = (name: string, fields: string): string => `    ${name}:\n${fields.replace(/^/gm, '      ')}\n`;
  const https = 'httpGet: { path: /livez, port: 6443, scheme: HTTPS }';
  const header = (value: string): string =>
    `httpGet:\n  path: /livez\n  port: 6443\n  scheme: HTTPS\n  httpHeaders:\n  - name: Authorization\n    value: ${value}`;

  it.each([
    ['httpGet without credentials', https, 'fails', 401],
    ['httpGet with a query', 'httpGet: { path: "/livez?verbose", port: 6443, scheme: HTTPS }', 'fails', 401],
    ['a bearer token', header('Bearer abc'), 'works', 200],
    ['an empty bearer token', header('"Bearer "'), 'fails', 401],
    ['a Basic header', header('Basic YWJj'), 'fails', 401],
    ['tcpSocket', 'tcpSocket: { port: 6443 }', 'works', undefined],
    ['exec', 'exec: { command: [kubectl, get, --raw, /livez] }', 'unknown', undefined],
    ['another port', 'httpGet: { path: /healthz, port: 3990 }', 'unknown', undefined],
  ] as const)('%s', (_name, fields, verdict, status) => {
    const found = outcome(inspect(pod(off + probe('startupProbe', fields))), 'startup probe');
    expect([found?.verdict, found?.httpStatus]).toEqual([verdict, status]);
  });

  it('follow a named port and the server’s own port', () => {
    const named =
      '    command: [kube-apiserver, --anonymous-auth=false, --secure-port, "8443"]\n' +
      '    ports:\n    - { name: probe-port, containerPort: 8443 }\n' +
      probe('livenessProbe', 'httpGet: { path: /livez, port: probe-port, scheme: HTTPS }');
    expect(outcome(inspect(pod(named)), 'liveness probe')).toMatchObject({ verdict: 'fails', httpStatus: 401 });
  });

  it('kill by startup, else by liveness; readiness alone only takes the Pod out of service', () => {
    const args = (text: string) => inspect(pod(off + text)).findings.find(({ code }) => code === 'KA202')?.args;
    expect(args(probe('livenessProbe', `${https}\ninitialDelaySeconds: 15\nfailureThreshold: 8`))).toMatchObject({
      probe: 'liveness',
      seconds: 85,
    });
    expect(args(probe('readinessProbe', https))).toMatchObject({ probe: 'readiness' });
    expect(args(probe('startupProbe', https) + probe('livenessProbe', https))).toMatchObject({ probe: 'startup' });
    expect(args('')).toBeUndefined();
  });
});

describe('kubeadm’s time-out for the control plane', () => {
  const threshold = (text: string, version: string) =>
    inspect(text, { kubernetesVersion: version }).findings.find(({ code }) => code === 'KA202')?.args['threshold'];

  it('sets the startup probe, from apiServer.timeoutForControlPlane', () => {
    const text =
      'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\napiServer:\n  timeoutForControlPlane: 8m0s\n  extraArgs:\n    anonymous-auth: "false"\n';
    expect(threshold(text, '1.28')).toBe(48);
    expect(threshold(text.replace('  timeoutForControlPlane: 8m0s\n', ''), '1.28')).toBe(24);
  });

  it('and from timeouts.controlPlaneComponentHealthCheck in v1beta4', () => {
    const text =
      'apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\ntimeouts:\n  controlPlaneComponentHealthCheck: 95s\n---\n' +
      'apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\napiServer:\n  extraArgs:\n  - name: anonymous-auth\n    value: "false"\n';
    expect(threshold(text, '1.34')).toBe(10);
  });
});

describe('a manifest and a kubeadm file together', () => {
  const kubeadm = 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\nkubernetesVersion: v1.28.4\n---\n';

  it('is judged by the manifest, whichever stands first', () => {
    const manifest = pod('    command: [kube-apiserver, --anonymous-auth=false]\n');
    for (const text of [kubeadm + manifest, `${manifest}---\n${kubeadm}`]) {
      const report = inspect(text);
      expect(codes(report)).toEqual(expect.arrayContaining(['KA201', 'KA226']));
      expect(report.apiServer?.flags.every(({ from }) => from === 'manifest')).toBe(true);
    }
  });
});

describe('files of other tools', () => {
  it.each([
    ['Talos Linux', 'version: v1alpha1\nmachine:\n  type: controlplane\ncluster:\n  apiServer:\n    extraArgs: {}\n'],
    ['RKE2 / k3s', 'kube-apiserver-arg:\n- anonymous-auth=true\n'],
    ['RKE', 'nodes: []\nservices:\n  kube-api:\n    extra_args:\n      anonymous-auth: "true"\n'],
    ['kubespray', 'kube_api_anonymous_auth: false\n'],
    ['k0s', 'apiVersion: k0s.k0sproject.io/v1beta1\nkind: ClusterConfig\nspec:\n  api:\n    extraArgs: {}\n'],
    ['kind', 'kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\nnodes:\n- role: control-plane\n'],
    ['kOps', 'apiVersion: kops.k8s.io/v1alpha2\nkind: Cluster\nspec:\n  kubeAPIServer:\n    anonymousAuth: false\n'],
    ['Gardener', 'apiVersion: core.gardener.cloud/v1beta1\nkind: Shoot\nspec: {}\n'],
    ['Cluster API', 'apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\nspec: {}\n'],
  ])('%s', (product, text) => {
    const found = inspect(text).findings.filter(({ code }) => code === 'KA227');
    expect(found.map(({ args }) => args['product'])).toEqual([product]);
    expect(inspect(text).outcomes).toEqual([]);
  });

  it('are named once per product, at the object that holds the setting', () => {
    const text =
      'apiVersion: cluster.x-k8s.io/v1beta1\nkind: Cluster\n---\napiVersion: controlplane.cluster.x-k8s.io/v1beta1\n' +
      'kind: KubeadmControlPlane\nspec:\n  kubeadmConfigSpec:\n    clusterConfiguration:\n      apiServer:\n        extraArgs:\n          anonymous-auth: "true"\n';
    const found = inspect(text).findings.filter(({ code }) => code === 'KA227');
    expect(found.map(({ range }) => range.start.line)).toEqual([11]);
  });
});
