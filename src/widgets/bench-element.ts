// <wgt-bench>: explains what stands in its text area, while it is typed, pasted, dropped or chosen.
// Without this element the page already shows the text and its report; here they come alive.

import { inspect, type InspectOptions, type KubeadmCommand, type Locale, type Report } from '../core/index.ts';
import { benchWords } from '../i18n/bench.ts';
import { copyWords } from '../i18n/copy.ts';
import { Share } from './share.ts';
import { isGzip } from './audit-bytes.ts';
import type { AuditDesk } from './audit-desk.ts';
import { openDesk } from './bench-logs.ts';
import { applyEdits, choose, partsOf, replaceReport, replaceText, type Parts } from './bench-parts.ts';
import { askedOf, connectWhatIf } from './bench-what-if.ts';
import { onDroppedFiles } from './dropped-files.ts';
import { decodeFragment } from './fragment.ts';
import { meansText } from './fragment-mark.ts';
import { copyCode } from './copy-code.ts';
import { readFile } from './read-file.ts';
import { copyMigration, migratedText } from './bench-migration.ts';
import { reportView, summaryOf } from './report-view.ts';
import { createSheet, type Sheet } from './sheet.ts';
import { marksOf } from './sheet-view.ts';
import { hrefOf } from './site-root.ts';
import type { View } from './view.ts';

/** In UTF-16 units. What is longer is not read on a page: it would hold the reader up for seconds. */
const largestText = 5_000_000;

const firstLimit = 50;
const megabytes = (length: number): string => (length / 1_000_000).toFixed(1);

class Bench extends HTMLElement {
  #parts!: Parts;
  #sheet!: Sheet;
  #share: Share | undefined;
  #desk: AuditDesk | undefined;
  #timer = 0;
  #limit = firstLimit;
  /** What the reader wrote and an example, a file or a link then replaced. */
  #kept = '';
  #written = false;
  /** The report that is shown, and the text that it is about. */
  #shown: { readonly text: string; readonly report: Report } | undefined;
  /** How long the last report took; slow texts are explained less eagerly. */
  #took = 0;

  connectedCallback(): void {
    const parts = partsOf(this);
    const { area } = parts;
    this.#parts = parts;
    this.#sheet = createSheet(area, parts.gutter, parts.backdrop);
    if (parts.share)
      this.#share = new Share(parts.share, {
        locale: this.#locale,
        text: () => area.value,
        options: () => this.#options(),
        bringBack: (text) => this.#replace(text, {}),
      });
    this.#listen();
    connectWhatIf(this, () => askedOf(this.#shown, this.#desk?.groups, this.#options()), this.#say);
    this.#written = area.value !== area.defaultValue;
    if (this.dataset['fragment'] !== undefined) {
      addEventListener('hashchange', () => void this.#openFragment());
      if (meansText(location.hash)) return void this.#openFragment();
    }
    if (parts.file?.files?.length) return void this.#open([...parts.file.files]);
    const asServed = !this.#written && !parts.version?.value && !parts.command?.value;
    if (!asServed || area.value === '') return this.explain();
    const report = inspect(area.value, this.#options());
    this.#shown = { text: area.value, report };
    this.#sheet.show(marksOf(report));
  }

  readonly #say = (text: string): void => {
    this.#parts.status.textContent = text;
  };

  /** Takes over what the reader did while the engine was on its way. */
  takeOver(files: readonly File[] = [], action?: HTMLElement): void {
    if (files.length > 0) void this.#open(files);
    action?.click();
  }

  explain(): void {
    const { area, alert, report, status } = this.#parts;
    const words = this.#words;
    clearTimeout(this.#timer);
    this.#share?.close();
    this.#logs?.close();
    alert.hidden = true;
    const text = area.value;
    if (text === '' || text.length > largestText) {
      report.innerHTML = '';
      this.#sheet.show([]);
      status.textContent = words.nothingYet;
      if (text !== '') this.#warn(words.tooLarge(megabytes(text.length), megabytes(largestText)));
      return;
    }
    const started = performance.now();
    const result = inspect(text, this.#options());
    this.#shown = { text, report: result };
    replaceReport(this.#parts.report, reportView(result, { ...this.#view(), text }).markup);
    this.#logs?.paste(text, result.stories.filter(({ kind }) => kind === 'audit-event').length);
    this.#sheet.show(marksOf(result));
    this.#took = performance.now() - started;
    const summary = summaryOf(result, this.#view());
    if (status.textContent !== summary) status.textContent = summary;
  }

  get #locale(): Locale {
    return this.dataset['locale'] === 'ja' ? 'ja' : 'en';
  }

  get #words() {
    return benchWords[this.#locale];
  }

  #view(): View {
    const level = Number(this.dataset['level']) as View['level'];
    return {
      locale: this.#locale,
      name: this.dataset['name'] ?? 'bench',
      level,
      hrefOf,
      limit: this.#limit,
      unfolded: this.#parts.version !== null,
    };
  }

  /** The selects if there are any, else what the page gave for its text. */
  #options(): InspectOptions {
    const { version, command } = this.#parts;
    const kubernetesVersion = version ? version.value : this.dataset['kubernetesVersion'];
    const verb = (command ? command.value : this.dataset['command']) as KubeadmCommand | '' | undefined;
    return { ...(kubernetesVersion ? { kubernetesVersion } : {}), ...(verb ? { command: verb } : {}) };
  }

  #listen(): void {
    const { area, version, command, file } = this.#parts;
    area.addEventListener('input', (event) => this.#typed(event as InputEvent));
    area.addEventListener('paste', (event) => this.#refuseHuge(event));
    version?.addEventListener('change', () => this.explain());
    command?.addEventListener('change', () => this.explain());
    file?.addEventListener('change', () => {
      if (file.files) void this.#open([...file.files]);
    });
    const soon = (): void => this.#logs?.prepare();
    file?.addEventListener('click', soon);
    this.addEventListener('click', (event) => this.#clicked(event));
    onDroppedFiles(this, (files) => void this.#open(files), soon);
  }

  #typed({ inputType }: InputEvent): void {
    this.#written = true;
    this.#limit = firstLimit;
    clearTimeout(this.#timer);
    const atOnce = !/^(insertText|insertComposition|delete(Content|Word))/.test(inputType);
    if (atOnce && this.#parts.area.value.length < 200_000) return this.explain();
    if (this.#took > 200) this.#parts.status.textContent = this.#words.reading;
    this.#timer = window.setTimeout(() => this.explain(), Math.min(2000, Math.max(atOnce ? 20 : 150, this.#took * 2)));
  }

  #refuseHuge(event: ClipboardEvent): void {
    const length = event.clipboardData?.getData('text').length ?? 0;
    if (length <= largestText) return;
    event.preventDefault();
    this.#warn(this.#words.tooLarge(megabytes(length), megabytes(largestText)));
  }

  #clicked(event: Event): void {
    if (!(event.target instanceof Element)) return;
    const place = event.target.closest<HTMLElement>('.place');
    if (place) {
      event.preventDefault();
      return this.#sheet.jumpTo(Number(place.dataset['start']), Number(place.dataset['end']));
    }
    const button = event.target.closest<HTMLElement>('[data-do]');
    if (button) this.#act(button);
  }

  #act(button: HTMLElement): void {
    const { text = '', kubernetesVersion, command } = button.dataset;
    switch (button.dataset['do']) {
      case 'example':
        return this.#replace(text, { kubernetesVersion, command });
      case 'clear':
        return this.#replace('', {});
      case 'put-back':
        return this.#replace(this.#kept, {});
      case 'more':
        this.#limit += 200;
        return this.explain();
      case 'apply':
        return this.#apply(Number(button.dataset['finding']));
      case 'share':
        if (this.#shown?.text !== this.#parts.area.value) this.explain(); // else a late explanation would close the panel
        return void this.#share?.open(button);
      case 'copy-code':
        return void this.#copy(button);
      case 'copy-migration':
        void copyMigration(this.#parts, this.#locale);
        return;
      case 'use-migration':
        this.#written = true;
        return this.#replace(migratedText(this.#parts.area.value), {});
    }
  }

  #replace(text: string, { kubernetesVersion = '', command = '' }: Partial<Record<string, string | undefined>>): void {
    const { area, version, command: verb, putBack } = this.#parts;
    if (this.#written && area.value !== '') this.#kept = area.value;
    replaceText(area, text);
    this.#written = text !== '' && text === this.#kept;
    if (putBack) putBack.hidden = this.#kept === '' || text === this.#kept;
    choose(version, kubernetesVersion);
    choose(verb, command);
    this.#limit = firstLimit;
    this.explain();
  }

  /** The changed stretch is selected, so that it is seen and undone at once; a report that is out of date is renewed instead. */
  #apply(index: number): void {
    const { area, status } = this.#parts;
    const finding = this.#shown?.report.findings[index];
    if (!finding?.edits || area.value !== this.#shown?.text) {
      this.explain();
      status.textContent = this.#words.editOutdated;
      return;
    }
    const { start, end } = applyEdits(area, finding.edits);
    this.#written = true;
    this.explain();
    status.textContent = `${this.#words.applied(finding.code)} ${status.textContent}`;
    this.#sheet.jumpTo(start, end);
  }

  async #copy(button: HTMLElement): Promise<void> {
    const { copied, byHand } = copyWords[this.#locale];
    this.#say((await copyCode(button)) ? copied : byHand);
  }

  async #open(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!file) return;
    const words = this.#words;
    try {
      if (file.size > largestText || (await isGzip(file))) return this.#openLog(files);
      this.#replace(await readFile(file), {});
      this.#parts.status.textContent = `${words.opened(file.name, files.length - 1)} ${this.#parts.status.textContent}`;
    } catch {
      this.#warn(words.unreadableFile(file.name));
    }
    if (this.#parts.file) this.#parts.file.value = '';
  }

  /** What is too large for the box, or compressed, can only be a log. The text stays in the box. */
  #openLog(files: readonly File[]): void {
    const { alert, file } = this.#parts;
    alert.hidden = true;
    this.#share?.close();
    if (this.#logs) this.#logs.open(files);
    else this.#warn(this.#words.unreadableFile(files[0]?.name ?? ''));
    if (file) file.value = '';
  }

  get #logs(): AuditDesk | undefined {
    this.#desk ??= openDesk({ ...this.#parts, view: () => this.#view(), options: () => this.#options() });
    return this.#desk;
  }

  /** A text in the address takes the place of the sample; one that cannot be read leaves the box empty and says why. */
  async #openFragment(): Promise<void> {
    if (!meansText(location.hash)) return;
    this.#replace('', {});
    const { hash } = location;
    const opened = await decodeFragment(hash);
    if (hash !== location.hash) return; // another link was followed meanwhile
    if ('text' in opened) this.#replace(opened.text, {});
    else this.#warn(this.#words.fragment[opened.problem]);
    this.#parts.report.hidden = false;
  }

  #warn(text: string): void {
    const { alert } = this.#parts;
    alert.textContent = text;
    alert.hidden = false;
  }
}

export type { Bench };

/** Registers the element; benches already in the page come alive. */
export function defineBench(): void {
  if (!customElements.get('wgt-bench')) customElements.define('wgt-bench', Bench);
}
