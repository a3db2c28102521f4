// <wgt-find>: the link in the header, which leads to the page of the search as long as there is no script, and opens the
// dialog with it. A page that has the box in its text gets the focus there. The dialog and its styles come with this script, so
// that a page which nobody searches from does not carry them.

import type { Locale } from '../core/index.ts';
import { searchWords } from '../i18n/search.ts';
import styles from '../styles/search.css?inline';
import { html } from './html.ts';
import { searchBox } from './search-box.ts';

function makeDialog(locale: Locale): HTMLDialogElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  const dialog = document.createElement('dialog');
  dialog.className = 'search-dialog';
  const words = searchWords[locale];
  dialog.ariaLabel = words.title;
  dialog.innerHTML = html`<button type="button" class="search-close">${words.close}</button>
    <wgt-search data-locale="${locale}">${searchBox(locale, 'search', false)}</wgt-search>`.markup;
  dialog.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : dialog;
    // The dialog itself is only what lies beside its content: the backdrop.
    if (target === dialog || target.closest('.search-close, .search-results a')) dialog.close();
  });
  dialog.addEventListener('submit', (event) => event.preventDefault());
  document.body.append(dialog);
  return dialog;
}

class SearchOpener extends HTMLElement {
  #dialog: HTMLDialogElement | undefined;

  connectedCallback(): void {
    this.querySelector('a')?.setAttribute('role', 'button');
    this.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a link to the page in another tab
      event.preventDefault();
      this.takeOver();
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== ' ') return; // a button takes it, a link does not
      event.preventDefault();
      this.takeOver();
    });
  }

  takeOver(): void {
    const isOther = document.querySelector('dialog[open]') !== null && !this.#dialog?.open;
    if (isOther) return;
    const onPage = document.querySelector<HTMLInputElement>('main wgt-search input');
    if (!onPage) {
      this.#dialog ??= makeDialog(document.documentElement.lang === 'ja' ? 'ja' : 'en');
      if (!this.#dialog.open) this.#dialog.showModal();
    }
    const box = onPage ?? this.#dialog?.querySelector('input');
    box?.focus();
    box?.select();
  }
}

/** Registers the element; the link in the header comes alive. */
export function defineSearchOpener(): void {
  if (!customElements.get('wgt-find')) customElements.define('wgt-find', SearchOpener);
}
