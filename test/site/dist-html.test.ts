// What every page of the built site keeps: the security policy, nothing inline, both languages, no Markdown left over.

import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../src/site/csp.ts';
import { englishPages, idsOf, japanesePages, pages, read, tagsOf, wordsOf } from './dist.ts';

/** The pages where something is wrong, with what it is. */
function wrong(judge: (html: string, page: string) => string | undefined | false): readonly string[] {
  return pages.flatMap((page) => {
    const problem = judge(read(page), page);
    return problem ? [`${page}: ${problem}`] : [];
  });
}

describe('every page', () => {
  it('has the security policy before anything that could load', () => {
    const problems = wrong((html) => {
      const tags = tagsOf(html);
      const policy = tags.findIndex(
        ({ name, attributes }) => name === 'meta' && attributes['http-equiv'] === 'Content-Security-Policy',
      );
      const first = tags.findIndex(({ name }) => name === 'script' || name === 'link' || name === 'img');
      if (tags[policy]?.attributes['content'] !== contentSecurityPolicy) return 'no policy, or another one';
      return first >= 0 && first < policy && 'something stands before the policy';
    });
    expect(problems).toEqual([]);
  });

  it('has no inline style, script or event handler', () => {
    const problems = wrong((html) => {
      if (/<style\b/i.test(html)) return 'a style element';
      if (/<script\b[^>]*>[^<]/i.test(html)) return 'a script with a body';
      const tags = tagsOf(html);
      if (tags.some(({ name, attributes }) => name === 'script' && attributes['src'] === undefined))
        return 'a script without src';
      const bad = tags
        .flatMap(({ attributes }) => Object.keys(attributes))
        .find((key) => key === 'style' || /^on/.test(key));
      if (bad) return `an attribute ${bad}`;
      return tags.some(({ attributes }) => /^javascript:/i.test(attributes['href'] ?? '')) && 'a javascript: link';
    });
    expect(problems).toEqual([]);
  });

  it('loads no module script: they do not run from a disk', () => {
    expect(wrong((html) => /<script[^>]+type="module"/.test(html) && 'a module')).toEqual([]);
  });

  it('says its language', () => {
    const problems = wrong((html, page) => {
      const lang = tagsOf(html).find(({ name }) => name === 'html')?.attributes['lang'];
      return lang !== (page.startsWith('ja/') ? 'ja' : 'en') && `lang is ${lang}`;
    });
    expect(problems).toEqual([]);
  });

  it('has a title, one first heading (the page for missing addresses: one per language), and each id once', () => {
    const problems = wrong((html, page) => {
      if (!/<title>[^<]+<\/title>/.test(html)) return 'no title';
      if (tagsOf(html).filter(({ name }) => name === 'h1').length !== (page === '404.html' ? 2 : 1))
        return 'not one h1';
      const ids = idsOf(html);
      const twice = ids.find((id, index) => ids.indexOf(id) !== index);
      return twice !== undefined && `the id ${twice} twice`;
    });
    expect(problems).toEqual([]);
  });

  it('has no Markdown left over', () => {
    expect(wrong((html) => /\S*\*\*\S*/.exec(wordsOf(html))?.[0])).toEqual([]);
    expect(wrong((html) => /.{0,20}`[^`\n]+`/.exec(wordsOf(html))?.[0])).toEqual([]);
  });
});

describe('both languages', () => {
  it('have the same pages', () => {
    expect(japanesePages.map((page) => page.slice(3))).toEqual(englishPages);
  });

  it('link to each other from every page', () => {
    const problems = [...englishPages, ...japanesePages].filter((page) => {
      const other = page.startsWith('ja/') ? 'en' : 'ja';
      return !tagsOf(read(page)).some(({ name, attributes }) => name === 'a' && attributes['hreflang'] === other);
    });
    expect(problems).toEqual([]);
  });

  it('have the same anchors in the chapters', () => {
    const headings = (page: string): readonly (string | undefined)[] =>
      tagsOf(read(page))
        .filter(({ name, attributes }) => /^h[2-4]$/.test(name) && attributes['id'] !== undefined)
        .map(({ attributes }) => attributes['id']);
    const different = englishPages.filter(
      (page) => page.startsWith('learn/') && headings(page).join() !== headings(`ja/${page}`).join(),
    );
    expect(different).toEqual([]);
  });
});
