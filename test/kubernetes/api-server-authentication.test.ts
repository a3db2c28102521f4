// AuthenticationConfiguration by version: which one starts, what it opens, and what the flag beside it does.
import { describe, expect, it } from 'vitest';
import { inspect, type Report } from '../../src/core/index.ts';
import { kubeadmFile } from './kubeadm-file.ts';

const file = (apiVersion: string, anonymous: string): string =>
  `apiVersion: apiserver.config.k8s.io/${apiVersion}\nkind: AuthenticationConfiguration\n${anonymous}`;
const open = 'anonymous:\n  enabled: true\n';
const listed = `anonymous:
  enabled: true
  conditions:
  - path: /livez
  - path: /readyz
  - path: /healthz
  - path: /api/v1/namespaces/kube-public/configmaps/cluster-info
`;

/** The file's flag and others, in a kubeadm file of that version. */
const server = (minor: number, ...args: readonly (readonly [string, string])[]): string =>
  `${kubeadmFile(minor, [['authentication-config', '/etc/kubernetes/pki/authn.yaml'], ...args])}---\n`;

const read = (text: string, kubernetesVersion: string): Report => inspect(text, { kubernetesVersion });
const codes = (report: Report): readonly string[] => [...new Set(report.findings.map(({ code }) => code))];
const verdict = (report: Report, name: string): string | undefined =>
  report.outcomes.find(({ consumer }) => consumer === name)?.verdict;
const join = 'kubeadm join (token)';

describe('the apiVersions', () => {
  const since = { v1alpha1: 31, v1beta1: 31, v1: 34 };
  it.each(Object.entries(since))('%s with a section anonymous, from 1.%i on', (apiVersion, first) => {
    for (let minor = 29; minor <= 37; minor++) {
      const gate = minor === 31 ? ([['feature-gates', 'AnonymousAuthConfigurableEndpoints=true']] as const) : [];
      const report = read(server(minor, ...gate) + file(apiVersion, open), `1.${minor}`);
      expect([minor, verdict(report, join)]).toEqual([minor, minor >= first ? 'works' : 'fails']);
      if (minor < first) expect(codes(report)).toContain('KA215');
    }
  });

  it('do not matter before 1.29, where the flag itself is unknown', () => {
    const report = read(server(28) + file('v1', listed), '1.28');
    expect(report.apiServer?.error).toBe('unknown flag: --authentication-config');
    expect(codes(report)).toContain('KA209');
  });
});

describe('the gates', () => {
  it.each([
    ['1.29', '', 'KA214'],
    ['1.31', '', 'KA214'],
    ['1.31', 'AllAlpha=true', undefined],
    ['1.32', '', undefined],
    ['1.32', 'AnonymousAuthConfigurableEndpoints=false', 'KA214'],
    ['1.33', 'AllBeta=false', 'KA214'],
    ['1.34', '', undefined],
    ['1.37', 'AnonymousAuthConfigurableEndpoints=true', 'KA214'],
  ])('%s with feature-gates "%s": %s', (version, gates, code) => {
    const flags = gates === '' ? [] : ([['feature-gates', gates]] as const);
    const report = read(server(Number(version.slice(2)), ...flags) + file('v1alpha1', listed), version);
    expect(codes(report).includes('KA214')).toBe(code === 'KA214');
  });
});

describe('the flag beside the file', () => {
  it.each(['true', 'false'])('stops the server at %s, in the spelling of the version', (value) => {
    const at = (minor: number): Report =>
      read(server(minor, ['anonymous-auth', value]) + file('v1beta1', listed), `1.${minor}`);
    expect(at(33).apiServer?.error).toContain('--anonynous-auth flag cannot be set');
    expect(at(34).apiServer?.error).toContain('--anonymous-auth flag cannot be set');
    expect(verdict(at(34), 'kubeadm init')).toBe('fails');
  });

  it('is not noticed by 1.32.0 to 1.32.2, where the file decides', () => {
    const text = server(32, ['anonymous-auth', 'false']) + file('v1beta1', listed);
    for (const version of ['1.32.0', '1.32.2']) {
      expect(read(text, version).apiServer?.error).toBeUndefined();
      expect(verdict(read(text, version), join)).toBe('works');
      expect(codes(read(text, version))).toContain('KA213');
    }
    expect(verdict(read(text, '1.32.3'), join)).toBe('fails');
  });

  it('stays in force where the file has no section', () => {
    const text = server(34, ['anonymous-auth', 'false']) + file('v1', 'jwt: []\n');
    expect(codes(read(text, '1.34'))).toContain('KA201');
  });
});

describe('what the section says', () => {
  it('enabled: false is the same as the flag at false', () => {
    const report = read(server(34) + file('v1', 'anonymous:\n  enabled: false\n'), '1.34');
    expect(codes(report)).toEqual(['KA201', 'KA202', 'KA207']);
    expect(verdict(report, 'startup probe')).toBe('fails');
  });

  it('conditions without enabled: true stop the server', () => {
    const section = listed.replace('  enabled: true\n', '');
    const report = read(server(34) + file('v1', section), '1.34');
    expect(report.apiServer?.error).toBe('enabled should be set to true when conditions are defined');
  });

  it('a list opens what it lists and nothing else', () => {
    const report = read(server(34) + file('v1', listed), '1.34');
    expect(codes(report)).toEqual(['KA229']);
    expect(verdict(report, join)).toBe('works');
    expect(verdict(report, 'load balancer /healthz')).toBe('works');
    expect(verdict(report, 'OIDC discovery')).toBe('fails');
  });

  it('is unknown while the file is not in the paste', () => {
    const report = read(server(34).replace(/---\n$/, ''), '1.34');
    expect(codes(report)).toEqual(['KA221']);
    expect(verdict(report, join)).toBe('unknown');
    expect(verdict(report, 'kubeadm init')).toBe('works');
  });

  it('is found inside a ConfigMap, at its own lines', () => {
    const nested = file('v1beta1', open.replace('true', 'false')).replace(/^/gm, '    ');
    const text = `apiVersion: v1\nkind: ConfigMap\ndata:\n  config.yaml: |\n${nested}`;
    const report = read(text, '1.34');
    expect(report.objects.map(({ kind }) => kind)).toEqual(['ConfigMap', 'AuthenticationConfiguration']);
    expect(report.findings.find(({ code }) => code === 'KA201')?.range.start).toMatchObject({ line: 7, column: 5 });
  });
});
