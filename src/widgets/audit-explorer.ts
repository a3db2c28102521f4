// The groups of an audit log to look at: what they look like, when, filters, a table, exports. Holds what the reader has chosen and
// writes those parts anew that change; the same for a pasted log and for one that is still being read.

import type { AuditSummary, EventGroup } from '../core/index.ts';
import {
  countRequests,
  filterGroups,
  noFilter,
  requestGroups,
  sortGroups,
  toggleShortcut,
  toggleValue,
  type Facet,
  type GroupFilter,
  type Shortcut,
  type SortKey,
  type SortOrder,
} from '../core/logs/index.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import { exportText, save, type ExportFormat } from './audit-exports.ts';
import { exportsView } from './audit-exports-view.ts';
import { chipsView, facetsView, shortcutsView } from './audit-filters-view.ts';
import { groupsView } from './audit-groups-view.ts';
import { fillPart } from './audit-part.ts';
import { frame, type PartName } from './audit-frame.ts';
import type { Stretch } from './audit-protocol.ts';
import { AuditRange } from './audit-range.ts';
import { sequencesView } from './audit-sequences-view.ts';
import { borderOf, timelineView } from './audit-timeline-view.ts';
import { numberIn, overviewView, totalsView, type AuditView } from './audit-totals-view.ts';
import { html, type Markup } from './html.ts';

/** In milliseconds. */
const longestSlice = 20;

/** Texts compare better the other way round than numbers. */
const risingFirst: readonly SortKey[] = ['identity', 'path', 'source', 'agent', 'first'];

export interface ExplorerHost {
  readonly view: AuditView & { readonly hrefOf: (path: string) => string };
  readonly files: readonly string[];
  /** Whether filters and totals are open from the start. */
  readonly isUnfolded: boolean;
  readonly folds: Markup;
  /** Tells the first event of a group. */
  readonly tell: (group: EventGroup) => Promise<Markup>;
  /** Reads the log again, only what lies in a stretch of time; the new summary is shown. */
  readonly readAgain: (stretch: Stretch) => void;
  readonly mask: (text: string) => string;
  readonly say: (text: string) => void;
}

export class AuditExplorer {
  readonly #root: HTMLElement;
  readonly #host: ExplorerHost;
  readonly #range: AuditRange;
  #summary: AuditSummary | undefined;
  #isReading = false;
  #hasFacets: boolean;
  /** Whether another stretch of time was asked for, and is not shown yet. */
  #isAgain = false;
  /** Counts what was shown. */
  #turn = 0;
  #groups: readonly EventGroup[] = [];
  #shown: readonly EventGroup[] = [];
  #filter: GroupFilter = noFilter;
  #order: SortOrder = { key: 'events', descending: true };
  #from = 0;
  #stretch: Stretch = {};

  constructor(root: HTMLElement, host: ExplorerHost) {
    this.#root = root;
    this.#host = host;
    this.#hasFacets = host.isUnfolded;
    root.innerHTML = frame.markup;
    root.addEventListener('click', (event) => this.#clicked(event));
    root.addEventListener('change', ({ target }) => {
      const { facet, value } = target instanceof HTMLInputElement ? target.dataset : {};
      if (facet !== undefined && value !== undefined) this.#choose(toggleValue(this.#filter, facet as Facet, value));
    });
    // `toggle` does not rise, so it is caught on its way down.
    const toggled = ({ target }: Event): void => {
      if (!(target instanceof HTMLDetailsElement) || target.dataset['key'] !== 'audit-facets') return;
      this.#hasFacets = target.open;
      this.#showFacets();
    };
    root.addEventListener('toggle', toggled, true);
    this.#range = new AuditRange(this.#part('timeline'), {
      locale: host.view.locale,
      timeline: () => this.#summary?.timeline,
      choose: () => this.#onlyThisTime(),
    });
  }

  /** The numbers come at once, the rest in short slices; what is shown later takes the place of what was not shown yet. */
  async show(summary: AuditSummary, isReading: boolean): Promise<void> {
    const turn = ++this.#turn;
    this.#summary = summary;
    this.#isReading = isReading;
    this.#groups = requestGroups(summary.groups);
    this.#remaining.setAttribute('aria-live', isReading ? 'off' : 'polite');
    const { view } = this.#host;
    this.#fill('overview', overviewView(summary, view));
    const isPart = this.#stretch.since !== undefined;
    const steps = [
      () => this.#filterAgain(),
      () => this.#fill('sequences', sequencesView(summary, view, isReading)),
      () => this.#fill('timeline', timelineView(summary.timeline, view, { isPart, isReading })),
      () => this.#showRows(),
      () => this.#showFacets(),
      () => isReading || this.#fill('folds', html`<div data-turn="${turn}">${this.#host.folds}</div>`),
      () => this.#showExports(),
      () => this.#fill('totals', this.#totals(summary)),
    ];
    let since = performance.now();
    for (const step of steps) {
      if (performance.now() - since > longestSlice) {
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      }
      if (turn !== this.#turn) return;
      step();
    }
    if (isReading || !this.#isAgain) return;
    this.#isAgain = false;
    // The button that asked for it may be gone.
    const hasFocus = this.#root.contains(document.activeElement);
    if (!hasFocus) this.#root.querySelector<HTMLElement>('[data-range]')?.focus({ preventScroll: true });
  }

  /** Of everything that was read so far. */
  get groups(): readonly EventGroup[] {
    return this.#summary?.groups ?? [];
  }

  /** Reading was stopped: what is shown is all that there will be. */
  finish(): void {
    if (this.#summary) void this.show(this.#summary, false);
  }

  #showGroups(): void {
    this.#filterAgain();
    this.#showRows();
    this.#showFacets();
    this.#showExports();
  }

  #filterAgain(): void {
    const { view } = this.#host;
    const [groups, filter] = [this.#groups, this.#filter];
    const has = groups.length > 0;
    this.#shown = sortGroups(filterGroups(groups, filter), this.#order);
    if (this.#from >= this.#shown.length) this.#from = 0;
    this.#remaining.textContent = has ? this.#remainingText() : '';
    this.#fill('shortcuts', has ? shortcutsView(groups, filter, view) : html``);
    this.#fill('chips', chipsView(filter, view));
  }

  /** They are counted only while somebody looks at them, and not while a log is read. */
  #showFacets(): void {
    if (this.#isReading) return;
    const { view } = this.#host;
    this.#fill(
      'facets',
      this.#groups.length > 0 ? facetsView(this.#groups, this.#filter, this.#hasFacets, view) : html``,
    );
  }

  #showExports(): void {
    const { view, files } = this.#host;
    const onlyRequests = this.#groups.some(({ countsAsRequest }) => countsAsRequest);
    const wishes = { filter: this.#filter, onlyRequests, ...this.#stretch };
    const isReady = this.#groups.length > 0 && !this.#isReading;
    this.#fill('exports', isReady ? exportsView(wishes, files, view) : html``);
  }

  #showRows(): void {
    const page = { groups: this.#shown, order: this.#order, from: this.#from, isReading: this.#isReading };
    this.#fill('groups', this.#groups.length > 0 ? groupsView(page, this.#host.view) : html``);
  }

  get #remaining(): HTMLElement {
    return this.#wanted('.audit-remaining');
  }

  #remainingText(): string {
    const { locale } = this.#host.view;
    const number = (count: number): string => numberIn(locale, count);
    const counts = [countRequests(this.#shown), countRequests(this.#groups), this.#shown.length] as const;
    return auditExplorerWords[locale].remaining(number(counts[0]), number(counts[1]), number(counts[2]));
  }

  #totals(summary: AuditSummary): Markup {
    const { view } = this.#host;
    const words = auditExplorerWords[view.locale];
    return html`${totalsView(summary, this.#host.isUnfolded, view)}
    ${summary.events > 0 && html`<p class="audit-note">${words.whatCounts}</p>`}
    ${summary.ungrouped > 0 && html`<p class="audit-note">${words.ungrouped(numberIn(view.locale, summary.ungrouped))}</p>`}`;
  }

  #clicked({ target }: Event): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-log]') : null;
    if (!button) return;
    const { log, value = '', facet = '' } = button.dataset;
    switch (log) {
      case 'shortcut':
        return this.#choose(toggleShortcut(this.#filter, value as Shortcut), button);
      case 'untick':
        return this.#choose(toggleValue(this.#filter, facet as Facet, value), button);
      case 'no-filter':
        return this.#choose(noFilter, button);
      case 'source':
        return this.#choose({ ...this.#filter, ticked: { ...this.#filter.ticked, source: [value] } });
      case 'sort':
        return this.#sort(value as SortKey);
      case 'page':
        this.#from = Number(value);
        this.#showRows();
        return this.#wanted('.audit-table').scrollIntoView({ block: 'nearest' });
      case 'open':
        return void this.#open(button, Number(value));
      case 'this-time':
        return this.#onlyThisTime();
      case 'whole-time':
        return this.#readAgain({});
      case 'export':
        return void this.#export(value as ExportFormat);
    }
  }

  /** A chip that goes away hands the focus to the line that says what is left. */
  #choose(filter: GroupFilter, button?: HTMLElement): void {
    this.#filter = filter;
    this.#from = 0;
    this.#showGroups();
    if (button && !button.isConnected && !this.#root.contains(document.activeElement)) this.#remaining.focus();
  }

  #sort(key: SortKey): void {
    const { key: before, descending } = this.#order;
    this.#order = { key, descending: key === before ? !descending : !risingFirst.includes(key) };
    this.#from = 0;
    this.#shown = sortGroups(this.#shown, this.#order);
    this.#showRows();
  }

  async #open(button: HTMLElement, index: number): Promise<void> {
    const row = button.closest('tr');
    const group = this.#shown[index];
    if (!row || !group) return;
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) return row.nextElementSibling?.remove();
    const told = document.createElement('tr');
    told.className = 'audit-told';
    const cell = told.insertCell();
    cell.colSpan = row.cells.length;
    row.after(told);
    cell.innerHTML = (await this.#host.tell(group)).markup;
  }

  #onlyThisTime(): void {
    const { chosen } = this.#range;
    const timeline = this.#summary?.timeline;
    if (!chosen || !timeline) return;
    this.#readAgain({ since: borderOf(timeline, chosen.from), until: borderOf(timeline, chosen.until) });
  }

  #readAgain(stretch: Stretch): void {
    this.#stretch = stretch;
    this.#isAgain = true;
    this.#from = 0;
    this.#host.readAgain(stretch);
  }

  async #export(format: ExportFormat): Promise<void> {
    const { files, view, mask, say } = this.#host;
    const { locale } = view;
    const groups = this.#shown;
    const name = `audit-requests.${format}`;
    const exported = { groups, files, filter: this.#filter, stretch: this.#stretch, locale, mask };
    save(name, format, await exportText(format, exported));
    say(auditExplorerWords[locale].exported(name, numberIn(locale, groups.length)));
  }

  #fill(name: PartName, markup: Markup): void {
    fillPart(this.#part(name), markup);
  }

  #part(name: PartName): HTMLElement {
    return this.#wanted(`[data-part="${name}"]`);
  }

  #wanted(selector: string): HTMLElement {
    const found = this.#root.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`an explorer of audit logs without ${selector}`);
    return found;
  }
}
