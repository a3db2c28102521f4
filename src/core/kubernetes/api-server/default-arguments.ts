// The arguments that kubeadm gives kube-apiserver by itself, by version.
// Upstream: kubernetes/kubernetes cmd/kubeadm/app/phases/controlplane/manifests.go (getAPIServerCommand); whole trees read
// for 1.13–1.16, 1.20 and 1.22, the manifests that 1.20.2 and 1.28.4 wrote are held against this table by a test.

import { asList, asNumber, asRecord, asText, type UntypedRecord } from '../../source/untyped-value.ts';
import { coversMinor, type Minor, type Ranged } from '../version.ts';

export interface DefaultArgument {
  readonly name: string;
  readonly value: string;
}

interface Row extends Ranged {
  readonly name: string;
  readonly value: string | ((given: Given) => string | undefined);
}

/** What the arguments are made of. */
interface Given {
  readonly certificates: string;
  readonly dnsDomain: string;
  readonly serviceSubnet: string;
  readonly advertiseAddress: string;
  readonly bindPort: string;
  /** `etcd.external`, if there is one. */
  readonly externalEtcd?: UntypedRecord;
  readonly extraArgs: ReadonlySet<string>;
}

/** Stands where kubeadm takes the address of the host that it runs on. */
export const hostAddress = '<node IP>';

const below =
  (file: string) =>
  ({ certificates }: Given): string =>
    `${certificates}/${file}`;

/** From `etcd.external` if there is one: its own field, or nothing if that is not set. */
const etcd =
  (field: string, file: string) =>
  ({ certificates, externalEtcd }: Given): string | undefined =>
    externalEtcd ? asText(externalEtcd[field]) || undefined : `${certificates}/${file}`;

const rows: readonly Row[] = [
  { name: 'advertise-address', value: (given) => given.advertiseAddress },
  { name: 'insecure-port', value: '0', until: 21 },
  { name: 'enable-admission-plugins', value: 'NodeRestriction' },
  { name: 'service-cluster-ip-range', value: (given) => given.serviceSubnet },
  { name: 'service-account-key-file', value: below('sa.pub') },
  { name: 'service-account-signing-key-file', value: below('sa.key'), since: 20 },
  { name: 'service-account-issuer', value: (given) => `https://kubernetes.default.svc.${given.dnsDomain}`, since: 20 },
  { name: 'client-ca-file', value: below('ca.crt') },
  { name: 'tls-cert-file', value: below('apiserver.crt') },
  { name: 'tls-private-key-file', value: below('apiserver.key') },
  { name: 'kubelet-client-certificate', value: below('apiserver-kubelet-client.crt') },
  { name: 'kubelet-client-key', value: below('apiserver-kubelet-client.key') },
  { name: 'enable-bootstrap-token-auth', value: 'true' },
  { name: 'secure-port', value: (given) => given.bindPort },
  { name: 'allow-privileged', value: 'true' },
  { name: 'kubelet-preferred-address-types', value: 'InternalIP,ExternalIP,Hostname' },
  { name: 'requestheader-username-headers', value: 'X-Remote-User' },
  { name: 'requestheader-group-headers', value: 'X-Remote-Group' },
  { name: 'requestheader-extra-headers-prefix', value: 'X-Remote-Extra-' },
  { name: 'requestheader-client-ca-file', value: below('front-proxy-ca.crt') },
  { name: 'requestheader-allowed-names', value: 'front-proxy-client' },
  { name: 'proxy-client-cert-file', value: below('front-proxy-client.crt') },
  { name: 'proxy-client-key-file', value: below('front-proxy-client.key') },
  { name: 'authorization-mode', value: 'Node,RBAC', until: 28 },
  {
    // Since about 1.29: not beside --authorization-config.
    name: 'authorization-mode',
    value: (given) => (given.extraArgs.has('authorization-config') ? undefined : 'Node,RBAC'),
    since: 29,
  },
  {
    name: 'etcd-servers',
    value: ({ externalEtcd, serviceSubnet }) => {
      if (externalEtcd) return asList(externalEtcd['endpoints']).map(String).join(',');
      return serviceSubnet.includes(':') && !serviceSubnet.includes('.')
        ? 'https://[::1]:2379'
        : 'https://127.0.0.1:2379';
    },
  },
  { name: 'etcd-cafile', value: etcd('caFile', 'etcd/ca.crt') },
  { name: 'etcd-certfile', value: etcd('certFile', 'apiserver-etcd-client.crt') },
  { name: 'etcd-keyfile', value: etcd('keyFile', 'apiserver-etcd-client.key') },
];

/** What a file without `certificatesDir` gets. */
export const defaultCertificatesDir = '/etc/kubernetes/pki';

/** kubeadm's own arguments for a ClusterConfiguration, and for the InitConfiguration beside it if there is one. */
export function defaultArguments(
  cluster: unknown,
  init: unknown,
  extraArgs: ReadonlySet<string>,
  minor: Minor,
): readonly DefaultArgument[] {
  const fields = asRecord(cluster);
  const networking = asRecord(fields['networking']);
  const endpoint = asRecord(asRecord(init)['localAPIEndpoint']);
  const external = asRecord(fields['etcd'])['external'];
  const given: Given = {
    certificates: asText(fields['certificatesDir']) || defaultCertificatesDir,
    dnsDomain: asText(networking['dnsDomain']) || 'cluster.local',
    serviceSubnet: asText(networking['serviceSubnet']) || '10.96.0.0/12',
    advertiseAddress: asText(endpoint['advertiseAddress']) || hostAddress,
    bindPort: String(asNumber(endpoint['bindPort']) || 6443),
    ...(external ? { externalEtcd: asRecord(external) } : {}),
    extraArgs,
  };
  return rows
    .filter((row) => coversMinor(row, minor))
    .flatMap(({ name, value }) => {
      const text = typeof value === 'string' ? value : value(given);
      return text === undefined ? [] : [{ name, value: text }];
    });
}
