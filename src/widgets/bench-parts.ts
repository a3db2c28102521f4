// The parts of a bench as src/components/Bench.astro writes them.

import type { Edit } from '../core/index.ts';

export interface Parts {
  readonly area: HTMLTextAreaElement;
  readonly gutter: HTMLElement;
  readonly backdrop: HTMLElement;
  readonly alert: HTMLElement;
  readonly status: HTMLElement;
  readonly report: HTMLElement;
  /** Absent on a bench without controls. */
  readonly version: HTMLSelectElement | null;
  readonly command: HTMLSelectElement | null;
  readonly file: HTMLInputElement | null;
  readonly putBack: HTMLElement | null;
  readonly share: HTMLElement | null;
}

function wanted<E extends Element>(bench: Element, selector: string): E {
  const found = bench.querySelector<E>(selector);
  if (!found) throw new Error(`a bench without ${selector}`);
  return found;
}

export function partsOf(bench: Element): Parts {
  return {
    area: wanted(bench, 'textarea'),
    gutter: wanted(bench, '.gutter-lines'),
    backdrop: wanted(bench, '.backdrop-lines'),
    alert: wanted(bench, '.bench-alert'),
    status: wanted(bench, '.bench-status'),
    report: wanted(bench, '.bench-report'),
    version: bench.querySelector('select[name="kubernetesVersion"]'),
    command: bench.querySelector('select[name="command"]'),
    file: bench.querySelector('input[type="file"]'),
    putBack: bench.querySelector('[data-do="put-back"]'),
    share: bench.querySelector('.bench-share'),
  };
}

/** Chooses a value, and adds it first if it is not on the list (a patch version of an example). */
export function choose(select: HTMLSelectElement | null, value: string): void {
  if (!select) return;
  if (![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
  select.value = value;
}

/**
 * Makes all edits (in order of place) as one change that the browser's own undo can take back, and says where the changed
 * stretch stands afterwards. Where a keyboard would pop up on the screen, the text is simply set.
 */
export function applyEdits(area: HTMLTextAreaElement, edits: readonly Edit[]): { start: number; end: number } {
  const { value } = area;
  const start = edits[0]?.range.start.offset ?? 0;
  const end = edits.at(-1)?.range.end.offset ?? start;
  let newText = '';
  let next = start;
  for (const { range, newText: written } of edits) {
    newText += value.slice(next, range.start.offset) + written;
    next = range.end.offset;
  }
  const wanted = value.slice(0, start) + newText + value.slice(end);
  if (isShort(newText) && !matchMedia('(pointer: coarse)').matches) {
    area.focus({ preventScroll: true });
    area.setSelectionRange(start, end);
    document.execCommand(newText === '' ? 'delete' : 'insertText', false, newText);
  }
  if (area.value !== wanted) area.value = wanted;
  return { start, end: start + newText.length };
}

/** Inserting line by line, as the browser's undo needs it, takes Chromium seconds from a thousand lines on. */
const mostUndoableLines = 200;

function isShort(text: string): boolean {
  return text.length < 50_000 && text.split('\n', mostUndoableLines).length < mostUndoableLines;
}

/**
 * Replaces the whole text in a way that the browser's own undo can take back. Where a keyboard would pop up on the screen,
 * or the text is long, the text is simply set.
 */
export function replaceText(area: HTMLTextAreaElement, text: string): void {
  const before = document.activeElement;
  if (isShort(text) && isShort(area.value) && !matchMedia('(pointer: coarse)').matches) {
    area.focus({ preventScroll: true });
    area.select();
    // Deprecated, but the only way to change a text area that its undo knows of.
    document.execCommand(text === '' ? 'delete' : 'insertText', false, text);
    if (before instanceof HTMLElement && before !== area) before.focus({ preventScroll: true });
  }
  if (area.value !== text) area.value = text;
  area.setSelectionRange(0, 0);
  area.scrollTop = 0;
  area.scrollLeft = 0;
}

/** Keeps open what the reader has opened. */
export function replaceReport(report: HTMLElement, markup: string): void {
  const folds = (): HTMLDetailsElement[] => [...report.querySelectorAll<HTMLDetailsElement>('details[data-key]')];
  const before = new Map(folds().map((fold) => [fold.dataset['key'], fold.open]));
  report.innerHTML = markup;
  for (const fold of folds()) fold.open = before.get(fold.dataset['key']) ?? fold.open;
}
