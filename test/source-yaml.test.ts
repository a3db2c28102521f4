// core/source/go-yaml: keys given twice, aliases that never end, and texts of any size.
import { describe, expect, it } from 'vitest';
import { inspect } from '../src/core/index.ts';
import { readGoYaml } from '../src/core/source/go-yaml.ts';

const head = 'apiVersion: kubeadm.k8s.io/v1beta3\nkind: ClusterConfiguration\n';

describe('keys given twice', () => {
  it('counts lines as Go does, from the start of the text, at the later value', () => {
    const { value, duplicates } = readGoYaml('# c\r\na: 1\r\nb:\r\n  c: 1\r\n  c:\r\n    d: 2\r\na: 3\r\n', 100);
    expect(value).toEqual({ a: 3, b: { c: { d: 2 } } });
    expect(duplicates.map(({ key, line }) => `${key} ${line}`)).toEqual(['"c" 6', '"a" 7']);
  });

  it('takes 1 and "1" for two keys, as Go does before it makes JSON of them', () => {
    expect(readGoYaml("1: a\n'1': b\n").duplicates).toEqual([]);
  });

  it('lists a thousand of a hundred thousand, and comes to an end', () => {
    const text = head + 'clusterName: b\n'.repeat(100_000);
    const { findings, kubeadm } = inspect(text, { kubernetesVersion: '1.28' });
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.length).toBeLessThan(1100);
    expect(kubeadm?.warnings[0]).toContain('line 4: key "clusterName" already set in map');
  });
});

it.each(['a: &a {<<: *a}', 'a: &a [*a]', 'a: &a\n  b: *a', 'a: &a\n  <<: [*a, *a]'])('refuses a circle: %j', (text) => {
  expect(readGoYaml(text).error?.text).toMatch(/^yaml: /);
});

it('refuses aliases that would grow without end', () => {
  const levels = Array.from({ length: 9 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`);
  expect(readGoYaml(`a0: &a0 [x,x,x,x,x,x,x,x,x]\n${levels.join('\n')}\n`).error?.text).toBe(
    'yaml: document contains excessive aliasing',
  );
});
