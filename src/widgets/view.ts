// What the parts of a report need to know about the page that shows them.

import type { Locale, Range } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { element, html, type Markup } from './html.ts';

export interface View {
  readonly locale: Locale;
  /** Part of the ids; tells benches of one page apart. */
  readonly name: string;
  /** The text that the report is about; without it no edit is offered. */
  readonly text?: string;
  /** Level of the report's headings. */
  readonly level: 2 | 3 | 4;
  /** Turns a path below the site's root (`findings/KA201/`) into an address. */
  readonly hrefOf: (path: string) => string;
  /** How many findings are written out. */
  readonly limit: number;
  /** Whether the first error is laid open. */
  readonly unfolded: boolean;
}

export function heading({ level }: View, text: string): Markup {
  return element(`h${level}`, 'bench-heading', text);
}

/** A link to a place: goes to the line's number, and with the engine selects the range in the text. */
export function placeView({ locale, name }: View, { start, end }: Range): Markup {
  const words = benchWords[locale].place(start.line, start.column);
  return html`<a class="place" href="#${name}-L${start.line}" data-start="${start.offset}" data-end="${end.offset}"
    >${words}</a
  >`;
}

export function stamp(kind: string, text: string): Markup {
  return html`<span class="stamp stamp-${kind}">${text}</span>`;
}

/** The button that shows more of a list; nothing if the list is complete. */
export function moreView({ locale, limit }: View, count: number): Markup {
  if (count <= limit) return html``;
  return html`<button type="button" class="bench-more" data-do="more">
    ${benchWords[locale].more(count - limit)}
  </button>`;
}
