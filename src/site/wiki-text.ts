// Plain blocks of a document, and how a wiki takes them: as Markdown, or as HTML without any class.
// Inline code stands between backticks, as everywhere.

import { html, inline, type Markup } from '../widgets/html.ts';

export type Block =
  | { readonly heading: string; readonly level: 1 | 2 | 3 }
  | { readonly text: string }
  | { readonly quote: string }
  | { readonly code: string }
  | { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  | { readonly items: readonly string[] }
  /** Written before, in both forms. */
  | { readonly markdown: string; readonly markup: string };

/** Longer than any run of backticks inside. */
function fenced(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code.trimEnd()}\n${fence}`;
}

/** Outside inline code Markdown would read these as marks; a bar would end a cell, code or not. */
function plain(text: string, cell = false): string {
  const escaped = text.replace(/`[^`]+`|[*_<>[\]]/g, (part) => (part.length > 1 ? part : `\\${part}`));
  return cell ? escaped.replaceAll('|', '\\|').replaceAll('\n', ' ') : escaped;
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => plain(cell, true)).join(' | ')} |`;

function markdownOf(block: Block): string {
  if ('heading' in block) return `${'#'.repeat(block.level)} ${plain(block.heading)}`;
  if ('text' in block) return plain(block.text);
  if ('quote' in block) return plain(block.quote).replace(/^/gm, '> ');
  if ('code' in block) return fenced(block.code);
  if ('items' in block) return block.items.map((item) => `- ${plain(item)}`).join('\n');
  if ('rows' in block) return [row(block.head), row(block.head.map(() => '---')), ...block.rows.map(row)].join('\n');
  return block.markdown;
}

const cells = (tag: 'td' | 'th', texts: readonly string[]): Markup => ({
  markup: `<tr>${texts.map((text) => `<${tag}>${inline(text).markup}</${tag}>`).join('')}</tr>`,
});

function markupOf(block: Block): Markup {
  if ('heading' in block) return { markup: `<h${block.level}>${inline(block.heading).markup}</h${block.level}>` };
  if ('text' in block) return html`<p>${inline(block.text)}</p>`;
  if ('quote' in block) return html`<blockquote><p>${inline(block.quote)}</p></blockquote>`;
  if ('code' in block) return html`<pre><code>${block.code.trimEnd()}</code></pre>`;
  if ('items' in block)
    return html`<ul>
      ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
    </ul>`;
  if ('rows' in block)
    return html`<table>
      ${cells('th', block.head)}${'\n'}${block.rows.map((one) => html`${cells('td', one)}${'\n'}`)}
    </table>`;
  return { markup: block.markup };
}

export function toMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

export function toHtml(blocks: readonly Block[]): string {
  return `${blocks.map((block) => markupOf(block).markup).join('\n')}\n`;
}

/** Rendered Markdown without what only this site's style sheets and links understand. */
export function bareMarkup(markup: string): string {
  return markup
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/?(?:div|span|figure|figcaption)\b[^>]*>/g, '')
    .replace(/<a\b[^>]*class="anchor"[^>]*>(.*?)<\/a>/gs, (_all, words: string) => words.trim())
    .replace(/<a\b[^>]*href="(?!https?:)[^"]*"[^>]*>(.*?)<\/a>/gs, '$1')
    .replace(/<([a-z][a-z0-9]*)\b([^>]*)>/g, (_all, tag: string, rest: string) => {
      const href = /\shref="[^"]*"/.exec(rest)?.[0] ?? '';
      return `<${tag}${href}>`;
    })
    .trim();
}

/** The Markdown below a front matter as another program reads it: no imports, no components, no anchors of ours, no links into this site. */
export function bareMarkdown(body: string): string {
  return body
    .replace(/^import .*\n/gm, '')
    .replace(/^<[A-Z][^]*?\/>\n?/gm, '')
    .replace(/^(#+ .*?)\s*\[#[a-z0-9-]+\]$/gm, '$1')
    .replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1')
    .trim();
}
