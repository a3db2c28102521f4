// What was found, as a list of links: each leads to the section with the hit, and the hits are marked.

import type { Locale } from '../core/index.ts';
import { searchWords } from '../i18n/search.ts';
import type { Piece } from '../search/excerpt.ts';
import type { Found } from '../search/search.ts';
import { html, type Markup } from './html.ts';
import { hrefOf } from './site-root.ts';

const marked = (pieces: readonly Piece[]): readonly Markup[] =>
  pieces.map(({ text, isHit }) => (isHit ? html`<mark>${text}</mark>` : html`${text}`));

export function showFound(found: readonly Found[], locale: Locale): Markup {
  const { kind } = searchWords[locale];
  return html`${found.map(
    (one) =>
      html`<li>
        <a href="${hrefOf(one.path)}${one.anchor === '' ? '' : `#${one.anchor}`}">
          <span class="found-kind">${kind[one.kind]}</span>
          <span class="found-title">${marked(one.title)}</span>
          ${one.heading.length > 0 && html`<span class="found-heading">${marked(one.heading)}</span>`}
          <span class="found-text">${marked(one.excerpt)}</span>
        </a>
      </li>`,
  )}`;
}

/** What to do when there is nothing. */
export function showNothing(locale: Locale): Markup {
  const words = searchWords[locale];
  const path = locale === 'en' ? 'explain/' : `${locale}/explain/`;
  return html`${words.nothing} <a href="${hrefOf(path)}">${words.bench}</a>`;
}
