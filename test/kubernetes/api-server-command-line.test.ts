// The command line that kubeadm would write: its defaults and the reader's extraArgs, held against what 1.20.2 and 1.28.4 wrote.
import { describe, expect, it } from 'vitest';
import { inspect, type ApiServerFlag } from '../../src/core/index.ts';
import { kubeadmFile } from './kubeadm-file.ts';
import { hasEvidence, readCommandLine, readEvidence, reasonToSkip } from './evidence.ts';

const flagsOf = (text: string, kubernetesVersion: string): readonly ApiServerFlag[] =>
  inspect(text, { kubernetesVersion }).apiServer?.flags ?? [];

const textsOf = (text: string, kubernetesVersion: string): readonly string[] =>
  flagsOf(text, kubernetesVersion).map((flag) => flag.text);

const cluster = (apiVersion: string, extraArgs: string): string =>
  `apiVersion: kubeadm.k8s.io/${apiVersion}\nkind: ClusterConfiguration\napiServer:\n  extraArgs:\n${extraArgs}`;

describe.skipIf(!hasEvidence)(`what the real kubeadm wrote${reasonToSkip}`, () => {
  const runs = [
    ['1.20.2', 'v1.20.2/S1', 31],
    ['1.20.2', 'v1.20.2/S2', 31],
    ['1.28.4', 'v1.28.4/S1m', 30],
    ['1.28.4', 'v1.28.4/S2', 30],
  ] as const;

  it.each(runs)('%s %s', (version, run, count) => {
    const written = readCommandLine(`${run}/kube-apiserver.cmdline.txt`);
    expect(written.length).toBe(count);
    expect(textsOf(readEvidence(`${run}/kubeadm.conf`), version)).toEqual(written);
    expect(textsOf(readEvidence(`${run}/manifest-kube-apiserver.yaml`), version)).toEqual(written);
  });
});

describe('who put an argument there', () => {
  it('points to extraArgs and leaves the defaults without a place', () => {
    const flags = flagsOf(cluster('v1beta3', '    anonymous-auth: "false"\n'), '1.28');
    expect(
      flags.filter(({ from }) => from === 'extraArgs').map(({ text, range }) => [text, range?.start.line]),
    ).toEqual([['--anonymous-auth=false', 5]]);
    expect(flags.filter(({ from, range }) => from === 'kubeadm default' && range)).toEqual([]);
  });

  it('lets one override drop the default of the same name', () => {
    const texts = textsOf(cluster('v1beta3', '    enable-admission-plugins: PodSecurity\n'), '1.28');
    expect(texts.filter((text) => text.startsWith('--enable-admission-plugins'))).toEqual([
      '--enable-admission-plugins=PodSecurity',
    ]);
  });

  it('takes no audit flag, no anonymous-auth and no encryption flag from kubeadm', () => {
    for (let minor = 13; minor <= 37; minor++) {
      const texts = textsOf(kubeadmFile(minor), `1.${minor}`);
      expect(texts.length).toBeGreaterThan(25);
      expect(texts.filter((text) => /--(?:audit|anonymous|encryption)/.test(text))).toEqual([]);
    }
  });
});

describe('the same name twice', () => {
  const twice = (first: string, second: string): string =>
    cluster(
      'v1beta4',
      `  - name: anonymous-auth\n    value: "${first}"\n  - name: anonymous-auth\n    value: "${second}"\n`,
    );
  const anonymous = (text: string, version: string): readonly string[] =>
    textsOf(text, version).filter((one) => one.includes('anonymous-auth'));
  const joins = (text: string, kubernetesVersion: string): string | undefined =>
    inspect(text, { kubernetesVersion }).outcomes.find(({ consumer }) => consumer === 'kubeadm join (token)')?.verdict;

  it('is sorted by value up to 1.35, so that true wins whatever the order', () => {
    expect(anonymous(twice('true', 'false'), '1.31')).toEqual(['--anonymous-auth=false', '--anonymous-auth=true']);
    expect(joins(twice('true', 'false'), '1.31')).toBe('works');
    expect(joins(twice('false', 'true'), '1.31')).toBe('works');
  });

  it('stays in the order of the file from 1.36 on', () => {
    expect(anonymous(twice('true', 'false'), '1.36')).toEqual(['--anonymous-auth=true', '--anonymous-auth=false']);
    expect(joins(twice('true', 'false'), '1.36')).toBe('fails');
    expect(joins(twice('false', 'true'), '1.36')).toBe('works');
  });
});

describe('values that come from other fields', () => {
  it('takes address, port, certificates, subnet, domain and external etcd', () => {
    const texts = textsOf(
      `apiVersion: kubeadm.k8s.io/v1beta3
kind: InitConfiguration
localAPIEndpoint:
  advertiseAddress: 192.0.2.10
  bindPort: 8443
---
apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
certificatesDir: /etc/pki/k8s
networking:
  serviceSubnet: 10.200.0.0/16
  dnsDomain: example.internal
etcd:
  external:
    endpoints: ["https://192.0.2.20:2379", "https://192.0.2.21:2379"]
    caFile: /etc/etcd/ca.crt
`,
      '1.28',
    );
    for (const text of [
      '--advertise-address=192.0.2.10',
      '--secure-port=8443',
      '--client-ca-file=/etc/pki/k8s/ca.crt',
      '--service-cluster-ip-range=10.200.0.0/16',
      '--service-account-issuer=https://kubernetes.default.svc.example.internal',
      '--etcd-servers=https://192.0.2.20:2379,https://192.0.2.21:2379',
      '--etcd-cafile=/etc/etcd/ca.crt',
    ]) {
      expect(texts).toContain(text);
    }
    expect(texts.some((text) => text.startsWith('--etcd-certfile'))).toBe(false);
  });

  it('leaves authorization-mode out beside authorization-config from 1.29 on', () => {
    const text = (minor: number): string =>
      kubeadmFile(minor, [['authorization-config', '/etc/kubernetes/pki/authz.yaml']]);
    expect(textsOf(text(31), '1.31').some((one) => one.startsWith('--authorization-mode'))).toBe(false);
    expect(textsOf(text(28), '1.28').some((one) => one.startsWith('--authorization-mode'))).toBe(true);
  });
});
