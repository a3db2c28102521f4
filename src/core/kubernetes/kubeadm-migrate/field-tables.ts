// What changes on the way to v1beta4, as data: fields that move or end, defaults, values that kubeadm rewrites.
// Upstream: cmd/kubeadm/app/apis/kubeadm/v1beta3/conversion.go, v1beta4/{conversion,defaults,types}.go,
// cmd/kubeadm/app/util/config/{initconfiguration,joinconfiguration}.go. Read in source of 1.31 and its time, not run.

import type { Path } from '../../source/path.ts';
import type { UntypedRecord } from '../../source/untyped-value.ts';

export interface Move {
  readonly from: readonly [kind: string, ...path: string[]];
  /** Kinds that take the value, if they are in the file, and where. */
  readonly to: readonly string[];
  readonly path: readonly string[];
}

export const moves: readonly Move[] = [
  {
    from: ['ClusterConfiguration', 'apiServer', 'timeoutForControlPlane'],
    to: ['InitConfiguration', 'JoinConfiguration'],
    path: ['timeouts', 'controlPlaneComponentHealthCheck'],
  },
  {
    from: ['JoinConfiguration', 'discovery', 'timeout'],
    to: ['JoinConfiguration'],
    path: ['timeouts', 'discovery'],
  },
];

/** Fields of v1beta2 that v1beta3 no longer has. */
export const ended: readonly (readonly [kind: string, ...path: string[]])[] = [
  ['ClusterConfiguration', 'useHyperKubeImage'],
  ['ClusterConfiguration', 'dns', 'type'],
];

/** By struct: what an absent or empty field becomes. The same in every kubeadm that writes v1beta4. */
export const defaults: Readonly<Record<string, UntypedRecord>> = {
  ClusterConfiguration: {
    certificatesDir: '/etc/kubernetes/pki',
    imageRepository: 'registry.k8s.io',
    clusterName: 'kubernetes',
    encryptionAlgorithm: 'RSA-2048',
    certificateValidityPeriod: '8760h0m0s',
    caCertificateValidityPeriod: '87600h0m0s',
  },
  Networking: { serviceSubnet: '10.96.0.0/12', dnsDomain: 'cluster.local' },
  LocalEtcd: { dataDir: '/var/lib/etcd' },
  InitConfiguration: { bootstrapTokens: [{}], timeouts: {} },
  JoinConfiguration: { caCertPath: '/etc/kubernetes/pki/ca.crt', timeouts: {} },
  ResetConfiguration: { certificatesDir: '/etc/kubernetes/pki', timeouts: {} },
  BootstrapToken: {
    ttl: '24h0m0s',
    usages: ['signing', 'authentication'],
    groups: ['system:bootstrappers:kubeadm:default-node-token'],
  },
  APIEndpoint: { bindPort: 6443 },
  NodeRegistrationOptions: { imagePullPolicy: 'IfNotPresent', imagePullSerial: true },
  Timeouts: {
    controlPlaneComponentHealthCheck: '4m0s',
    kubeletHealthCheck: '4m0s',
    kubernetesAPICall: '1m0s',
    etcdAPICall: '2m0s',
    tlsBootstrap: '5m0s',
    discovery: '5m0s',
    upgradeManifests: '5m0s',
  },
};

/** By struct: fields that are written even if they are empty (no `omitempty`). Structs that are no pointers always are. */
export const alwaysWritten: Readonly<Record<string, readonly string[]>> = {
  NodeRegistrationOptions: ['taints'],
  Taint: ['key', 'effect'],
  LocalEtcd: ['dataDir'],
  ExternalEtcd: ['endpoints', 'caFile', 'certFile', 'keyFile'],
  HostPathMount: ['name', 'hostPath', 'mountPath'],
  Arg: ['name', 'value'],
  EnvVar: ['name'],
  BootstrapTokenDiscovery: ['token'],
  FileDiscovery: ['kubeConfigPath'],
};

/** By struct and field: how kubeadm rewrites a value that is there. */
export const rewrites: Readonly<Record<string, Readonly<Record<string, (value: string) => string>>>> = {
  ClusterConfiguration: {
    kubernetesVersion: (version) => (/^\d+\.\d+\.\d+[-\w.+]*$/.test(version) ? `v${version}` : version),
  },
  APIServer: { certSANs: (name) => name.toLowerCase() },
  NodeRegistrationOptions: {
    name: (name) => name.trim().toLowerCase(),
    criSocket: (socket) => (socket === '' || socket.startsWith('unix') ? socket : `unix://${socket}`),
  },
  FileDiscovery: { kubeConfigPath: (path) => path.replace(/^file:\/\/[^/]*(?=\/)/, '') },
};

/** Fields whose value kubeadm takes from the machine, the network or at random if they are absent. */
export const fromMachine: Readonly<Record<string, readonly Path[]>> = {
  ClusterConfiguration: [['kubernetesVersion']],
  InitConfiguration: [
    ['bootstrapTokens', 0, 'token'],
    ['localAPIEndpoint', 'advertiseAddress'],
    ['nodeRegistration', 'criSocket'],
    ['nodeRegistration', 'name'],
  ],
  JoinConfiguration: [
    ['controlPlane', 'localAPIEndpoint', 'advertiseAddress'],
    ['nodeRegistration', 'criSocket'],
    ['nodeRegistration', 'name'],
  ],
};
