// widgets/migration-view: the new file as changed lines, what is lost, and nothing where nothing is older.
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/core/index.ts';
import { migrationView } from '../../src/widgets/migration-view.ts';

const old = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
clusterName: <b> # why
apiServer:
  extraArgs:
    anonymous-auth: "false"
`;

describe.each(locales)('in %s', (locale) => {
  const { markup } = migrationView({ locale, text: old });

  it('shows removed and added lines with their signs', () => {
    expect(markup).toMatch(/<del>- apiVersion: kubeadm\.k8s\.io\/v1beta3\n/);
    expect(markup).toMatch(/<ins>\+ {3}- name: anonymous-auth\n\+ {5}value: &quot;false&quot;\n/);
    expect(markup).toMatch(/\n {2}apiServer:\n {4}extraArgs:\n/);
  });

  it('offers both buttons, and lets no file speak as markup', () => {
    expect(markup).toContain('data-do="copy-migration"');
    expect(markup).toContain('data-do="use-migration"');
    expect(markup).toContain('clusterName: &lt;b&gt;');
    expect(markup).not.toMatch(/undefined|\[object|<b>(?![^<]*<\/b>)/);
  });

  it('says why kubeadm would refuse, without a file', () => {
    const refused = migrationView({ locale, text: old.replace('clusterName', 'clustername') }).markup;
    expect(refused).toContain('<code>ClusterConfiguration.clustername</code>');
    expect(refused).not.toContain('data-do');
  });
});

it('says nothing about files that are new enough', () => {
  expect(migrationView({ locale: 'en', text: old.replace('v1beta3', 'v1beta4') }).markup).toBe('');
});

it('shows a file that differs in very many lines without comparing it', () => {
  const many = Array.from({ length: 3000 }, (_, index) => `    flag-${index}: "a"`).join('\n');
  const { markup } = migrationView({ locale: 'en', text: old.replace('    anonymous-auth: "false"', many) });
  expect(markup).not.toContain('<ins>');
  expect(markup).toContain('  - name: flag-2999\n');
});
