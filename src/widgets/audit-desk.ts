// Shows audit logs: a pasted one at once; files while they are read, with a bar, a button that stops, and a summary that fills.

import type { AuditEventJson, EventGroup } from '../core/index.ts';
import { auditViewWords } from '../i18n/audit.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import { prepareReading, startReading } from './audit-client.ts';
import { AuditExplorer } from './audit-explorer.ts';
import { readLine } from './audit-line.ts';
import type { AuditMessage, AuditProgress, Stretch } from './audit-protocol.ts';
import { readAuditText } from './audit-reading.ts';
import { numberIn } from './audit-totals-view.ts';
import { html, type Markup } from './html.ts';
import type { View } from './view.ts';

export interface DeskPlace {
  /** Where the summary goes. */
  readonly report: HTMLElement;
  readonly status: HTMLElement;
  readonly view: () => View;
  /** The bench's questions about a log from a file. */
  readonly folds: Markup;
  /** What the bench can unwrap. */
  readonly eventsOf: (text: string) => readonly AuditEventJson[];
  /** Takes tokens and keys out. */
  readonly mask: (text: string) => string;
  /** Tells the event of a line; `where` says which line it is. */
  readonly tell: (line: string, verb: string, where: string) => Markup;
}

/** Fewer events are told one by one and need no summary. */
const fewest = 3;
/** From here on the findings are no longer the shortest answer. */
const many = 20;
/** In CSS pixels. */
const roomy = 720;
const pastedName = 'audit.log';
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

export class AuditDesk {
  readonly #place: DeskPlace;
  #cancel: (() => void) | undefined;
  #explorer: AuditExplorer | undefined;
  #files: readonly File[] = [];

  constructor(place: DeskPlace) {
    this.#place = place;
  }

  /**
   * Puts the summary of a pasted log into its report: a long one first of all, a short one before its stories, and none for a few
   * events. `events` is how many the report tells.
   */
  paste(text: string, events: number): void {
    if (events < fewest) return;
    // What only the bench can unwrap is read from what it unwrapped.
    const read = readAuditText(text);
    const isPlain = read.events >= events;
    const eventLines = (): readonly string[] => this.#place.eventsOf(text).map((event) => `${JSON.stringify(event)}\n`);
    const log = isPlain ? text : eventLines().join('');
    this.#files = [new File([log], pastedName)];
    const root = document.createElement('div');
    root.className = 'audit';
    root.dataset['audit'] = 'pasted';
    const { report } = this.#place;
    if (events < many) report.querySelector('.bench-stories')?.before(root);
    else report.querySelector('.bench-head')?.after(root);
    const explorer = this.#explore(root, (stretch) => void explorer.show(readAuditText(log, stretch), false), html``);
    void explorer.show(isPlain ? read : readAuditText(log), false);
  }

  /** Those of the log that was read from a file; undefined where there is none. */
  get groups(): readonly EventGroup[] | undefined {
    return this.#explorer?.groups;
  }

  /** A file will come soon. */
  prepare(): void {
    prepareReading();
  }

  open(files: readonly File[]): void {
    this.close();
    const { report } = this.#place;
    this.#files = files;
    report.innerHTML = html`<div class="audit" data-audit="reading">
      <div class="audit-progress">
        <progress max="1" value="0" aria-label="${this.#words.starting(this.#names)}"></progress>
        <span class="audit-numbers"></span>
        <button type="button" class="audit-cancel">${this.#words.cancel}</button>
      </div>
      <div class="audit-result"></div>
    </div>`.markup;
    this.#part('.audit-cancel').addEventListener('click', () => this.#stop());
    this.#explorer = this.#explore(this.#part('.audit-result'), (stretch) => this.#read(stretch), this.#place.folds);
    this.#read({});
    if (report.getBoundingClientRect().top > innerHeight / 2) report.scrollIntoView();
  }

  /** Stops reading without a word; what is shown is for others to replace. */
  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#explorer = undefined;
    this.#files = [];
  }

  get #words() {
    return auditViewWords[this.#place.view().locale];
  }

  get #names(): string {
    return this.#files.map(({ name }) => name).join(', ');
  }

  #explore(root: HTMLElement, readAgain: (stretch: Stretch) => void, folds: Markup): AuditExplorer {
    const { view, status } = this.#place;
    return new AuditExplorer(root, {
      view: view(),
      files: this.#files.map(({ name }) => name),
      isUnfolded: root.clientWidth >= roomy && !root.dataset['audit'],
      readAgain,
      folds,
      tell: (group) => this.#tell(group),
      mask: this.#place.mask,
      say: (text) => {
        status.textContent = text;
      },
    });
  }

  #read(stretch: Stretch): void {
    this.#cancel?.();
    this.#part('.audit').dataset['audit'] = 'reading';
    this.#part('.audit-progress').hidden = false;
    this.#place.status.textContent = this.#words.starting(this.#names);
    this.#cancel = startReading(this.#files, (message) => void this.#take(message), stretch);
  }

  async #take(message: AuditMessage): Promise<void> {
    if (message.type === 'progress') return this.#progress(message);
    const explorer = this.#explorer;
    await explorer?.show(message.summary, false);
    if (explorer !== this.#explorer) return;
    const events = numberIn(this.#place.view().locale, message.summary.events);
    if (message.type === 'result')
      return this.#end('finished', this.#words.finished(events, message.seconds.toFixed(1)));
    const say = message.problem === 'damaged-archive' ? this.#words.damagedArchive : this.#words.unreadable;
    this.#end('failed', say(message.file));
  }

  #progress({ bytes, total, events, eventsPerSecond, secondsLeft, partial }: AuditProgress): void {
    const { locale } = this.#place.view();
    const bar = this.#part('progress');
    if (bar instanceof HTMLProgressElement) bar.value = total > 0 ? bytes / total : 0;
    this.#part('.audit-numbers').textContent = this.#words.progress({
      megabytes: megabytes(bytes),
      total: megabytes(total),
      events: numberIn(locale, events),
      perSecond: numberIn(locale, eventsPerSecond),
      secondsLeft: Math.ceil(secondsLeft),
    });
    if (partial) void this.#explorer?.show(partial, true);
  }

  #stop(): void {
    this.#cancel?.();
    this.#explorer?.finish();
    this.#end('cancelled', this.#words.cancelled);
  }

  #end(state: 'finished' | 'cancelled' | 'failed', text: string): void {
    this.#cancel = undefined;
    this.#part('.audit').dataset['audit'] = state;
    this.#part('.audit-progress').hidden = true;
    this.#place.status.textContent = text;
  }

  async #tell({ place, verb }: EventGroup): Promise<Markup> {
    const words = auditExplorerWords[this.#place.view().locale];
    const file = this.#files[place.file];
    const line = await readLine(file, place);
    if (line === undefined) return html`<p>${words.lineGone}</p>`;
    return this.#place.tell(line, verb, words.firstLine(String(place.line), file?.name ?? ''));
  }

  #part(selector: string): HTMLElement {
    const found = this.#place.report.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`an audit desk without ${selector}`);
    return found;
  }
}
