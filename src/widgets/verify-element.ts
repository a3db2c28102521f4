// <wgt-verify>: verifies anew when something is typed, shows and hides the token, copies. Nothing of it is kept anywhere.

import { chooseDigests, verifyClusterInfo, type DiscoveryCredential, type Verification } from '../core/verify/index.ts';
import { verifyPageWords } from '../i18n/verify.ts';
import { copyCode } from './copy-code.ts';
import { discoveryView } from './discovery-view.ts';
import { readFile } from './read-file.ts';
import { verifySummary, verifyView } from './verify-view.ts';

const digests = chooseDigests(globalThis.crypto?.subtle);

class Verify extends HTMLElement {
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: Verification | undefined;

  connectedCallback(): void {
    this.addEventListener('input', () => this.#soon());
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do]') : null;
      if (button) this.#act(button);
    });
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      void this.#open([...(event.dataTransfer?.files ?? [])]);
    });
    void this.verify();
  }

  /** Takes over what the reader did while the engine was on its way. */
  takeOver(files: readonly File[] = [], action?: HTMLElement): void {
    if (files.length > 0) void this.#open(files);
    const same = [...this.querySelectorAll<HTMLElement>('[data-do]')].find(
      ({ dataset }) => dataset['do'] === action?.dataset['do'] && dataset['what'] === action?.dataset['what'],
    );
    if (same) this.#act(same);
  }

  async verify(): Promise<void> {
    const run = ++this.#run;
    const text = this.#field('text').value;
    const token = this.#field('token').value;
    const pins = [this.#field('pins').value];
    const minor = Number(this.#field('minor').value);
    const verification = await verifyClusterInfo({ text, token, pins }, { minor, now: Date.now(), digests });
    if (run !== this.#run) return;
    this.#last = verification;
    this.#show('.verify-result', verifyView(verification, this.#locale).markup);
    this.#showDiscovery();
    this.#say(verifySummary(verification, this.#locale));
  }

  get #locale() {
    return this.dataset['locale'] === 'ja' ? 'ja' : 'en';
  }

  #field(name: string): HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement {
    const field = this.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!field) throw new Error(`a verifier without ${name}`);
    return field;
  }

  /** A long text takes its time; typing should not wait for it. */
  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.verify(), 80);
  }

  #act(button: HTMLElement): void {
    const words = verifyPageWords[this.#locale];
    switch (button.dataset['do']) {
      case 'copy':
        void copyCode(button).then((copied) =>
          this.#say(copied ? words.copied(button.dataset['what'] ?? '') : words.copyByHand),
        );
        return;
      case 'show':
        this.#showToken(button);
        return;
      case 'clear':
      case 'example':
        for (const name of ['text', 'token', 'pins', 'server']) {
          const field = this.#field(name) as HTMLInputElement;
          field.value = button.dataset['do'] === 'clear' ? '' : field.defaultValue;
        }
        void this.verify();
        if (button.dataset['do'] === 'clear') this.#field('text').focus();
    }
  }

  #showToken(button: HTMLElement): void {
    const field = this.#field('token') as HTMLInputElement;
    const words = verifyPageWords[this.#locale];
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    button.textContent = shown ? words.hide : words.show;
  }

  async #open([file]: readonly File[]): Promise<void> {
    if (!file) return;
    this.#field('text').value = await readFile(file);
    await this.verify();
  }

  #showDiscovery(): void {
    const form = new FormData(this.querySelector('form') ?? undefined);
    const credential = form.get('credential') as DiscoveryCredential;
    const server = this.#field('server').value.trim();
    this.#show('.discovery-result', discoveryView(this.#last ?? {}, { credential, server }, this.#locale).markup);
  }

  #show(selector: string, markup: string): void {
    const output = this.querySelector(selector);
    if (output && output.innerHTML !== markup) output.innerHTML = markup;
  }

  #say(text: string): void {
    const status = this.querySelector('.verify-status');
    if (status && status.textContent !== text) status.textContent = text;
  }
}

/** Registers the element; verifiers already in the page come alive. */
export function defineVerify(): void {
  if (!customElements.get('wgt-verify')) customElements.define('wgt-verify', Verify);
}
