// The share panel of a bench: shows what would leave, and only then gives a link or a copy. Nothing is copied unseen.

import { inspect, redact, type InspectOptions, type Locale, type NameKind } from '../core/index.ts';
import { shareWords } from '../i18n/share.ts';
import { printMarkdown } from '../print/print-markdown.ts';
import { printText } from '../print/print-text.ts';
import { plain } from '../print/paint.ts';
import { eraseDraft, keepDraft, keptDraft } from './draft.ts';
import { encodeFragment } from './fragment.ts';
import { bringBackView, shareView, type Shared } from './share-view.ts';
import { hrefOf } from './site-root.ts';

/** Longer texts are refused: nobody looks through them before they leave. */
const largestShared = 300_000;

export interface Sharing {
  readonly locale: Locale;
  /** The text as it stands, and how it is read. */
  readonly text: () => string;
  readonly options: () => InspectOptions;
  /** Puts the text that was kept in this browser into the box. */
  readonly bringBack: (text: string) => void;
}

export class Share {
  readonly #panel: HTMLElement;
  readonly #sharing: Sharing;
  #keep: readonly NameKind[] = [];
  #shared: Shared | undefined;
  #opener: HTMLElement | undefined;

  constructor(panel: HTMLElement, sharing: Sharing) {
    this.#panel = panel;
    this.#sharing = sharing;
    panel.addEventListener('change', (event) => this.#changed(event));
    panel.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : null;
      if (button?.dataset['do'] === 'share-copy') void this.#copy(button.dataset['what'] ?? '');
      if (button?.dataset['do'] === 'share-close') this.close(true);
      if (button?.dataset['do'] === 'share-bring-back') sharing.bringBack(keptDraft() ?? '');
    });
    panel.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.close(true);
    });
  }

  /** Opens the panel on the text as it is now. */
  async open(opener: HTMLElement): Promise<void> {
    this.#opener = opener;
    this.#panel.hidden = false;
    await this.#show();
    this.#panel.querySelector<HTMLElement>('h2, h3')?.focus();
  }

  /** At the reader's wish, or because the text has changed: what the panel showed is no longer what would leave. */
  close(byReader = false): void {
    this.#panel.hidden = true;
    this.#shared = undefined;
    if (byReader) this.#opener?.focus();
  }

  /** Copies one of the offered forms, all of them made from the text that is shown. */
  async #copy(what: string): Promise<void> {
    const made = this.#made(what);
    const words = shareWords[this.#sharing.locale];
    if (made === undefined) return;
    const copied = await navigator.clipboard?.writeText(made).then(
      () => true,
      () => false,
    );
    if (!copied) this.#select(made);
    this.#say(copied ? words.copied : words.byHand);
  }

  #made(what: string): string | undefined {
    if (!this.#shared) return undefined;
    const { redacted, address } = this.#shared;
    if (what === 'link') return address;
    if (what === 'text') return redacted.text;
    const { locale } = this.#sharing;
    const report = inspect(redacted.text, this.#sharing.options());
    if (what === 'json') return JSON.stringify(report, undefined, 2);
    const explained = { file: 'paste', text: redacted.text, report };
    const site = hrefOf('').replace(/(?:index\.html)?$/, '');
    if (what === 'markdown') return printMarkdown(explained, { locale, site });
    return printText(explained, { locale, site, width: Infinity, paint: plain });
  }

  /** Where the clipboard is closed, what was to be copied stands selected in a field. */
  #select(text: string): void {
    const field = [
      ...this.#panel.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type=text], textarea'),
    ];
    const target = field.find((one) => one.value === text) ?? field[0];
    if (!target) return;
    target.value = text;
    target.focus();
    target.select();
  }

  #changed({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { name } = target;
    if (name === 'draft') return this.#keepDraft(target);
    if (name !== 'address' && name !== 'name') return;
    const others = this.#keep.filter((one) => one !== name);
    this.#keep = target.checked ? others : [...others, name];
    void this.#show().then(() => this.#panel.querySelector<HTMLElement>(`input[name="${name}"]`)?.focus());
  }

  #keepDraft(box: HTMLInputElement): void {
    const words = shareWords[this.#sharing.locale];
    if (!box.checked) {
      eraseDraft();
      return this.#say(words.draftErased);
    }
    box.checked = this.#shared !== undefined && keepDraft(this.#shared.redacted.text);
    this.#say(box.checked ? words.draftKept : words.draftRefused);
  }

  async #show(): Promise<void> {
    const { locale } = this.#sharing;
    const words = shareWords[locale];
    const text = this.#sharing.text();
    const body = this.#panel.querySelector('.share-body');
    if (!body) return;
    if (text === '' || text.length > largestShared) {
      this.#shared = undefined;
      body.textContent = text === '' ? words.empty : words.tooLarge;
      if (keptDraft() !== undefined) body.insertAdjacentHTML('beforeend', ` ${bringBackView(locale).markup}`);
      return;
    }
    const redacted = redact(text, { keep: this.#keep });
    const address = hrefOf(locale === 'ja' ? 'ja/explain/' : 'explain/') + (await encodeFragment(redacted.text));
    this.#shared = { redacted, text, address, keep: this.#keep, draft: keptDraft() };
    body.innerHTML = shareView(this.#shared, locale).markup;
    this.#say('');
  }

  #say(text: string): void {
    const status = this.#panel.querySelector('[role=status]');
    if (status) status.textContent = text;
  }
}
