// <wgt-policy>: tries the policy anew when its text or the own request changes. Without this element the page shows one policy.

import { policyRequests, tryPolicy, type PolicyTrial } from '../core/index.ts';
import { policyWords } from '../i18n/policy.ts';
import {
  carriesRequest,
  readRequest,
  requestKeys,
  toTrialRequest,
  writeRequest,
  type OwnRequest,
} from './policy-address.ts';
import { matrixView, ownView, policySummary, policyView, requestsView } from './policy-view.ts';
import { readFile } from './read-file.ts';
import { createSheet, type Sheet } from './sheet.ts';
import { marksOf, type Mark } from './sheet-view.ts';
import { hrefOf } from './site-root.ts';

type Field = HTMLInputElement | HTMLSelectElement;

class Policy extends HTMLElement {
  #sheet: Sheet | undefined;
  #trial: PolicyTrial | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the rule stands that was asked for last. */
  #chosen: { readonly start: number; readonly end: number } | undefined;

  connectedCallback(): void {
    const part = (selector: string): HTMLElement => this.querySelector<HTMLElement>(selector) ?? this;
    this.#sheet = createSheet(this.#area, part('.gutter-lines'), part('.backdrop-lines'));
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('input', (event) => this.#changed(event.target));
    this.addEventListener('click', (event) => this.#clicked(event));
    this.addEventListener('dragover', (event) => event.preventDefault());
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      void this.#open([...(event.dataTransfer?.files ?? [])]);
    });
    addEventListener('hashchange', () => this.#openAddress());
    if (!this.#openAddress()) this.try();
  }

  /** Takes over what the reader did while the engine was on its way. */
  takeOver(files: readonly File[] = [], action?: HTMLElement): void {
    if (files.length > 0) void this.#open(files);
    if (action) this.#act(action);
  }

  try(): void {
    const { ownName } = policyWords[this.#locale];
    const own = toTrialRequest(this.#request(), { en: ownName, ja: ownName });
    const minor = Number(this.#field('minor').value);
    const locale = this.#locale;
    this.#trial = tryPolicy(this.#area.value, [...policyRequests, own], minor);
    this.#show('.policy-result', policyView(this.#trial, { locale, minor, hrefOf }).markup);
    this.#show('.policy-rows', matrixView(this.#trial, locale).markup);
    this.#show('.policy-own-result', ownView(this.#trial, locale).markup);
    this.#show('.policy-each', requestsView(this.#trial, locale).markup);
    this.#sheet?.show(this.#marks());
    this.#say(policySummary(this.#trial, locale));
  }

  get #locale() {
    return this.dataset['locale'] === 'ja' ? 'ja' : 'en';
  }

  get #area(): HTMLTextAreaElement {
    const area = this.querySelector('textarea');
    if (!area) throw new Error('a policy simulator without a text area');
    return area;
  }

  #field(name: string): Field {
    const field = this.querySelector<Field>(`[name="${name}"]`);
    if (!field) throw new Error(`a policy simulator without ${name}`);
    return field;
  }

  #request(): OwnRequest {
    const form = new FormData(this.querySelector<HTMLFormElement>('.policy-own') ?? undefined);
    const text = (key: string): string => {
      const value = form.get(key);
      return typeof value === 'string' ? value.trim() : '';
    };
    return Object.fromEntries(requestKeys.map((key) => [key, text(key)])) as OwnRequest;
  }

  /** Findings, and each line of the chosen rule. */
  #marks(): readonly Mark[] {
    const found = marksOf(this.#trial ?? { findings: [] });
    const { start, end } = this.#chosen ?? { start: 0, end: 0 };
    const place = this.#trial?.tried?.places.find((one) => one.start.offset === start && one.end.offset === end);
    return place
      ? [...found, { start, end, firstLine: place.start.line, lastLine: place.end.line, severity: 'note' }]
      : found;
  }

  #changed(target: EventTarget | null): void {
    const isOwn = target instanceof Element && target.closest('.policy-own') !== null;
    if (isOwn) {
      this.#complain([]);
      this.#remember();
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.try(), 60);
  }

  #clicked(event: Event): void {
    const action = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-do], .place') : null;
    if (!action) return;
    if (action.matches('.place')) event.preventDefault();
    this.#act(action);
  }

  #act(action: HTMLElement): void {
    const { start, end, text } = action.dataset;
    if (start !== undefined && end !== undefined) {
      this.#chosen = { start: Number(start), end: Number(end) };
      this.#sheet?.show(this.#marks());
      this.#sheet?.jumpTo(Number(start), Number(end));
      return;
    }
    if (action.dataset['do'] === 'link') {
      void this.#copyLink();
      return;
    }
    this.#area.value = action.dataset['do'] === 'example' ? (text ?? '') : '';
    this.#area.scrollTop = 0;
    this.try();
    if (action.dataset['do'] === 'clear') this.#area.focus();
  }

  async #open([file]: readonly File[]): Promise<void> {
    if (!file) return;
    this.#area.value = await readFile(file);
    this.try();
  }

  /** False if the address carries no request. */
  #openAddress(): boolean {
    if (!carriesRequest(location.hash)) return false;
    const { request, problems } = readRequest(location.hash);
    for (const key of requestKeys)
      for (const field of this.querySelectorAll<HTMLInputElement>(`.policy-own [name="${key}"]`))
        if (field.type === 'radio') field.checked = field.value === request[key];
        else field.value = request[key];
    this.try();
    this.#complain(problems);
    return true;
  }

  #remember(): void {
    try {
      history.replaceState(undefined, '', writeRequest(this.#request()));
    } catch {
      // A browser that counts such changes refuses some; the next one is written again.
    }
  }

  #complain(problems: readonly string[]): void {
    const alert = this.querySelector<HTMLElement>('.policy-alert');
    if (!alert) return;
    const words = policyWords[this.#locale];
    alert.textContent = problems.includes('newer')
      ? words.addressNewer
      : `${words.addressProblem} ${problems.join(' ')}`;
    alert.hidden = problems.length === 0;
  }

  async #copyLink(): Promise<void> {
    this.#remember();
    const words = policyWords[this.#locale];
    const copied = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    this.#say(copied ? words.linkCopied : words.linkByHand);
  }

  #show(selector: string, markup: string): void {
    const output = this.querySelector(selector);
    if (output && output.innerHTML !== markup) output.innerHTML = markup;
  }

  #say(text: string): void {
    const status = this.querySelector('.policy-status');
    if (status && status.textContent !== text) status.textContent = text;
  }
}

/** Registers the element; simulators already in the page come alive. */
export function definePolicy(): void {
  if (!customElements.get('wgt-policy')) customElements.define('wgt-policy', Policy);
}
