// The box of the search and the place for what it finds, as markup: the page of the search has it from the build, the dialog
// from its engine.

import type { Locale } from '../core/index.ts';
import { searchWords } from '../i18n/search.ts';
import { html, type Markup } from './html.ts';

/** @param name makes the ids of this box its own. @param onPage the box stands in a page: Esc has nothing to close. */
export function searchBox(locale: Locale, name: string, onPage: boolean): Markup {
  const words = searchWords[locale];
  const keys = onPage ? words.keys.filter(([key]) => key !== 'Esc') : words.keys;
  return html`<form class="search-box" role="search">
      <label for="${name}-input">${words.label}</label>
      <input
        id="${name}-input"
        type="text"
        role="searchbox"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="go"
        placeholder="${words.placeholder}"
      />
    </form>
    <p class="search-status" role="status" data-loading="${words.loading}"></p>
    <p class="search-failed" role="alert" hidden data-load-failed="${words.failed}"></p>
    <ol class="search-results"></ol>
    <ul class="search-keys">
      ${keys.map(([key, what]) => html`<li><kbd>${key}</kbd> ${what}</li>`)}
    </ul>`;
}
