// Markup as text, safe by construction: what is put into the template is escaped unless it is markup itself.
// The same functions write the page at build time and the report in the browser.

/** A piece of markup; only this file makes it. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | undefined | false | readonly Part[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'markup' in part ? part.markup : part.map(write).join('');
}

/**
 * Lists are joined, `undefined` and `false` leave nothing, everything else is escaped. Line breaks and indents of the
 * template itself become one space, so a line break that is meant is written `${'\n'}`.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return {
    markup: strings.map((string, index) => write(parts[index - 1]) + string.replace(/\s*\n\s*/g, ' ')).join(''),
  };
}

/** Text in which inline code stands between backticks. */
export function inline(text: string): Markup {
  return { markup: escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>') };
}

/** Paragraphs are separated by an empty line. */
export function paragraphs(text: string): Markup {
  return html`${text.split(/\n{2,}/).map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;
}

export const openAttribute: Markup = { markup: ' open' };

export function element(tag: 'h2' | 'h3' | 'h4', className: string, text: string): Markup {
  return { markup: `<${tag} class="${escapeHtml(className)}">${escapeHtml(text)}</${tag}>` };
}
