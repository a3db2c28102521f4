// core/source/json: places inside JSON, and where a text stops being JSON.
import { describe, expect, it } from 'vitest';
import { readJson, scanJson } from '../src/core/source/json.ts';

const text = ' {"a": 1, "b": {"c\\u0064": [true, "x\\"y", {"e": null}]}, "a": 2} ';
const shown = (path: readonly (string | number)[], part?: 'key' | 'value' | 'entry'): string => {
  const { start, end } = readJson(text).spanOf(path, part);
  return text.slice(start, end);
};

describe('spanOf', () => {
  it.each([
    [['b', 'cd', 1], '"x\\"y"'],
    [['b', 'cd', 2, 'e'], 'null'],
    [['a'], '2'],
    [['b', 'missing'], '{"c\\u0064": [true, "x\\"y", {"e": null}]}'],
    [['b', 'cd', 9], '[true, "x\\"y", {"e": null}]'],
    [[], text.trim()],
  ] as const)('finds %j', (path, expected) => expect(shown(path)).toBe(expected));

  it('finds keys and entries', () => {
    expect(shown(['b', 'cd'], 'key')).toBe('"c\\u0064"');
    expect(shown(['a'], 'entry')).toBe('"a": 2');
  });

  it('counts from the offset', () => {
    expect(readJson('{"a":1}', 100).spanOf(['a'])).toEqual({ start: 105, end: 106 });
  });
});

describe('fault', () => {
  it.each([
    ['{"a": 1, "b', 11, true],
    ['{"a": [1, 2', 11, true],
    ['{"a": tr', 8, true],
    ['{"a"', 4, true],
    ['{"a": 1 "b": 2}', 8, false],
    ['{"a": hello}', 6, false],
    ['{"a": 1} x', 9, false],
    ['', 0, true],
  ] as const)('of %j', (broken, offset, truncated) => {
    expect(readJson(broken).fault).toEqual({ offset, truncated });
  });
});

it('finds the end of a value inside a longer text', () => {
  expect(scanJson('x {"a": [1]} {"b"', 2)).toEqual({ end: 12 });
});

it('reads long strings and deep nesting', () => {
  const long = JSON.stringify({ a: 'x'.repeat(3_000_000) });
  expect(readJson(long).spanOf(['a']).end).toBe(long.length - 1);
  expect(scanJson('['.repeat(100_000), 0).fault?.truncated).toBe(true);
});
