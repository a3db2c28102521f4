// The stretch of time that is chosen on a timeline: with two sliders, or by dragging across the bars.

import type { AuditSummary, Locale } from '../core/index.ts';
import { auditExplorerWords } from '../i18n/audit-explorer.ts';
import { borderOf, bucketCount, readable } from './audit-timeline-view.ts';

type Timeline = AuditSummary['timeline'];

export interface RangeHost {
  readonly locale: Locale;
  readonly timeline: () => Timeline | undefined;
  /** The reader has let go of a stretch. */
  readonly choose: () => void;
}

/** Borders of buckets. */
export interface Range {
  readonly from: number;
  readonly until: number;
}

export class AuditRange {
  readonly #part: HTMLElement;
  readonly #host: RangeHost;

  constructor(part: HTMLElement, host: RangeHost) {
    this.#part = part;
    this.#host = host;
    part.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'range') this.#moved(target);
    });
    part.addEventListener('pointerdown', (event) => this.#drag(event));
  }

  /** Undefined if everything is chosen, or nothing can be. */
  get chosen(): Range | undefined {
    const [from, until] = [this.#slider('from'), this.#slider('until')];
    if (!from || !until || (from.value === from.min && until.value === until.max)) return undefined;
    return { from: Number(from.value), until: Number(until.value) };
  }

  #slider(name: 'from' | 'until'): HTMLInputElement | null {
    return this.#part.querySelector<HTMLInputElement>(`[data-range="${name}"]`);
  }

  /** The slider that is moved pushes the other: at least one bucket stays. */
  #moved(moved: HTMLInputElement): void {
    const [from, until] = [this.#slider('from'), this.#slider('until')];
    if (!from || !until) return;
    const count = Number(until.max);
    if (moved === from) {
      from.value = String(Math.min(Number(from.value), count - 1));
      until.value = String(Math.max(Number(until.value), Number(from.value) + 1));
    } else {
      until.value = String(Math.max(Number(until.value), 1));
      from.value = String(Math.min(Number(from.value), Number(until.value) - 1));
    }
    this.#show(from, until);
  }

  #show(from: HTMLInputElement, until: HTMLInputElement): void {
    const timeline = this.#host.timeline();
    if (!timeline) return;
    const said = (slider: HTMLInputElement): string => {
      const text = readable(borderOf(timeline, Number(slider.value)));
      slider.setAttribute('aria-valuetext', text);
      return text;
    };
    const output = this.#part.querySelector('output');
    if (output) output.textContent = auditExplorerWords[this.#host.locale].chosenTime(said(from), said(until));
    const isPart = this.chosen !== undefined;
    for (const chosen of this.#part.querySelectorAll('.audit-chosen')) {
      chosen.setAttribute('x', from.value);
      chosen.setAttribute('width', isPart ? String(Number(until.value) - Number(from.value)) : '0');
    }
  }

  #drag(event: PointerEvent): void {
    const lane = event.target instanceof Element ? event.target.closest('svg') : null;
    const [from, until] = [this.#slider('from'), this.#slider('until')];
    const timeline = this.#host.timeline();
    if (!lane || !from || !until || !timeline || event.button !== 0) return;
    event.preventDefault();
    const count = bucketCount(timeline);
    const bucketAt = ({ clientX }: PointerEvent): number => {
      const { left, width } = lane.getBoundingClientRect();
      return Math.min(count - 1, Math.max(0, Math.floor(((clientX - left) / width) * count)));
    };
    const start = bucketAt(event);
    const move = (at: PointerEvent): void => {
      const end = bucketAt(at);
      from.value = String(Math.min(start, end));
      until.value = String(Math.max(start, end) + 1);
      this.#show(from, until);
    };
    const stop = ({ type }: PointerEvent): void => {
      for (const [name, listener] of listeners) removeEventListener(name, listener);
      if (type === 'pointerup') this.#host.choose();
    };
    const listeners = [
      ['pointermove', move],
      ['pointerup', stop],
      ['pointercancel', stop],
    ] as const;
    for (const [name, listener] of listeners) addEventListener(name, listener);
    move(event);
  }
}
