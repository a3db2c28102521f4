// Shows audit logs while they are read: a bar, a button that stops, and the summary as it fills.

import type { AuditSummary, Locale } from '../core/index.ts';
import { auditViewWords } from '../i18n/audit.ts';
import { startReading } from './audit-client.ts';
import type { AuditMessage, AuditProgress } from './audit-protocol.ts';
import { auditView, numberIn, type AuditView } from './audit-view.ts';
import { html } from './html.ts';

interface Place {
  /** Where the summary goes. */
  readonly report: HTMLElement;
  readonly status: HTMLElement;
  readonly view: AuditView;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

export class AuditDesk {
  readonly #place: Place;
  #cancel: (() => void) | undefined;
  #shown: AuditSummary | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  /** The summary that is shown, complete or not. */
  get summary(): AuditSummary | undefined {
    return this.#shown;
  }

  open(files: readonly File[]): void {
    this.close();
    const words = auditViewWords[this.#locale];
    const names = files.map(({ name }) => name).join(', ');
    this.#place.report.innerHTML = html`<div class="audit" data-audit="reading">
      <div class="audit-progress">
        <progress max="1" value="0" aria-label="${words.starting(names)}"></progress>
        <span class="audit-numbers"></span>
        <button type="button" class="audit-cancel">${words.cancel}</button>
      </div>
      <div class="audit-result"></div>
    </div>`.markup;
    this.#part('.audit-cancel').addEventListener('click', () => this.#stop());
    this.#place.status.textContent = words.starting(names);
    this.#cancel = startReading(files, (message) => this.#take(message));
  }

  /** Stops reading without a word; what is shown is for others to replace. */
  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#shown = undefined;
  }

  get #locale(): Locale {
    return this.#place.view.locale;
  }

  #take(message: AuditMessage): void {
    const words = auditViewWords[this.#locale];
    if (message.type === 'progress') return this.#progress(message);
    this.#show(message.summary);
    const events = numberIn(this.#locale, message.summary.events);
    if (message.type === 'result') return this.#end('finished', words.finished(events, message.seconds.toFixed(1)));
    const say = message.problem === 'damaged-archive' ? words.damagedArchive : words.unreadable;
    this.#end('failed', say(message.file));
  }

  #progress({ bytes, total, events, eventsPerSecond, secondsLeft, partial }: AuditProgress): void {
    const bar = this.#part('progress');
    if (bar instanceof HTMLProgressElement) bar.value = total > 0 ? bytes / total : 0;
    this.#part('.audit-numbers').textContent = auditViewWords[this.#locale].progress({
      megabytes: megabytes(bytes),
      total: megabytes(total),
      events: numberIn(this.#locale, events),
      perSecond: numberIn(this.#locale, eventsPerSecond),
      secondsLeft: Math.ceil(secondsLeft),
    });
    if (partial) this.#show(partial);
  }

  #stop(): void {
    this.#cancel?.();
    this.#end('cancelled', auditViewWords[this.#locale].cancelled);
  }

  #end(state: 'finished' | 'cancelled' | 'failed', text: string): void {
    this.#cancel = undefined;
    this.#part('.audit').dataset['audit'] = state;
    this.#part('.audit-progress').hidden = true;
    this.#place.status.textContent = text;
  }

  #show(summary: AuditSummary): void {
    this.#shown = summary;
    this.#part('.audit-result').innerHTML = auditView(summary, this.#place.view).markup;
  }

  #part(selector: string): HTMLElement {
    const found = this.#place.report.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`an audit desk without ${selector}`);
    return found;
  }
}
