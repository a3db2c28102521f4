// Loads the engine when a bench is first touched, before it holds any text of the reader. It is one of the site's own files,
// and the last request of the page: what is typed meanwhile stays in the box and is explained as soon as the engine is there.

import type { Bench } from './bench-element.ts';
import { carriesText } from './fragment-mark.ts';

/** What the reader did to a bench before it was ready. */
interface Waiting {
  readonly bench: Element;
  files?: readonly File[];
  action?: HTMLElement;
}

/** Events by which a reader touches a bench, and `submit`, which must not happen. */
const touches = [
  ...['pointerover', 'pointerdown', 'focusin', 'input', 'change', 'click', 'submit'],
  ...['dragenter', 'dragover', 'drop'],
];

export function loadOnTouch(engineUrl: string): void {
  let state: 'idle' | 'loading' | 'ready' = 'idle';
  let waiting: Waiting[] = [];

  const load = (): void => {
    if (state !== 'idle') return;
    state = 'loading';
    const script = document.createElement('script');
    script.src = engineUrl;
    script.onload = () => {
      state = 'ready';
      for (const { bench, files, action } of waiting) (bench as Bench).takeOver(files, action);
    };
    script.onerror = () => {
      state = 'idle';
      waiting = [];
      for (const bench of document.querySelectorAll('wgt-bench, wgt-build')) sayFailed(bench);
    };
    document.head.append(script);
  };

  const touched = (event: Event): void => {
    const bench = event.target instanceof Element ? event.target.closest('wgt-bench, wgt-build') : null;
    if (!bench) return;
    if (event.type === 'submit') event.preventDefault();
    const carriesFiles = event instanceof DragEvent && event.dataTransfer?.types.includes('Files');
    if (carriesFiles) event.preventDefault(); // else the browser would leave the page and show the file
    if (state === 'ready') return;
    if (event.type === 'drop' && carriesFiles && event.dataTransfer)
      waiting.push({ bench, files: [...event.dataTransfer.files] }); // the list itself may not outlive the event
    const action = (event.target as Element).closest<HTMLElement>('[data-do], .place');
    if (event.type === 'click' && action) {
      event.preventDefault();
      waiting.push({ bench, action });
    }
    if (event.type === 'input') sayLoading(bench);
    load();
  };
  for (const type of touches) document.addEventListener(type, touched);

  document.addEventListener('DOMContentLoaded', () => {
    if (carriesText(location.hash)) emptyForLink(load);
    // A text that the browser kept from before a reload.
    for (const area of document.querySelectorAll<HTMLTextAreaElement>('wgt-bench textarea'))
      if (area.value !== area.defaultValue) load();
  });
}

/** What stands below the box is no longer what stands in it. */
function sayLoading(bench: Element): void {
  const status = bench.querySelector<HTMLElement>('.bench-status');
  if (status) status.textContent = status.dataset['loading'] ?? '';
}

function sayFailed(bench: Element): void {
  const status = bench.querySelector<HTMLElement>('.bench-status');
  const alert = bench.querySelector<HTMLElement>('.bench-alert');
  if (!status || !alert) return;
  if (status.textContent === status.dataset['loading']) status.textContent = '';
  alert.textContent = alert.dataset['loadFailed'] ?? '';
  alert.hidden = false;
}

/** The address carries a text: the sample goes away at once, before the engine can read the address. */
function emptyForLink(load: () => void): void {
  const bench = document.querySelector('wgt-bench[data-fragment]');
  const area = bench?.querySelector('textarea');
  const report = bench?.querySelector<HTMLElement>('.bench-report');
  if (!area || !report) return;
  area.value = '';
  report.hidden = true;
  load();
}
