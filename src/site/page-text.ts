// What a built page says, cut into its sections: the words of its main part, without controls, drawings, samples and lists
// of links to other pages.

import type { SearchSection } from '../search/index-format.ts';

export interface PageText {
  readonly title: string;
  /** The first has no anchor: what stands above the first heading. */
  readonly sections: readonly ReadSection[];
}

export interface ReadSection extends SearchSection {
  /** Inline code, and lines of a terminal that complain. */
  readonly codes: readonly string[];
}

/** Elements whose content is not read; a bench holds samples and reports that have pages of their own. */
const unread = ['wgt-bench', 'wgt-search', 'svg', 'script', 'style', 'select', 'button', 'textarea', 'nav', 'template'];

/** Sections that only lead elsewhere, say the same again, or hold samples. */
const unreadSections = new Set([
  ...['findings', 'chapters', 'related', 'sources', 'wiki', 'bench-here'],
  ...['fires', 'silent', 'taught-in', 'in-runbooks', 'findings-here', 'runbooks-here'],
]);

const complains = /error|unauthorized|forbidden|fail|could ?n[o']t|cannot|warning|invalid|refused/i;

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#34': '"' };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|#34);/g, (all, name: string) => entities[name] ?? all);
}

/** Tags part words, all but those inside a sentence. */
function plainText(html: string): string {
  const text = html
    .replace(/<\/?(?:a|i|em|strong|code|mark|wbr)\b(?:"[^"]*"|[^">])*>/g, '')
    .replace(/<(?:"[^"]*"|[^">])*>/g, ' ');
  return decode(text).replace(/\s+/g, ' ').trim();
}

function clean(html: string): string {
  const names = unread.join('|');
  return html.replace(/<!--.*?-->/gs, '').replace(new RegExp(`<(${names})\\b.*?</\\1>`, 'gs'), ' ');
}

function readSection(part: string): ReadSection {
  const [all = '', anchor = '', heading = ''] = /^<h[23]\b[^>]*\bid="([^"]*)"[^>]*>(.*?)<\/h[23]>/s.exec(part) ?? [];
  const body = part.slice(all.length);
  const blocks = [...body.matchAll(/<pre\b[^>]*>(.*?)<\/pre>/gs)].map(([, block = '']) => block);
  const lines = blocks.flatMap((block) => decode(block.replace(/<[^>]*>/g, '')).split('\n'));
  // A text that a program prints is part of what the page says; other blocks are files and commands.
  const prose = body.replace(/<pre\b(?![^>]*class="seen")[^>]*>.*?<\/pre>/gs, ' ');
  const inline = [...prose.matchAll(/<code\b[^>]*>(.*?)<\/code>/gs)].map(([, code = '']) => plainText(code));
  const codes = [...inline, ...lines.filter((line) => complains.test(line)).map((line) => line.trim())];
  return { anchor, heading: plainText(heading), text: plainText(prose), codes: [...new Set(codes)] };
}

/** @param html a whole built page. Undefined if it has no main part or no title. */
export function readPage(html: string): PageText | undefined {
  const main = /<main\b[^>]*>(.*)<\/main>/s.exec(html)?.[1];
  const heading = /<h1\b[^>]*>(.*?)<\/h1>/s;
  const title = plainText(heading.exec(main ?? '')?.[1] ?? '');
  if (main === undefined || title === '') return undefined;
  const parts = clean(main.replace(heading, ' ')).split(/(?=<h[23]\b[^>]*\bid=")/);
  return { title, sections: parts.map(readSection).filter(({ anchor }) => !unreadSections.has(anchor)) };
}
