// <wgt-build>: writes the files anew when a wish changes, and copies them. Without this element the page shows one set.

import { buildFiles, type Wishes } from '../core/index.ts';
import { buildWords } from '../i18n/build.ts';
import { buildSummary, buildView } from './build-view.ts';
import { copyCode } from './copy-code.ts';
import { hrefOf } from './site-root.ts';

class Build extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', () => this.build());
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do="copy"]') : null;
      if (button) void this.#copy(button);
    });
    this.build();
  }

  /** Takes over what the reader did while the engine was on its way. */
  takeOver(_files: readonly File[] = [], action?: HTMLElement): void {
    const buttons = [...this.querySelectorAll<HTMLElement>('[data-do="copy"]')];
    buttons.find(({ dataset }) => dataset['what'] === action?.dataset['what'])?.click();
  }

  build(): void {
    const wishes = this.#wishes();
    const result = buildFiles(wishes);
    const markup = buildView(result, { locale: this.#locale, hrefOf }).markup;
    const output = this.querySelector('.builder-result');
    if (output && output.innerHTML !== markup) output.innerHTML = markup;
    this.toggleAttribute('data-problem', 'problem' in result);
    this.#say(buildSummary(result, wishes, this.#locale));
  }

  get #locale() {
    return this.dataset['locale'] === 'ja' ? 'ja' : 'en';
  }

  /** The form offers nothing but these values. */
  #wishes(): Wishes {
    const form = new FormData(this.querySelector('form') ?? undefined);
    const given = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    return {
      minor: Number(given('minor')),
      nodesJoinBy: given('nodesJoinBy') as Wishes['nodesJoinBy'],
      anonymous: given('anonymous') as Wishes['anonymous'],
      audit: given('audit') as Wishes['audit'],
      advertiseAddress: given('advertiseAddress'),
    };
  }

  async #copy(button: HTMLElement): Promise<void> {
    const words = buildWords[this.#locale];
    this.#say((await copyCode(button)) ? words.copied(button.dataset['what'] ?? '') : words.copyByHand);
  }

  #say(text: string): void {
    const status = this.querySelector('.builder-status');
    if (status && status.textContent !== text) status.textContent = text;
  }
}

/** Registers the element; builders already in the page come alive. */
export function defineBuild(): void {
  if (!customElements.get('wgt-build')) customElements.define('wgt-build', Build);
}
