// Every address in the built site leads somewhere, from any place: relative, with a file's name, and to an anchor that is there.

import { describe, expect, it } from 'vitest';
import { files, idsOf, pages, read, resolveOn, tagsOf } from './dist.ts';

const known = new Set(files);
const idSets = new Map(pages.map((page) => [page, new Set(idsOf(read(page)))]));

interface Address {
  readonly page: string;
  readonly address: string;
}

const addresses: readonly Address[] = pages.flatMap((page) =>
  tagsOf(read(page)).flatMap(({ attributes }) =>
    ['href', 'src', 'poster'].flatMap((name) =>
      attributes[name] === undefined ? [] : [{ page, address: attributes[name] }],
    ),
  ),
);

/** A text or a state of the lab carried by the address is no anchor. */
const isAnchor = (anchor: string): boolean => anchor !== '' && !/^(?:v\d+\.|lab\d+&)/.test(anchor);

function problemOf({ page, address }: Address): string | undefined {
  const target = resolveOn(page, address);
  if (!target) return undefined;
  const file =
    page === '404.html' && target.file.endsWith('/') ? `${target.file}index.html` : target.file || 'index.html';
  if (!known.has(file)) return `${page}: ${address} leads to no file`;
  if (isAnchor(target.anchor) && !idSets.get(file)?.has(decodeURIComponent(target.anchor)))
    return `${page}: ${address} leads to no anchor`;
  return undefined;
}

describe('addresses', () => {
  it('are many', () => {
    expect(addresses.length).toBeGreaterThan(pages.length * 3);
  });

  it('lead to a file and an anchor that exist', () => {
    expect(addresses.map(problemOf).filter(Boolean)).toEqual([]);
  });

  it('are relative, so that the site works in any folder', () => {
    const absolute = addresses.filter(({ page, address }) => page !== '404.html' && address.startsWith('/'));
    expect(absolute).toEqual([]);
  });

  it('of style sheets are relative and exist', () => {
    const wrong = files
      .filter((file) => file.endsWith('.css'))
      .flatMap((sheet) =>
        [...read(sheet).matchAll(/url\((["']?)([^"')]+)\1\)/g)].map(([, , address = '']) => ({ sheet, address })),
      )
      .filter(({ sheet, address }) => {
        const target = resolveOn(sheet, address);
        return target && (address.startsWith('/') || !known.has(target.file));
      });
    expect(wrong).toEqual([]);
  });
});
