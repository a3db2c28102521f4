// kubernetes/kubeadm-migrate: files that kubeadm would not migrate, with the line and with kubeadm's own words.
import { expect, it } from 'vitest';
import { migrate } from '../../src/core/index.ts';

const file = (kind: string, body: string, version = 'v1beta3'): string =>
  `apiVersion: kubeadm.k8s.io/${version}\nkind: ${kind}\n${body}`;

it.each([
  [
    'unknown-field',
    file('ClusterConfiguration', 'apiServer:\n  bogus: 1\n'),
    'ClusterConfiguration.apiServer.bogus',
    4,
    /strict decoding error: unknown field "apiServer\.bogus"$/,
  ],
  [
    'type',
    file('ClusterConfiguration', 'apiServer:\n  extraArgs:\n    anonymous-auth: false\n'),
    'ClusterConfiguration.apiServer.extraArgs.anonymous-auth',
    5,
    /json: cannot unmarshal bool into Go struct field APIServer\.apiServer\.extraArgs of type string$/,
  ],
  [
    'type',
    file('JoinConfiguration', 'discovery:\n  timeout: 5 minutes\n', 'v1beta2'),
    'JoinConfiguration.discovery.timeout',
    4,
    /^time: unknown unit " minutes" in duration "5 minutes"$/,
  ],
  [
    'duplicate-key',
    file('ClusterConfiguration', 'clusterName: a\nclusterName: b\n'),
    '"clusterName"',
    4,
    /key "clusterName" already set in map$/,
  ],
])('refuses %s as kubeadm does', (why, text, field, line, said) => {
  expect(migrate(text)).toEqual({
    refused: true,
    reasons: [
      { why, field, line },
      { why: 'kubeadm', minor: text.includes('v1beta2') ? 26 : 31, text: expect.stringMatching(said) as string },
    ],
  });
});

it('refuses what kubeadm’s validation refuses', () => {
  expect(migrate(file('ClusterConfiguration', 'certificatesDir: pki\n'))).toEqual({
    refused: true,
    reasons: [{ why: 'kubeadm', minor: 31, text: 'certificatesDir: Invalid value: "pki": path is not absolute' }],
  });
});

it('refuses what is no YAML', () => {
  const text = file('ClusterConfiguration', 'apiServer: a: b\n');
  expect(migrate(text)).toEqual({ refused: true, reasons: [{ why: 'syntax', line: 3 }] });
});

it('refuses the same kind twice, and what is too old', () => {
  const cluster = file('ClusterConfiguration', '');
  expect(migrate(`${cluster}---\n${cluster}`)).toMatchObject({
    refused: true,
    reasons: [{ why: 'duplicate-kind', line: 4 }, { why: 'kubeadm' }],
  });
  expect(migrate(`${cluster}---\n${file('JoinConfiguration', '', 'v1beta1')}`)).toMatchObject({
    refused: true,
    reasons: [{ why: 'old-version' }, { why: 'kubeadm' }],
  });
});
