// Complete files for a kubeadm cluster with certain wishes: kubeadm's own file, the files that kube-apiserver reads, a patch
// of its probes, a kubeconfig for joining. Versions 1.20 to 1.37. The forms: kubeadm's types v1beta2 to v1beta4,
// apiserver.config.k8s.io v1beta1 and v1, audit.k8s.io v1; the patch is the one of the run K3 with 1.20.2.

import { rowFor, type Minor, type Ranged } from '../kubernetes/version.ts';
import { publicHealthPaths } from '../simulator/gates.ts';
import { clusterInfoPath } from '../kubernetes/cluster-info.ts';
import { tokenPlaceholder, writeDiscoveryFile } from '../kubernetes/discovery-file.ts';
import { findWishProblem, type Wishes, type WishProblem } from './wishes.ts';

export type BuiltFileName =
  | 'kubeadm.yaml'
  | 'authentication-config.yaml'
  | 'audit-policy.yaml'
  | 'kube-apiserver0+strategic.yaml'
  | 'discovery.conf';

export interface BuiltFile {
  readonly name: BuiltFileName;
  readonly text: string;
  /** Where it has to lie before kubeadm runs. */
  readonly path: string;
  readonly host: 'first control plane' | 'every control plane' | 'every new node';
}

export interface BuiltCommand {
  readonly purpose: 'init' | 'join command' | 'discovery file' | 'join';
  readonly text: string;
}

export interface Built {
  readonly files: readonly BuiltFile[];
  readonly commands: readonly BuiltCommand[];
  /** What the bench goes on saying about these files, because it was wished: codes of findings. */
  readonly wished: readonly string[];
}

/** The files that keep the wishes, or why there are none. */
export function buildFiles(wishes: Wishes): Built | { readonly problem: WishProblem } {
  const problem = findWishProblem(wishes);
  if (problem) return { problem };
  const { anonymous, audit, nodesJoinBy } = wishes;
  return {
    files: [
      kubeadmFile(wishes),
      ...(anonymous === 'paths' ? [authenticationFile(wishes)] : []),
      ...(audit === 'none' ? [] : [auditPolicy(audit)]),
      ...(anonymous === 'off' ? [probePatch(wishes)] : []),
      ...(nodesJoinBy === 'discovery-file' ? [discoveryFile(wishes)] : []),
    ],
    commands: commandsFor(wishes),
    wished:
      anonymous === 'off'
        ? ['KA201', 'KA202', 'KA207']
        : anonymous === 'paths' && nodesJoinBy !== 'token'
          ? ['KA217']
          : [],
  };
}

/** The newest that each version reads without a warning. */
const kubeadmVersions: readonly (Ranged & { readonly apiVersion: string })[] = [
  { apiVersion: 'v1beta2', until: 21 },
  { apiVersion: 'v1beta3', since: 22, until: 30 },
  { apiVersion: 'v1beta4', since: 31 },
];

const authenticationVersions: readonly (Ranged & { readonly apiVersion: string })[] = [
  { apiVersion: 'v1beta1', until: 33 },
  { apiVersion: 'v1', since: 34 },
];

const patchesFolder = '/etc/kubernetes/patches';
const authenticationFolder = '/etc/kubernetes/authn';
const auditFolder = '/etc/kubernetes/audit';
const logFolder = '/var/log/kubernetes/audit';

/** `patches.directory` came with v1beta3; before it there is only the flag of the command. */
const patchesInFile = (minor: Minor): boolean => minor >= 22;

function kubeadmFile(wishes: Wishes): BuiltFile {
  const { minor, anonymous, advertiseAddress = '' } = wishes;
  const apiVersion = rowFor(kubeadmVersions, minor)?.apiVersion ?? '';
  const head = (kind: string): readonly string[] => [`apiVersion: kubeadm.k8s.io/${apiVersion}`, `kind: ${kind}`];
  const init = [
    ...(advertiseAddress === '' ? [] : ['localAPIEndpoint:', `  advertiseAddress: "${advertiseAddress}"`]),
    ...(anonymous === 'off' && patchesInFile(minor) ? ['patches:', `  directory: ${patchesFolder}`] : []),
  ];
  const server = [...argumentLines(argumentsFor(wishes), apiVersion), ...volumeLines(wishes)];
  const lines = [
    ...(init.length > 0 ? [...head('InitConfiguration'), ...init, '---'] : []),
    ...head('ClusterConfiguration'),
    `kubernetesVersion: v1.${minor}.0`,
    ...(server.length > 0 ? ['apiServer:', ...server.map((line) => `  ${line}`)] : []),
  ];
  return { name: 'kubeadm.yaml', path: '/root/kubeadm.yaml', host: 'first control plane', text: textOf(lines) };
}

function argumentsFor({ minor, anonymous, audit }: Wishes): readonly (readonly [string, string])[] {
  return [
    ...(anonymous === 'off' ? ([['anonymous-auth', 'false']] as const) : []),
    ...(audit === 'none'
      ? []
      : ([
          ['audit-log-maxage', '30'],
          ['audit-log-maxbackup', '10'],
          ['audit-log-maxsize', '100'],
          ['audit-log-path', `${logFolder}/audit.log`],
          ['audit-policy-file', `${auditFolder}/audit-policy.yaml`],
        ] as const)),
    ...(anonymous === 'paths'
      ? ([['authentication-config', `${authenticationFolder}/authentication-config.yaml`]] as const)
      : []),
    ...(anonymous === 'paths' && minor === 31
      ? ([['feature-gates', 'AnonymousAuthConfigurableEndpoints=true']] as const)
      : []),
  ];
}

function argumentLines(given: readonly (readonly [string, string])[], apiVersion: string): readonly string[] {
  if (given.length === 0) return [];
  const lines = given.flatMap(([name, value]) =>
    apiVersion === 'v1beta4' ? [`- name: ${name}`, `  value: "${value}"`] : [`  ${name}: "${value}"`],
  );
  return ['extraArgs:', ...lines];
}

function volumeLines({ anonymous, audit }: Wishes): readonly string[] {
  const readOnly = (name: string, folder: string): readonly string[] => [
    ...[`- name: ${name}`, `  hostPath: ${folder}`, `  mountPath: ${folder}`],
    ...['  readOnly: true', '  pathType: Directory'],
  ];
  const volumes = [
    ...(anonymous === 'paths' ? readOnly('authentication-config', authenticationFolder) : []),
    ...(audit === 'none' ? [] : readOnly('audit-policy', auditFolder)),
    ...(audit === 'none'
      ? []
      : [
          ...['- name: audit-log', `  hostPath: ${logFolder}`, `  mountPath: ${logFolder}`],
          '  pathType: DirectoryOrCreate',
        ]),
  ];
  return volumes.length > 0 ? ['extraVolumes:', ...volumes] : [];
}

function authenticationFile({ minor, nodesJoinBy }: Wishes): BuiltFile {
  const paths = [...publicHealthPaths, ...(nodesJoinBy === 'token' ? [clusterInfoPath] : [])];
  return {
    name: 'authentication-config.yaml',
    path: `${authenticationFolder}/authentication-config.yaml`,
    host: 'every control plane',
    text: textOf([
      `apiVersion: apiserver.config.k8s.io/${rowFor(authenticationVersions, minor)?.apiVersion ?? ''}`,
      ...['kind: AuthenticationConfiguration', 'anonymous:', '  enabled: true', '  conditions:'],
      ...paths.map((path) => `  - path: ${path}`),
    ]),
  };
}

/** A refused request (401) has no user, so no rule with users or groups matches it: the last rule takes it. */
function auditPolicy(audit: Exclude<Wishes['audit'], 'none'>): BuiltFile {
  const strangers = [
    ...['- level: Metadata', '  users:', '  - system:anonymous'],
    ...['- level: None', '  userGroups:', '  - system:authenticated'],
  ];
  return {
    name: 'audit-policy.yaml',
    path: `${auditFolder}/audit-policy.yaml`,
    host: 'every control plane',
    text: textOf([
      ...['apiVersion: audit.k8s.io/v1', 'kind: Policy', 'omitStages:', '- RequestReceived', 'rules:'],
      ...(audit === 'metadata' ? [] : strangers),
      '- level: Metadata',
    ]),
  };
}

/** Without `host` the kubelet connects to the Pod's own address. */
function probePatch({ advertiseAddress = '' }: Wishes): BuiltFile {
  const probe = (name: string): readonly string[] => [
    ...[`    ${name}:`, '      httpGet: null', '      tcpSocket:'],
    ...(advertiseAddress === '' ? [] : [`        host: "${advertiseAddress}"`]),
    '        port: 6443',
  ];
  return {
    name: 'kube-apiserver0+strategic.yaml',
    path: `${patchesFolder}/kube-apiserver0+strategic.yaml`,
    host: 'every control plane',
    text: textOf([
      ...['spec:', '  containers:', '  - name: kube-apiserver'],
      ...['startupProbe', 'livenessProbe', 'readinessProbe'].flatMap(probe),
    ]),
  };
}

const serverUrl = (address: string): string =>
  `https://${address === '' ? 'API-SERVER' : address.includes(':') ? `[${address}]` : address}:6443`;

function discoveryFile({ advertiseAddress = '' }: Wishes): BuiltFile {
  return {
    name: 'discovery.conf',
    path: '/root/discovery.conf',
    host: 'every new node',
    text: writeDiscoveryFile({
      server: serverUrl(advertiseAddress),
      caData: 'BASE64-OF-CA-CRT',
      user: [`token: ${tokenPlaceholder}`],
    }),
  };
}

function commandsFor(wishes: Wishes): readonly BuiltCommand[] {
  const { minor, nodesJoinBy, anonymous, advertiseAddress = '' } = wishes;
  const patches = anonymous === 'off' && !patchesInFile(minor) ? ` --experimental-patches ${patchesFolder}` : '';
  const init = { purpose: 'init', text: `kubeadm init --config /root/kubeadm.yaml${patches}` } as const;
  if (nodesJoinBy === 'token')
    return [init, { purpose: 'join command', text: 'kubeadm token create --print-join-command' }];
  const config = 'kubectl config --kubeconfig discovery.conf';
  const server = serverUrl(advertiseAddress);
  return [
    init,
    {
      purpose: 'discovery file',
      text: [
        `${config} set-cluster kubernetes --server ${server} \\`,
        '  --certificate-authority /etc/kubernetes/pki/ca.crt --embed-certs',
        `${config} set-credentials bootstrap --token "$(kubeadm token create)"`,
        `${config} set-context bootstrap --cluster kubernetes --user bootstrap`,
        `${config} use-context bootstrap`,
      ].join('\n'),
    },
    { purpose: 'join', text: 'kubeadm join --discovery-file /root/discovery.conf' },
  ];
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
