// <wgt-versions>: picks one version out of the matrix. Without this element the page shows all of them.
// The address `#kubernetes-1.28` names the version; all rows have `data-v="since-until"`.

import { versionsWords } from '../i18n/versions.ts';

const mark = /^#kubernetes-(.*)$/;

class Versions extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', () => {
      this.#filter(this.#select.value);
      this.#remember();
    });
    addEventListener('hashchange', () => this.#openAddress());
    this.#openAddress();
    if (this.#select.value === '') return;
    this.#filter(this.#select.value);
    this.#remember();
  }

  /** What was chosen before the script came is still chosen. */
  takeOver(): void {}

  get #select(): HTMLSelectElement {
    return this.querySelector('select') ?? document.createElement('select');
  }

  get #words() {
    return versionsWords[this.dataset['locale'] === 'ja' ? 'ja' : 'en'];
  }

  #openAddress(): void {
    const asked = mark.exec(location.hash)?.[1];
    if (asked === undefined) return;
    const minor = asked.replace(/^1\./, '');
    const isKnown = [...this.#select.options].some(({ value }) => value !== '' && value === minor);
    this.#select.value = isKnown ? minor : '';
    this.#filter(this.#select.value);
    const alert = this.querySelector<HTMLElement>('.matrix-alert');
    if (!alert) return;
    alert.textContent = isKnown ? '' : this.#words.noSuchVersion(asked);
    alert.hidden = isKnown;
  }

  /** An empty text shows everything. */
  #filter(version: string): void {
    const minor = Number(version);
    for (const part of this.querySelectorAll<HTMLElement>('[data-v]')) {
      const [since = 0, until = 0] = (part.dataset['v'] ?? '').split('-').map(Number);
      part.hidden = version !== '' && (minor < since || minor > until);
    }
    for (const group of this.querySelectorAll('tbody[id], td > a:has([data-v])')) {
      const isEmpty = group.querySelector('[data-v]:not([hidden])') === null;
      group.classList.toggle('matrix-none', isEmpty);
    }
    this.#keepNames();
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = version === '' ? this.#words.unfiltered : this.#words.filtered(`1.${version}`);
  }

  /** A client's name stands in the first of its rows that is shown. */
  #keepNames(): void {
    for (const group of this.querySelectorAll('tbody[id]')) {
      const name = group.querySelector('th');
      const shown = group.querySelector('tr:not([hidden])');
      if (name && shown && name.parentElement !== shown) shown.prepend(name);
    }
  }

  #remember(): void {
    const version = this.#select.value;
    const address = version === '' ? `${location.pathname}${location.search}` : `#kubernetes-1.${version}`;
    try {
      history.replaceState(undefined, '', address);
    } catch {
      // From a disk an address without a fragment may be refused; the choice then lasts for this page.
    }
  }
}

/** Registers the element; matrices already in the page come alive. */
export function defineVersions(): void {
  if (!customElements.get('wgt-versions')) customElements.define('wgt-versions', Versions);
}
