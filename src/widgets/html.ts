// Markup as text, safe by construction: what is put into the template is escaped unless it is markup itself.
// The same functions write the page at build time and the report in the browser.

/** A piece of markup; only `html` makes one. */
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

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

function write(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'markup' in part ? part.markup : part.map(write).join('');
}

/** Lists are joined, `undefined` and `false` leave nothing, everything else is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.reduce((all, string, index) => all + write(parts[index - 1]) + string) };
}

/** Text in which inline code stands between backticks. */
export function inline(text: string): Markup {
  return { markup: escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>') };
}

/** Paragraphs are separated by an empty line. */
export function paragraphs(text: string): Markup {
  return html`${text.split(/\n{2,}/).map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;
}
