// <wgt-search>: a box and the list of what it finds. Arrows move between the box and the links, Enter in the box goes to the
// first, a letter typed on a link goes on in the box. On the search's own page the query stands in the fragment of the address,
// unless it looks like something pasted: an address is kept and sent on.

import type { Locale } from '../core/index.ts';
import { searchWords } from '../i18n/search.ts';
import { lastingText, looksPasted } from '../search/pasted.ts';
import { mostPages, type Search } from '../search/search.ts';
import { showFound, showNothing } from './search-view.ts';

const fragment = /^#q=(.*)$/;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Set by `defineSearch` before any element comes alive. */
let search: Search = { find: () => [] };

/** Nothing in it but words: no address, token, hash, time or number. */
function mayStandInAddress(text: string): boolean {
  const plain = (one: string): string => one.replace(/\s+/g, ' ').trim();
  return !looksPasted(text) && plain(lastingText(text)) === plain(text);
}

class SearchElement extends HTMLElement {
  #waiting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener('input', () => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#typed(), 60);
    });
    this.addEventListener('paste', (event) => this.#paste(event));
    this.addEventListener('keydown', (event) => this.#move(event));
    if (this.dataset['address'] !== undefined) {
      addEventListener('hashchange', () => this.#openAddress());
      this.#openAddress();
    }
    if (this.#input.value !== '') this.#find(); // what was typed before the script came
  }

  /** Nothing is left to do: the box keeps what the reader typed. */
  takeOver(): void {}

  get #input(): HTMLInputElement {
    return this.querySelector('input') ?? document.createElement('input');
  }

  get #links(): readonly HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('.search-results a')];
  }

  get #locale(): Locale {
    return this.dataset['locale'] === 'ja' ? 'ja' : 'en';
  }

  #say(text: string): void {
    const status = this.querySelector('.search-status');
    if (status) status.textContent = text;
  }

  #typed(): void {
    this.#find();
    if (this.dataset['address'] !== undefined) this.#remember(this.#input.value);
  }

  #count(count: number): string {
    const { found, foundMany } = searchWords[this.#locale];
    return count < mostPages ? found(count) : foundMany(count);
  }

  #find(): void {
    clearTimeout(this.#waiting);
    const text = this.#input.value;
    const found = search.find(text);
    const list = this.querySelector('.search-results');
    if (list) list.innerHTML = showFound(found, this.#locale).markup;
    const status = this.querySelector('.search-status');
    if (text.trim() === '') this.#say('');
    else if (found.length > 0) this.#say(this.#count(found.length));
    else if (status) status.innerHTML = showNothing(this.#locale).markup;
  }

  /** A box of one line would run the lines into one another. */
  #paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (!/[\r\n]/.test(text) || event.target !== this.#input) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = this.#input;
    this.#input.setRangeText(
      text.replace(/[\r\n]+/g, ' '),
      selectionStart ?? value.length,
      selectionEnd ?? value.length,
      'end',
    );
    this.#typed();
  }

  #move(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const stops: readonly HTMLElement[] = [this.#input, ...this.#links];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    const step = steps[event.key];
    if (at < 0) return;
    if (step !== undefined) stops[at + step]?.focus();
    else if (event.key === 'Enter' && at === 0) this.#goToFirst();
    else {
      if (at > 0 && event.key.length === 1 && event.key !== ' ') this.#input.focus(); // the letter itself arrives there
      return;
    }
    event.preventDefault();
  }

  #goToFirst(): void {
    this.#find();
    this.#links[0]?.click();
  }

  #openAddress(): void {
    const asked = fragment.exec(location.hash)?.[1];
    if (asked === undefined) return;
    try {
      this.#input.value = decodeURIComponent(asked);
    } catch {
      this.#input.value = asked; // damaged on its way; what is left of it is searched
    }
    this.#find();
  }

  #remember(text: string): void {
    const isKept = text.trim() !== '' && mayStandInAddress(text);
    try {
      history.replaceState(undefined, '', isKept ? `#q=${encodeURIComponent(text.trim())}` : location.pathname);
    } catch {
      // From a disk an address may be refused; the query then lasts for this page.
    }
  }
}

/** Registers the element; boxes already in the page come alive. */
export function defineSearch(made: Search): void {
  search = made;
  if (!customElements.get('wgt-search')) customElements.define('wgt-search', SearchElement);
}
