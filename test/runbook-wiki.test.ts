// The text for a wiki: it holds everything that the page says, and nothing that only this site understands.
import { describe, expect, it } from 'vitest';
import { wikiBlocks } from '../src/site/runbook-wiki.ts';
import { bareMarkdown, bareMarkup, toHtml, toMarkdown } from '../src/site/wiki-text.ts';
import { runbooks } from './runbook-pages.ts';

const unescape = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe.each(runbooks)('$slug in $locale', ({ slug, locale, data, body }) => {
  const markdownBody = bareMarkdown(body);
  const blocks = wikiBlocks(data, locale, { markdown: markdownBody, markup: '' }, `runbooks/${slug}/`);
  const markdown = toMarkdown(blocks);
  const markup = toHtml(blocks);
  const verbatim = [
    ...data.symptom.map(({ text }) => text),
    data.check.command,
    data.cause.line,
    ...data.fix.flatMap(({ code }) => code ?? []),
    data.verify.command,
  ];

  it('has every command and error text word for word, in both forms', () => {
    expect(verbatim.filter((text) => !markdown.includes(text.trimEnd()))).toEqual([]);
    const plain = unescape(markup);
    expect(verbatim.filter((text) => !plain.includes(text.trimEnd()))).toEqual([]);
  });

  it('has every fix with its price, every version and every source', () => {
    const plain = unescape(markup).replaceAll('`', '');
    const said = [
      ...data.fix.flatMap((fix) => [fix.do, fix.cost]),
      ...data.versions.map((row) => row.is),
      ...data.see.map(({ source }) => source),
      data.answer,
      data.undo.do,
    ];
    expect(said.filter((text) => !plain.includes(text.replaceAll('`', '')))).toEqual([]);
  });

  it('is plain: even fences, tables of one width, no class, no style, no link into this site', () => {
    expect((markdown.match(/^```/gm) ?? []).length % 2).toBe(0);
    const text = markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, '');
    for (const table of text.match(/(?:^\|.*\n)+/gm) ?? []) {
      const widths = table
        .trim()
        .split('\n')
        .map((line) => line.replace(/\\\|/g, '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
    expect(/ (?:class|style|id|tabindex)=/.test(markup)).toBe(false);
    expect(/\]\((?!https?:)/.test(text)).toBe(false);
    expect(/\[#[a-z-]+\]$/m.test(text)).toBe(false);
  });
});

describe('the two forms', () => {
  it('escape what the other side would read as a mark', () => {
    const blocks = [{ text: 'a *b* <c> `d*e`' }, { code: 'x ``` y' }, { head: ['a'], rows: [['x|y `p|q`']] }];
    expect(toMarkdown(blocks)).toBe(
      'a \\*b\\* \\<c\\> `d*e`\n\n````\nx ``` y\n````\n\n| a |\n| --- |\n| x\\|y `p\\|q` |\n',
    );
    expect(toHtml(blocks)).toContain('<p>a *b* &lt;c&gt; <code>d*e</code></p>');
  });

  it('take a rendered body without what belongs to this site', () => {
    const markup =
      '<h2 id="a"><a class="anchor" href="#a"> Words </a></h2><p class="x"><a href="/learn/">in</a> <a href="https://k8s.io/">out</a></p><pre class="astro-code" tabindex="0"><code><span class="line">a</span></code></pre>';
    expect(bareMarkup(markup)).toBe(
      '<h2>Words</h2><p>in <a href="https://k8s.io/">out</a></p><pre><code>a</code></pre>',
    );
    expect(
      bareMarkdown(
        'import X from \'./x.astro\';\n\n<X locale="en" />\n\n## Words [#a]\n\n[in](/learn/) [out](https://k8s.io/)\n',
      ),
    ).toBe('## Words\n\nin [out](https://k8s.io/)');
  });
});
