// core/kubernetes/version: which texts are versions, and how ranges of them are written.
import { describe, expect, it } from 'vitest';
import { formatVersions, parseVersion } from '../src/core/index.ts';

describe('parseVersion', () => {
  it.each([
    ['1.20', 20],
    ['v1.20.0', 20],
    ['1.33.0-beta.0', 33],
    [' v1.28.4 ', 28],
  ])('reads %j', (text, minor) => {
    expect(parseVersion(text)?.minor).toBe(minor);
  });

  it.each(['stable-1', '', '2.1', 'v1', '1.x'])('refuses %j', (text) => {
    expect(parseVersion(text)).toBeUndefined();
  });
});

it('writes ranges of versions', () => {
  expect(formatVersions({ since: 19, until: 32 })).toBe('1.19–1.32');
  expect(formatVersions({ until: 17 })).toBe('≤1.17');
  expect(formatVersions({ since: 34 })).toBe('≥1.34');
});
