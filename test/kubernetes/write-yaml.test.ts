// kubernetes/kubeadm-migrate/write-yaml: quoting as go-yaml v2 does it; what is written is read back as it was.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printGoDuration } from '../../src/core/kubernetes/kubeadm-migrate/go-duration.ts';
import { writeYaml } from '../../src/core/kubernetes/kubeadm-migrate/write-yaml.ts';
import { readGoYaml } from '../../src/core/source/go-yaml.ts';

it.each([
  ['false', '"false"'],
  ['yes', '"yes"'],
  ['1.30', '"1.30"'],
  ['v1.30.0', 'v1.30.0'],
  ['0o17', '"0o17"'],
  ['12:30:45', '"12:30:45"'],
  ['2030-01-01T00:00:00Z', '"2030-01-01T00:00:00Z"'],
  ['', '""'],
  ['~', '"~"'],
  ['a: b', "'a: b'"],
  ['a #b', "'a #b'"],
  ['*', "'*'"],
  ['-', "'-'"],
  ['--v=4', '--v=4'],
  ['a,b{c}', 'a,b{c}'],
  ["it's", "it's"],
  ["'a'", "'''a'''"],
  [' a', "' a'"],
  ['a\tb', '"a\\tb"'],
  ['監査', '監査'],
  ['10.96.0.0/12', '10.96.0.0/12'],
  ['a\nb\n', '|\n  a\n  b'],
])('writes %j as %s', (text, expected) => {
  expect(writeYaml({ a: text })).toBe(`a: ${expected}\n`);
});

it('sorts keys and keeps lists at the level of their key', () => {
  expect(writeYaml({ b: [{ z: 1, x: [true, null] }, []], a: { c: {} } })).toBe(
    'a:\n  c: {}\nb:\n- x:\n  - true\n  - null\n  z: 1\n- []\n',
  );
});

it('writes what is read back as it was', () => {
  const { value: anything } = fc.letrec<{ value: unknown }>((recurse) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: 'grapheme' }),
      fc.stringMatching(/^[-:# a'"&*{}[\],|>%@!?0-9.~\n]{0,12}$/),
      fc.string({ minLength: 70, maxLength: 200 }),
      fc.boolean(),
      fc.integer(),
      fc.constant(null),
      fc.array(recurse('value'), { maxLength: 3 }),
      fc.dictionary(fc.string({ unit: 'grapheme' }), recurse('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(anything, (value) => {
      const { value: read, error } = readGoYaml(writeYaml({ value }));
      expect(error).toBeUndefined();
      expect(read).toEqual({ value });
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['5m', '5m0s'],
  ['300s', '5m0s'],
  ['90m', '1h30m0s'],
  ['1.5h', '1h30m0s'],
  ['0', '0s'],
  ['1500ms', '1.5s'],
  ['250us', '250µs'],
  ['-10s', '-10s'],
  ['8760h', '8760h0m0s'],
  ['5', undefined],
  ['5 minutes', undefined],
  ['', undefined],
])('prints the duration %j as Go does', (text, expected) => {
  expect(printGoDuration(text)).toBe(expected);
});
