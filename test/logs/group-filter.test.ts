// core/logs/group-filter: ticks of one facet are an "or", facets are an "and", and counts say what one more tick would give.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countFacet,
  countRequests,
  facets,
  facetValue,
  filterGroups,
  groupsCsv,
  noFilter,
  requestGroups,
  shortcuts,
  sortGroups,
  sortKeys,
  toggleShortcut,
  toggleValue,
  type EventGroup,
  type GroupFilter,
} from '../../src/core/logs/index.ts';
import { makeAuditLog } from '../bench/audit-log.ts';
import { readLog } from './read-log.ts';

const log = [...makeAuditLog({ size: 1_500_000, seed: 3 }).lines].join('');
const groups = requestGroups(readLog(log).groups);
const filter: fc.Arbitrary<GroupFilter> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...facets), fc.constantFrom(...groups)), { maxLength: 6 }),
    fc.subarray([...shortcuts], { maxLength: 2 }),
  )
  .map(([ticks, asked]) => {
    const chosen = new Map(ticks.map(([facet, group]) => [`${facet}${facetValue(group, facet)}`, { facet, group }]));
    let made = asked.reduce(toggleShortcut, noFilter);
    for (const { facet, group } of chosen.values()) made = toggleValue(made, facet, facetValue(group, facet));
    return made;
  });

describe('a filter', () => {
  it('lets a group through if every facet has one of its ticks', () => {
    fc.assert(
      fc.property(filter, (chosen) => {
        const plain = groups.filter((group) => {
          const said = { identity: group.identity, verb: group.verb, source: group.source, user: group.user };
          return Object.entries(said).every(([facet, value]) => {
            const ticked = chosen.ticked[facet as keyof typeof said] ?? [];
            return ticked.length === 0 || ticked.includes(value);
          });
        });
        const kept = filterGroups(groups, chosen);
        expect(plain).toEqual(expect.arrayContaining([...kept]));
        if (chosen.shortcuts.includes('refused'))
          expect(kept.every(({ code }) => code === 401 || code === 403)).toBe(true);
        if (chosen.shortcuts.includes('anonymous'))
          expect(kept.every(({ identity }) => identity === 'anonymous')).toBe(true);
      }),
    );
  });

  it('gives what the count beside a value promised', () => {
    fc.assert(
      fc.property(filter, fc.constantFrom(...facets), (chosen, facet) => {
        const alone = { ...chosen, ticked: { ...chosen.ticked, [facet]: [] } };
        for (const { value, events } of countFacet(groups, chosen, facet))
          expect(countRequests(filterGroups(groups, toggleValue(alone, facet, value)))).toBe(events);
      }),
    );
  });

  it('is as before when a value is ticked twice', () => {
    fc.assert(
      fc.property(filter, fc.constantFrom(...facets), (chosen, facet) => {
        const twice = toggleValue(toggleValue(chosen, facet, 'x'), facet, 'x');
        expect(filterGroups(groups, twice)).toEqual(filterGroups(groups, chosen));
      }),
    );
  });

  it('knows what would break: anonymous requests that got an answer', () => {
    const broken = filterGroups(groups, toggleShortcut(noFilter, 'breaks'));
    expect(new Set(broken.map(({ identity }) => identity))).toEqual(new Set(['anonymous']));
    expect(new Set(broken.map(({ code }) => code))).toEqual(new Set([200]));
  });
});

it('sorts by every column, both ways', () => {
  for (const key of sortKeys) {
    const up = sortGroups(groups, { key, descending: false }).map((group) => group[key]);
    expect(up.every((value, index) => index === 0 || (up[index - 1] as typeof value) <= value)).toBe(true);
    expect(sortGroups(groups, { key, descending: true }).map((group) => group[key])).toEqual(up.reverse());
  }
});

it('writes CSV that reads back as it was', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', ';', '日') });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (agents) => {
      const [first] = groups;
      const rows = agents.map((agent): EventGroup => ({ ...(first as EventGroup), agent: `a${agent}` }));
      const read = readCsv(groupsCsv(rows, ['audit.log']));
      const column = read[0]?.indexOf('agent') ?? -1;
      expect(read.slice(1).map((row) => row[column])).toEqual(rows.map(({ agent }) => agent));
      expect(new Set(read.map((row) => row.length)).size).toBe(1);
    }),
  );
});

it('counts only what lies in a stretch of time', () => {
  const { first, last, events } = readLog(log);
  const middle = new Date((Date.parse(first) + Date.parse(last)) / 2).toISOString();
  const before = readLog(log, { until: middle });
  const behind = readLog(log, { since: middle });
  expect(before.events + behind.events).toBe(events);
  expect([before.first, behind.last]).toEqual([first, last]);
  expect(before.last < middle && behind.first >= middle).toBe(true);
  expect(countRequests(before.groups) + countRequests(behind.groups)).toBe(countRequests(readLog(log).groups));
});

/** By the grammar of RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}
